import { expect } from 'chai';
import { plainTextOf } from '../../../src/core/util/html-text.js';
import { fc } from '../support/fast-check.js';

const text = (html: string) => plainTextOf(html).text;

describe('markup as text', () => {
  const table: readonly [html: string, text: string][] = [
    ['', ''],
    ['plain', 'plain'],
    ['a < b', 'a < b'],
    ['a <b', 'a <b'],
    ['AT&T, R&D;', 'AT&T, R&D;'],
    ['I <3 you </3', 'I <3 you </3'],
    ['write to <me@site.org>', 'write to <me@site.org>'],
    ['1 << 2 >> 1', '1 << 2 >> 1'],
    ['one\n  two\tthree ', 'one two three'],
    ['<b>one</b>\n<i>two</i>', 'one two'],
    ['t<b>w</b>o', 'two'],
    ['<p>one</p><p>two</p>', 'one\ntwo'],
    ['one<br>two<BR/>three<br />', 'one\ntwo\nthree'],
    ['<ul>\n <li>one</li>\n <li>two</li>\n</ul>', 'one\ntwo'],
    ['<h2>Head</h2>text<div><div>block</div></div>', 'Head\ntext\nblock'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['a<!-- <b>no</b> -->b<!---->c<!-->d', 'abcd'],
    ['a<!-- no end', 'a'],
    ['<!DOCTYPE html><?xml version="1.0"?>a<![CDATA[b]]>', 'a'],
    ['a<script>alert("<b>")</script>b<STYLE>p{}</style >c', 'abc'],
    ['a<script>alert(1)', 'a'],
    ['a</script>b', 'ab'],
    ['<script>"</scripts>"</script>b', 'b'],
    ['<img src=x onerror=alert(1)>a', 'a'],
    ['a<img src=x onerror=alert(1)', 'a'],
    ['a<svg/onload=alert(1)>b', 'ab'],
    ['<a title="a > b" title=\'c > d\'>e</a>', 'e'],
    ['<a title="no end>text</a>', 'text'],
    ['<<b>script>alert(1)<</b>/script>', '<script>alert(1)</script>'],
    ['<p>&nbsp;</p>a', 'a'],
    ['الحدث&nbsp;<b>الأول</b>', 'الحدث\u00a0الأول'],
  ];
  for (const [html, expected] of table) {
    it(html, () => expect(text(html)).to.equal(expected));
  }
});

describe('entities', () => {
  const table: readonly [html: string, text: string][] = [
    ['&amp;&lt;b&gt;&quot;&apos;', '&<b>"\''],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['&amp;lt;', '&lt;'],
    ['&ndash;&mdash;&hellip;&lsquo;&rsquo;&ldquo;&rdquo;&laquo;&raquo;', '–—…‘’“”«»'],
    ['&copy;&reg;&trade;&deg;&middot;&bull;&times;&euro;', '©®™°·•×€'],
    ['Caf&eacute; &Uuml;ber &ntilde; &ccedil; &scaron; &szlig; &Aring;', 'Café Über ñ ç š ß Å'],
    ['&#233;&#xe9;&#XE9;&#x1F600;&#128512;', 'ééé😀😀'],
    ['&#150;&#x93;', '–“'],
    ['&#0;&#xd800;&#xDE00;&#x110000;&#99999999999999999999;', '\ufffd'.repeat(5)],
    ['&unknown; &eacute &xacute; &; &#; &#x;', '&unknown; &eacute &xacute; &; &#; &#x;'],
    ['&constructor; &__proto__; &toString;', '&constructor; &__proto__; &toString;'],
    ['a&#10;b&#9;c', 'a b c'],
  ];
  for (const [html, expected] of table) {
    it(html, () => expect(text(html)).to.equal(expected));
  }
});

describe('links in markup', () => {
  const linksOf = (html: string) => plainTextOf(html).links.map((link) => `${link.text} → ${link.url}`);

  it('are kept where a reader may follow them', () => {
    expect(linksOf('<p>See <a class="x" href="https://site.org/?a=1&amp;b=2">the <b>site</b></a>, then')).to.deep.equal(
      ['the site → https://site.org/?a=1&b=2'],
    );
    expect(linksOf("<A HREF='http://a.org'>a</A><a href=mailto:b@b.org>b")).to.deep.equal([
      'a → http://a.org',
      'b → mailto:b@b.org',
    ]);
    expect(linksOf('<a href="https://a.org">one <a href="https://b.org"></a> two')).to.deep.equal([
      'one → https://a.org',
      'https://b.org → https://b.org',
    ]);
    expect(linksOf('<iframe src="https://video.org/1" width="3"></iframe>')).to.deep.equal([
      'https://video.org/1 → https://video.org/1',
    ]);
  });

  it('are named among the dropped where not', () => {
    const hrefs = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html;base64,PHNjcmlwdD4=',
      'vbscript:x',
      'file:///etc',
      '//site.org/x',
      '/page',
      '#make',
    ];
    for (const href of hrefs) {
      expect(plainTextOf(`<a href="${href}">words</a>`)).to.deep.equal({ text: 'words', links: [], dropped: [href] });
    }
    expect(plainTextOf('<a href=" java&#10;script&#58;alert(1)">x</a>').dropped).to.deep.equal([
      ' javascript:alert(1)',
    ]);
    expect(plainTextOf('<a>x</a><a href="">y</a><a name=z>z</a>')).to.deep.equal({
      text: 'xyz',
      links: [],
      dropped: [],
    });
  });
});

describe('any text as markup', () => {
  const part = fc.constantFrom(
    ...[
      '<',
      '>',
      '"',
      "'",
      '=',
      '/',
      '&',
      ';',
      '#',
      ' ',
      '\n',
      'a',
      'b',
      '!',
      '--',
      '<a href=',
      '<p>',
      '</p>',
      '<script>',
    ],
    ...['</script>', '<!--', '-->', '<style', '&lt;', '&#60;', 'https://a.org', 'javascript:x', '<img onerror=', 'é'],
  );

  it('is read, and has only safe links', () => {
    fc.assert(
      fc.property(fc.array(part), fc.string(), (parts, other) => {
        const { text, links } = plainTextOf(parts.join('') + other);
        expect(text).to.equal(text.trim());
        for (const { url } of links) expect(url).to.match(/^(https?|mailto):/i);
      }),
    );
  });

  it('has no tag left that was whole', () => {
    const tags = fc.constantFrom(
      '<b>',
      '</b>',
      '<img src=x onerror=alert(1)>',
      '<br/>',
      '<svg/onload=x>',
      '<p class="a>b">',
    );
    const words = fc.stringMatching(/^[\w .,&;é]{0,9}$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(tags, words)), (parts) => {
        expect(plainTextOf(parts.join('')).text).not.to.match(/[<>]/);
      }),
    );
  });

  it('takes time in proportion to its length', () => {
    const length = 1_000_000;
    const garbage = [
      ...[
        '<',
        '<a',
        '<a ',
        '<a href="',
        "<a href='",
        '<a b=">" ',
        '<a b="\' ',
        '<!--',
        '<!',
        '</',
        '<script>',
        '</script',
      ],
      ...['<a href="https://a.org">', '<div>', '&', '&#', '&#x1', '&a', ' ', '\n', ' \n', '<a =', '<b =  '],
    ];
    for (const piece of garbage) {
      const start = performance.now();
      plainTextOf(piece.repeat(length / piece.length));
      expect(performance.now() - start, piece).to.be.below(3000);
    }
  });
});

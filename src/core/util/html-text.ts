import { safeUrl } from './safe-url.js';

/** What is left of markup when nothing of it may be markup any more. */
export interface PlainText {
  /** Lines of words; blocks and line breaks of the markup begin a new one. */
  readonly text: string;
  /** Links that a reader may follow; one without words has its address for them. */
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** Addresses, as written, that are not: `javascript:`, `data:`, but also those that only another page can resolve. */
  readonly dropped: readonly string[];
}

/**
 * Reads HTML as text, as a browser without a style sheet shows it. What is no markup stays as it is: "a < b", "AT&T".
 * Takes time in proportion to the length, whatever is wrong with the markup.
 */
export function plainTextOf(html: string): PlainText {
  if (!/[<&]/.test(html)) return { text: html.replace(blanks, ' ').trim(), links: [], dropped: [] };
  const pieces: string[] = [];
  const links: { text: string; url: string }[] = [];
  const dropped: string[] = [];
  let link: { readonly url: string; readonly from: number } | null = null;
  /** Quotation marks are in no order, so that a tag looked for with them would have no end. */
  let ignoresQuotes = false;
  const lastEnd = html.lastIndexOf('>');
  let at = 0;

  function endLink(): void {
    if (link) links.push({ text: linesOf(pieces.slice(link.from), ' ') || link.url, url: link.url });
    link = null;
  }

  /** Where the tag ends, whose name ends here; what it leads to. */
  function readTag(from: number): { readonly end: number; readonly address: string } {
    let address = '';
    if (!ignoresQuotes) {
      attribute.lastIndex = from;
      for (let found = attribute.exec(html); found?.[0]; found = attribute.exec(html)) {
        const [, name = '', double, single, bare] = found;
        if (name.length <= 4 && /^(href|src)$/i.test(name)) address ||= double ?? single ?? bare ?? '';
        from = attribute.lastIndex;
      }
      if (from < html.length) return { end: from, address };
      ignoresQuotes = true;
      from = at;
    }
    return { end: html.indexOf('>', from), address: '' };
  }

  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start !== at) {
      const words = withEntities(html.slice(at, start < 0 ? undefined : start));
      pieces.push(words.replace(blanks, ' '));
    }
    if (start < 0) break;
    at = start;
    tag.lastIndex = at;
    const [whole = '', slash, name = ''] = tag.exec(html) ?? [];
    const kind = name.toLowerCase();
    if (whole === '<!--') {
      const end = html.indexOf('-->', at + 2);
      at = end < 0 ? html.length : end + 3;
    } else if (whole === '' || (at > lastEnd && !isCutOff(html, at))) {
      pieces.push('<');
      at++;
    } else if (at > lastEnd) break;
    else {
      const { end, address } = readTag(at + whole.length);
      at = end + 1;
      if (!slash && (kind === 'script' || kind === 'style')) {
        const close = kind === 'script' ? scriptEnd : styleEnd;
        close.lastIndex = at;
        at = close.exec(html)?.index ?? html.length;
      }
      if (blocks.has(kind)) pieces.push('\n');
      else if (kind === 'td' || kind === 'th') pieces.push(' ');
      if (kind === 'a' || kind === 'iframe') {
        endLink();
        const written = withEntities(address).replace(/[\t\n\r]/g, '');
        const url = safeUrl(written);
        if (url !== null && !slash) link = { url, from: pieces.length };
        else if (written.trim() !== '' && !slash) dropped.push(written);
      }
    }
  }
  endLink();
  return { text: linesOf(pieces, '\n'), links, dropped };
}

const blanks = /[ \t\n\r\f]+/g;

/** The beginning of a tag, of a comment, or of a declaration; "<3", "< b" and "<a@b.org>" are none. */
const tag = /<(?:!--|(\/?)([a-z][a-z\d:-]*)(?=[\s/>]|$)|[!?](?=[a-z[]))/iy;
/** A quotation mark that is never closed is a character like others. */
const attribute = /[\s/]*(?:([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?)?/y;
const scriptEnd = /<\/script(?=[\s/>])/gi;
const styleEnd = /<\/style(?=[\s/>])/gi;

const blocks = new Set(
  (
    'address article aside blockquote br center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'hr li main nav ol option p pre section table tr ul'
  ).split(' '),
);

/** Whether the text ends in the middle of a tag; a name alone could be anything. */
const isCutOff = (html: string, at: number): boolean =>
  /^<(?:\/?[a-z][\w:-]{0,40}[\s/]+[\w:-]{1,40}\s?=|[!?])/i.test(html.slice(at, at + 100));

/** What stands between line breaks, each run of blanks as one. */
const linesOf = (pieces: readonly string[], separator: string): string =>
  pieces
    .join('')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join(separator);

function withEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(?:x([\da-f]+)|(\d+));?|([a-z][a-z\d]{1,7});)/gi, (written, hex, decimal, name) => {
    if (typeof name === 'string') return named.get(name) ?? accented(name) ?? written;
    return characterOf(typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal));
  });
}

/** Files say 0x80 to 0x9f and mean the characters of Windows. */
function characterOf(code: number): string {
  if (code >= 0x80 && code < 0xa0) return windows.charAt(code - 0x80);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

const windows = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** `eacute`, `Uuml`, `scaron`. */
function accented(name: string): string | null {
  const mark = marks.get(name.slice(1));
  const letter = mark && (name.charAt(0) + mark).normalize('NFC');
  return letter?.length === 1 ? letter : null;
}

const marks = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['ring', '\u030a'],
  ['caron', '\u030c'],
  ['cedil', '\u0327'],
]);

/** Each name with its character behind it. */
const named = new Map(
  (
    'amp& lt< gt> quot" apos\' nbsp\u00a0 ensp\u2002 emsp\u2003 thinsp\u2009 shy\u00ad zwnj\u200c zwj\u200d lrm\u200e ' +
    'rlm\u200f ndash– mdash— hellip… lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ laquo« raquo» lsaquo‹ rsaquo› copy© ' +
    'reg® trade™ deg° middot· bull• times× divide÷ plusmn± minus− frac12½ frac14¼ euro€ pound£ cent¢ yen¥ sect§ para¶ ' +
    'iexcl¡ iquest¿ dagger† permil‰ prime′ rarr→ larr← szlig\u00df aeligæ AEligÆ oeligœ OEligŒ oslashø OslashØ'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

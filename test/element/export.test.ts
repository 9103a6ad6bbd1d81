import { expect } from 'chai';
import report from '../../data/deir-ez-zor-2016-05.json';
import { readDataset, type ReportTimelineElement } from '../../src/index.js';
import { rgbOf } from './support/colour.js';
import { event, report as reportOf } from './support/data.js';
import { all, button, cell, drawn, frame, has, mount, one, place, textOf, until } from './support/element.js';
import { onlyInChromium } from '../support/input.js';

const parseSvg = (text: string) => {
  const document = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(document.querySelector('parsererror')?.textContent ?? null).to.equal(null);
  return document;
};

describe('toSVG()', () => {
  it('is a well-formed file of its own with a title', async () => {
    const element = await mount();
    const svg = parseSvg(element.toSVG()).documentElement;
    expect(svg.namespaceURI).to.equal('http://www.w3.org/2000/svg');
    expect(svg.querySelector(':scope > title')!.textContent).to.equal(report.title.en);
    expect([svg.getAttribute('role'), svg.getAttribute('xml:lang')]).to.deep.equal(['img', 'en']);
    expect(Number(svg.getAttribute('width'))).to.be.above(800);
    expect(Number(svg.getAttribute('height'))).to.be.above(900);
    expect(svg.getAttribute('viewBox')).to.equal(`0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
    // Nothing from elsewhere, nothing that runs.
    expect(svg.querySelectorAll('script, foreignObject, image, style, [href^=http], [onclick]').length).to.equal(0);
    expect(element.toSVG()).not.to.contain('var(--');
  });

  it('has a group for each event, by its id and with its date as title', async () => {
    const element = await mount();
    const svg = parseSvg(element.toSVG());
    const groups = [...svg.querySelectorAll('g[id]')];
    for (const { id, title } of report.events) {
      const own = groups.filter((group) => group.id.endsWith(id) || group.id === id);
      expect(own.length, id).to.be.above(0);
      expect(own[0]!.querySelector('title')!.textContent, id).to.contain(title.en);
    }
    expect(new Set(groups.map(({ id }) => id)).size).to.equal(groups.length);
  });

  it('is what is seen: range, language, theme', async () => {
    const element = await mount({ lang: 'ar-SY', theme: 'dark', from: '2016-05-16', to: '2016-05-17' });
    const svg = parseSvg(element.toSVG()).documentElement;
    expect(svg.getAttribute('xml:lang')).to.equal('ar-SY');
    expect(svg.querySelector('title')!.textContent).to.equal(report.title.ar);
    expect(element.toSVG()).to.contain('#16181c');
    const plain = (await mount()).toSVG();
    expect(plain).to.contain('#ffffff');
    expect(plain).not.to.contain('#16181c');
  });

  it('takes titles that look like markup for text', async () => {
    const element = await mount({}, { data: reportOf([event('x', '2016-05-14', { title: '<b>&"\']]>' })]) });
    const svg = parseSvg(element.toSVG());
    expect(svg.querySelector('b')).to.equal(null);
    expect(svg.documentElement.textContent).to.contain('<b>&"\']]>');
  });

  it('of an element without data is an empty picture, not an error', async () => {
    const element = await mount({ src: '/test-server/404.json' });
    expect(parseSvg(element.toSVG()).documentElement.tagName).to.equal('svg');
  });
});

describe('the picture as a file', () => {
  it('is named and described in words', async () => {
    const element = await mount({ lang: 'ar-SY' });
    const svg = parseSvg(element.toSVG()).documentElement;
    const part = (name: string) => svg.querySelector(`[id="${svg.getAttribute(name)}"]`)!;
    expect(part('aria-labelledby').textContent).to.equal(report.title.ar);
    const description = part('aria-describedby');
    expect(description.localName).to.equal('desc');
    expect(description.textContent).to.match(
      /^من ١٤ إلى ١٩ أيار ٢٠١٦\. ٣٣ من ٣٣ حدثًا؛ .* ٤ بيوم محدد\. المصدر: أخبار الآن/,
    );
    expect(description.textContent).to.contain(report.attribution.ar);
    // Where the reader sees less, the words say so.
    const few = parseSvg((await mount({ actors: 'isis', from: '2016-05' })).toSVG()).querySelector('desc')!;
    expect(few.textContent).to.contain('11 of 11 events; ');
  });

  it('asks for nothing outside of itself, and writes Arabic from the right', async () => {
    const element = await mount({ lang: 'ar-SY' }, { width: 1000 });
    element.style.setProperty('--report-timeline-font-arabic', '"Only Here"');
    element.style.setProperty('--report-timeline-paper', 'url(https://example.org/x)');
    element.theme = 'dark';
    await drawn(element);
    for (const text of [element.toSVG(), element.toSVG({ area: 'whole' })]) {
      expect(text.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.to.match(
        /xmlns|href|@import|<script|<style|data:/,
      );
      expect([...text.matchAll(/url\((?!#)/g)]).to.deep.equal([]);
      const texts = [...parseSvg(text).querySelectorAll('text')];
      const arabic = texts.filter(({ textContent }) => /[\u0620-\u064a]{3}/.test(textContent));
      expect(arabic.length).to.be.above(30);
      for (const node of arabic) {
        expect(node.getAttribute('direction'), node.textContent).to.equal('rtl');
        expect(node.getAttribute('xml:lang'), node.textContent).to.match(/^ar/);
      }
      for (const node of texts) expect(node.getAttribute('font-family')).to.match(/, (sans-)?serif$/);
    }
  });

  it('has nothing of the hand that was over the chart', async () => {
    const element = await mount();
    const before = element.toSVG();
    element.select('e24');
    await drawn(element);
    cell(element, 'e25').focus();
    await drawn(element);
    expect(element.toSVG()).to.equal(before);
    const shown = one<HTMLCanvasElement>(element, 'canvas.surface').toDataURL();
    element.toSVG({ area: 'whole', width: 600 });
    await element.toPNG({ area: 'whole', scale: 1 });
    await drawn(element);
    expect(one<HTMLCanvasElement>(element, 'canvas.surface').toDataURL()).to.equal(shown);
  });

  for (const lang of ['en', 'ar-SY']) {
    // A picture in an <img> gets none of the page's fonts. So both are drawn in the one that the browser has for
    // "sans-serif"; what may differ then is the smoothing of letters and slanted lines, a pixel wide.
    it(`opened by itself is the chart on the page (${lang})`, async () => {
      // Firefox has another "sans-serif" for each language, and what it takes for the language differs in the two.
      if (lang !== 'en') onlyInChromium();
      const element = place({ lang, from: '2016-05-12', to: '2016-05-20' });
      for (const name of ['', '-heading', '-arabic', '-heading-arabic']) {
        element.style.setProperty(`--report-timeline-font${name}`, 'sans-serif');
      }
      await element.ready;
      await drawn(element);
      const surface = one<HTMLCanvasElement>(element, 'canvas.surface');
      const { width, height } = surface;
      const image = await imageOf(new Blob([element.toSVG()], { type: 'image/svg+xml' }));
      const [left, top] = [16, image.height - 16 - 28 - 16 * 2 + 16 - height];
      const file = pixelsOf(image, left, top, width, height);
      const page = pixelsOf(surface, 0, 0, width, height);
      const columns = 280;
      const from = lang === 'en' ? columns : 0;
      const differing = (shift: number) => {
        let count = 0;
        for (let y = 0; y < height - shift; y++) {
          for (let x = from; x < from + width - columns; x++) {
            const [i, j] = [4 * (y * width + x), 4 * ((y + shift) * width + x)];
            if ([0, 1, 2].some((k) => Math.abs(page[i + k]! - file[j + k]!) > 32)) count++;
          }
        }
        return count / ((width - columns) * height);
      };
      expect(differing(0), 'pixels that differ').to.be.below(0.004);
      expect(differing(1), 'a row further down').to.be.above(0.04);
    });
  }
});

/** On white, as the page has it. */
function pixelsOf(source: CanvasImageSource, x: number, y: number, width: number, height: number): Uint8ClampedArray {
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, -x, -y);
  return context.getImageData(0, 0, width, height).data;
}

async function imageOf(blob: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode();
  URL.revokeObjectURL(image.src);
  return image;
}

describe('the picture that is asked for', () => {
  const sizeOf = (text: string) => {
    const svg = parseSvg(text).documentElement;
    return ['width', 'height', 'viewBox'].map((name) => svg.getAttribute(name)!);
  };

  it('is as wide as asked, of the same dates', async () => {
    const element = await mount({ from: '2016-05-16', to: '2016-05-17' });
    const [width, , box] = sizeOf(element.toSVG({ width: 1500 }));
    expect([width, box!.split(' ')[2]]).to.deep.equal(['1500', '1500']);
    expect(parseSvg(element.toSVG({ width: 1500 })).querySelector('desc')!.textContent).to.match(/^From 16 to 17 May/);
    const [wide, , same] = sizeOf(element.toSVG({ width: 640, scale: 2 }));
    expect([wide, same!.split(' ')[2]]).to.deep.equal(['1280', '640']);
    for (const [options, pixels] of [
      [{ width: 700, scale: 1.1 }, 770],
      [{ area: 'whole', width: 501, scale: 1 }, 501],
    ] as const) {
      expect((await createImageBitmap(await element.toPNG(options))).width).to.equal(pixels);
    }
  });

  it('of everything is the same from every view, with all lanes open', async () => {
    const element = await mount({ from: '2016-05-16', to: '2016-05-17' });
    const whole = element.toSVG({ area: 'whole', width: 1000 });
    expect(parseSvg(whole).querySelector('desc')!.textContent).to.match(
      /^From 2\d February to 2\d May 2016\. 33 of 33 events\./,
    );
    for (const [attributes, options] of [
      [{ view: 'table' }, {}],
      [{}, { width: 375 }],
    ] as const) {
      expect((await mount(attributes, options)).toSVG({ area: 'whole', width: 1000 })).to.equal(whole);
    }
    expect(sizeOf((await mount({}, { width: 375 })).toSVG({ area: 'whole' }))[0]).to.equal('1200');
  });

  it('is refused at once where it is none', async () => {
    const element = await mount();
    const wrong: [unknown, typeof RangeError][] = [
      [{ width: NaN }, RangeError],
      [{ width: 0 }, RangeError],
      [{ width: -5 }, RangeError],
      [{ width: Infinity }, RangeError],
      [{ width: '800' }, RangeError],
      [{ scale: 0 }, RangeError],
      [{ area: 'half' }, TypeError],
      ['view', TypeError],
    ];
    for (const [options, kind] of wrong) {
      expect(() => element.toSVG(options as object), JSON.stringify(options)).to.throw(kind);
      const error: unknown = await element.toPNG(options as object).catch((reason: unknown) => reason);
      expect(error, JSON.stringify(options)).to.be.an.instanceOf(kind);
    }
    expect(await element.toPNG(-1).catch((reason: unknown) => reason)).to.be.an.instanceOf(RangeError);
    const tooLarge = (await element.toPNG({ width: 20_000 }).catch((reason: unknown) => reason)) as RangeError;
    expect(tooLarge).to.be.an.instanceOf(RangeError);
    expect(tooLarge.message).to.match(/^A picture of 40000 × \d+ pixels is larger than a browser can make/);
  });
});

describe('toPNG()', () => {
  it('is a picture of the same size, times the scale', async () => {
    const element = await mount();
    const svg = parseSvg(element.toSVG()).documentElement;
    const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name))) as [number, number];
    for (const scale of [1, 2]) {
      const blob = await element.toPNG(scale);
      expect(blob.type).to.equal('image/png');
      const picture = await createImageBitmap(blob);
      expect([picture.width, picture.height]).to.deep.equal([Math.floor(width * scale), Math.floor(height * scale)]);
    }
    const byDefault = await createImageBitmap(await element.toPNG());
    expect(byDefault.width).to.equal(Math.floor(width * 2));
  });

  it('shows the marks of all lanes on opaque paper', async () => {
    const element = await mount();
    const picture = await createImageBitmap(await element.toPNG(1));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    const colours = new Set<string>();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] !== 255) expect.fail('a pixel is not opaque');
      colours.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
    }
    for (const ink of ['#16335f', '#9a6a12', '#7c3f8a', '#0a7366']) expect(colours).to.include(String(rgbOf(ink)));
  });
});

/** RFC 4180, as far as this file needs it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

describe('toCSV()', () => {
  it('has a row for each shown event, in the reader’s language', async () => {
    const element = await mount();
    const [head, ...rows] = parseCsv(element.toCSV().replace(/^\ufeff/, ''));
    expect(element.toCSV().startsWith('\ufeff')).to.equal(true);
    expect(rows).to.have.length(33);
    expect(rows.every((row) => row.length === head!.length)).to.equal(true);
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]);
    // In the order of the list: the first is the car bomb, of which a whole spring is known; the last has no date.
    expect(column('id').slice(0, 2)).to.deep.equal(['e26', 'e20']);
    expect(column('id').at(-1)).to.equal('e16');
    const written = new Map(report.events.map((event) => [event.id, event]));
    const inOrder = column('id').map((id) => written.get(id!)!);
    expect([...column('id')].sort()).to.deep.equal([...written.keys()].sort());
    expect(column('edtf')).to.deep.equal(inOrder.map(({ when }) => when ?? ''));
    expect(column('title')).to.deep.equal(inOrder.map(({ title }) => title.en));

    element.lang = 'ar-SY';
    await drawn(element);
    expect(element.toCSV()).to.contain(report.events[0]!.title.ar);
    all(element, '.chip')[0]!.click();
    await drawn(element);
    expect(parseCsv(element.toCSV())).to.have.length(1 + 16);
  });

  it('runs nothing in a spreadsheet', async () => {
    const element = await mount({}, { data: reportOf([event('x', '2016', { title: '=HYPERLINK("http://e","x")' })]) });
    expect(element.toCSV()).to.contain(`"'=HYPERLINK(""http://e"",""x"")"`);
  });
});

describe('toJSON()', () => {
  it('is a report that reads back as the same events', async () => {
    const element = await mount();
    const { dataset, issues } = readDataset(JSON.parse(JSON.stringify(element)));
    expect(issues).to.deep.equal([]);
    expect(dataset!.events).to.deep.equal(element.events);
    const again = await mount({}, { data: element.toJSON() });
    expect(again.toCSV()).to.equal(element.toCSV());
    expect(has(again, '.issues')).to.equal(false);
  });

  for (const lang of ['en', 'ar-SY']) {
    it(`and toCSV() give back the same events (${lang})`, async () => {
      const element = await mount({ lang });
      for (const written of [element.toCSV(), JSON.stringify(element)]) {
        const { dataset, issues } = readDataset(written);
        expect(issues).to.deep.equal([]);
        const byId = new Map(dataset!.events.map((event) => [event.id, event]));
        expect(byId.size).to.equal(33);
        for (const event of element.events) expect(byId.get(event.id)).to.deep.equal(event);
      }
    });
  }

  it('holds the shown events only', async () => {
    const element = await mount({ actors: 'coalition' });
    expect((element.toJSON()['events'] as { id: string }[]).map(({ id }) => id)).to.deep.equal(['e22']);
  });

  it('of an element that is not ready is empty', () => {
    const element = place({ src: '/test-server/slow.json?ms=0' });
    expect(element.toJSON()).to.deep.equal({});
    expect(element.toCSV()).to.equal('');
  });
});

describe('cite() and toLink()', () => {
  it('say where and when it was seen', async () => {
    const element = await mount();
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const [timeline, source] = JSON.parse(element.cite('csl-json')) as Record<string, unknown>[];
    expect(timeline).to.include({ title: report.title.en, URL: location.href });
    expect(timeline!['accessed']).to.deep.equal({ 'date-parts': [day] });
    expect(source!['author']).to.deep.equal([{ literal: 'Mahmoud al-Saleh' }]);
    expect(element.cite()).to.contain(`“${report.title.en}”`);
    expect(() => element.cite('apa' as 'text')).to.throw(TypeError);
    expect(element.toLink()).to.equal(location.href);
    expect(place({ src: '/test-server/slow.json?ms=0' }).cite()).to.equal('');
  });

  it('name the view in the link alone', async () => {
    const element = await mount({ 'link-state': 't' });
    expect(element.toLink()).to.equal(location.href);
    element.view = 'list';
    element.select('e24');
    await drawn(element);
    expect(element.toLink()).to.equal(`${location.href}#t=event:e24`);
    expect(element.cite()).not.to.contain('#t');
  });
});

/** Puts something else in a place of the browser's; what it returns puts the old one back. */
function replaced<T extends object, K extends keyof T>(owner: T, name: K, value: T[K]): () => void {
  const old = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  return () => {
    if (old) Object.defineProperty(owner, name, old);
    else delete owner[name];
  };
}

describe('the export menu', () => {
  const opened = async (attributes: Record<string, string> = {}, options = {}) => {
    const element = await mount(attributes, options);
    one(element, '.export > button').click();
    await drawn(element);
    return element;
  };
  const said = (element: ReportTimelineElement) => textOf(one(element, '.export-note'));

  /** What would have been saved, while `act` runs; nothing is. */
  async function savedBy(act: () => unknown, count = 1): Promise<{ name: string; blob: Blob; url: string }[]> {
    const files: { name: string; blob: Blob; url: string }[] = [];
    const made = new Map<string, Blob>();
    const create = URL.createObjectURL.bind(URL);
    const restore = [
      replaced(URL, 'createObjectURL', (blob: Blob) => {
        const url = create(blob);
        made.set(url, blob);
        return url;
      }),
      replaced(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
        files.push({ name: this.download, blob: made.get(this.href)!, url: this.href });
      }),
    ];
    try {
      act();
      await until(() => files.length >= count);
      await frame();
    } finally {
      restore.forEach((act) => act());
    }
    return files;
  }

  it('opens and closes by keys and hands, and gives the focus back', async () => {
    const element = await mount();
    const opener = one(element, '.export > button');
    expect(opener.getAttribute('aria-expanded')).to.equal('false');
    opener.focus();
    opener.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));
    await until(() => element.shadowRoot!.activeElement !== opener);
    expect(element.shadowRoot!.activeElement!.closest('#export-panel')).not.to.equal(null);
    expect(opener.getAttribute('aria-expanded')).to.equal('true');
    one(element, '.citation').focus();
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });
    one(element, '.citation').dispatchEvent(escape);
    await drawn(element);
    expect(escape.defaultPrevented).to.equal(true);
    expect([has(element, '#export-panel'), element.shadowRoot!.activeElement]).to.deep.equal([false, opener]);
    opener.click();
    await drawn(element);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await drawn(element);
    expect(has(element, '#export-panel')).to.equal(false);
    // A page that takes the button away does not find the panel open when it gives the button back.
    opener.click();
    for (const controls of ['filter', 'export']) {
      await drawn(element);
      element.controls = controls;
    }
    await drawn(element);
    expect([has(element, '.export'), has(element, '#export-panel')]).to.deep.equal([true, false]);
  });

  it('saves what was chosen, under a name of plain letters', async () => {
    const element = await opened({ lang: 'ar-SY', from: '2016-05-16' });
    button(element, 'كل التواريخ').click();
    button(element, '٨٠٠').click();
    button(element, '٣×').click();
    await drawn(element);
    const name = 'deir-ez-zor-may-2016-who-did-what-and-when';
    const texts: Record<string, string> = {};
    for (const kind of ['svg', 'png', 'csv', 'json']) {
      const [file] = await savedBy(() => one(element, `[data-save=${kind}]`).click());
      expect(file!.name).to.equal(`${name}.${kind}`);
      if (kind === 'png') expect((await createImageBitmap(file!.blob)).width).to.equal(2400);
      else texts[kind] = await file!.blob.text();
      await drawn(element);
      expect(said(element)).to.contain(file!.name);
    }
    expect(texts['svg']).to.equal(element.toSVG({ area: 'whole', width: 800 }));
    expect(texts['csv']!.replace(/^\ufeff/, '')).to.equal(element.toCSV().replace(/^\ufeff/, ''));
    expect(JSON.parse(texts['json']!)).to.deep.equal(JSON.parse(JSON.stringify(element)));
  });

  it('lets go of what it has handed out', async () => {
    const element = await opened();
    const later: (() => void)[] = [];
    const wait = window.setTimeout.bind(window);
    const restore = replaced(window, 'setTimeout', ((act: () => void, ms?: number) =>
      ms === 60_000 ? later.push(act) : wait(act, ms)) as typeof window.setTimeout);
    const files = await savedBy(() => one(element, '[data-save=csv]').click()).finally(restore);
    const { url } = files[0]!;
    expect((await fetch(url)).ok).to.equal(true);
    later.forEach((act) => act());
    const gone = await fetch(url).then(
      () => false,
      () => true,
    );
    expect(gone).to.equal(true);
  });

  it('says politely that a picture would be too large', async () => {
    const events = Array.from({ length: 3000 }, (_, i) => event(`e${i}`, '2016-05-14', { actors: [`a${i % 90}`] }));
    const element = await opened({}, { data: reportOf(events) });
    button(element, '2,400').click();
    button(element, '3×').click();
    await drawn(element);
    one(element, '[data-save=png]').click();
    await until(() => !['', 'Saving…'].includes(said(element)));
    expect(said(element)).to.match(/^A PNG that large is more than this browser can make\./);
    const voice = one(element, '.announcer');
    await until(() => textOf(voice) === said(element));
  });

  it('has the citation as text to copy, and selects it where copying is refused', async () => {
    const element = await opened({ 'link-state': 't' });
    const field = one<HTMLTextAreaElement>(element, '.citation');
    expect(field.value).to.equal(element.cite());
    button(element, 'BibTeX').click();
    await drawn(element);
    expect(field.value).to.equal(element.cite('bibtex'));
    expect(has(element, '.export .copy-link')).to.equal(true);

    const copied: string[] = [];
    let isAllowed = true;
    const writeText = (text: string) =>
      isAllowed ? Promise.resolve(void copied.push(text)) : Promise.reject(new Error());
    const restore = [
      replaced(navigator, 'clipboard', { writeText } as Clipboard),
      replaced(document, 'execCommand', () => false),
    ];
    try {
      one(element, '[data-copy]').click();
      await until(() => said(element) === 'Citation copied');
      expect(copied).to.deep.equal([field.value]);
      isAllowed = false;
      one(element, '[data-copy]').click();
      await until(() => said(element).startsWith('The page may not copy by itself.'));
      expect(element.shadowRoot!.activeElement).to.equal(field);
      expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length]);
    } finally {
      restore.forEach((act) => act());
    }
  });

  it('does not hand on the rows of ACLED', async () => {
    const rows =
      'event_id_cnty,event_date,time_precision,disorder_type,event_type,sub_event_type,actor1,fatalities,timestamp\nXXX1,14 May 2016,1,Demonstrations,Protests,Peaceful protest,Protesters,0,1463270400\n';
    const element = await opened({ format: 'acled' }, { data: rows });
    expect(element.account!.format).to.equal('acled');
    expect(all(element, '[data-save]').map((node) => node.dataset['save'])).to.deep.equal(['svg', 'png']);
    expect(textOf(one(element, '#export-panel'))).to.contain('ACLED’s terms do not allow its rows to be passed on');
    expect(one<HTMLTextAreaElement>(element, '.citation').value).to.contain('ACLED (Armed Conflict');
    element.view = 'table';
    await until(() => has(element, '.table-line'));
    expect(has(element, '.copy-table')).to.equal(false);
  });

  it('makes one file after the other, and leaves out none', async () => {
    const element = await opened();
    const files = await savedBy(() => {
      for (const kind of ['json', 'svg', 'csv']) one(element, `[data-save=${kind}]`).click();
    }, 3);
    expect(files.map(({ name }) => name.split('.').at(-1))).to.deep.equal(['json', 'svg', 'csv']);
  });

  it('fits a narrow container', async () => {
    for (const lang of ['en', 'ar-SY']) {
      const element = await opened({ lang }, { width: 351 });
      const box = (selector: string) => one(element, selector).getBoundingClientRect();
      const [panel, root] = [box('#export-panel'), box('.root')];
      expect(panel.left).to.be.at.least(root.left);
      expect(panel.right).to.be.at.most(root.right);
      for (const node of all(element, '#export-panel :is(button, textarea)')) {
        const { left, right } = node.getBoundingClientRect();
        expect(left, textOf(node)).to.be.at.least(panel.left);
        expect(right, textOf(node)).to.be.at.most(panel.right);
      }
    }
  });
});

import { expect } from 'chai';
import report from '../../data/deir-ez-zor-2016-05.json';
import { readDataset } from '../../src/index.js';
import { rgbOf } from './support/colour.js';
import { event, report as reportOf } from './support/data.js';
import { all, drawn, has, mount, place } from './support/element.js';

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

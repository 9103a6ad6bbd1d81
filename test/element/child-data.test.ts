import { expect } from 'chai';
import { readTable } from '../../src/element/read-table.js';
import { event, report } from './support/data.js';
import { all, drawn, frame, has, laneNames, mount, one, place, record, textOf, until } from './support/element.js';

type Child = Node | string;

function node<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const script = (type: string, text: string, more: Readonly<Record<string, string>> = {}) =>
  node('script', { type, ...more }, text);
const row = (tag: 'td' | 'th', ...cells: readonly Child[]) =>
  node('tr', {}, ...cells.map((cell) => (cell instanceof HTMLTableCellElement ? cell : node(tag, {}, cell))));

/** Two events, one of each actor. */
const tableOf = (...more: readonly Node[]) =>
  node(
    'table',
    {},
    node('thead', {}, row('th', 'Date', 'Actor', 'Title')),
    node('tbody', {}, row('td', '2016-05-14', 'Army', 'First'), row('td', '2016-05-16', 'Rebels', 'Second'), ...more),
  );

const csv = 'date,actor,title\n2016-05-14,Army,First\n2016-05-16,Rebels,Second\n';
const json = JSON.stringify(report([event('x', '2016-05-14')], { title: 'Of a script' }));

const titles = (element: HTMLElementTagNameMap['report-timeline']) => element.events.map(({ title }) => title);
const mountWith = (...children: readonly Node[]) => mount({}, { children });
const height = (shown: Element) => shown.getBoundingClientRect().height;

describe('data between the tags', () => {
  it('may be JSON in a script', async () => {
    const element = await mountWith(script('application/json', `\n  ${json}\n`));
    expect(textOf(one(element, '.title'))).to.equal('Of a script');
    expect(element.issues).to.deep.equal([]);
  });

  const texts = {
    'text/csv': csv,
    'text/csv; charset=utf-8': csv,
    'TEXT/CSV': csv,
    'text/tab-separated-values': csv.replaceAll(',', '\t'),
    'application/x-ndjson': [
      '{"date":"2016-05-14","actor":"Army","title":"First"}',
      '{"date":"2016-05-16","actor":"Rebels","title":"Second"}',
    ].join('\n'),
  };
  for (const [type, text] of Object.entries(texts)) {
    it(`may be a script of type ${type}`, async () => {
      const element = await mountWith(script(type, `\n${text}\n  `));
      expect(titles(element)).to.deep.equal(['First', 'Second']);
      expect(laneNames(element)).to.have.members(['Army', 'Rebels']);
      expect(element.events.map(({ when }) => when)).to.deep.equal(['2016-05-14', '2016-05-16']);
    });
  }

  it('may be a table, alone or in a figure, which is not shown twice', async () => {
    for (const wrap of [
      (table: Node) => table,
      (table: Node) => node('figure', {}, node('div', {}, table), node('figcaption', {}, 'A table')),
    ]) {
      const table = wrap(tableOf()) as Element;
      const element = await mountWith(table);
      expect(titles(element)).to.deep.equal(['First', 'Second']);
      expect(element.events.map(({ when }) => when)).to.deep.equal(['2016-05-14', '2016-05-16']);
      expect(height(table)).to.equal(0);
      expect(has(element, '.cell')).to.equal(true);
    }
  });

  it('take the caption of a table for a title, unless the page has a heading', async () => {
    const captioned = () => {
      const table = tableOf();
      table.prepend(node('caption', {}, ' Shelling \n of ', node('b', {}, 'May')));
      return table;
    };
    expect(textOf(one(await mountWith(captioned()), '.title'))).to.equal('Shelling of May');
    const named = await mount({ heading: 'Ours' }, { children: [captioned()] });
    expect(textOf(one(named, '.title'))).to.equal('Ours');
  });

  it('count their rows as the table does', async () => {
    const element = await mountWith(
      tableOf(
        row('td', '', '', ''),
        row('td', 'one spring', 'Army', 'Third'),
        row('td', '2016-05-18', 'Army', 'Fourth'),
      ),
    );
    expect(titles(element)).to.deep.equal(['First', 'Second', 'Third', 'Fourth']);
    const [issue] = element.issues;
    expect(issue).to.include({ code: 'invalid-date', row: 5, value: 'one spring' });
  });

  it('yield to data and to src, and a table to a script', async () => {
    const both = () => [tableOf(), script('application/json', json)];
    expect(titles(await mountWith(...both()))).to.deep.equal(['Title of x']);
    const given = await mount({}, { children: both(), data: report([event('g', '2016-05-14')]) });
    expect(titles(given)).to.deep.equal(['Title of g']);
    const fetched = await mount({ src: '/test-server/slow.json?ms=0' }, { children: both() });
    expect(titles(fetched)).to.deep.equal(['One']);
    fetched.src = null;
    await fetched.updateComplete;
    await fetched.ready;
    expect(titles(fetched)).to.deep.equal(['Title of x']);
    given.data = null;
    await given.updateComplete;
    await given.ready;
    expect(titles(given)).to.deep.equal(['Title of x']);
  });

  it('are no other scripts, nothing meant for a slot, and no text: then the bundled report is shown', async () => {
    const template = node('template');
    template.content.append(tableOf());
    const element = await mountWith(
      template,
      node('p', {}, 'A paragraph'),
      script('text/javascript', 'window.ranHere = 1'),
      script('application/ld+json', json),
      script('application/json', json, { src: '/test-server/slow.json?ms=0' }),
      node('div', { slot: 'footer' }, tableOf()),
    );
    expect(element.events).to.have.length(33);
    delete (window as { ranHere?: unknown }).ranHere;
  });

  it('that hold no events fail with a sentence, and what is between the tags is shown', async () => {
    const fallback = node('p', {}, 'The same in words');
    const element = await mountWith(script('application/json', 'not at all'), fallback);
    expect(textOf(one(element, '.message'))).to.contain('<script> was read, but it holds no events');
    expect(has(element, '.message button')).to.equal(false);
    expect(element.issues[0]).to.include({ code: 'load-failed', path: '<script>' });
    expect(height(fallback)).to.be.above(5);
  });

  it('are text, whatever they hold', async () => {
    const attack = '<img src=x onerror="window.attacked = true">';
    const element = await mountWith(tableOf(row('td', '2016-05-17', attack, attack)));
    expect(titles(element)[2]).to.equal(attack);
    expect(all(element, 'img')).to.deep.equal([]);
    expect((window as { attacked?: unknown }).attacked).to.equal(undefined);
  });
});

describe('readTable(table)', () => {
  const read = (table: HTMLTableElement) => {
    const { header, rows, title } = readTable(table);
    return { header, rows: [...rows], ...(title !== undefined && { title }) };
  };
  const spanning = (tag: 'td' | 'th', text: string, span: Readonly<Record<string, string>>) => node(tag, span, text);

  it('takes the first row of the head, else of headings, else of all for the names', () => {
    const records = [['2016', 'A']];
    const names = ['Date', 'Actor'];
    const record = () => row('td', '2016', 'A');
    for (const table of [
      node('table', {}, node('thead', {}, row('td', ...names)), record()),
      node('table', {}, row('th', ...names), record()),
      node('table', {}, node('tbody', {}, row('td', 'Table 1')), node('tbody', {}, row('th', ...names), record())),
      node('table', {}, row('td', ...names), record()),
      // Headings of rows are none of columns.
      node('table', {}, row('td', ...names), row('td', node('th', { scope: 'row' }, '2016'), 'A')),
      node('table', {}, record(), node('thead', {}, row('th', ...names))),
    ]) {
      expect(read(table)).to.deep.equal({ header: names, rows: records });
    }
  });

  it('reads text as it is read, and leaves scripts, styles and the foot out', () => {
    const cell = node(
      'td',
      {},
      '  one\n\t two',
      node('br'),
      'three',
      node('p', {}, 'four'),
      node('p', {}, node('b', {}, 'fi'), 've'),
      node('style', {}, 'td {}'),
      node('script', { type: 'text/plain' }, 'no'),
    );
    const table = node(
      'table',
      {},
      row('th', ' A ', 'B'),
      row('td', cell, 'x'),
      node('tfoot', {}, row('td', 'Sum', '2')),
    );
    expect(read(table)).to.deep.equal({ header: ['A', 'B'], rows: [['one two three four five', 'x']] });
  });

  it('takes a date as it is marked up, unless it stands in a sentence', () => {
    const time = (datetime: string, text: string) => node('time', datetime ? { datetime } : {}, text);
    const table = node(
      'table',
      {},
      row('th', 'Date', 'Title'),
      row(
        'td',
        time('2016-05-14', 'last Saturday'),
        node('td', {}, 'On ', time('2016-05-14', 'that Saturday'), ' shells fell on the market.'),
      ),
      row('td', node('td', {}, time('2016-05-14', '14'), ' – ', time('2016-05-16', '16 May')), 'x'),
      row('td', node('td', {}, 'Sat, ', time('2016-05-14', '14 May')), 'x'),
      row('td', node('td', {}, time('', '14 May 2016')), 'x'),
    );
    expect(read(table).rows).to.deep.equal([
      ['2016-05-14', 'On that Saturday shells fell on the market.'],
      ['2016-05-14 – 2016-05-16', 'x'],
      ['Sat, 2016-05-14', 'x'],
      ['14 May 2016', 'x'],
    ]);
  });

  it('gives the first link of a row as its url, where the table has none', () => {
    const link = (href: string, text: string) => node('a', { href }, text);
    const cells = (...first: readonly Child[]) => row('td', node('td', {}, ...first), 'more');
    const rows = () => [
      cells(link('#note', '[1]'), link('https://example.org/a?b=c', 'A'), link('https://example.org/z', 'Z')),
      cells('none'),
      cells(link('/here', 'here')),
    ];
    expect(read(node('table', {}, row('th', 'Title', 'Note'), ...rows()))).to.deep.equal({
      header: ['url', 'Title', 'Note'],
      rows: [
        ['https://example.org/a?b=c', '[1]AZ', 'more'],
        ['', 'none', 'more'],
        [`${location.origin}/here`, 'here', 'more'],
      ],
    });
    expect(read(node('table', {}, row('th', 'Title', 'URL'), ...rows())).rows[0]).to.deep.equal(['[1]AZ', 'more']);
    expect(read(node('table', {}, row('th', 'Title', 'Note'), cells('x'))).header).to.deep.equal(['Title', 'Note']);
  });

  it('puts a cell into each row that it spans, and into the first column', () => {
    const table = node(
      'table',
      {},
      row('th', 'Date', 'Actor', 'Title', 'Note'),
      row('td', spanning('td', '2016-05-14', { rowspan: '2' }), 'A', spanning('td', 'wide', { colspan: '2' })),
      row('td', spanning('td', 'B', { rowspan: '0' }), 'second', ''),
      row('td', '2016-05-16', 'third', 'n'),
    );
    expect(read(table).rows).to.deep.equal([
      ['2016-05-14', 'A', 'wide', ''],
      ['2016-05-14', 'B', 'second', ''],
      ['2016-05-16', 'B', 'third', 'n'],
    ]);
  });

  it('keeps a span within its group of rows', () => {
    const table = node(
      'table',
      {},
      row('th', 'A', 'B'),
      node('tbody', {}, row('td', spanning('td', 'x', { rowspan: '9' }), '1')),
      node('tbody', {}, row('td', 'y', '2')),
    );
    expect(read(table).rows).to.deep.equal([
      ['x', '1'],
      ['y', '2'],
    ]);
  });

  it('finds the names of columns under a common heading', () => {
    const head = node(
      'thead',
      {},
      row('th', spanning('th', 'Date', { rowspan: '2' }), spanning('th', 'Killed', { colspan: '2' }), 'Title'),
      row('th', 'low', 'high', ''),
    );
    expect(read(node('table', {}, head, row('td', '2016', '1', '2', 'x')))).to.deep.equal({
      header: ['Date', 'low', 'high', 'Title'],
      // The second row of the head counts as a row.
      rows: [[], ['2016', '1', '2', 'x']],
    });
  });

  it('counts what is no record, and reads nothing of it', () => {
    const table = node(
      'table',
      {},
      row('th', 'Date', 'Title'),
      row('td', spanning('th', 'May 2016', { colspan: '2' })),
      row('td', '2016-05-14', 'x'),
      row('th', 'Date', 'Title'),
      row('td', '2016-05-16', 'y'),
    );
    expect(read(table).rows).to.deep.equal([[], ['2016-05-14', 'x'], [], ['2016-05-16', 'y']]);
  });

  it('reads nothing as nothing', () => {
    expect(read(node('table'))).to.deep.equal({ header: [], rows: [] });
    expect(read(node('table', {}, node('thead'), node('tbody')))).to.deep.equal({ header: [], rows: [] });
    expect(read(node('table', {}, row('th', 'Date')))).to.deep.equal({ header: ['Date'], rows: [] });
  });
});

describe('a change between the tags', () => {
  const settled = async (element: HTMLElementTagNameMap['report-timeline']) => {
    await frame();
    await element.updateComplete;
    await element.ready;
    await drawn(element);
  };

  it('is followed: the text of a script, a script that comes, one that goes', async () => {
    const first = script('text/csv', csv);
    const element = await mountWith(first);
    const log = record(element);
    first.textContent = csv.replace('First', 'Other');
    await settled(element);
    expect(titles(element)).to.deep.equal(['Other', 'Second']);
    first.firstChild!.nodeValue = csv.replace('First', 'Third');
    await settled(element);
    expect(titles(element)).to.deep.equal(['Third', 'Second']);
    first.before(script('application/json', json));
    await settled(element);
    expect(titles(element)).to.deep.equal(['Title of x']);
    element.replaceChildren();
    await settled(element);
    expect(element.events).to.have.length(33);
    expect(log).to.deep.equal(['load api 2', 'load api 2', 'load api 1', 'load api 33']);
  });

  it('is one load, however much changes at once', async () => {
    const table = tableOf();
    const element = await mountWith(table);
    const log = record(element);
    for (let i = 0; i < 20; i++) table.tBodies[0]!.append(row('td', '2016-05-18', 'Army', `Row ${i}`));
    table.tBodies[0]!.rows[0]!.cells[2]!.textContent = 'Changed';
    await settled(element);
    expect(titles(element)).to.have.length(22);
    expect(titles(element)[0]).to.equal('Changed');
    expect(log).to.deep.equal(['load api 22']);
  });

  it('is followed when only a date as it is marked up changes', async () => {
    const time = node('time', { datetime: '2016-05-18' }, 'later');
    const element = await mountWith(tableOf(row('td', time, 'Army', 'Third')));
    expect(element.events[2]!.when).to.equal('2016-05-18');
    time.dateTime = '2016-05-19';
    await settled(element);
    expect(element.events[2]!.when).to.equal('2016-05-19');
  });

  it('is none where it does not touch the data', async () => {
    const [footer, other] = [node('p', { slot: 'footer' }, 'x'), node('p', {}, 'y')];
    const element = await mountWith(script('text/csv', csv), footer, other, tableOf());
    element.select(element.events[0]!.id);
    await drawn(element);
    const log = record(element);
    footer.textContent = 'z';
    other.remove();
    element.querySelector('td')!.textContent = 'of the table';
    await settled(element);
    expect(log).to.deep.equal([]);
    expect(has(element, '.event')).to.equal(true);
  });

  it('is none while the page gives data itself', async () => {
    const table = tableOf();
    const element = await mount({}, { children: [table], data: report([event('g', '2016-05-14')]) });
    const log = record(element);
    table.tBodies[0]!.append(row('td', '2016-05-18', 'Army', 'New'));
    await settled(element);
    expect(log).to.deep.equal([]);
    element.data = null;
    await settled(element);
    expect(titles(element)).to.deep.equal(['First', 'Second', 'New']);
  });

  it('is found when the element comes back, and a move is none', async () => {
    const table = tableOf();
    const element = await mountWith(table);
    const box = element.parentElement!;
    const log = record(element);
    element.remove();
    await frame();
    box.append(element);
    await settled(element);
    const other = document.createElement('div');
    box.append(other);
    other.append(element);
    await settled(element);
    expect(log, 'moved').to.deep.equal([]);
    element.remove();
    table.tBodies[0]!.append(row('td', '2016-05-18', 'Army', 'While away'));
    await frame();
    expect(log, 'nothing is watched away from the page').to.deep.equal([]);
    other.append(element);
    await settled(element);
    expect(titles(element)).to.deep.equal(['First', 'Second', 'While away']);
    expect(log).to.deep.equal(['load api 3']);
  });

  it('reads again with another order of dates, and in another format', async () => {
    const element = await mountWith(script('text/csv', csv.replace('2016-05-14', '04/05/2016')));
    expect(element.issues.map(({ code }) => code)).to.include('ambiguous-date');
    element.dateOrder = 'dmy';
    await settled(element);
    expect(element.events[0]!.when).to.equal('2016-05-04');
    element.dateOrder = 'mdy';
    await settled(element);
    expect(element.events[0]!.when).to.equal('2016-04-05');
  });
});

describe('an element in a page that is being parsed', () => {
  /** A page of its own, into which text comes as from the network. */
  async function openPage() {
    const box = node('div', { class: 'place' });
    const page = box.appendChild(node('iframe'));
    document.body.append(box);
    const inner = page.contentDocument!;
    inner.open();
    inner.write('<!doctype html><html lang="en"><script type="module" async src="/src/index.ts"></' + 'script><body>');
    await (page.contentWindow as unknown as Window).customElements.whenDefined('report-timeline');
    return {
      write: async (text: string) => {
        inner.write(text);
        await frame();
        await frame();
      },
      close: () => inner.close(),
      get element() {
        return inner.querySelector('report-timeline')!;
      },
    };
  }
  const start = '<table><tr><th>date<th>actor<th>title<tr><td>2016-05-14<td>Army<td>First';
  const rest = '<tr><td>2016-05-16<td>Rebels<td>Second</table>';

  it('waits for the end of its children', async () => {
    const page = await openPage();
    await page.write(`<report-timeline>${start}`);
    const log = record(page.element);
    expect(page.element.shadowRoot, 'it is upgraded').not.to.equal(null);
    expect(page.element.events, 'nothing is shown yet').to.deep.equal([]);
    expect(has(page.element, '.message, .cell')).to.equal(false);
    await page.write(rest);
    expect(page.element.events).to.deep.equal([]);
    await page.write('</report-timeline><p>');
    await page.element.ready;
    expect(titles(page.element)).to.deep.equal(['First', 'Second']);
    page.close();
    await frame();
    await drawn(page.element);
    expect(log).to.deep.equal(['load api 2']);
  });

  it('waits for the end of the page where nothing follows it', async () => {
    const page = await openPage();
    await page.write(`<main><report-timeline>${start}${rest}</report-timeline></main>`);
    expect(page.element.events).to.deep.equal([]);
    page.close();
    await page.element.ready;
    expect(titles(page.element)).to.deep.equal(['First', 'Second']);
  });

  it('shows the bundled report as soon as it has no children', async () => {
    const page = await openPage();
    await page.write('<div><report-timeline></report-timeline></div> <p>');
    await until(() => page.element.events.length > 0);
    expect(page.element.events).to.have.length(33);
    page.close();
  });

  it('does not wait where it has data or src', async () => {
    const page = await openPage();
    await page.write(`<report-timeline src="/test-server/slow.json?ms=0">${start}`);
    await page.element.ready;
    expect(titles(page.element)).to.deep.equal(['One']);
    await page.write(`${rest}</report-timeline><p>`);
    page.close();
    await frame();
    expect(titles(page.element)).to.deep.equal(['One']);
  });
});

it('a table made by the page before it is in the document is read at once', () => {
  const element = place({}, { children: [tableOf()] });
  return element.updateComplete.then(() => expect(titles(element)).to.deep.equal(['First', 'Second']));
});

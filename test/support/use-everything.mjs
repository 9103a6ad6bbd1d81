/** What `useEverything` needs on the page, besides a first timeline that has no data of its own. */
export const timelines = `
  <report-timeline id="timeline"></report-timeline>
  <report-timeline id="csv" controls="none"><script type="text/csv">
date,title,actor
18 May 2016,Bridge closed,City council
between 14 and 18 May 2016,Leak in the dyke,Dyke board
  </script></report-timeline>
  <report-timeline id="table" controls="none"><table>
    <tr><th>date</th><th>title</th></tr><tr><td>18 May 2016</td><td>Bridge closed</td></tr>
  </table></report-timeline>`;

/** Many events of many lanes: columns of counts, a menu of lanes, folded lanes, and more bytes than are read on the page. */
function large() {
  const events = Array.from({ length: 6000 }, (_, i) => ({
    id: `e${i}`,
    start: new Date(Date.UTC(2011, 0, 1) + ((i * 2654435761) % 4294967296) * 73).toISOString(),
    actor: `Group ${i % 12 === 0 ? i % 360 : i % 2}`,
    title: `Event ${i}`,
    description: 'What the source says of it, in a sentence or two: who was there, what was seen and heard.',
  }));
  return JSON.stringify({ events });
}

export const files = {
  '/data.json': JSON.stringify({ events: [{ id: 'x', when: '2016', title: '<b>x</b>', actors: ['a'] }] }),
  '/large.json': large(),
  '/broken.json': '{"events": [{"when": "2016-13-45", "title": "What is wrong"}, 7',
};

/**
 * Does in the first timeline all that a reader and a page can do, as far as a script can: what needs the hand of a reader
 * has it, by mouse, pen and keys.
 */
export async function useEverything(tab) {
  const inside = (selector) => `#timeline >>> ${selector}`;
  const rested = () =>
    tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const find = async (selector) => {
    const node = await tab.$(inside(selector));
    if (!node) throw new Error(`The timeline has no ${selector} where one was to be used.`);
    return node;
  };
  const press = async (selector) => {
    await (await find(selector)).evaluate((node) => node.click());
    await rested();
  };
  const change = async (properties) => {
    await tab.evaluate(async (values) => {
      const element = document.getElementById('timeline');
      Object.assign(element, values);
      await element.updateComplete;
      await element.ready;
    }, properties);
    await rested();
  };
  const type = async (selector, text) => {
    await (await find(selector)).focus();
    await tab.keyboard.type(text);
    await rested();
  };
  const keys = async (selector, ...names) => {
    await (await find(selector)).focus();
    for (const name of names) await tab.keyboard.press(name);
    await rested();
  };
  const view = (n) => press(`.tools > .buttons:first-child button:nth-of-type(${n})`);
  const middle = async (selector, shareX = 0.5) => {
    const box = await (await find(selector)).boundingBox();
    return [box.x + box.width * shareX, box.y + box.height / 2];
  };

  await tab.evaluate(async () => {
    const all = [...document.querySelectorAll('report-timeline')];
    await Promise.all(all.map(({ ready }) => ready));
    const empty = all.filter(({ events }) => events.length === 0);
    if (empty.length > 0) throw new Error(`nothing was read between the tags: ${empty.map(({ id }) => id)}`);
    const types = ['select', 'range-change', 'filter-change', 'load', 'error'].map((name) => `timeline-${name}`);
    window.heard = new Set();
    for (const name of types) all[0].addEventListener(name, () => window.heard.add(name));
    all[0].scrollIntoView();
  });

  const hands = async () => {
    const box = await (await find('.lanes')).boundingBox();
    const [x, y] = [box.x + box.width * 0.7, box.y + 120];
    await tab.mouse.move(x, y);
    await tab.mouse.wheel({ deltaY: 60 });
    await tab.keyboard.down('Control');
    await tab.mouse.wheel({ deltaY: -120 });
    await tab.keyboard.up('Control');
    await tab.mouse.move(x, y - 60);
    await tab.mouse.down();
    await tab.mouse.move(x + 80, y - 60);
    await tab.mouse.up();
    await tab.mouse.click(x, y - 60, { count: 2 });
    const [brushX, brushY] = await middle('.brush');
    await tab.mouse.move(brushX, brushY);
    await tab.mouse.down();
    await tab.mouse.move(brushX + 40, brushY);
    await tab.mouse.up();
    await rested();
  };
  const gridKeys = async () => {
    await keys('.cell[tabindex="0"]', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'End', 'Home', 'PageUp', 'PageDown');
    await keys('.cell[tabindex="0"]', '+', '-', '0', 'n', 'p', 'Enter', 'Escape', '?');
    await press('.help button');
  };
  const chooser = async () => {
    await change({ from: '2016-05-16', to: '2016-05-17' });
    await (await find('.cell[aria-label*="al-Tanf"]')).evaluate((cell) => cell.scrollIntoView({ block: 'center' }));
    await rested();
    const { y } = await (await find('.cell[aria-label*="al-Tanf"]')).boundingBox();
    const plot = await (await find('.brush')).boundingBox();
    const pen = {
      x: Math.round(plot.x + 20),
      y: Math.round(y + 12),
      button: 'left',
      clickCount: 1,
      pointerType: 'pen',
    };
    const client = await tab.createCDPSession();
    await client.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...pen });
    await client.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...pen });
    await client.detach();
    await rested();
    await press('.chooser button');
    await change({ from: null, to: null });
  };
  const filters = async () => {
    await press('.chip');
    await press('.chip');
    await press('.facet-menu button');
    await press('.facet-menu input');
    await press('.remover');
    await type('.search .field', 'Deir');
    await keys('.search .field', 'Enter', 'Enter', 'Escape');
    await press('.tools > .buttons[aria-label=Zoom] button');
  };
  const copies = async () => {
    await change({ linkState: 't' });
    await press('.story button:last-child');
    await press('.copy-link');
    await tab.evaluate(() => location.replace('#t=event:e24;view:list'));
    await tab.waitForFunction(() => document.getElementById('timeline').shadowRoot.querySelector('.list'));
    await view(3);
    await press('.copy-table');
    await change({ linkState: null });
  };
  const views = async () => {
    await view(1);
    await press('.buttons[aria-label=Zoom] button:nth-of-type(2)');
    await view(3);
    await press('.active-range button');
    await press('.table th[scope=col] button');
    await press('.table th[scope=row] button');
    await view(2);
    await press('.item-title');
    await view(1);
    await press('.language');
    await change({ lang: 'en', dir: 'rtl', axisDirection: 'rtl' });
    await change({ dir: '', axisDirection: 'auto', groupBy: 'place' });
    await change({ groupBy: null, theme: 'dark', headingLevel: 3, heading: 'Heading' });
  };
  const exports = async () => {
    const client = await tab.createCDPSession();
    await client.send('Page.setDownloadBehavior', { behavior: 'deny' });
    await press('.export button');
    await press('.export-row button:nth-of-type(2)');
    for (const kind of ['svg', 'png', 'csv', 'json']) await press(`[data-save=${kind}]`);
    for (const n of [3, 2, 1]) await press(`.export section:last-of-type .export-row button:nth-of-type(${n})`);
    await press('[data-copy]');
    await change({ linkState: 't' });
    await press('.export .copy-link');
    await change({ linkState: null });
    await client.detach();
  };
  const paper = async () => {
    for (const type of ['beforeprint', 'afterprint']) {
      await tab.evaluate((name) => window.dispatchEvent(new Event(name)), type);
      await rested();
    }
    await tab.emulateMediaType('print');
    await rested();
    await tab.emulateMediaType('screen');
    await rested();
  };
  const surroundings = async () => {
    // Text alone is larger and wider, as readers' style sheets make it.
    await (await find('.root')).evaluate((root) => (root.style.wordSpacing = root.style.letterSpacing = '0.16em'));
    await rested();
    await (await find('.root')).evaluate((root) => (root.style.wordSpacing = root.style.letterSpacing = ''));
    const { width, height } = tab.viewport();
    await tab.setViewport({ width: 400, height });
    await rested();
    await press('.menu button');
    await tab.setViewport({ width, height });
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await rested();
    await tab.emulateMediaFeatures([]);
  };
  const ways = async () => {
    await change({ src: '/data.json' });
    await change({ src: '/broken.json' });
    await change({ src: '/missing.json' });
    await change({ src: null, data: 'date,title\n2016-05-18,A line' });
    await tab.evaluate(async () => {
      const element = document.getElementById('timeline');
      element.data = new File(['date\ttitle\n2016-05-18\tA file'], 'events.tsv');
      await element.updateComplete;
      await element.ready;
    });
    await change({ data: null, src: '/large.json' });
    await view(1);
    await press('.menu button');
    await press('.menu input');
    await press('.menu button');
    await press('.lane-head');
    await keys('.cell[tabindex="0"]', 'ArrowRight', 'Enter');
    await press('.story button:last-child');
    await view(3);
    await press('.table th[scope=col] button');
    await change({ src: null });
    await view(1);
  };
  const files = () =>
    tab.evaluate(async () => {
      const element = document.getElementById('timeline');
      element.toSVG();
      await element.toPNG();
      element.toCSV();
      element.toJSON();
      element.zoomTo('2016-05-14', '2016-05-16');
      element.fit();
      element.select('e24');
    });

  const steps = { hands, gridKeys, chooser, filters, copies, views, exports, paper, surroundings, ways, files };
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step();
    } catch (error) {
      throw new Error(`While using the timeline (${name}): ${error.message}`, { cause: error });
    }
  }
  await tab.waitForFunction(() => window.heard.size === 5);
}

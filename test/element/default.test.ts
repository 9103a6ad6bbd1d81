import { expect } from 'chai';
import { ReportTimelineElement } from '../../src/index.js';
import type * as index from '../../src/index.js';
import report from '../../data/deir-ez-zor-2016-05.json';
import { all, has, laneNames, mount, next, one, place, record, textOf } from './support/element.js';

describe('<report-timeline> without attributes', () => {
  it('shows the bundled report: 33 events in five lanes, each with its count', async () => {
    const element = await mount();
    expect(element.events.map(({ id }) => id)).to.deep.equal(report.events.map(({ id }) => id));
    expect(element.events).to.have.length(33);
    expect(textOf(one(element, '.title'))).to.equal(report.title.en);
    expect(textOf(one(element, '.summary'))).to.equal(report.summary.en);

    const lanes = all(element, '.lane-label').map((label) => label.getAttribute('aria-label'));
    const countOf = (actor: string) => report.events.filter(({ actors }) => actors.includes(actor)).length;
    const isExact = (when: string | null) => /^\d{4}-\d\d-\d\d$/.test(when ?? '');
    const exactOf = (actor: string) =>
      report.events.filter(({ actors, when }) => actors.includes(actor) && isExact(when)).length;
    const expected = report.actors.map(
      ({ id, name }) =>
        `${name.en}, ${countOf(id)} event${countOf(id) === 1 ? '' : 's'}, ${exactOf(id)} with an exact day`,
    );
    expect(lanes).to.deep.equal(expected);
    expect(all(element, '.lane-label .count').map(textOf)).to.deep.equal(['18', '11', '1', '1', '3']);
  });

  it('has a cell for every event in each of its lanes, named in a sentence', async () => {
    const element = await mount();
    const names = all(element, '.cell').map((cell) => cell.getAttribute('aria-label')!);
    // One clash stands in two lanes.
    expect(names).to.have.length(34);
    for (const { title } of report.events)
      expect(names.filter((name) => name.includes(title.en)).length).to.be.above(0);
    expect(names.find((name) => name.includes('Panorama checkpoint'))).to.match(
      /^\d+ of 11 in ISIS\. Sometime between .*May.*, likely on .*14.*\. Panorama checkpoint attacked and captured\. Southern entrance and Panorama\. Killed: number not stated \(the source says “many”\)\. Injured: number not stated \(the source says “many”\)\. According to Akhbar Al Aan/,
    );
  });

  it('is ready once it is drawn, with nothing to complain of', async () => {
    const element = place();
    const loaded = next(element, 'timeline-load');
    expect(await element.ready).to.equal(element);
    expect(has(element, '.cell')).to.equal(true);
    const { count, issues, source, bubbles, composed } = await loaded;
    expect({ count, issues, source, bubbles, composed }).to.deep.equal({
      count: 33,
      issues: [],
      source: 'api',
      bubbles: true,
      composed: true,
    });
    expect(element.issues).to.deep.equal([]);
  });

  it('shows first where the events are dense', async () => {
    const element = await mount();
    const { from, to } = element.range!;
    expect(from.getTime()).to.be.within(Date.UTC(2016, 4, 12), Date.UTC(2016, 4, 14));
    expect(to.getTime()).to.be.within(Date.UTC(2016, 4, 20), Date.UTC(2016, 4, 22));
    expect(textOf(one(element, '.status'))).to.match(
      /^From 14 to 19 May 2016\. 33 of 33 events; 1 starts before this view\.$/,
    );
  });

  it('says nothing to the page but that it has loaded', async () => {
    const element = place();
    const log = record(element);
    await element.ready;
    expect(log).to.deep.equal(['load api 33']);
  });

  it('has painted: each lane has its own colour', async () => {
    const element = await mount();
    const canvas = one<HTMLCanvasElement>(element, '.surface');
    expect(canvas.width).to.be.above(800);
    const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
    const colours = new Set<string>();
    for (let i = 0; i < pixels.length; i += 4)
      if (pixels[i + 3] === 255) colours.add(`${pixels[i]},${pixels[i + 1]},${pixels[i + 2]}`);
    const inks = ['22,51,95', '154,106,18', '124,63,138', '10,115,102'];
    expect(inks.filter((ink) => !colours.has(ink))).to.deep.equal([]);
  });
});

describe('the tag', () => {
  it('is defined once, also where the script is there twice', async () => {
    expect(customElements.get('report-timeline')).to.equal(ReportTimelineElement);
    // Another address is another module: what a second copy in a bundle is.
    const second = (await import(`../../src/index.ts?${'again'}`)) as typeof index;
    expect(customElements.get('report-timeline')).to.equal(ReportTimelineElement);
    expect(second.ReportTimelineElement).to.be.a('function');
    const element = await mount();
    expect(laneNames(element)).to.have.length(5);
  });
});

import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { event, report } from './support/data.js';
import { all, drawn, fact, facts, has, mount, one, textOf } from './support/element.js';

const inEnglish = { lang: 'en' };
const inArabic = { lang: 'ar-SY' };

/** Written for this test; no such town, no such board. */
const acled = [
  'event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,location,latitude,longitude,geo_precision,source,notes,fatalities',
  'MRN1,2031-03-10,2031,1,Strategic developments,Agreement,Harbour Board,Labor Group; Fishers,Other,Dock Workers,,Other,Port Marren,36.1,-3.2,2,Marren Herald; Radio Ferry,They agreed.,0',
].join('\n');

async function selected(element: ReportTimelineElement): Promise<ReportTimelineElement> {
  element.select(element.events[0]!.id);
  await drawn(element);
  return element;
}
const textOfFact = (element: ReportTimelineElement, label: string) =>
  textOf(fact(element, label)).slice(label.length).trim();

describe('an event of another form', () => {
  it('says its kind, who was with the actors, and how exact the place is', async () => {
    const element = await selected(await mount(inEnglish, { data: acled }));
    expect(element.account!.format).to.equal('acled');
    expect(textOf(one(element, '.event .parties'))).to.equal('Harbour Board · Dock Workers as the two sides');
    expect(textOfFact(element, 'Kind')).to.equal('Strategic developments');
    expect(textOfFact(element, 'Together with')).to.equal('Labor Group and Fishers');
    expect(textOfFact(element, 'Where')).to.equal('Port Marren (near that place)');
    expect(textOfFact(element, 'Who says so')).to.equal('Marren Herald. Radio Ferry.');
    // Nobody says who fought whom.
    expect(textOf(one(element, '.legend')))
      .to.contain('two sides: one event in two lanes')
      .and.not.to.contain('fighting');

    const arabic = await selected(await mount(inArabic, { data: acled }));
    expect(textOfFact(arabic, 'مع')).to.equal('Labor Group وFishers');
    expect(textOfFact(arabic, 'أين')).to.equal('Port Marren (قرب هذا المكان)');
    expect(textOf(one(arabic, '.legend'))).to.contain('طرفان: حدث واحد في مسارين');
  });

  it('says nothing of casualties where nobody would ask, and does where people do', async () => {
    const comet = await selected(await mount(inEnglish, { data: 'date,actor,title\n1758-12-25,Palitzsch,Comet seen' }));
    expect(facts(comet)).not.to.contain('Killed and injured');
    expect(textOfFact(await selected(await mount(inEnglish, { data: acled })), 'Killed and injured')).to.match(/./);
    const own = await selected(await mount(inEnglish, { data: report([event('x', '2016-05-14')]) }));
    expect(textOfFact(own, 'Killed and injured')).to.equal('No casualties stated.');
    expect(facts(own)).not.to.include.members(['Kind']);
  });

  it('has its kind above the title where nobody is named', async () => {
    const element = await selected(
      await mount(inEnglish, { data: 'date,type,title\n1969-07-20,Landing,The Eagle has landed' }),
    );
    expect(textOf(one(element, '.event .parties'))).to.equal('Landing');
    expect(facts(element)).not.to.contain('Kind');
  });

  it('names whoever says so by the address where there is no name, with the date of it', async () => {
    const claims = [{ url: 'https://www.example.org/a?b=1', date: '2016-05-15' }, { by: 'Somebody' }];
    const element = await selected(await mount(inEnglish, { data: report([event('x', '2016-05-14', { claims })]) }));
    expect(textOfFact(element, 'Who says so')).to.match(
      /^example\.org, on 15 May 2016\. Read it in the source\s*Somebody\.$/,
    );
  });

  it('has the addresses in its text as links', async () => {
    const summary = 'See https://example.org/x. Not javascript:alert(1).';
    const element = await selected(await mount(inEnglish, { data: report([event('x', '2016-05-14', { summary })]) }));
    const text = one(element, '.event-summary');
    expect(textOf(text)).to.equal(summary);
    expect([...text.querySelectorAll('a')].map(({ href, rel }) => [href, rel])).to.deep.equal([
      ['https://example.org/x', 'noopener noreferrer'],
    ]);
  });

  it('takes the attribution of its data along in a picture', async () => {
    const element = await mount(inEnglish, { data: acled });
    const attribution = textOf(one(element, '.attribution'));
    expect(attribution).to.contain('ACLED');
    const picture = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
    const texts = [...picture.querySelectorAll('text')].map(textOf).join(' ');
    expect(texts).to.contain(attribution.slice(0, 40));
    expect(all(element, '.attribution')).to.have.length(1);
    expect(has(element, '[download]')).to.equal(false);
  });
});

import { expect } from 'chai';
import { mount, drawn, until, one, all, has, rangeOf } from './support/element.js';
import { focused, nameOf, laneOf, press } from './support/keys.js';

describe('a million events', () => {
  const count = 1_000_000;
  const lanes = 10;
  const first = Date.UTC(2000, 0, 1);
  const dayOf = (i: number) => Math.floor((i * 7919) % 7300);
  const table = () => {
    const lines = ['id,date,actor,title'];
    const dates = Array.from({ length: 7300 }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10));
    for (let i = 0; i < count; i++) lines.push(`n${i},${dates[dayOf(i)]},Side ${i % lanes},Event ${i}`);
    return lines.join('\n');
  };

  it('are walked by keys: a few cells at a time, each with its true place', async () => {
    const element = await mount({ lang: 'en' }, { data: table() });
    expect(element.account!.rows).to.equal(count);
    expect(all(element, '.cell').length).to.be.at.most(240);
    one(element, '.grid [tabindex="0"]').focus();
    await press(element, 'Control+Home');
    expect(laneOf(element)).to.equal('Side 0');
    expect(focused(element)!.getAttribute('aria-colindex')).to.equal('2');
    await press(element, 'Control+End');
    expect(laneOf(element)).to.equal('Side 9');
    expect(focused(element)!.getAttribute('aria-colindex')).to.equal(
      one(element, '.grid').getAttribute('aria-colcount'),
    );
    await press(element, 'Home', 'ArrowRight', 'ArrowRight', 'ArrowUp');
    expect(focused(element)!.getAttribute('aria-colindex')).to.equal('4');
    expect(focused(element)!.closest('[data-lane]')!.getAttribute('aria-rowindex')).to.equal(
      String(Number(one(element, '.grid').getAttribute('aria-rowcount')) - 1),
    );
    // Lanes of so many are counted down to the day: what comes of them by name is one of their own days, listed.
    for (let i = 0; i < 8 && focused(element)?.matches('[data-bin]'); i++) {
      const range = rangeOf(element);
      await press(element, 'Enter');
      await until(() => String(rangeOf(element)) !== String(range) || has(element, '.list'));
      await drawn(element);
    }
    expect(has(element, '.list')).to.equal(true);
    expect(focused(element)!.matches('.item-title')).to.equal(true);
    element.remove();
  }).timeout(120_000);

  it('are named one by one where few enough are near, as the n-th of all in the lane', async () => {
    // A thousand of them are in a lane of their own; the others are the crowd around.
    const lines = table().split('\n');
    const isRare = Array.from({ length: 1000 }, (_, k) => k * 1000 + ((k * 37) % 997));
    for (const i of isRare) lines[i + 1] = lines[i + 1]!.replace(/Side \d+/, 'Rare');
    const element = await mount({ lang: 'en', from: '2010-01-01', to: '2010-02-01' }, { data: lines.join('\n') });
    // In the order of time, ties in that of the file.
    const rare = isRare.map((i) => ({ i, id: `n${i}`, day: dayOf(i) })).sort((x, y) => x.day - y.day || x.i - y.i);
    await until(() => has(element, '.cell[data-event]'));
    const row = all(element, '[role=row]').find((node) => node.getAttribute('aria-label') === 'Rare')!;
    row.querySelector<HTMLElement>('.cell[data-event]')!.focus();
    await drawn(element);
    const idHere = () => element.events[Number(focused(element)!.dataset['event'])]!.id;
    const at = rare.findIndex(({ id }) => id === idHere());
    expect(at).to.be.above(0);
    for (let i = at; i < at + 12; i++) {
      expect(idHere()).to.equal(rare[i]!.id);
      expect(
        nameOf(element).startsWith(`${(i + 1).toLocaleString('en')} of 1,000 in Rare. `),
        nameOf(element),
      ).to.equal(true);
      expect(focused(element)!.getAttribute('aria-colindex')).to.equal(String(i + 2));
      await press(element, 'ArrowRight');
    }
    await press(element, 'End');
    expect(nameOf(element)).to.match(/^1,000 of 1,000 in Rare\. /);
    await press(element, 'Home');
    expect(nameOf(element)).to.match(/^1 of 1,000 in Rare\. /);
    expect(all(element, '.cell').length).to.be.at.most(241);
    element.remove();
  }).timeout(120_000);
});

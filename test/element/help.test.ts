import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { all, button, cdp, cell, clickAt, drawn, has, idOf, mount, one, record, textOf } from './support/element.js';

const focused = (element: ReportTimelineElement) => element.shadowRoot!.activeElement as HTMLElement | null;
const isOpen = (element: ReportTimelineElement): boolean => has(element, 'dialog.help[open]');
const press = async (element: ReportTimelineElement, key: string) => {
  await sendKeys({ press: key });
  await drawn(element);
};
/** As a keyboard of any layout would send it. */
const typed = async (
  element: ReportTimelineElement,
  target: EventTarget,
  key: string,
  more: KeyboardEventInit = {},
) => {
  const keyEvent = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
  target.dispatchEvent(keyEvent);
  await drawn(element);
  return keyEvent.defaultPrevented;
};

/** What is listed, as `keys: text`. */
const rows = (element: ReportTimelineElement): string[] =>
  all(element, '.help dl > div').map((row) => `${textOf(row.querySelector('dt'))}: ${textOf(row.querySelector('dd'))}`);

describe('the help', () => {
  it('is opened by its button and closed by its own; the focus comes back', async () => {
    const element = await mount();
    const opener = button(element, 'Help');
    expect(opener.getAttribute('aria-haspopup')).to.equal('dialog');
    opener.focus();
    await press(element, 'Enter');
    expect(isOpen(element)).to.equal(true);
    expect(focused(element), 'on its heading').to.equal(one(element, '.help-title'));
    expect(textOf(focused(element))).to.equal('How to use this timeline');
    await press(element, 'Tab');
    expect(focused(element)).to.equal(button(element, 'Close'));
    await press(element, 'Enter');
    expect(has(element, 'dialog')).to.equal(false);
    expect(focused(element)).to.equal(opener);
  });

  it('is opened by ? on an event, closed by Escape, which closes nothing else, and leads back to the event', async () => {
    const element = await mount({ event: 'e12' });
    const log = record(element);
    cell(element, 'e24').focus();
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', hear);
    await press(element, '?');
    expect(isOpen(element)).to.equal(true);
    await press(element, 'Escape');
    document.removeEventListener('keydown', hear);
    expect(has(element, 'dialog')).to.equal(false);
    expect(idOf(element, focused(element))).to.equal('e24');
    expect(element.event, 'the details are still open').to.equal('e12');
    expect(log).to.deep.equal([]);
    expect(heard, 'Escape was for the help alone').not.to.include('Escape');
  });

  it('is opened by the question mark of either writing, anywhere in the element but in its fields', async () => {
    const element = await mount({ lang: 'ar-SY' });
    for (const key of ['?', '؟']) {
      for (const selector of ['.chip', '.cell[tabindex="0"]', '.help-button']) {
        const target = one(element, selector);
        target.focus();
        expect(await typed(element, target, key), `${key} on ${selector}`).to.equal(true);
        expect(isOpen(element)).to.equal(true);
        await press(element, 'Escape');
        expect(isOpen(element)).to.equal(false);
      }
      const field = one(element, '.search input');
      field.focus();
      expect(await typed(element, field, key)).to.equal(false);
      expect(isOpen(element)).to.equal(false);
    }
    const target = one(element, '.chip');
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
      expect(await typed(element, target, '?', more)).to.equal(false);
  });

  it('leaves a question mark to what the page has put into a slot', async () => {
    const own = document.createElement('button');
    own.slot = 'details';
    const element = await mount({ event: 'e24' }, { children: [own] });
    own.focus();
    expect(await typed(element, own, '?')).to.equal(false);
    expect(isOpen(element)).to.equal(false);
  });

  it('is not there where the page does not want it, nor its key', async () => {
    const element = await mount({ controls: 'view details' });
    expect(has(element, '.help-button')).to.equal(false);
    const target = one(element, '.cell[tabindex="0"]');
    expect(await typed(element, target, '?')).to.equal(false);
    expect(textOf(one(element, '#grid-hint'))).to.equal('Arrow keys move between events.');
    const alone = await mount({ controls: 'help' });
    button(alone, 'Help').click();
    await drawn(alone);
    expect(isOpen(alone)).to.equal(true);
  });

  it('lists every key, and what hands can do', async () => {
    const element = await mount();
    button(element, 'Help').click();
    await drawn(element);
    expect(all(element, '.help-heading').map(textOf)).to.deep.equal([
      'Keys in the chart',
      'Keys in list and table',
      'Other keys',
      'What the controls do',
      'With a mouse',
      'By touch',
    ]);
    const listed = rows(element).map((row) => row.split(': ')[0]);
    expect(listed.slice(0, 20)).to.deep.equal([
      'Tab',
      '← →',
      '↑ ↓',
      'Home End',
      'Ctrl + Home Ctrl + End',
      'Page Up Page Down',
      '+ −',
      '0',
      'Enter Space',
      'Esc',
      'Tab',
      'Enter Space',
      'Esc',
      '?',
      'n p',
      'Enter',
      'Esc',
      'Filter',
      'Names of actors',
      'Table',
    ]);
    expect(rows(element)[0]).to.equal('Tab: enter the chart; Tab again: leave it');
    expect(rows(element).some((row) => row.startsWith('In order of: '))).to.equal(true);
    expect(rows(element)).to.include('Two fingers: zoom');
    expect(one(element, '.help').getAttribute('aria-label')).to.equal('How to use this timeline');
  });

  it('begins with what is shown, and says nothing of controls that are not there', async () => {
    const element = await mount({ view: 'list', controls: 'help' });
    button(element, 'Help').click();
    await drawn(element);
    const headings = all(element, '.help-heading').map(textOf);
    expect(headings.slice(0, 2)).to.deep.equal(['Keys in list and table', 'Keys in the chart']);
    expect(headings).not.to.include('What the controls do');
  });

  it('lists them in Arabic, the arrow first that leads to what comes first', async () => {
    const element = await mount({ lang: 'ar-SY' });
    one(element, '.help-button').click();
    await drawn(element);
    const along = rows(element)[1]!;
    expect(along).to.equal('→ ←: السابق والتالي في المسار كما تراهما؛ وقبل الأول اسم المسار');
    // As they lie on the keyboard: the arrow to the right stands right of the other.
    const [first, second] = [...all(element, '.help dt')[1]!.querySelectorAll('kbd')].map((key) =>
      key.getBoundingClientRect(),
    );
    expect(first!.left).to.be.above(second!.left);
    expect(rows(element).some((row) => row.startsWith('؟: '))).to.equal(true);
    const straight = await mount({ lang: 'ar-SY', 'axis-direction': 'ltr' });
    one(straight, '.help-button').click();
    await drawn(straight);
    expect(rows(straight)[1]).to.match(/^← →: /);
  });

  it('keeps the focus in itself, and is closed by a press beside it', async () => {
    const element = await mount();
    button(element, 'Help').click();
    await drawn(element);
    const dialog = one(element, 'dialog');
    for (let i = 0; i < 4; i++) {
      await press(element, 'Tab');
      const at = focused(element);
      expect(at === null || dialog.contains(at)).to.equal(true);
    }
    const { left, top } = dialog.getBoundingClientRect();
    await clickAt([left + 40, top + 60]);
    await drawn(element);
    expect(isOpen(element), 'a press inside').to.equal(true);
    await clickAt([Math.max(2, left - 10), top + 60]);
    await drawn(element);
    expect(isOpen(element)).to.equal(false);
  });

  it('fits a telephone, with a button to close it that a finger can hit and that stays in view', async () => {
    await setViewport({ width: 375, height: 640 });
    try {
      const element = await mount({}, { width: 343 });
      one(element, '.help-button').click();
      await drawn(element);
      const dialog = one(element, 'dialog');
      const box = dialog.getBoundingClientRect();
      expect(box.left).to.be.at.least(0);
      expect(box.right).to.be.at.most(375);
      expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
      expect(dialog.scrollHeight).to.be.above(dialog.clientHeight);
      dialog.scrollTop = dialog.scrollHeight;
      const close = button(element, 'Close').getBoundingClientRect();
      expect(Math.min(close.width, close.height)).to.be.at.least(24);
      expect(close.top).to.be.at.least(box.top);
      expect(close.bottom).to.be.at.most(box.bottom);
    } finally {
      await setViewport({ width: 1300, height: 1000 });
    }
  });

  it('has an edge in the reader’s own colours', async () => {
    await cdp('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    try {
      const element = await mount();
      button(element, 'Help').click();
      await drawn(element);
      const { borderTopColor, backgroundColor, borderTopWidth } = getComputedStyle(one(element, 'dialog'));
      expect(borderTopColor).not.to.equal(backgroundColor);
      expect(parseFloat(borderTopWidth)).to.be.at.least(1);
    } finally {
      await cdp('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'none' }] });
    }
  });

  it('is gone with the element, and closed when that comes back', async () => {
    const element = await mount();
    button(element, 'Help').click();
    await drawn(element);
    const place = element.parentElement!;
    element.remove();
    place.append(element);
    await drawn(element);
    expect(has(element, 'dialog')).to.equal(false);
    button(element, 'Help').click();
    await drawn(element);
    expect(isOpen(element)).to.equal(true);
  });
});

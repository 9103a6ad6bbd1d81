import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { mount, drawn, record, one, has, button, rangeOf } from './support/element.js';
import { focused, press, between } from './support/keys.js';

/** Every key that the element knows, wherever. */
const known = [
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['Enter', ' ', 'Escape', '+', '=', '-', '0', '٠', 'n', 'p', '?', '؟', 'Tab'],
];

describe('keys while the focus is elsewhere', () => {
  it('are not taken from a field, a button, a link, or the page itself, and nothing moves', async () => {
    const { element, before, after } = await between({ event: 'e24' });
    const field = document.createElement('input');
    const area = document.createElement('textarea');
    const link = document.createElement('a');
    link.href = '#';
    before.after(field, area, link);
    const log = record(element);
    const range = rangeOf(element);
    const view = one(element, '.main').className;
    for (const target of [field, area, link, before, after, document.body, document.documentElement]) {
      if (target instanceof HTMLElement && target !== document.body) target.focus();
      const here = document.activeElement;
      for (const key of known) {
        for (const more of [{}, { ctrlKey: true }, { shiftKey: true }]) {
          const init = { key, bubbles: true, composed: true, cancelable: true, ...more };
          for (const type of ['keydown', 'keypress', 'keyup']) {
            const keyEvent = new KeyboardEvent(type, init);
            target.dispatchEvent(keyEvent);
            expect(keyEvent.defaultPrevented, `${type} ${key} on ${target.tagName}`).to.equal(false);
          }
        }
      }
      await drawn(element);
      expect(document.activeElement).to.equal(here);
    }
    expect(log).to.deep.equal([]);
    expect(rangeOf(element)).to.deep.equal(range);
    expect(one(element, '.main').className).to.equal(view);
    expect(has(element, 'dialog[open]')).to.equal(false);
    expect(element.event).to.equal('e24');
  });

  it('are not even listened for', async () => {
    const heard: string[] = [];
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the target that it was asked of
    const original = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, ...rest: unknown[]) {
      if (/^key|^beforeinput|^input/.test(type) && (this === window || this === document || this === document.body))
        heard.push(type);
      return (original as (...all: unknown[]) => void).call(this, type, ...rest);
    };
    try {
      const element = await mount({ event: 'e24' });
      button(element, 'Help').click();
      await drawn(element);
      for (const name of ['List', 'Table', 'Chart']) {
        button(element, name).click();
        await drawn(element);
      }
    } finally {
      EventTarget.prototype.addEventListener = original;
    }
    expect(heard).to.deep.equal([]);
  });

  it('are text in fields, those of the page and those of the element', async () => {
    const field = document.createElement('input');
    const element = await mount();
    element.before(field);
    const log = record(element);
    const range = rangeOf(element);
    field.focus();
    await sendKeys({ type: '+-=0? np' });
    await press(element, 'ArrowLeft', 'Home', 'End', 'PageDown', 'PageUp', 'Escape');
    expect(field.value).to.equal('+-=0? np');
    expect(log).to.deep.equal([]);

    const own = one<HTMLInputElement>(element, '.search input');
    own.focus();
    await sendKeys({ type: '+-=0? np' });
    await press(element, 'ArrowLeft', 'Home', 'End', 'PageDown', 'PageUp');
    expect(own.value).to.equal('+-=0? np');
    expect(focused(element)).to.equal(own);
    expect(rangeOf(element)).to.deep.equal(range);
    expect(has(element, 'dialog[open]')).to.equal(false);
    expect(element.event ?? null).to.equal(null);
  });
});

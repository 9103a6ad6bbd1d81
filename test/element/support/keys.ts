import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../../src/element/report-timeline.js';
import { all, drawn, idOf, mount, next } from './element.js';

export const focused = (element: ReportTimelineElement) => element.shadowRoot!.activeElement as HTMLElement | null;
export const focusedId = (element: ReportTimelineElement) => idOf(element, focused(element));
export const nameOf = (element: ReportTimelineElement) => focused(element)?.getAttribute('aria-label') ?? '';
export const laneOf = (element: ReportTimelineElement) =>
  focused(element)?.closest('[data-lane]')?.getAttribute('aria-label');
export const stops = (element: ReportTimelineElement) => all(element, '.grid [tabindex="0"]');

/** `Control+Home`: with keys held down. */
export async function press(element: ReportTimelineElement, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    const held = key === '+' ? [] : key.split('+').slice(0, -1);
    for (const modifier of held) await sendKeys({ down: modifier });
    await sendKeys({ press: key === '+' ? key : key.split('+').at(-1)! });
    for (const modifier of held) await sendKeys({ up: modifier });
  }
  await drawn(element);
}

/** Acts, and waits until the view has come to rest. */
export async function moved(element: ReportTimelineElement, act: () => unknown): Promise<void> {
  const ended = next(element, 'timeline-range-change');
  await act();
  await ended;
  await drawn(element);
}

/** The element with a button before it and one after, and the focus on the first. */
export async function between(attributes: Readonly<Record<string, string>> = {}, data?: unknown) {
  const element = await mount(attributes, data === undefined ? {} : { data });
  const [before, after] = [document.createElement('button'), document.createElement('button')];
  before.textContent = 'before';
  after.textContent = 'after';
  element.before(before);
  element.after(after);
  before.focus();
  return { element, before, after };
}

/** What Tab goes through from one button of the page to the other. */
export async function tabThrough(element: ReportTimelineElement, to: Element, key = 'Tab'): Promise<HTMLElement[]> {
  const visited: HTMLElement[] = [];
  for (let i = 0; i < 80 && document.activeElement !== to; i++) {
    await press(element, key);
    const node = focused(element);
    if (node) visited.push(node);
  }
  expect(document.activeElement, 'no trap').to.equal(to);
  return visited;
}

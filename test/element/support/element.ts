import { resetMouse, sendMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../src/index.js';
import type { ReportTimelineElement } from '../../../src/element/report-timeline.js';
import { sizes } from '../../../src/core/layout/sizes.js';
import { doubleClick as doubleClickIn, turnWheel, type Modifier } from '../../support/input.js';

export { cdp, emulateMedia, touch, type Modifier } from '../../support/input.js';

/**
 * Every test that imports this gets an empty page, fails when an error or a rejection reaches the window, and fails
 * when the console was warned without the test asking for it by `takeWarnings`.
 */

let faults: string[] = [];
let warnings: string[] = [];
const originalWarn = console.warn;
/** Lit's own advice in its development build. */
const isOfLit = (text: string) => /lit\.dev|Lit is in dev mode/.test(text);

const onFault = (domEvent: ErrorEvent | PromiseRejectionEvent) =>
  faults.push(domEvent instanceof ErrorEvent ? domEvent.message : `unhandled: ${String(domEvent.reason)}`);
window.addEventListener('error', onFault);
window.addEventListener('unhandledrejection', onFault);

before(() => setViewport({ width: 1300, height: 1000 }));

beforeEach(async () => {
  faults = [];
  warnings = [];
  console.warn = (...parts: unknown[]) => {
    const text = parts.map(String).join(' ');
    if (!isOfLit(text)) warnings.push(text);
  };
  await resetMouse();
});

afterEach(async () => {
  for (const place of document.querySelectorAll('.place')) place.remove();
  for (const name of ['lang', 'dir', 'style']) document.body.removeAttribute(name);
  document.documentElement.lang = 'en';
  document.documentElement.removeAttribute('dir');
  scrollTo(0, 0);
  // A rejection is reported after the task that it happened in.
  await frame();
  console.warn = originalWarn;
  expect(faults, 'errors that reached the window').to.deep.equal([]);
  expect(warnings, 'warnings that the test did not expect').to.deep.equal([]);
});

/** What the console was warned of so far; the test answers for it. */
export const takeWarnings = (): string[] => warnings.splice(0);

export interface MountOptions {
  readonly width?: number;
  readonly data?: unknown;
  readonly children?: readonly Node[];
}

/** The element in the page, not yet drawn. */
export function place(attributes: Readonly<Record<string, string>> = {}, options: MountOptions = {}) {
  const box = document.createElement('div');
  box.className = 'place';
  box.style.width = `${options.width ?? 1200}px`;
  const element = document.createElement('report-timeline');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (options.data !== undefined) element.data = options.data;
  element.append(...(options.children ?? []));
  box.append(element);
  document.body.append(box);
  return element;
}

/** The element in the page, loaded and drawn. */
export async function mount(attributes: Readonly<Record<string, string>> = {}, options: MountOptions = {}) {
  const element = place(attributes, options);
  await element.ready;
  await drawn(element);
  return element;
}

export const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Until nothing more is to be rendered or painted. */
export async function drawn(element: ReportTimelineElement): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet++) {
    if (element.isUpdatePending) quiet = 0;
    await element.updateComplete;
    await frame();
  }
}

export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await frame();
}

export const next = <K extends keyof HTMLElementEventMap>(target: EventTarget, type: K) =>
  new Promise<HTMLElementEventMap[K]>((resolve) => {
    target.addEventListener(type, (domEvent) => resolve(domEvent as HTMLElementEventMap[K]), { once: true });
  });

/** Every event of the element from now on, as `type source …`. */
export function record(element: ReportTimelineElement): string[] {
  const log: string[] = [];
  const say = (text: string) => log.push(text);
  element.addEventListener('timeline-select', ({ id, source }) => say(`select ${source} ${id}`));
  element.addEventListener('timeline-range-change', ({ source }) => say(`range ${source}`));
  element.addEventListener('timeline-filter-change', ({ off, source }) => say(`filter ${source} ${off.join('+')}`));
  element.addEventListener('timeline-load', ({ source, count }) => say(`load ${source} ${count}`));
  element.addEventListener('timeline-error', ({ source, code }) => say(`error ${source} ${code}`));
  return log;
}

// ── Looking ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const one = <T extends Element = HTMLElement>(element: ReportTimelineElement, selector: string): T => {
  const found = element.shadowRoot!.querySelector<T>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
};
export const all = <T extends Element = HTMLElement>(element: ReportTimelineElement, selector: string): T[] => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];
export const has = (element: ReportTimelineElement, selector: string): boolean => all(element, selector).length > 0;

/** Text as it is read: one space between words. */
export const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? textOf(element);

export function button(element: ReportTimelineElement, name: string | RegExp): HTMLButtonElement {
  const buttons = all<HTMLButtonElement>(element, 'button');
  const found = buttons.find((one) => (typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one))));
  if (!found) throw new Error(`no button is called ${String(name)}: ${buttons.map(nameOf).join(' | ')}`);
  return found;
}

export const indexOf = (element: ReportTimelineElement, id: string): number =>
  element.events.findIndex((event) => event.id === id);

/** The cell of an event in the grid; the first one of two where it stands in two lanes. */
export const cell = (element: ReportTimelineElement, id: string): HTMLElement =>
  one(element, `.cell[data-event="${indexOf(element, id)}"]`);

export const idOf = (element: ReportTimelineElement, node: Element | null | undefined): string | undefined =>
  element.events[Number(node?.getAttribute('data-event') ?? NaN)]?.id;

export const laneNames = (element: ReportTimelineElement): string[] =>
  all(element, '.lane-label .name').map((node) => textOf(node));

/** The fact under a label of the details. */
export function fact(element: ReportTimelineElement, label: string): HTMLElement {
  const found = all(element, '.event .fact').find((node) => textOf(node.querySelector('.label')) === label);
  if (!found) throw new Error(`the details have no "${label}"`);
  return found;
}
export const facts = (element: ReportTimelineElement): string[] =>
  all(element, '.event .fact .label').map((node) => textOf(node));

/** What is painted and what is read: equal for two elements that look the same. */
export function picture(element: ReportTimelineElement): { readonly text: string; readonly pixels: string } {
  const canvases = all<HTMLCanvasElement>(element, 'canvas').filter(({ width, height }) => width > 0 && height > 0);
  const text = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.root')].map((node) => node.innerText).join();
  return { text, pixels: canvases.map((canvas) => canvas.toDataURL()).join() };
}

// ── Hands ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Point = readonly [x: number, y: number];

/** A point of an element, in the viewport; scrolls there first. */
export function pointIn(node: Element, shareX = 0.5, shareY = 0.5): Point {
  node.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = node.getBoundingClientRect();
  return [Math.round(left + width * shareX), Math.round(top + height * shareY)];
}

export async function clickAt([x, y]: Point): Promise<void> {
  await sendMouse({ type: 'click', position: [Math.round(x), Math.round(y)] });
}
export const click = (node: Element) => clickAt(pointIn(node));

/** Where an event's name begins: the inner start of its own row. */
export function namePoint(element: ReportTimelineElement, id: string): Point {
  const target = cell(element, id);
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, right, top, height } = target.getBoundingClientRect();
  const isRtl = one(element, '.root').dir === 'rtl';
  return [Math.round(isRtl ? right - 14 : left + 14), Math.round(top + height / 2)];
}

export async function doubleClickAt([x, y]: Point): Promise<void> {
  await doubleClickIn(x, y);
}

export async function drag(...path: readonly Point[]): Promise<void> {
  const [start, ...rest] = path.map(([x, y]): [number, number] => [Math.round(x), Math.round(y)]);
  await sendMouse({ type: 'move', position: start! });
  await sendMouse({ type: 'down' });
  for (const position of rest) await sendMouse({ type: 'move', position });
  await sendMouse({ type: 'up' });
}

/** Turns the wheel, and tells whether the page's own answer was cancelled. */
export async function wheel([x, y]: Point, deltaX: number, deltaY: number, modifier?: Modifier): Promise<boolean> {
  return (await turnWheel(x, y, deltaX, deltaY, modifier)).defaultPrevented;
}

// ── Time ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const rangeOf = (element: ReportTimelineElement): [number, number] => {
  const { from, to } = element.range!;
  return [from.getTime(), to.getTime()];
};

/** The plot's edges in the viewport, for the wide shape and data that have dates not stated. */
export function plotEdges(element: ReportTimelineElement): { left: number; width: number } {
  const { left, width } = one(element, '.lanes').getBoundingClientRect();
  const columns = sizes.laneColumn + sizes.undatedColumn;
  const isRtl = one(element, '.root').dir === 'rtl';
  return { left: isRtl ? left : left + columns, width: width - columns };
}

/** The time at a place of the viewport, from the public range alone. */
export function timeAt(element: ReportTimelineElement, clientX: number, mirrored = false): number {
  const { left, width } = plotEdges(element);
  const along = (clientX - left) / width;
  const [from, to] = rangeOf(element);
  return from + (mirrored ? 1 - along : along) * (to - from);
}

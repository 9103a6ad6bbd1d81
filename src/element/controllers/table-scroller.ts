import {
  isStuck,
  placeOfRow,
  placeShowing,
  scrolledTo,
  settledPlace,
  tableStart,
  windowOf,
  type TablePlace,
  type TableRoom,
  type TableWindow,
} from '../../core/scene/table-window.js';
import type { ReadingOrder } from '../../core/state/reading-order.js';
import { isSticky } from './reveal-mark.js';

/** A row that is to be made: which event, and its place in the order. */
export interface RowPlace {
  readonly event: number;
  readonly row: number;
  /** It is out of view, and there because it has the focus. */
  readonly isHeld: boolean;
}

type DrawRows = (places: readonly RowPlace[], body: HTMLElement) => void;

/** Two elements a cell, and so many in all, that a page with a table has no more than one with a chart. */
const mostElements = 720;
const mostRows = 60;
/** A hand that scrolls rests no longer than this. */
const restMs = 150;
/** Between table and details. */
const gap = 16;
/** Until a row was measured. */
const firstHeight = 60;

/**
 * Makes the rows of a table that are near its window, and room for the others; from the moment the region that scrolls
 * exists until it is gone. Heights are measured: the page and the reader may have other letters and other spaces.
 */
export class TableScroller {
  #region: HTMLElement | null = null;
  #place: TablePlace = tableStart;
  #rowHeight = firstHeight;
  #order: ReadingOrder = [];
  #columns = 1;
  #draw: DrawRows = () => {};
  #listening = new AbortController();
  #observer: ResizeObserver | null = null;
  #restTimer = 0;
  #frame = 0;

  /** Follows the template: listens to a new region, lets go of one that is gone. */
  follow(region: HTMLElement | null): void {
    if (region === this.#region) return;
    this.#listening.abort();
    this.#observer?.disconnect();
    clearTimeout(this.#restTimer);
    cancelAnimationFrame(this.#frame);
    this.#region = region;
    if (!region) return;
    this.#listening = new AbortController();
    region.addEventListener('scroll', () => this.#onScroll(), { signal: this.#listening.signal, passive: true });
    this.#observer = new ResizeObserver(() => {
      // In the next frame: other rows within this one would be an error on the page, "ResizeObserver loop".
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#paint());
    });
    this.#observer.observe(region);
    // The region of a table that was shown before begins where that was left.
    this.#place = { ...this.#place, isFar: false };
  }

  /** Shows an order of events; another one from its beginning. */
  show(order: ReadingOrder, columns: number, draw: DrawRows): void {
    const isOther = order !== this.#order;
    this.#order = order;
    this.#columns = columns;
    this.#draw = draw;
    if (isOther) this.toStart();
    this.#makeRoom();
    this.#paint();
    this.#keepTop();
  }

  toStart(): void {
    this.#goTo(tableStart);
  }

  reveal(event: number): void {
    const row = this.#region ? this.#order.indexOf(event) : -1;
    if (row < 0) return;
    this.#goTo(placeShowing(row, this.#place, this.#room()));
    this.#paint();
    this.#keepTop();
  }

  #goTo(place: TablePlace): void {
    this.#place = place;
    this.#keepTop();
  }

  /** Whether columns follow at the end side, where the frame then has a soft edge. */
  #markMore(): void {
    const { scrollLeft, clientWidth, scrollWidth, parentElement } = this.#region!;
    // Less than nothing from right to left.
    parentElement!.toggleAttribute('data-more', Math.abs(scrollLeft) + clientWidth < scrollWidth - 1);
  }

  /** The browser's own scrolling as ours; the event that follows finds nothing new. */
  #keepTop(): void {
    const region = this.#region;
    if (region && Math.abs(region.scrollTop - this.#place.top) >= 1) region.scrollTop = this.#place.top;
  }

  #onScroll(): void {
    const top = this.#region!.scrollTop;
    this.#markMore();
    clearTimeout(this.#restTimer);
    this.#restTimer = window.setTimeout(() => {
      // A scroll whose event is still to come would be taken back.
      if (Math.abs(this.#region!.scrollTop - this.#place.top) < 1) this.#rest();
    }, restMs);
    if (Math.abs(top - this.#place.top) < 1) return;
    const room = this.#room();
    this.#place = scrolledTo(this.#place, top, room);
    if (isStuck(this.#place, room)) this.#rest();
    else this.#paint();
  }

  #rest(): void {
    this.#place = settledPlace(this.#place, this.#room());
    this.#paint();
    this.#keepTop();
  }

  /** Details that stand at the window's lower edge cover no row: the table is as high as it is seen, and a row and a half at least. */
  #makeRoom(): void {
    const region = this.#region;
    const details = (region?.getRootNode() as ShadowRoot | undefined)?.querySelector<HTMLElement>('.details.below');
    if (!region || !details) return;
    if (!isSticky(details)) return void region.style.removeProperty('--_room');
    const { top } = region.getBoundingClientRect();
    const least = region.querySelector('thead')!.offsetHeight + 1.5 * this.#rowHeight;
    const room = innerHeight - top - gap - details.offsetHeight;
    region.style.setProperty('--_room', `${Math.max(least, room)}px`);
  }

  #room(): TableRoom {
    const region = this.#region!;
    const head = region.querySelector('thead')!.offsetHeight;
    return {
      rows: this.#order.length,
      rowHeight: this.#rowHeight,
      viewport: Math.max(0, region.clientHeight - head),
      most: Math.min(mostRows, Math.floor(mostElements / (2 * this.#columns))),
    };
  }

  #paint(): void {
    const region = this.#region;
    if (!region) return;
    this.#markMore();
    // Heights are known only of rows that are there: made once with those of before, then with their own.
    for (let turn = 0; turn < 4; turn++) {
      const room = this.#room();
      this.#make(windowOf(this.#place, room), region);
      const height = this.#measure(region);
      const { viewport } = this.#room();
      if (Math.abs(height - room.rowHeight) < 0.01 && viewport === room.viewport) return;
      this.#rowHeight = height;
      this.#place = placeOfRow(this.#place.row, { ...room, viewport, rowHeight: height });
    }
  }

  #make({ first, end, above, below }: TableWindow, region: HTMLElement): void {
    const table = region.querySelector('table')!;
    const body = table.tBodies[0]!;
    const set = (name: string, value: number): void => region.style.setProperty(name, `${value}px`);
    set('--_above', above);
    set('--_below', below);
    set('--_head', table.tHead!.offsetHeight);
    const places: RowPlace[] = [];
    for (let row = first; row < end; row++) places.push({ event: this.#order[row]!, row, isHeld: false });
    const held = this.#heldRow(body);
    if (held !== null && held < first) places.unshift({ event: this.#order[held]!, row: held, isHeld: true });
    if (held !== null && held >= end) places.push({ event: this.#order[held]!, row: held, isHeld: true });
    this.#draw(places, body);
  }

  /** The row that has the focus: it stays, wherever it is, or the focus would be lost to the page. */
  #heldRow(body: HTMLElement): number | null {
    const active = (body.getRootNode() as ShadowRoot).activeElement;
    const own = active && body.contains(active) ? active.closest('tr') : null;
    if (!own) return null;
    const row = Number(own.getAttribute('aria-rowindex')) - 2;
    const event = own.querySelector('[data-event]')?.getAttribute('data-event');
    return this.#order[row] === Number(event) ? row : null;
  }

  #measure(region: HTMLElement): number {
    const rows = region.querySelectorAll('tbody > tr:not(.held)');
    if (rows.length === 0) return this.#rowHeight;
    const [first, last] = [rows[0]!.getBoundingClientRect(), rows[rows.length - 1]!.getBoundingClientRect()];
    return (last.bottom - first.top) / rows.length || this.#rowHeight;
  }
}

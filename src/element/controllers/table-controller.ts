import { render, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Dataset } from '../../core/dataset/dataset.js';
import { fill, type Language } from '../../core/scene/language.js';
import { createColumns, findColumns, type ColumnName, type TableColumn } from '../../core/scene/table-columns.js';
import { rankColumn, sortByRanks, type Ranks } from '../../core/scene/table-sort.js';
import { tableText } from '../../core/scene/table-text.js';
import type { ReadingOrder } from '../../core/state/reading-order.js';
import { memoizeLast } from '../../core/util/memoize.js';
import { toClipboard } from '../../view/clipboard.js';
import { runInSlices } from '../../view/slices.js';
import { tableRows } from '../templates/table-rows.js';
import type { Actions, ViewModel } from '../view-model.js';
import { TableScroller } from './table-scroller.js';

export interface TableSort {
  readonly column: ColumnName;
  readonly isDescending: boolean;
}

/** What the table shows. */
export interface TableFrame {
  readonly columns: readonly TableColumn[];
  readonly order: ReadingOrder;
  /** How the order came about; null: it is that in which everything is read. */
  readonly sort: TableSort | null;
  /** What is being sorted by, while that takes time. */
  readonly sorting: TableSort | null;
}

/** How far copying is: the text is on its way, it is there, or the reader has to do the last step. */
export type CopyState =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'by-hand'; readonly plain: string };

/** More rows no clipboard and no spreadsheet is glad of. */
const mostCopied = 20_000;
/** So long the button says what was copied. */
const saidMs = 5000;

const idle: CopyState = { kind: 'idle' };

/** What is sorted, how, and in which language. */
interface Wish {
  readonly base: ReadingOrder;
  readonly locale: string;
  readonly sort: TableSort;
}

interface Sorted extends Wish {
  readonly ranks: Ranks;
  readonly order: ReadingOrder;
}

/**
 * The table's own state: its columns, how it is sorted, how far it is scrolled, what is being copied. What takes long with
 * very many events is done in slices, and shown when it is there.
 */
export class TableController implements ReactiveController {
  copying: CopyState = idle;
  readonly #host: ReactiveControllerHost & Element;
  readonly #scroller = new TableScroller();
  #dataset: Dataset | null = null;
  #names: readonly ColumnName[] = [];
  #sort: TableSort | null = null;
  #sorted: Sorted | null = null;
  /** What is being sorted; another wish ends it. */
  #work: Wish | null = null;
  #sortAbort = new AbortController();
  #dataAbort = new AbortController();
  #saidTimer = 0;
  #selected: number | null = null;
  /** Says how it is sorted, once it is. */
  #say: ((text: string) => void) | null = null;
  readonly #columns = memoizeLast(createColumns);

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#scroller.follow(null);
    this.#forget();
  }

  /** What is to be shown. Called with each render; what is not there yet is worked on, and shown by another. */
  frame({ dataset, language, listedOrder, account }: ViewModel): TableFrame {
    if (dataset !== this.#dataset) this.#begin(dataset!);
    const columns = this.#columns(dataset!, this.#names, language, account?.format === 'report');
    const sorted = this.#sort && this.#sortedBy(listedOrder, this.#sort, columns, language);
    // Until it is sorted anew it stays as it was, where that has the same events.
    const shown = sorted ?? (this.#sort && this.#sorted?.base === listedOrder ? this.#sorted : null);
    return {
      columns,
      order: shown?.order ?? listedOrder,
      sort: shown?.sort ?? null,
      sorting: this.#sort && shown?.sort !== this.#sort ? this.#sort : null,
    };
  }

  /** Ascending, descending, then as it was. */
  toggleSort(column: ColumnName, actions: Actions): void {
    const old = this.#sort?.column === column ? this.#sort : null;
    this.#sort = old?.isDescending ? null : { column, isDescending: old !== null };
    if (!this.#sort) {
      this.#sortAbort.abort();
      this.#work = null;
    }
    this.#say = (text) => actions.announce(text);
    this.#host.requestUpdate();
  }

  /** Copies all rows in the order in which they are shown. */
  async copy(model: ViewModel, actions: Actions): Promise<void> {
    if (this.copying.kind === 'busy') return;
    const { columns, order } = this.frame(model);
    const { language } = model;
    this.#setCopying({ kind: 'busy' });
    const { signal } = this.#dataAbort;
    const made = Promise.resolve(runInSlices(tableText(columns, order, mostCopied, language), signal));
    try {
      const isCopied = await toClipboard(made);
      const text = copiedWords(order.length, language);
      const { plain } = await made;
      if (signal.aborted) return;
      if (isCopied) actions.announce(text);
      this.#setCopying(isCopied ? { kind: 'done', text } : { kind: 'by-hand', plain });
      if (isCopied) this.#saidTimer = window.setTimeout(() => this.#setCopying(idle), saidMs);
      else await this.#host.updateComplete.then(() => this.#selectText());
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  closeCopy(): void {
    this.#setCopying(idle);
  }

  /** After a render: the rows near the window, and the one that was just selected. */
  paint(root: ParentNode, model: ViewModel, actions: Actions): void {
    const region = model.view === 'table' ? root.querySelector<HTMLElement>('.table-scroll') : null;
    this.#scroller.follow(region);
    if (!region) {
      this.#selected = null;
      return;
    }
    const frame = this.frame(model);
    const { order, columns } = frame;
    this.#scroller.show(order, columns.length, (places, body) =>
      render(tableRows(places, frame, model, actions), body),
    );
    const { selected } = model;
    if (selected !== this.#selected && selected !== null) this.reveal(selected);
    this.#selected = selected;
    if (frame.sorting) return;
    this.#say?.(captionOf(frame, model.language));
    this.#say = null;
  }

  /** Scrolls an event's row into view, and makes it where it is not made. */
  reveal(event: number): void {
    this.#scroller.reveal(event);
  }

  /** The columns that are found at once; the others when they are. */
  #begin(dataset: Dataset): void {
    this.#forget();
    this.#dataset = dataset;
    this.#names = [];
    this.#sort = this.#sorted = null;
    this.#scroller.toStart();
    let isLater = false;
    const found = runInSlices(findColumns(dataset), this.#dataAbort.signal, (names) => {
      this.#names = names;
      if (isLater) this.#host.requestUpdate();
    });
    isLater = true;
    const done = (names: readonly ColumnName[]): void => {
      this.#names = names;
    };
    if (!(found instanceof Promise)) done(found);
    else found.then(done).then(() => this.#host.requestUpdate(), ignoreAbort);
  }

  #sortedBy(base: ReadingOrder, sort: TableSort, columns: readonly TableColumn[], { locale }: Language): Sorted | null {
    const old = this.#sorted;
    const isSame = (other: Wish | null): boolean => other?.base === base && other.locale === locale;
    if (old?.sort === sort && isSame(old)) return old;
    if (this.#work?.sort === sort && isSame(this.#work)) return null;
    const column = columns.find(({ name }) => name === sort.column);
    if (!column) return null;
    this.#sortAbort.abort();
    this.#sortAbort = new AbortController();
    this.#work = { base, sort, locale };
    const ranks = old && isSame(old) && old.sort.column === sort.column ? old.ranks : null;
    const result = runInSlices(sorting(column, this.#work, ranks), this.#sortAbort.signal);
    if (!(result instanceof Promise)) return this.#finish(result);
    result.then((sorted) => this.#finish(sorted)).then(() => this.#host.requestUpdate(), ignoreAbort);
    return null;
  }

  #finish(sorted: Sorted): Sorted {
    this.#work = null;
    return (this.#sorted = sorted);
  }

  #selectText(): void {
    const field = this.#host.shadowRoot?.querySelector<HTMLTextAreaElement>('.by-hand textarea');
    field?.focus();
    field?.select();
  }

  #setCopying(state: CopyState): void {
    clearTimeout(this.#saidTimer);
    this.copying = state;
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.#sortAbort.abort();
    this.#dataAbort.abort();
    this.#dataAbort = new AbortController();
    this.#work = null;
    this.#dataset = null;
    this.#say = null;
    clearTimeout(this.#saidTimer);
    this.copying = idle;
  }
}

/** The ranks stay for the other direction. */
function* sorting(column: TableColumn, wish: Wish, known: Ranks | null): Generator<void, Sorted> {
  const { base, locale, sort } = wish;
  const ranks = known ?? (yield* rankColumn(column, base, locale));
  const order = yield* sortByRanks(base, ranks, sort.isDescending);
  return { ...wish, ranks, order };
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
}

function copiedWords(all: number, { numbers, messages: { table } }: Language): string {
  const n = Math.min(all, mostCopied);
  return n === all
    ? numbers.count(n, table.copied)
    : fill(numbers.count(n, table.copiedOf), { all: numbers.format(all) });
}

/** "33 events, sorted by “Date”, ascending" */
export function captionOf({ columns, order, sort }: TableFrame, { numbers, messages }: Language): string {
  const events = numbers.count(order.length, messages.counts.events);
  const { inOrder, sorted } = messages.table;
  if (!sort) return fill(inOrder, { events });
  return fill(sorted[sort.isDescending ? 'descending' : 'ascending'], { events, column: labelOf(columns, sort) });
}

export const labelOf = (columns: readonly TableColumn[], { column }: TableSort): string =>
  columns.find(({ name }) => name === column)?.label ?? '';

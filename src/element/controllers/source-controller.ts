import type { ReactiveControllerHost } from 'lit';
import report from '../../../data/deir-ez-zor-2016-05.json';
import type { Issue } from '../../core/dataset/issue.js';
import { readDataset, type Reading } from '../../core/dataset/read-dataset.js';
import type { Chosen } from '../chosen.js';
import { GivenData } from '../given-data.js';
import { ChildDataController } from './child-data-controller.js';
import type { DataController, ReadingOptions } from './data-controller.js';

/** The bundled report is read when the first element needs it, and once. */
let bundled: Reading | null = null;
const readBundled = (): Reading => (bundled ??= readDataset(report));

const gone: Issue = {
  code: 'load-failed',
  path: 'data',
  message: 'The data are no longer there to be read in another way, as format and date-order ask: set "data" again.',
};

interface SourceElement extends ReactiveControllerHost, HTMLElement {
  src: string | null;
  dateOrder: string | null;
}

/** Which properties have changed since the last render. */
interface Changed {
  has(name: 'data' | 'src'): boolean;
}

/** What is to be read: what the page gives, what stands between the tags, or the bundled report; and when it is read again. */
export class SourceController {
  readonly given = new GivenData();
  readonly #element: SourceElement;
  readonly #data: DataController;
  readonly #chosen: Chosen;
  readonly #child: ChildDataController;
  /** The data between the tags have changed since they were read. */
  #isOtherChild = false;

  constructor(element: SourceElement, data: DataController, chosen: Chosen) {
    this.#element = element;
    this.#data = data;
    this.#chosen = chosen;
    this.#child = new ChildDataController(element, () => {
      if (this.given.isGiven || element.src) return;
      this.#isOtherChild = true;
      element.requestUpdate();
    });
  }

  /** A reader's answer is about the data that were asked about, and gives way to what the page says. */
  forgetAnswer(changed: Changed): void {
    const answer = this.#chosen.dateOrder;
    const isOtherData = changed.has('data') || changed.has('src') || this.#isOtherChild;
    if (answer === null || (!isOtherData && this.#element.dateOrder === answer)) return;
    if (this.#element.dateOrder === answer) this.#element.dateOrder = null;
    this.#chosen.dateOrder = null;
  }

  /** Loads, if there is something else to be read than was read last, or another way to read it. */
  follow(changed: Changed, options: ReadingOptions): void {
    const { isGiven, isGone } = this.given;
    const isOther =
      changed.has('data') ||
      (!isGiven && (changed.has('src') || this.#isOtherChild)) ||
      (!isGone && !this.#data.isReadWith(options));
    if (isOther || this.#data.state.kind === 'idle') this.load(options);
  }

  load(options: ReadingOptions): void {
    const { src, ownerDocument } = this.#element;
    this.#isOtherChild = false;
    // The page is being parsed: data may still come between the tags.
    if (!this.given.isGiven && !src && this.#child.isOpen) return;
    const child = () => this.#child.find();
    const base = ownerDocument.baseURI;
    this.#data.load({ data: this.given.value, src, child, bundled: readBundled, base }, options);
  }

  /** They were read. Those whose dates are in question are read again when somebody answers. */
  release({ dateOrder }: ReadingOptions): void {
    const isAsked = this.#data.reading.account?.kinds.some(({ code }) => code === 'ambiguous-date');
    if (!isAsked && !dateOrder) this.given.release();
  }

  /** They ought to be read in another way, and cannot be. */
  issues(options: ReadingOptions): readonly Issue[] {
    return this.given.isGone && !this.#data.isReadWith(options) ? [gone] : [];
  }
}

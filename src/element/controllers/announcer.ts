import { render } from 'lit';

/** After the last change a reader is left in peace for so long before it is said what has changed. */
const restMs = 500;
/** What an act changes, it has changed by then: a move by button takes a sixth of a second. */
const actMs = 220;

/**
 * The one voice of the element: whoever has something to say politely says it here, and it is written into a region that
 * screen readers listen to (`role="status"`), once, when hands have come to rest. WCAG 2.2, 4.1.3.
 *
 * There are two things to say: the answer to an act (`say`), always, and what is shown now (`follow`), if it is not what was
 * shown before. Where both come together the answer is enough.
 */
export class Announcer {
  readonly #region: () => HTMLElement | null;
  readonly #shown: () => string;
  #timer = 0;
  #answer: unknown = null;
  #answeredAt = 0;
  #isOther = false;
  #known = '';
  /** The answer is only that one has to wait; and that was heard. */
  #isWait = false;
  #isAwaited = false;
  #hasArrived = false;

  /**
   * @param region the live region, in the shadow root; null before the first render
   * @param shown what is shown now, in words; asked for at rest only
   */
  constructor(region: () => HTMLElement | null, shown: () => string) {
    this.#region = region;
    this.#shown = shown;
  }

  /** Says a text, or a template of one, when nothing else is said for half a second; also when it was the last thing said. */
  say(text: unknown): void {
    this.#answer = text;
    this.#answeredAt = performance.now();
    this.#isWait = false;
    this.#wait();
  }

  /**
   * What is shown may have changed. Quietly: nobody asked for it, or what the reader hears anyway tells of it. Otherwise an
   * answer to an earlier act that was not said yet is about what was there before, and is said no more.
   */
  follow(isQuiet = false): void {
    if (!isQuiet && performance.now() - this.#answeredAt > actMs) this.#answer = null;
    this.#isOther ||= !isQuiet;
    this.#wait();
  }

  /** How far the data are that are being loaded. */
  await(text: string): void {
    this.say(text);
    this.#isWait = true;
  }

  /**
   * Data are there, or will not be, which an alert says (null). Said where waiting for them was said, and where they take
   * the place of others; a first picture speaks for itself.
   */
  arrive(text: string | null): void {
    const isHeard = this.#hasArrived || this.#isAwaited;
    this.#isAwaited = false;
    this.#hasArrived = true;
    this.stop();
    if (isHeard && text !== null) this.say(text);
    else this.follow(true);
  }

  /** What was to be said is said no more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#answer = null;
    this.#isOther = false;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#rest(), restMs);
    // A text that takes the place of the same text is no change, and would not be read.
    if (this.#answer !== null || this.#isOther) this.#write('');
  }

  #rest(): void {
    const shown = this.#shown();
    this.#isAwaited ||= this.#answer !== null && this.#isWait;
    const text = this.#answer ?? (this.#isOther && shown !== this.#known ? shown : null);
    this.#known = shown;
    this.stop();
    if (text !== null) this.#write(text);
  }

  #write(text: unknown): void {
    const region = this.#region();
    if (region) render(text, region);
  }
}

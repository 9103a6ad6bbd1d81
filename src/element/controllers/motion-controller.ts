import type { Hit } from '../../core/scene/hit-test.js';
import { revealEvent, revealSpan } from '../../core/state/navigate.js';
import type { CssPixels, EpochMs } from '../../core/util/units.js';
import { clampDomain, domainLength, panByShare, zoomWithin, type Domain } from '../../core/viewport/domain.js';
import { animateDomain, animationMs, prefersReducedMotion } from '../../view/animate.js';
import type { EventSource } from '../events.js';
import type { PartHost } from './part-host.js';

export interface MotionHost extends PartHost {
  /** False where nobody would see a move on its way: hidden, or shown as a list. */
  isAnimated(): boolean;
  /** A move has ended. @param isReveal its only aim was to bring an event into view, which is what the reader asked for */
  onRange(source: EventSource, isReveal: boolean): void;
}

/** Where a tag at the edge leads: its bound stands this far inside, as a share of the view. */
const insideShare = 0.1;

/** Moves the visible domain: hands at once, buttons and keys in a sixth of a second. */
export class MotionController {
  readonly #host: MotionHost;
  #stop: (() => void) | null = null;

  constructor(host: MotionHost) {
    this.#host = host;
  }

  get domain(): Domain | null {
    return this.#host.selectors().domain(this.#host.state());
  }

  get #extent(): Domain | null {
    return this.#host.selectors().extent(this.#host.state());
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  onHand(domain: Domain, phase: 'start' | 'move' | 'end'): void {
    this.stop();
    if (phase === 'move') this.#host.dispatch({ type: 'show', domain, extent: this.#extent }, 'user');
    if (phase === 'end') this.#host.onRange('user', false);
  }

  /** Readers who want less motion are there at once, and so is who is in a hurry. */
  moveTo(target: Domain, source: EventSource, isHurried = false, isReveal = false): void {
    this.stop();
    const to = this.clamped(target);
    const step = (domain: Domain, finished: boolean): void => {
      this.#host.dispatch({ type: 'show', domain, extent: null }, source);
      if (finished) this.#host.onRange(source, isReveal);
    };
    const isStill = isHurried || prefersReducedMotion() || !this.#host.isAnimated();
    this.#stop = animateDomain(this.domain ?? to, to, animationMs, step, isStill);
  }

  /** Where a move to a domain ends: within the limits. */
  clamped(target: Domain): Domain {
    const extent = this.#extent;
    return extent ? clampDomain(target, extent) : target;
  }

  /** @param x pixels from the plot's left edge */
  zoomAtPixel(factor: number, x: CssPixels, animated: boolean): void {
    const { domain } = this;
    if (!domain) return;
    const { width, mirrored } = this.#host.selectors().plot(this.#host.state());
    const share = (mirrored ? width - x : x) / width;
    this.#zoomAt(domain, factor, domain[0] + domainLength(domain) * share, animated);
  }

  /** @param anchor the time that keeps its place; the middle of the view by default */
  zoom(factor: number, anchor?: EpochMs): void {
    const { domain } = this;
    if (domain) this.#zoomAt(domain, factor, anchor ?? (domain[0] + domain[1]) / 2, true);
  }

  #zoomAt(domain: Domain, factor: number, anchor: EpochMs, animated: boolean): void {
    const extent = this.#extent;
    if (!extent) return;
    const zoomed = zoomWithin(domain, factor, anchor, extent);
    if (animated) this.moveTo(zoomed, 'user');
    else this.#host.dispatch({ type: 'show', domain: zoomed, extent }, 'user');
  }

  pan(share: number): void {
    const { domain } = this;
    if (domain) this.moveTo(panByShare(domain, share), 'user');
  }

  fit(source: EventSource): void {
    const whole = this.#host.selectors().whole(this.#host.state());
    if (whole) this.moveTo(whole, source);
  }

  /** Brings an event's bounds into view; does nothing when they are. */
  reveal(event: number, source: EventSource, isHurried = false): void {
    const { dataset } = this.#host.state();
    if (dataset) this.#reveal((domain) => revealEvent(dataset, event, domain), source, isHurried);
  }

  /** The same for a column. */
  revealSpan(start: EpochMs, end: EpochMs, source: EventSource, isHurried = false): void {
    this.#reveal((domain) => revealSpan(start, end, domain), source, isHurried);
  }

  #reveal(moved: (domain: Domain) => Domain, source: EventSource, isHurried: boolean): void {
    const { domain } = this;
    const revealed = domain && moved(domain);
    if (revealed && revealed !== domain) this.moveTo(revealed, source, isHurried, true);
  }

  /** Follows a tag at the edge to the bound that it names. */
  follow({ tag }: Extract<Hit, { kind: 'edge' }>): void {
    const { domain } = this;
    if (!domain) return;
    const length = domainLength(domain);
    const margin = length * insideShare;
    const start = tag.side === 'start' ? tag.time - margin : tag.time + margin - length;
    this.moveTo([start, start + length], 'user');
  }
}

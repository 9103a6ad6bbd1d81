import { domainLength, panByShare, type Domain } from '../core/viewport/domain.js';
import type { CssPixels } from '../core/util/units.js';
import { select, zoom, zoomIdentity, type D3ZoomEvent } from './d3.js';
import { leaveVerticalSwipes } from './touch-axis.js';

export interface GestureOptions {
  /** Where the time axis is: its left edge from the target's own, and whether time runs to the left. */
  readonly plot: () => { readonly left: CssPixels; readonly width: CssPixels; readonly mirrored: boolean };
  /** What is visible now; the truth is the caller's. */
  readonly domain: () => Domain;
  /**
   * What the hand asks for; the caller may limit it. `start` brings the domain from which the gesture sets out, and
   * `end` always follows it.
   */
  readonly onDomain: (domain: Domain, phase: 'start' | 'move' | 'end') => void;
  /** Multiply what is visible by `factor` (< 1 zooms in) and keep the time at `x`, pixels from the plot's left edge. */
  readonly onZoomAbout: (factor: number, x: CssPixels, animated: boolean) => void;
  /** A wheel that was left to the page: the moment to say which key zooms. */
  readonly onPlainWheel: () => void;
}

/** A press that moves less is a click. */
const clickDistance: CssPixels = 4;
/** A wheel that has rested as long has ended. */
const wheelRestMs = 150;
/** D3 takes a second tap within as long for a double one; the browser's own double click comes right after. */
const doubleTapMs = 500;

type Target = HTMLElement & { __zoom?: unknown; __zooming?: unknown };

/**
 * Hands and wheels on the chart. D3 reads drags and fingers; its transform is set back after each gesture, so that it
 * tells how far *this* hand has moved, and nobody has to tell D3 when the domain changes elsewhere. Wheels are read
 * here, because D3 takes every wheel for a zoom. Vertical wheels and swipes stay the page's; for the latter the
 * stylesheet must say `touch-action: pan-y`. Returns how to detach.
 */
export function attachGestures(target: HTMLElement, options: GestureOptions): () => void {
  const { plot, domain, onDomain, onZoomAbout, onPlainWheel } = options;
  const node = target as Target;
  const selection = select(node);

  const wheel = wheelGesture(target, options);

  /** The domain under the hand when it began to move. */
  let origin: Domain | undefined;
  let last: Domain | undefined;

  const behaviour = zoom<Target, unknown>()
    .clickDistance(clickDistance)
    // A screen that has no fingers on it now may get some later.
    .touchable(() => true)
    .on('zoom', ({ transform }: D3ZoomEvent<Target, unknown>) => {
      const { left, width, mirrored } = plot();
      const { k, x } = transform;
      if (!origin) {
        if (k === 1 && Math.abs(x) < clickDistance) return;
        wheel.end();
        onDomain((origin = domain()), 'start');
      }
      // Where the plot's edges have come from, as shares of its width.
      const [from, to] = [left, left + width].map((edge) => ((edge - x) / k - left) / width) as [number, number];
      onDomain((last = subdomain(origin, mirrored ? 1 - to : from, mirrored ? 1 - from : to)), 'move');
    })
    .on('end', () => {
      node.__zoom = zoomIdentity;
      if (origin) onDomain(last ?? origin, 'end');
      origin = last = undefined;
    });

  let lastDouble = -Infinity;
  /** From the browser with a mouse, from D3 with a finger. */
  const doubled = (domEvent: MouseEvent | TouchEvent): void => {
    domEvent.preventDefault();
    if (domEvent.timeStamp - lastDouble < doubleTapMs) return;
    const isTouch = 'changedTouches' in domEvent;
    if (isTouch) lastDouble = domEvent.timeStamp;
    const { clientX } = isTouch ? domEvent.changedTouches[0]! : domEvent;
    onZoomAbout(domEvent.shiftKey || domEvent.altKey ? 2 : 1 / 2, plotX(target, plot(), clientX), true);
  };

  const takeSwipes = leaveVerticalSwipes(target);
  selection
    .call(behaviour)
    .on('dblclick.zoom', doubled)
    .on('wheel.zoom', (domEvent: WheelEvent) => {
      if (domEvent.ctrlKey || domEvent.metaKey) wheel.zoom(domEvent);
      else if (domEvent.shiftKey || Math.abs(domEvent.deltaX) > Math.abs(domEvent.deltaY)) wheel.pan(domEvent);
      else onPlainWheel();
    });

  return () => {
    takeSwipes();
    wheel.end();
    selection.on('.zoom', null).style('-webkit-tap-highlight-color', null);
    behaviour.on('zoom end', null);
    // A mouse still down is D3's until it comes up: its listeners on the window end themselves then, and need this.
    if (node.__zooming) behaviour.on('end', () => delete node.__zoom);
    else delete node.__zoom;
    delete node.__zooming;
    if (origin) onDomain(last ?? origin, 'end');
    origin = undefined;
  };
}

/** Wheels have no beginning and no end of their own: it begins with the first turn and ends when no other follows. */
function wheelGesture(target: HTMLElement, { plot, domain, onDomain, onZoomAbout }: GestureOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    onDomain(domain(), 'end');
  };
  const turn = (domEvent: WheelEvent): void => {
    // Also at a limit, where nothing moves: else the page would zoom, or go back in its history, under the hand.
    domEvent.preventDefault();
    if (timer === undefined) onDomain(domain(), 'start');
    else clearTimeout(timer);
    timer = setTimeout(end, wheelRestMs);
  };

  return {
    end,
    zoom(domEvent: WheelEvent): void {
      turn(domEvent);
      const area = plot();
      onZoomAbout(2 ** wheelOctaves(domEvent), plotX(target, area, domEvent.clientX), false);
    },
    pan(domEvent: WheelEvent): void {
      turn(domEvent);
      const { width, mirrored } = plot();
      // With Shift, some browsers turn the wheel sideways themselves and some leave that to us.
      const delta = domEvent.deltaX || domEvent.deltaY;
      const shift = (delta * [1, 16, width][domEvent.deltaMode]!) / width;
      onDomain(panByShare(domain(), mirrored ? -shift : shift), 'move');
    },
  };
}

/** One notch of a wheel, whatever system and mouse say that it is worth in pixels. */
const notchOctaves = 0.5;
/** What browsers call one notch in `wheelDeltaY`, which is not standard and which all of them have. */
const notchDelta = 120;
type NotedWheel = WheelEvent & { readonly wheelDeltaY?: number };
/** A wheel that spins freely goes no further in one frame. */
const mostNotches = 4;

/**
 * How many times the visible time doubles. Pinches on a trackpad arrive as many small turns with Ctrl, and need ten
 * times their weight; one notch of a wheel is a large turn, and may not go through half a dozen zoom levels. Several
 * notches within a frame arrive as one turn, and count as that many.
 */
function wheelOctaves({ deltaY, deltaMode, ctrlKey, wheelDeltaY = 0 }: NotedWheel): number {
  const octaves = deltaY * [0.002, 0.05, 1][deltaMode]! * (ctrlKey ? 10 : 1);
  const notches = Math.round(Math.abs(wheelDeltaY) / notchDelta);
  const most = notchOctaves * Math.min(Math.max(notches, 1), mostNotches);
  return Math.min(Math.max(octaves, -most), most);
}

/** Pixels from the plot's left edge; beside the plot, its nearer edge. */
function plotX(target: HTMLElement, { left, width }: ReturnType<GestureOptions['plot']>, clientX: number): CssPixels {
  const x = clientX - target.getBoundingClientRect().left - target.clientLeft - left;
  return Math.min(Math.max(x, 0), width);
}

function subdomain(domain: Domain, from: number, to: number): Domain {
  const length = domainLength(domain);
  return [domain[0] + from * length, domain[0] + to * length];
}

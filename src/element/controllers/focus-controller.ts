import type { Scene } from '../../core/scene/scene.js';
import { holds } from '../../core/layout/lanes.js';
import { touchesBand } from '../../core/scene/scene-band.js';
import { knownBound } from '../../core/dataset/known-bound.js';
import { isPoint } from '../../core/temporal/date-kind.js';
import {
  boundIn,
  moveInGrid,
  placeInGrid,
  type Grid,
  type GridMove,
  type GridPosition,
} from '../../core/state/navigate.js';
import type { EpochMs } from '../../core/util/units.js';
import { stepAfter } from '../../core/viewport/calendar-steps.js';
import { gridCommand } from '../grid-keys.js';
import { storyStep } from '../story-keys.js';
import { revealTarget } from './reveal-mark.js';
import { headOf, isHead, isSame, positionOf, type GridStop } from './grid-cells.js';
import type { MotionController } from './motion-controller.js';
import type { PartHost } from './part-host.js';

export interface FocusHost extends PartHost {
  readonly motion: MotionController;
  close(): void;
  /** To the next event, or the one before. */
  step(by: 1 | -1): void;
  /** Before a zoom by key: what has the focus stays at its place in the window. */
  holdPlace(target: Element): void;
  /** Scrolls a lane into the window that is out of it. */
  revealLane(laneIndex: number): void;
}

/** A cell, or the head of a lane, by the lane's key: a lane may get another place while it has the focus. */
interface Held {
  readonly key: string;
  readonly position: GridPosition | null;
}

/**
 * Keys on the chart, and where the focus is and goes. One cell of the grid, or the head of one lane, can be reached by Tab;
 * arrows move on from it.
 */
export class FocusController {
  readonly #host: FocusHost;
  #held: Held | null = null;
  /** What has the focus while that which had it is not drawn: it gets it back when it is drawn again. */
  #standIn: GridStop | null = null;
  /** A key has sent the focus to `#held`, whose cell the next render brings. */
  #isOnItsWay = false;
  #hasFocus = false;

  constructor(host: FocusHost) {
    this.#host = host;
  }

  /** The lane in which the focus is, or is about to be. */
  get laneIndex(): number | null {
    const at = this.#held ? this.#laneIndexOf(this.#held.key) : -1;
    return at === -1 ? null : at;
  }

  /**
   * What Tab enters: where the focus was, or what is there now; else the selected event, else the first. Where nothing is
   * in view, the head of a lane: from there keys lead back.
   */
  position(scene: Scene): GridStop | null {
    const stop = this.#heldStop(scene) ?? this.#firstStop(scene);
    const { laneIndex } = this;
    const isHeld = !this.#held || laneIndex === null || (stop !== null && isSame(stop, this.#stopOf(laneIndex)));
    this.#standIn = isHeld ? null : stop;
    return stop;
  }

  #stopOf(laneIndex: number): GridStop {
    return { ...this.#held?.position, laneIndex };
  }

  #heldStop(scene: Scene): GridStop | null {
    const { laneIndex } = this;
    const lane = laneIndex === null ? undefined : scene.lanes[laneIndex];
    if (!lane || laneIndex === null) return null;
    const held = this.#stopOf(laneIndex);
    const { band } = this.#host.state();
    // Scrolled away it is not drawn any more, and still there.
    if (isHead(held) || (this.#hasFocus && !touchesBand(lane, band))) return held;
    const grid = this.#host.selectors().grid(this.#host.state());
    return (grid && nearestShown(scene, grid, held)) ?? (this.#hasFocus ? { laneIndex } : null);
  }

  #firstStop(scene: Scene): GridStop | null {
    const { band } = this.#host.state();
    const selected = this.#host.selectors().selected(this.#host.state());
    const own = scene.names.filter(({ isEcho }) => !isEcho);
    const counted = scene.densities.find(({ columns }) => columns.some(({ most }) => most > 0));
    const first = own.find(({ event }) => event === selected) ?? own[0];
    if (first && (first.event === selected || !counted || first.laneIndex < counted.laneIndex))
      return { laneIndex: first.laneIndex, event: first.event };
    if (counted) return placesIn(scene, counted.laneIndex)[0]!;
    const laneIndex = scene.lanes.findIndex((lane) => touchesBand(lane, band));
    return laneIndex === -1 ? null : { laneIndex };
  }

  forget(): void {
    this.#held = null;
  }

  /** Notes what has the focus, before a frame may take it away or put it elsewhere; false when nothing in the grid has it. */
  hold(): boolean {
    const active = this.#host.root().activeElement;
    const row = active?.closest('[data-lane]');
    this.#hasFocus = row !== null && row !== undefined;
    if (!active || !row) return false;
    if (!this.#isOnItsWay) {
      const laneIndex = Number(row.getAttribute('data-lane'));
      const position = active.matches('.cell') ? positionOf(active) : null;
      if (!this.#standIn || !isSame(position ?? { laneIndex }, this.#standIn)) this.#hold(laneIndex, position);
    }
    return true;
  }

  #hold(laneIndex: number, position: GridPosition | null): void {
    const lane = this.#lanes[laneIndex];
    if (lane) this.#held = { key: lane.key, position };
  }

  /** As if the focus were there. */
  holdAt(position: GridPosition): void {
    this.#hold(position.laneIndex, position);
  }

  /** After the frame: the focus is on the same event, or where that has left the view, on what Tab would enter. */
  keep(): void {
    const root = this.#host.root();
    const active = root.activeElement;
    const stop = root.querySelector<HTMLElement>(gridStop);
    if (!active || (active !== stop && !this.#isOnItsWay && active.closest('[data-lane]')))
      stop?.focus({ preventScroll: true });
  }

  /** To the title of the details, or back to the event that they were about, or to the column that it is in. */
  moveTo(place: 'details' | 'chart', event: number | null): void {
    const root = this.#host.root();
    const own = place === 'details' ? '.event-title' : event === null ? null : `[data-event="${event}"]`;
    const target = (own && root.querySelector<HTMLElement>(own)) || root.querySelector<HTMLElement>(gridStop);
    if (target) focusSeen(target);
  }

  /** To the head of a lane, wherever it is. */
  moveToLane(key: string): void {
    this.#held = { key, position: null };
    this.#isOnItsWay = true;
    this.#host.afterUpdate(() => {
      const { laneIndex } = this;
      if (laneIndex !== null) this.#host.revealLane(laneIndex);
      this.#host.afterUpdate(() => {
        this.#isOnItsWay = false;
        const row = this.#rowOf(this.laneIndex);
        if (row) arriveAt(headOf(row));
      });
    });
  }

  readonly onKey = (keyEvent: KeyboardEvent): void => {
    if (keyEvent.defaultPrevented) return;
    // What the page has put into our slots has keys of its own.
    const isOurs = (keyEvent.composedPath()[0] as Node).getRootNode() === this.#host.root();
    if (keyEvent.key === 'Escape') return isOurs ? this.#escape(keyEvent) : undefined;
    const step = storyStep(keyEvent, this.#host.root());
    if (step) {
      keyEvent.preventDefault();
      return this.#host.step(step);
    }
    const target = keyEvent.composedPath()[0] as Element;
    const row = target.closest('[data-lane]');
    if (!row || this.#host.view() !== 'chart') return;
    const command = gridCommand(keyEvent, this.#host.state().mirrored);
    if (!command) return;
    const cell = target.closest<HTMLElement>('.cell');
    // A button takes Enter and Space itself.
    if (!cell && command.kind === 'open') return;
    keyEvent.preventDefault();
    const { motion } = this.#host;
    if (command.kind !== 'move' && command.kind !== 'open') this.#host.holdPlace(target);
    if (command.kind === 'move' && cell) this.#move(positionOf(cell), command.move);
    else if (command.kind === 'move') this.#moveFromHead(Number(row.getAttribute('data-lane')), command.move);
    else if (command.kind === 'zoom') motion.zoom(command.factor, cell ? this.#anchorOf(positionOf(cell)) : undefined);
    else if (command.kind === 'pan') motion.pan(command.share);
    else if (command.kind === 'fit') motion.fit('user');
    else cell?.click();
  };

  /** What lies on top goes first: the card or the readout, then the details. */
  #escape(keyEvent: KeyboardEvent): void {
    const { hovered, hoveredBin, selected } = this.#host.state();
    const isHovering = hovered !== null || hoveredBin !== null;
    if (!isHovering && selected === null) return;
    keyEvent.preventDefault();
    if (isHovering) this.#host.dispatch({ type: 'hover', event: null });
    else this.#host.close();
  }

  #move(from: GridPosition, move: GridMove): void {
    const grid = this.#host.selectors().grid(this.#host.state());
    if (!grid) return;
    const to = moveInGrid(grid, from, move);
    // Before the first cell stands the head of the lane.
    if (move === 'previous' && isSame(to, from)) return this.moveToLane(this.#lanes[from.laneIndex]!.key);
    this.#goTo(to);
  }

  /** What keeps its place when keys zoom: where the event is known to begin or end, or the middle of what is seen of it. */
  #anchorOf({ event, bin }: GridPosition): EpochMs | undefined {
    const { dataset } = this.#host.state();
    const { domain } = this.#host.motion;
    if (!dataset || !domain) return undefined;
    if (event === undefined) return bin < domain[0] ? undefined : bin;
    const [from, to] = [dataset.earliest[event]!, dataset.latest[event]!];
    const known = isPoint(dataset.kindOf(event)) ? (from + to) / 2 : knownBound(dataset, event);
    if (known >= domain[0] && known <= domain[1]) return known;
    const [start, end] = [Math.max(from, domain[0]), Math.min(to, domain[1])];
    return start < end ? (start + end) / 2 : undefined;
  }

  #moveFromHead(laneIndex: number, move: GridMove): void {
    const grid = this.#host.selectors().grid(this.#host.state());
    if (move === 'next' && grid) return this.#goTo(moveInGrid(grid, { laneIndex, bin: -Infinity }, 'first'));
    const lanes = this.#lanes;
    const to = { up: laneIndex - 1, down: laneIndex + 1, 'first-of-all': 0, 'last-of-all': lanes.length - 1 }[
      move as string
    ];
    const lane = to === undefined ? undefined : lanes[to];
    if (lane) this.moveToLane(lane.key);
  }

  /** To an event's cell, or its column where it is only counted; in the lane of the focus, if it stands there too. */
  goTo(event: number): void {
    const grid = this.#host.selectors().grid(this.#host.state());
    const here = this.laneIndex;
    const isHere = here !== null && holds(this.#lanes[here]!, event);
    const laneIndex = isHere ? here : this.#lanes.findIndex((lane) => holds(lane, event));
    const place = grid && placeInGrid(grid, { laneIndex, event });
    if (place) this.#goTo(place);
  }

  #goTo(to: GridPosition): void {
    const { motion } = this.#host;
    const grid = this.#host.selectors().grid(this.#host.state())!;
    if (to.event === undefined && !Number.isFinite(to.bin)) return;
    this.#hold(to.laneIndex, to);
    this.#isOnItsWay = true;
    // At once: a cell that is not in view does not exist, and cannot be focused.
    if (to.event !== undefined) motion.reveal(to.event, 'user', true);
    else motion.revealSpan(to.bin, stepAfter(grid.step, to.bin), 'user', true);
    this.#host.revealLane(to.laneIndex);
    this.#arrive(to, true);
  }

  /** @param mayMove what is only said as a number here is brought to where it begins, and drawn there */
  #arrive(to: GridPosition, mayMove: boolean): void {
    this.#host.afterUpdate(() => {
      const row = this.#rowOf(this.laneIndex);
      const own = to.event === undefined ? `[data-bin="${to.bin}"]` : `[data-event="${to.event}"]`;
      const cell = row?.querySelector<HTMLElement>(own);
      const { dataset } = this.#host.state();
      const { domain } = this.#host.motion;
      if (!cell && mayMove && to.event !== undefined && dataset && domain) {
        const { event } = to;
        this.#host.motion.moveTo(boundIn(dataset.earliest[event]!, dataset.latest[event]!, domain), 'user', true);
        return this.#arrive(to, false);
      }
      this.#isOnItsWay = false;
      const target = cell ?? row?.querySelector<HTMLElement>('[tabindex="0"]');
      if (target) arriveAt(target);
    });
  }

  get #lanes() {
    return this.#host.selectors().shownLanes(this.#host.state());
  }

  #laneIndexOf(key: string): number {
    return this.#lanes.findIndex((lane) => lane.key === key);
  }

  #rowOf(laneIndex: number | null): Element | null {
    return this.#host.root().querySelector(`.grid [data-lane="${laneIndex}"]`);
  }
}

/** What of the grid Tab enters. */
const gridStop = '.grid [tabindex="0"]';

/** Scrolls as far as needed, so that nothing sticky lies over it. WCAG 2.2, 2.4.11. */
function arriveAt(target: HTMLElement): void {
  revealTarget(target);
  target.focus({ preventScroll: true });
}

/** The page stays where it is, unless what gets the focus is out of the window: details in a low one are. */
export function focusSeen(target: HTMLElement): void {
  const { top, bottom } = target.getBoundingClientRect();
  const details = target.closest('.details');
  if (bottom > 0 && top < innerHeight) target.focus({ preventScroll: true });
  else if (details) {
    details.scrollIntoView({ block: 'start', behavior: 'instant' });
    target.focus({ preventScroll: true });
  } else arriveAt(target);
}

/** Everything in a lane that has a cell. */
const placesIn = ({ names, densities }: Scene, laneIndex: number): readonly GridPosition[] => [
  ...names.filter((name) => name.laneIndex === laneIndex).map(({ event }) => ({ laneIndex, event })),
  ...(densities.find((density) => density.laneIndex === laneIndex)?.columns ?? []).flatMap(({ start, most }) =>
    most > 0 ? [{ laneIndex, bin: start }] : [],
  ),
];

/** A place as its lane is drawn now; where that is out of view, the nearest in the lane that is not. */
function nearestShown(scene: Scene, grid: Grid, place: GridPosition): GridPosition | null {
  const places = placesIn(scene, place.laneIndex);
  const now = placeInGrid(grid, place) ?? place;
  const time = timeOf(grid, now);
  const distance = (own: GridPosition): number => {
    const apart = Math.abs(timeOf(grid, own) - time);
    return isSame(own, now) ? -1 : Number.isNaN(apart) ? 0 : apart;
  };
  return places.length > 0 ? places.reduce((best, own) => (distance(own) < distance(best) ? own : best)) : null;
}

const timeOf = ({ dataset }: Grid, { event, bin }: GridPosition): number =>
  event === undefined ? bin : knownBound(dataset, event);

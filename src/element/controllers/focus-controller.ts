import type { Scene } from '../../core/scene/scene.js';
import { touchesBand } from '../../core/scene/scene-band.js';
import { knownBound } from '../../core/state/lane-order.js';
import { moveInGrid, placeInGrid, type Grid, type GridMove, type GridPosition } from '../../core/state/navigate.js';
import type { Selectors } from '../../core/state/selectors.js';
import type { Action, TimelineState } from '../../core/state/timeline-state.js';
import { stepAfter } from '../../core/viewport/calendar-steps.js';
import { gridCommand } from '../grid-keys.js';
import { isSame, positionOf } from './grid-cells.js';
import type { MotionController } from './motion-controller.js';

export interface FocusHost {
  readonly motion: MotionController;
  root(): ShadowRoot;
  state(): TimelineState;
  selectors(): Selectors;
  isChart(): boolean;
  close(): void;
  dispatch(action: Action): void;
  /** Before a zoom by key: what has the focus stays at its place in the window. */
  holdPlace(target: Element): void;
  /** Scrolls a lane into the window that is out of it. */
  revealLane(laneIndex: number): void;
  /** Renders, and then does this. */
  afterUpdate(act: () => void): void;
}

/** A cell, or the head of a lane, by the lane's key: a lane may get another place while it has the focus. */
interface Held {
  readonly key: string;
  readonly position: GridPosition | null;
}

/** Keys on the chart, and where the focus is and goes. One cell of the grid can be reached by Tab; arrows move on from it. */
export class FocusController {
  readonly #host: FocusHost;
  #held: Held | null = null;
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

  /** The cell that Tab enters: where the focus was, or what is there now; else the selected event, else the first. */
  position(scene: Scene): GridPosition | null {
    const grid = this.#host.selectors().grid(this.#host.state());
    const { laneIndex } = this;
    const held = this.#held?.position;
    const { band } = this.#host.state();
    // Scrolled away it is not drawn any more, and still there.
    if (held && laneIndex !== null && this.#hasFocus && !touchesBand(scene.lanes[laneIndex]!, band))
      return { ...held, laneIndex };
    const near = held && laneIndex !== null && grid ? nearestShown(scene, grid, { ...held, laneIndex }) : null;
    if (near) return near;
    const selected = this.#host.selectors().selected(this.#host.state());
    const own = scene.names.filter(({ isEcho }) => !isEcho);
    const first = own.find(({ event }) => event === selected) ?? own[0];
    if (first) return { laneIndex: first.laneIndex, event: first.event };
    const lane = scene.densities.find(({ columns }) => columns.some(({ most }) => most > 0));
    return lane ? placesIn(scene, lane.laneIndex)[0]! : null;
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
      this.#hold(laneIndex, active.matches('.cell') ? positionOf(active) : null);
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

  /** After the frame: the focus is on the same event, or where that has left the view, on the one that Tab would enter. */
  keep(): void {
    const root = this.#host.root();
    if (!root.activeElement) root.querySelector<HTMLElement>('.cell[tabindex="0"]')?.focus({ preventScroll: true });
  }

  /** To the title of the details, or back to the event that they were about, or to the column that it is in. */
  moveTo(place: 'details' | 'chart', event: number | null): void {
    const root = this.#host.root();
    const own = place === 'details' ? '.event-title' : event === null ? null : `[data-event="${event}"]`;
    const target =
      (own && root.querySelector<HTMLElement>(own)) || root.querySelector<HTMLElement>('.cell[tabindex="0"]');
    target?.focus({ preventScroll: true });
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
        const head = this.#rowOf(this.laneIndex)?.querySelector<HTMLElement>('.lane-head');
        head?.scrollIntoView({ block: 'nearest' });
        head?.focus({ preventScroll: true });
      });
    });
  }

  readonly onKey = (keyEvent: KeyboardEvent): void => {
    if (keyEvent.defaultPrevented) return;
    if (keyEvent.key === 'Escape') return this.#escape(keyEvent);
    const target = keyEvent.composedPath()[0] as Element;
    const row = target.closest('[data-lane]');
    if (!row || !this.#host.isChart()) return;
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
    else if (command.kind === 'zoom') motion.zoom(command.factor, cell ? positionOf(cell).bin : undefined);
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
    // Before the first cell stands the head of the lane, where that is a button.
    if (move === 'previous' && isSame(to, from)) {
      this.#rowOf(from.laneIndex)?.querySelector<HTMLElement>('.lane-head')?.focus();
      return;
    }
    this.#goTo(to);
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
    this.#host.afterUpdate(() => {
      this.#isOnItsWay = false;
      const cell = to.event === undefined ? `[data-bin="${to.bin}"]` : `[data-event="${to.event}"]`;
      this.#rowOf(this.laneIndex)?.querySelector<HTMLElement>(cell)?.focus();
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

import type { Scene } from '../../core/scene/scene.js';
import { moveInGrid, type GridMove, type GridPosition } from '../../core/state/navigate.js';
import type { Selectors } from '../../core/state/selectors.js';
import type { Action, TimelineState } from '../../core/state/timeline-state.js';
import { gridCommand } from '../grid-keys.js';
import type { MotionController } from './motion-controller.js';

export interface FocusHost {
  readonly motion: MotionController;
  root(): ShadowRoot;
  state(): TimelineState;
  selectors(): Selectors;
  isChart(): boolean;
  open(event: number): void;
  close(): void;
  dispatch(action: Action): void;
  /** Renders, and then does this. */
  afterUpdate(act: () => void): void;
}

/** Keys on the chart, and where the focus is and goes. One cell of the grid can be reached by Tab; arrows move on from it. */
export class FocusController {
  readonly #host: FocusHost;
  #position: GridPosition | null = null;
  /** A key has sent the focus to `#position`, whose cell the next render brings. */
  #isOnItsWay = false;

  constructor(host: FocusHost) {
    this.#host = host;
  }

  /** The cell that Tab enters: where the focus was, else the selected event, else the first. */
  position({ names }: Scene): GridPosition | null {
    const held = this.#position;
    // Its event may be out of view, or its lane off: the grid must be entered all the same.
    if (names.some(({ event, laneIndex }) => event === held?.event && laneIndex === held.laneIndex)) return held;
    const selected = this.#host.selectors().selected(this.#host.state());
    const own = names.filter(({ isEcho }) => !isEcho);
    return own.find(({ event }) => event === selected) ?? own[0] ?? null;
  }

  forget(): void {
    this.#position = null;
  }

  /** Notes the cell that has the focus, before a frame may take it away or put it elsewhere; false when none has it. */
  hold(): boolean {
    const cell = this.#host.root().activeElement?.closest('.cell');
    if (cell && !this.#isOnItsWay) this.#position = positionOf(cell);
    return cell !== undefined && cell !== null;
  }

  /** After the frame: the focus is on the same event, or where that has left the view, on the one that Tab would enter. */
  keep(): void {
    const root = this.#host.root();
    if (!root.activeElement) root.querySelector<HTMLElement>('.cell[tabindex="0"]')?.focus({ preventScroll: true });
  }

  /** To the title of the details, or back to the event that they were about. */
  moveTo(place: 'details' | 'chart', event: number | null): void {
    const cell = event === null ? '[tabindex="0"]' : `[data-event="${event}"]`;
    const selector = place === 'details' ? '.event-title' : `${cell}`;
    this.#host.root().querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  readonly onKey = (keyEvent: KeyboardEvent): void => {
    if (keyEvent.defaultPrevented) return;
    if (keyEvent.key === 'Escape') return this.#escape(keyEvent);
    const cell = (keyEvent.composedPath()[0] as Element).closest('.cell');
    if (!cell || !this.#host.isChart()) return;
    const command = gridCommand(keyEvent, this.#host.state().mirrored);
    if (!command) return;
    keyEvent.preventDefault();
    const { motion } = this.#host;
    const event = Number(cell.getAttribute('data-event'));
    if (command.kind === 'move') this.#move(positionOf(cell), command.move);
    else if (command.kind === 'zoom') motion.zoom(command.factor);
    else if (command.kind === 'pan') motion.pan(command.share);
    else if (command.kind === 'fit') motion.fit('user');
    else this.#host.open(event);
  };

  /** What lies on top goes first: the card, then the details. */
  #escape(keyEvent: KeyboardEvent): void {
    const { hovered, selected } = this.#host.state();
    if (hovered === null && selected === null) return;
    keyEvent.preventDefault();
    if (hovered !== null) this.#host.dispatch({ type: 'hover', event: null });
    else this.#host.close();
  }

  #move(from: GridPosition, move: GridMove): void {
    const state = this.#host.state();
    const selectors = this.#host.selectors();
    const to = moveInGrid(state.dataset!, selectors.shownLanes(state), selectors.order(state), from, move);
    this.#position = to;
    this.#isOnItsWay = true;
    // At once: a cell that is not in view does not exist, and cannot be focused.
    this.#host.motion.reveal(to.event, 'user', true);
    this.#host.afterUpdate(() => {
      this.#isOnItsWay = false;
      const target = this.#host.root().querySelector('.grid')?.children[to.laneIndex];
      target?.querySelector<HTMLElement>(`[data-event="${to.event}"]`)?.focus();
    });
  }
}

function positionOf(cell: Element): GridPosition {
  const row = cell.closest('[role=row]')!;
  return {
    laneIndex: [...row.parentElement!.children].indexOf(row),
    event: Number(cell.getAttribute('data-event')),
  };
}

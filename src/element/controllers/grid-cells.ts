import type { Scene, SceneName } from '../../core/scene/scene.js';
import type { GridPosition } from '../../core/state/navigate.js';

export interface CellsModel {
  readonly scene: Scene;
  readonly selected: number | null;
  /** The cell that Tab enters. */
  readonly focused: GridPosition | null;
  /** What a cell says. */
  readonly describe: (event: number, laneIndex: number) => string;
  /** As long as these are the same objects, a cell says the same. */
  readonly describedBy: readonly unknown[];
}

interface Cell {
  readonly node: HTMLElement;
  place: string;
}

/** A browser can hold only so many nodes: of many cells those around the focus exist, which is all that a key can reach. */
const mostCells = 240;

/**
 * The cells over the marks. They move with every frame of a gesture, so they are kept here and told only what changed,
 * instead of being rendered: a cell stays with its event, and the focus may be on it.
 */
export class GridCells {
  readonly #onSelect: (event: number) => void;
  readonly #cells = new Map<string, Cell>();
  #describedBy: readonly unknown[] = [];

  constructor(onSelect: (event: number) => void) {
    this.#onSelect = onSelect;
  }

  /** @param rows the element of each lane that holds its cells */
  update(rows: readonly Element[], model: CellsModel): void {
    const { scene, selected, focused, describe, describedBy } = model;
    const isNew = describedBy.some((part, i) => part !== this.#describedBy[i]);
    this.#describedBy = describedBy;
    const shown = new Map(
      neighbourhood(scene.names, focused?.event).map((name) => [
        `${scene.lanes[name.laneIndex]!.lane.key} ${name.event}`,
        name,
      ]),
    );
    for (const [key, { node }] of this.#cells) {
      if (shown.has(key)) continue;
      node.remove();
      this.#cells.delete(key);
    }
    // Those that stay keep their order, so that none is moved: a node that is moved loses the focus.
    const last = new Map<Element, Element>();
    for (const [key, { event, laneIndex, row }] of shown) {
      const parent = rows[laneIndex];
      if (!parent) continue;
      const cell = this.#cells.get(key) ?? this.#create(key, event);
      const { node } = cell;
      const next = last.get(parent)?.nextSibling ?? (last.has(parent) ? null : parent.firstChild);
      if (next !== node) parent.insertBefore(node, next);
      last.set(parent, node);
      if (isNew || !node.hasAttribute('aria-label')) setAttribute(node, 'aria-label', describe(event, laneIndex));
      const isFocused = focused?.event === event && focused.laneIndex === laneIndex;
      setAttribute(node, 'tabindex', isFocused ? '0' : '-1');
      setAttribute(node, 'aria-selected', String(event === selected));
      const place = `transform:translate(${row.x}px,${row.y}px);width:${row.width}px;height:${row.height}px`;
      if (place !== cell.place) node.style.cssText = cell.place = place;
    }
  }

  #create(key: string, event: number): Cell {
    const node = document.createElement('div');
    node.className = 'cell';
    setAttribute(node, 'role', 'gridcell');
    node.dataset['event'] = String(event);
    node.addEventListener('click', () => this.#onSelect(event));
    const cell = { node, place: '' };
    this.#cells.set(key, cell);
    return cell;
  }
}

function setAttribute(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function neighbourhood(names: readonly SceneName[], focused: number | undefined): readonly SceneName[] {
  if (names.length <= mostCells) return names;
  const at = names.findIndex(({ event }) => event === focused);
  const start = Math.min(Math.max(0, at - mostCells / 2), names.length - mostCells);
  return names.slice(start, start + mostCells);
}

import type { Box, Scene, SceneColumn, SceneDensity } from '../../core/scene/scene.js';
import { pageBox } from '../../core/scene/scene-builder.js';
import type { GridPosition } from '../../core/state/navigate.js';

/** What a cell says. */
export interface CellWords {
  event(event: number, laneIndex: number): string;
  column(column: SceneColumn, density: SceneDensity): string;
}

export interface CellsModel {
  readonly scene: Scene;
  readonly selected: number | null;
  /** The cell that Tab enters. */
  readonly focused: GridPosition | null;
  readonly words: CellWords;
  /** As long as these are the same objects, a cell says the same. */
  readonly describedBy: readonly unknown[];
}

export interface CellsHost {
  onEvent(event: number): void;
  onColumn(laneIndex: number, column: SceneColumn): void;
}

/** One event, or one column of counts that is not empty. */
interface Place {
  readonly position: GridPosition;
  readonly box: () => Box;
  readonly say: () => string;
  readonly act: () => void;
}

interface Cell {
  readonly node: HTMLElement;
  place: string;
  act: () => void;
}

/** A browser can hold only so many nodes: of many cells those around the focus exist, which is all that a key can reach. */
const mostCells = 240;

/**
 * The cells over the marks. They move with every frame of a gesture, so they are kept here and told only what changed,
 * instead of being rendered: a cell stays with its event, and the focus may be on it.
 */
export class GridCells {
  readonly #host: CellsHost;
  readonly #cells = new Map<string, Cell>();
  #describedBy: readonly unknown[] = [];

  constructor(host: CellsHost) {
    this.#host = host;
  }

  /** @param rows the element that holds the cells of each lane, by the lane's place; lanes far out of view have none */
  update(rows: ReadonlyMap<number, Element>, model: CellsModel): void {
    const { scene, selected, focused, describedBy } = model;
    const isNew = describedBy.some((part, i) => part !== this.#describedBy[i]);
    this.#describedBy = describedBy;
    const shown = new Map(
      neighbourhood(this.#places(model), focused).map((place) => [keyOf(place.position, scene), place]),
    );
    const kept = focused && keyOf(focused, scene);
    for (const [key, { node }] of this.#cells) {
      if (shown.has(key) || key === kept) continue;
      node.remove();
      this.#cells.delete(key);
    }
    // Those that stay keep their order, so that none is moved: a node that is moved loses the focus.
    const last = new Map<Element, Element>();
    for (const [key, { position, box, say, act }] of shown) {
      const parent = rows.get(position.laneIndex);
      if (!parent) continue;
      const cell = this.#cells.get(key) ?? this.#create(key, position);
      const { node } = cell;
      cell.act = act;
      const next = last.get(parent)?.nextSibling ?? (last.has(parent) ? null : parent.firstChild);
      if (next !== node) parent.insertBefore(node, next);
      last.set(parent, node);
      if (isNew || !node.hasAttribute('aria-label')) setAttribute(node, 'aria-label', say());
      setAttribute(node, 'tabindex', focused && isSame(position, focused) ? '0' : '-1');
      setAttribute(node, 'aria-selected', String(position.event !== undefined && position.event === selected));
      const { x, y, width, height } = box();
      const place = `transform:translate(${x}px,${y}px);width:${width}px;height:${height}px`;
      if (place !== cell.place) node.style.cssText = cell.place = place;
    }
  }

  #places({ scene, words }: CellsModel): readonly Place[] {
    const host = this.#host;
    const places = scene.names.map(({ event, laneIndex, row }): Place => ({
      position: { laneIndex, event },
      box: () => row,
      say: () => words.event(event, laneIndex),
      act: () => host.onEvent(event),
    }));
    if (scene.densities.length === 0) return places;
    for (const density of scene.densities) {
      const { laneIndex, columns, baseY } = density;
      const { top } = scene.lanes[laneIndex]!;
      for (const column of columns) {
        if (column.most === 0) continue;
        places.push({
          position: { laneIndex, bin: column.start },
          box: () => pageBox(scene.plot, column.x0, column.x1, top + 1, baseY - top),
          say: () => words.column(column, density),
          act: () => host.onColumn(laneIndex, column),
        });
      }
    }
    // Stable: within a lane they keep the order that they are drawn in.
    return places.sort((a, b) => a.position.laneIndex - b.position.laneIndex);
  }

  #create(key: string, { event, bin }: GridPosition): Cell {
    const node = document.createElement('div');
    node.className = 'cell';
    setAttribute(node, 'role', 'gridcell');
    if (event === undefined) node.dataset['bin'] = String(bin);
    else node.dataset['event'] = String(event);
    const cell: Cell = { node, place: '', act: () => {} };
    node.addEventListener('click', () => cell.act());
    this.#cells.set(key, cell);
    return cell;
  }
}

/** Where a cell is, read from its node. */
export function positionOf(cell: Element): GridPosition {
  const laneIndex = Number(cell.closest('[data-lane]')!.getAttribute('data-lane'));
  const { event, bin } = (cell as HTMLElement).dataset;
  return event === undefined ? { laneIndex, bin: Number(bin) } : { laneIndex, event: Number(event) };
}

export const isSame = (a: GridPosition, b: GridPosition): boolean =>
  a.laneIndex === b.laneIndex && a.event === b.event && a.bin === b.bin;

const keyOf = ({ laneIndex, event, bin }: GridPosition, { lanes }: Scene): string =>
  `${lanes[laneIndex]!.lane.key} ${event ?? `at ${bin}`}`;

function setAttribute(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function neighbourhood(places: readonly Place[], focused: GridPosition | null): readonly Place[] {
  if (places.length <= mostCells) return places;
  const at = focused ? places.findIndex(({ position }) => isSame(position, focused)) : 0;
  const start = Math.min(Math.max(0, at - mostCells / 2), places.length - mostCells);
  return places.slice(start, start + mostCells);
}

import { focusBoxes } from '../../core/scene/focus-boxes.js';
import type { Box, Scene, SceneColumn, SceneDensity } from '../../core/scene/scene.js';
import { pageBox } from '../../core/scene/scene-builder.js';
import { languageOf } from '../../core/i18n/locale.js';
import { inScripts, type ShownText } from '../../core/i18n/text.js';
import type { GridPosition } from '../../core/state/navigate.js';

/** What a cell says, and where in the grid it stands, of which only a part is there. */
export interface CellWords {
  event(event: number, laneIndex: number): readonly ShownText[];
  column(column: SceneColumn, density: SceneDensity): string;
  /** How many events an event is related to; empty where there are none. */
  links(event: number): string;
  /** For `aria-colindex`: the head of a lane is in the first column. */
  columnOf(position: GridPosition): number;
  /** For `aria-colcount`. */
  readonly columns: number;
}

/** The head of a lane: its name, which can be walked to like a cell. */
export interface HeadPosition {
  readonly laneIndex: number;
  readonly event?: undefined;
  readonly bin?: undefined;
}

/** Where the focus can be in the grid. */
export type GridStop = GridPosition | HeadPosition;

export interface CellsModel {
  readonly scene: Scene;
  readonly selected: number | null;
  /** What Tab enters. */
  readonly focused: GridStop | null;
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
  readonly say: () => string | readonly ShownText[];
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

  /** @param rows the row of each lane, by the lane's place; lanes far out of view have none */
  update(rows: ReadonlyMap<number, Element>, model: CellsModel): void {
    const { scene, selected, focused, describedBy, words } = model;
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
    for (const [laneIndex, row] of rows) {
      const isFocused = focused !== null && isSame(focused, { laneIndex });
      setAttribute(headOf(row), 'tabindex', isFocused ? '0' : '-1');
      setAttribute(row.parentElement!, 'aria-colcount', String(words.columns));
    }
    // Those that stay keep their order, so that none is moved: a node that is moved loses the focus.
    const last = new Map<Element, Element>();
    for (const [key, { position, box, say, act }] of shown) {
      const parent = rows.get(position.laneIndex)?.lastElementChild;
      if (!parent) continue;
      const cell = this.#cells.get(key) ?? this.#create(key, position);
      const { node } = cell;
      cell.act = act;
      const next = last.get(parent)?.nextSibling ?? (last.has(parent) ? null : parent.firstChild);
      if (next !== node) parent.insertBefore(node, next);
      last.set(parent, node);
      if (isNew || !node.hasAttribute('aria-colindex')) {
        name(node, say());
        setAttribute(node, 'aria-description', position.event === undefined ? '' : words.links(position.event));
        setAttribute(node, 'aria-colindex', String(words.columnOf(position)));
      }
      setAttribute(node, 'tabindex', focused && isSame(position, focused) ? '0' : '-1');
      setAttribute(node, 'aria-selected', String(position.event !== undefined && position.event === selected));
      const { x, y, width, height } = box();
      // On whole pixels: between two the ring would be blurred.
      const [left, top] = [Math.round(x), Math.round(y)];
      const [right, bottom] = [Math.round(x + width), Math.round(y + height)];
      const place = `transform:translate(${left}px,${top}px);width:${right - left}px;height:${bottom - top}px`;
      if (place !== cell.place) node.style.cssText = cell.place = place;
    }
  }

  #places({ scene, words }: CellsModel): readonly Place[] {
    const host = this.#host;
    const boxOf = focusBoxes(scene);
    const places = scene.names.map((name): Place => {
      const { event, laneIndex } = name;
      return {
        position: { laneIndex, event },
        box: () => boxOf(name),
        say: () => words.event(event, laneIndex),
        act: () => host.onEvent(event),
      };
    });
    if (scene.densities.length === 0) return places;
    for (const density of scene.densities) {
      const { laneIndex, columns, baseY } = density;
      const { top } = scene.lanes[laneIndex]!;
      for (const column of columns) {
        if (column.most === 0) continue;
        places.push({
          position: { laneIndex, bin: column.start },
          // Of the first lane the axis would cover the ring's upper side.
          box: () => {
            const inset = laneIndex === 0 ? 3 : 1;
            return pageBox(scene.plot, column.x0, column.x1, top + inset, baseY + 1 - top - inset);
          },
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

export const isSame = (a: GridStop, b: GridStop): boolean =>
  a.laneIndex === b.laneIndex && a.event === b.event && a.bin === b.bin;

export const isHead = (stop: GridStop): stop is HeadPosition => stop.event === undefined && stop.bin === undefined;

/** What takes the focus in a lane's head: its button, or the head itself. */
export const headOf = (row: Element): HTMLElement =>
  row.querySelector<HTMLElement>('.lane-head, .lane-label:not(:has(.lane-head))')!;

const keyOf = ({ laneIndex, event, bin }: GridStop, { lanes }: Scene): string =>
  `${lanes[laneIndex]!.lane.key} ${event ?? `at ${bin}`}`;

function setAttribute(node: Element, name: string, value: string): void {
  if ((node.getAttribute(name) ?? '') === value) return;
  if (value === '') node.removeAttribute(name);
  else node.setAttribute(name, value);
}

/** In a name every word is of one language: what is not has its words inside, for those who hear them alone. */
function name(node: HTMLElement, said: string | readonly ShownText[]): void {
  const { lang } = node.closest<HTMLElement>('.root')!;
  const isOwn = (piece: ShownText): boolean => languageOf(piece.lang) === languageOf(lang);
  if (typeof said === 'string' || said.every(isOwn)) {
    setAttribute(node, 'aria-label', typeof said === 'string' ? said : said.map(({ text }) => text).join(''));
    return node.replaceChildren();
  }
  node.removeAttribute('aria-label');
  const words = document.createElement('span');
  words.className = 'unseen';
  const language = languageOf(lang) === 'ar' ? 'ar' : 'en';
  for (const piece of said.flatMap((own) => (isOwn(own) ? inScripts(own.text, language) : [own]))) {
    const marked = document.createElement('bdi');
    marked.lang = piece.lang;
    marked.dir = piece.dir;
    marked.textContent = piece.text;
    words.append(isOwn(piece) ? piece.text : marked);
  }
  node.replaceChildren(words);
}

function neighbourhood(places: readonly Place[], focused: GridStop | null): readonly Place[] {
  if (places.length <= mostCells) return places;
  const isThere = ({ position }: Place): boolean =>
    isHead(focused!) ? position.laneIndex >= focused.laneIndex : isSame(position, focused!);
  const at = focused ? places.findIndex(isThere) : 0;
  const start = Math.min(Math.max(0, at - mostCells / 2), places.length - mostCells);
  return places.slice(start, start + mostCells);
}

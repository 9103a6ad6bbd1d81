import report from '../../data/deir-ez-zor-2016-05.json';
import type { Dataset } from '../core/dataset/dataset.js';
import type { Issue } from '../core/dataset/issue.js';
import { readDataset } from '../core/dataset/read-dataset.js';
import type { ReadingAccount } from '../core/dataset/reading.js';
import { directionOf } from '../core/i18n/locale.js';
import { isCalled } from '../core/layout/lanes.js';
import { createSelectors } from '../core/state/selectors.js';
import { initialState, reduce } from '../core/state/timeline-state.js';
import { dataScript } from './data-script.js';
import { elementNode, pageNode } from './page.js';
import { toHtmlText } from './html-tree.js';
import { measureText } from './measure-text.js';
import type { StaticModel } from './model.js';
import { resolveOptions, type ResolvedOptions, type StaticOptions } from './options.js';

/** What became of the data. */
export interface StaticPage {
  /** The page, or the fragment; null where there is none to show. */
  readonly html: string | null;
  /** Why there is none: nothing could be read, or the terms of the data do not allow them in a page. */
  readonly refused: 'unreadable' | 'terms' | null;
  /** What was wrong in the data and the options, in plain sentences. */
  readonly issues: readonly Issue[];
  /** How the reading went, in numbers; null where nothing was read. */
  readonly account: ReadingAccount | null;
}

/** A page is read from top to bottom: more is for the element, which has pages of its own. */
export const mostEvents = 2000;
/** Characters of data in a page: more keep a reader waiting who sees nothing of them. */
const mostCharacters = 5_000_000;

/**
 * The timeline as HTML that needs no script: chart, list and table in the words that the element says, inside the tag
 * that the script turns into the element when it is there.
 *
 * @param data text in any form that the element reads, or a parsed value; without any the report that comes with it
 * @throws RangeError for an option that is none; never for wrong data
 */
export function renderStatic(data: unknown, options: StaticOptions = {}): StaticPage {
  const resolved = resolveOptions(options);
  const { format, dateOrder } = resolved;
  const source = data === undefined ? report : data;
  const reading = readDataset(source, { format, dateOrder });
  const { dataset, account } = reading;
  if (!dataset) return { html: null, refused: 'unreadable', issues: reading.issues, account };
  if (account?.format === 'acled' && !options.mayPublish) {
    return { html: null, refused: 'terms', issues: reading.issues, account };
  }
  const model = createModel(dataset, account, resolved);
  const inside = options.src === undefined ? dataScript(source, reading, { format, dateOrder }) : null;
  const node = elementNode(model, resolved, inside);
  const html = toHtmlText(options.fragment ? node : pageNode(node, model, resolved));
  const issues = [
    ...reading.issues,
    ...unknownLanes(resolved.actors, model),
    ...(inside && inside.length > mostCharacters ? [tooLong(inside.length)] : []),
  ];
  return { html: options.fragment ? html : `<!doctype html>\n${html}`, refused: null, issues, account };
}

function createModel(dataset: Dataset, account: ReadingAccount | null, options: ResolvedOptions): StaticModel {
  const { given, groupBy, actors, from, to, width, headingLevel } = options;
  const locale = given.lang ?? dataset.language;
  const dir = given.dir ?? directionOf(locale);
  const { axisDirection = 'auto' } = given;
  const configured = reduce(reduce(initialState, { type: 'load', dataset }), {
    type: 'configure',
    options: {
      locale,
      dir,
      mirrored: (axisDirection === 'auto' ? dir : axisDirection) === 'rtl',
      groupBy,
      wantedLanes: actors,
      from,
      to,
      width,
      // A page that stands for years knows no today.
      now: NaN,
    },
  });
  const plain = createSelectors(measureText);
  const order = plain.listedOrder(configured);
  const events = [...order.slice(0, mostEvents)];
  const language = plain.language(configured);
  const places = new Map(events.map((event, i) => [event, i + 1]));
  const numbered = createSelectors(measureText, (event) => {
    const place = places.get(event);
    return place === undefined ? '' : `${language.numbers.format(place)}. `;
  });
  const scene = dataset.count > 0 ? numbered.scene(configured) : null;
  return {
    dataset,
    account,
    language,
    dir,
    heading: given.heading?.trim() ? given.heading : dataset.title,
    headingLevel,
    groupBy: plain.groupBy(configured),
    lanes: plain.lanes(configured),
    shown: plain.shown(configured),
    domain: plain.domain(configured),
    scene,
    events,
    listed: order.length,
    isNumbered: scene?.names.some(({ event }) => places.has(event)) === true,
  };
}

function unknownLanes(names: readonly string[], { lanes }: StaticModel): readonly Issue[] {
  if (lanes.length === 0) return [];
  const unknown = names.filter((name) => !lanes.some((lane) => isCalled(lane, name)));
  return unknown.map((name) => ({
    code: 'invalid-attribute',
    path: 'actors',
    message: `"${name.slice(0, 80)}" in actors is no lane of these data; it is left out.`,
  }));
}

const tooLong = (length: number): Issue => ({
  code: 'text-too-long',
  path: 'data',
  message:
    `The page holds ${(length / 1e6).toLocaleString('en', { maximumFractionDigits: 0 })} million characters of data for ` +
    'the element; with "src" it would load them from a file when it needs them.',
});

import type { Dataset } from '../core/dataset/dataset.js';
import type { Issue } from '../core/dataset/issue.js';
import { dateOrders, formatNames, type DateOrder, type FormatName } from '../core/dataset/readers/record-reader.js';
import { isLocale } from '../core/i18n/locale.js';
import { groupings, isCalled, type GroupBy, type Lane } from '../core/layout/lanes.js';
import { timeOf } from '../core/temporal/time-of.js';
import type { EpochMs } from '../core/util/units.js';
import type { Domain } from '../core/viewport/domain.js';
import { parseControls, type ControlName } from './controls.js';
import { views, type View } from './view-model.js';

type Given = string | null | undefined;

/** The attributes as the page gave them; what it did not give is null or undefined. */
export interface GivenOptions {
  readonly format: Given;
  readonly dateOrder: Given;
  readonly groupBy: Given;
  readonly actors: Given;
  readonly from: Given;
  readonly to: Given;
  readonly view: Given;
  readonly controls: Given;
  readonly axisDirection: Given;
  readonly theme: Given;
  readonly headingLevel: number | Given;
}

const optionNames = [
  'format',
  'dateOrder',
  'groupBy',
  'actors',
  'from',
  'to',
  'view',
  'controls',
  'axisDirection',
  'theme',
  'headingLevel',
] as const;

/** The same, checked, with every default filled in. */
export interface Options {
  /** Null: as the content tells. */
  readonly format: FormatName | null;
  /** Null: as the file's own dates tell. */
  readonly dateOrder: DateOrder | null;
  /** Null: as the data suggest. */
  readonly groupBy: GroupBy | null;
  readonly actors: readonly string[];
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
  readonly view: 'auto' | View;
  readonly controls: ReadonlySet<ControlName>;
  readonly axisDirection: 'auto' | 'ltr' | 'rtl';
  readonly theme: 'auto' | 'light' | 'dark';
  readonly headingLevel: number;
  readonly issues: readonly Issue[];
}

/**
 * Checks the attributes. What is wrong falls back to its default and becomes an issue; it never throws.
 *
 * @param lang and `dir`: the attributes that every element has, as they are written
 */
export function resolveOptions(written: GivenOptions, lang: string | null = null, dir: string | null = null): Options {
  // Properties may hold anything, such as a list of actors: they are read as an attribute with that text would be.
  const given = Object.fromEntries(
    optionNames.map((name) => [name, written[name] == null ? null : String(written[name])]),
  ) as Readonly<Record<keyof GivenOptions, string | null>>;
  const issues: Issue[] = [];
  const invalid = (name: string, value: string, instead: string): void => {
    const message = `"${value.slice(0, 80)}" is not a valid value of the attribute ${name}; ${instead}.`;
    issues.push({ code: 'invalid-attribute', path: name, message });
  };
  const chosen = <T extends string>(name: string, value: string, allowed: readonly T[], instead: string): T | null => {
    const found = allowed.find((one) => one === value.trim().toLowerCase());
    if (found === undefined) invalid(name, value, instead);
    return found ?? null;
  };
  const choose = <T extends string>(name: string, value: Given, allowed: readonly T[]): T => {
    const standard = allowed[0]!;
    return value ? (chosen(name, value, allowed, `"${standard}" is used`) ?? standard) : standard;
  };
  const time = (name: 'from' | 'to', value: Given): EpochMs | null => {
    if (!value?.trim()) return null;
    const found = timeOf(value.trim(), name === 'to');
    if (found === null) invalid(name, value, 'it is left out');
    return found;
  };

  if (lang && !isLocale(lang.trim())) invalid('lang', lang, 'the language around is used');
  if (dir && !/^(ltr|rtl|auto)$/i.test(dir.trim())) invalid('dir', dir, 'the direction around is used');
  const { controls, wrong } = parseControls(given.controls);
  for (const token of wrong) invalid('controls', token, 'it is left out');
  let from = time('from', given.from);
  let to = time('to', given.to);
  if (from !== null && to !== null && from >= to) {
    invalid('to', given.to!, 'it lies before "from", and both are left out');
    from = to = null;
  }
  const level = Number(given.headingLevel ?? 2);
  const isLevel = Number.isInteger(level) && level >= 1 && level <= 6;
  if (!isLevel) invalid('heading-level', String(given.headingLevel), '2 is used');

  const format = choose('format', given.format, ['auto', ...formatNames]);

  return {
    format: format === 'auto' ? null : format,
    dateOrder: given.dateOrder
      ? chosen('date-order', given.dateOrder, dateOrders, 'the dates of the data decide')
      : null,
    groupBy: given.groupBy ? choose('group-by', given.groupBy, groupings) : null,
    actors: (given.actors ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    from,
    to,
    view: choose('view', given.view, ['auto', ...views]),
    controls,
    axisDirection: choose('axis-direction', given.axisDirection, ['auto', 'ltr', 'rtl']),
    theme: choose('theme', given.theme, ['auto', 'light', 'dark']),
    headingLevel: isLevel ? level : 2,
    issues,
  };
}

/** A range as a page gives it. Throws a RangeError when it is not one. */
export function rangeOf(from: Date | string | number, to: Date | string | number): Domain {
  const time = (value: Date | string | number, isEnd: boolean): EpochMs =>
    typeof value === 'string' ? (timeOf(value, isEnd) ?? NaN) : Number(value);
  const [start, end] = [time(from, false), time(to, true)];
  if (!(start < end)) throw new RangeError(`invalid range: ${String(from)} to ${String(to)}`);
  return [start, end];
}

/** Names in the attribute `actors` that no lane goes by; known only when data are there. */
export function unknownLanes(names: readonly string[], lanes: readonly Lane[]): readonly Issue[] {
  if (lanes.length === 0) return [];
  const unknown = names.filter((name) => !lanes.some((lane) => isCalled(lane, name)));
  return unknown.map((name) => ({
    code: 'invalid-attribute',
    path: 'actors',
    message: `"${name.slice(0, 80)}" in the attribute actors is no lane of these data; it is left out.`,
  }));
}

/** An id in the attribute `event` that no event has. */
export function unknownEvent(given: string | null | undefined, dataset: Dataset | null): readonly Issue[] {
  const id = String(given ?? '');
  if (!id || !dataset || dataset.indexOf(id) !== null) return [];
  const message = `"${id.slice(0, 80)}" in the attribute event is no event of these data; none is selected.`;
  return [{ code: 'invalid-attribute', path: 'event', message }];
}

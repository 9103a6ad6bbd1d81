import { dateOrders, formatNames, type DateOrder, type FormatName } from '../core/dataset/readers/record-reader.js';
import { isLocale } from '../core/i18n/locale.js';
import { groupings, type GroupBy } from '../core/layout/lanes.js';
import { timeOf } from '../core/temporal/time-of.js';
import type { CssPixels, EpochMs } from '../core/util/units.js';

/** How a page is made. What the element has too is called as its attributes are, and means the same. */
export interface StaticOptions {
  /** How the data are read; by default as their content tells. */
  readonly format?: FormatName | 'auto';
  readonly dateOrder?: DateOrder;
  /** By default the data's language, else English. */
  readonly lang?: string;
  /** By default the direction of the language. */
  readonly dir?: 'ltr' | 'rtl';
  readonly groupBy?: Exclude<GroupBy, 'none'>;
  /** Ids or names, separated by commas. */
  readonly actors?: string;
  /** The range shown first: EDTF, or ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  readonly axisDirection?: 'auto' | 'ltr' | 'rtl';
  readonly theme?: 'auto' | 'light' | 'dark';
  /** Instead of the data's title. */
  readonly heading?: string;
  /** 1 to 6: by default 1 on a page, 2 in a fragment. */
  readonly headingLevel?: number;
  /** Of the drawn chart, in CSS pixels; default 960. Below 700 the names of lanes stand above them. */
  readonly width?: number;
  /** Address of the element's script; default `report-timeline.js`. */
  readonly script?: string;
  /** Its hash, as `integrity` of the script's tag. */
  readonly integrity?: string;
  /** The element alone, without the page around it and without its style. */
  readonly fragment?: boolean;
  /** Where the element loads the data from; without it they stand in the page. */
  readonly src?: string;
  /** Says that whoever owns rows that may not be passed on (ACLED) permits it. */
  readonly mayPublish?: boolean;
}

/** The same, checked, with the defaults that do not depend on the data. */
export interface ResolvedOptions {
  readonly given: StaticOptions;
  readonly format: FormatName | null;
  readonly dateOrder: DateOrder | null;
  readonly groupBy: GroupBy | null;
  readonly actors: readonly string[];
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
  readonly headingLevel: number;
  readonly width: CssPixels;
  readonly script: string;
}

/** What programs in JavaScript may give as something else: null, a date, a list. */
const texts = ['lang', 'actors', 'from', 'to', 'heading', 'script', 'integrity', 'src'] as const;

const narrowest: CssPixels = 320;
const widest: CssPixels = 4000;

/** Checks the options. Throws a RangeError that says what is wrong, in one plain sentence. */
export function resolveOptions(given: StaticOptions): ResolvedOptions {
  const choice = (name: string, value: string | undefined, allowed: readonly string[]): void => {
    if (value !== undefined && !allowed.includes(value)) wrong(name, value, `one of ${allowed.join(', ')}`);
  };
  for (const name of texts) {
    const value: unknown = given[name];
    if (value !== undefined && typeof value !== 'string') wrong(name, value, 'a text');
  }
  if (given.src?.trim() === '') wrong('src', given.src, 'the address of a file');
  choice('format', given.format, ['auto', ...formatNames]);
  choice('date-order', given.dateOrder, dateOrders);
  choice('group-by', given.groupBy, groupings);
  choice('dir', given.dir, ['ltr', 'rtl']);
  choice('axis-direction', given.axisDirection, ['auto', 'ltr', 'rtl']);
  choice('theme', given.theme, ['auto', 'light', 'dark']);
  if (given.lang !== undefined && !isLocale(given.lang))
    wrong('lang', given.lang, 'a language tag such as en or ar-SY');
  const time = (name: 'from' | 'to'): EpochMs | null => {
    const value = given[name];
    if (value === undefined) return null;
    return timeOf(value, name === 'to') ?? wrong(name, value, 'a date in EDTF or ISO 8601');
  };
  const [from, to] = [time('from'), time('to')];
  if (from !== null && to !== null && from >= to) wrong('to', given.to!, 'later than "from"');
  const whole = (name: string, value: number, least: number, most: number): number =>
    Number.isInteger(value) && value >= least && value <= most
      ? value
      : wrong(name, String(value), `a whole number from ${least} to ${most}`);
  return {
    given,
    format: !given.format || given.format === 'auto' ? null : given.format,
    dateOrder: given.dateOrder ?? null,
    groupBy: given.groupBy ?? null,
    actors: (given.actors ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    from,
    to,
    headingLevel: whole('heading-level', given.headingLevel ?? (given.fragment ? 2 : 1), 1, 6),
    width: whole('width', given.width ?? 960, narrowest, widest),
    script: given.script ?? 'report-timeline.js',
  };
}

function wrong(name: string, value: unknown, expected: string): never {
  throw new RangeError(`"${String(value).slice(0, 80)}" is not a value of ${name}: it has to be ${expected}.`);
}

import { plainSpelling } from '../../../i18n/spelling.js';
import { dayMs, secondMs } from '../../../temporal/calendar.js';
import { parseTemporal } from '../../../temporal/parse-temporal.js';
import { formatPlainDate, parsePlainDate, plainForm, type PlainDate } from '../../../temporal/plain-date.js';
import type { Written } from '../../written-date.js';
import { edtfOfFreeDate, missingOf } from './free-date.js';
import type { DateOrder } from '../record-reader.js';
import { wrongNumberDate } from './sentences.js';

/**
 * What a cell says of time, in English or Arabic: EDTF, ISO 8601 as programs write it, a date as people write it, and
 *
 * - `c. May 2016`, `18 May 2016?`: about then, perhaps then
 * - `before 18 May 2016`, `after 2015`: once, on the days before it or after it
 * - `14–18 May 2016`, `from 14 to 18 May 2016`: from the one to the other
 * - `between 14 and 18 May 2016`: once, on one of the days
 * - `since 2016`, `2016 – present`: from then on; `until 2016`: up to then, nobody says since when
 * - `1990s`: some time in these years; in those of `1900s` and `2000s`, which may be a century
 *
 * The result may be an interval that ends before it begins.
 *
 * @returns `ambiguous` where a day and a month cannot be told apart; null for what is no date
 */
export function writtenOfText(text: string, order: DateOrder | null): Written | 'ambiguous' | null {
  const given = text.trim();
  if (mayBeEdtf(given) && parseTemporal(given).ok) return { when: given };
  if (parsePlainDate(given, 0, given.length, plain, true)) return { when: formatPlainDate(plain.earliest, plain.form) };
  if (given.length > longestText) return null;
  const read = (part: string): string | null => decade(part) ?? edtfOfFreeDate(part, order);
  const spelt = plainSpelling(given).replace(/\s+/g, ' ');
  const found =
    read(spelt) ??
    (aYear.test(spelt)
      ? (qualified(spelt, read) ?? bounded(spelt, read) ?? unbounded(spelt, read) ?? ranged(spelt, read))
      : null);
  return found === null || found === 'ambiguous' || typeof found === 'object' ? found : { when: found };
}

const present = 'present|ongoing|now|today|الان|اليوم|مستمره?';
const presentPattern = new RegExp(`^(?:\\.\\.|(?:(?:until|till|حتي) )?(?:${present}))$`);

/** Whether the cell of an end says that there was none yet: `present`, `ongoing`, `مستمر`. */
export const isGoingOn = (text: string): boolean =>
  text.length <= longestText && presentPattern.test(plainSpelling(text.trim()));

/** Why a text is no date, for the person who mends it. */
export function whyNoDate(text: string): string {
  const plain = plainSpelling(text.slice(0, longestText)).trim();
  const missing = missingOf(plain);
  if (!/^\d{8}$/.test(plain) && /^-?\d+([.,]\d+)?$/.test(plain)) return wrongNumberDate;
  const hasShortYear = /^\d\d?([ ./-])(?:\d\d?|[^\d\s./-]+)\1'?\d\d$/.test(plain);
  if (hasShortYear) return 'Years have four digits; write it like 2016-05-18 or 18 May 2016. The value is left out.';
  const parsed = mayBeEdtf(text) ? parseTemporal(text) : null;
  if (parsed && !parsed.ok) return `${parsed.message} The value is left out.`;
  if (missing) return `There is no such ${missing}. The value is left out.`;
  return 'This is no date that can be read; write it like 2016-05-18 or 18 May 2016. The value is left out.';
}

/** Whether a text that is no EDTF was meant to be, so that its parser knows best what is wrong. Others take it longer. */
const mayBeEdtf = (text: string): boolean => /^[-[{?~%.]*[\dXY/][^ ]*$/.test(text) && !/^\d\d?[./-]\d/.test(text);

const longestText = 120;
const aYear = /(^|\D)\d{4}(\D|$)/;
const plain: PlainDate = { earliest: 0, latest: 0, form: 0 };

type Read = (text: string) => string | null;

const isAmbiguous = (found: string): boolean => found === 'ambiguous';

const about = 'circa|ca?\\.?|about|around|approx\\.?|approximately|roughly|حوالي|نحو|قرابه|تقريبا|~';
const perhaps = 'perhaps|possibly|probably|maybe|ربما|لعله';
const qualifiedPattern = new RegExp(
  `^(?:(${about})|(${perhaps}))? ?(\\S.*?) ?(?:[(]?(?:(${about})|(${perhaps}|\\?))[)]?)?$`,
);

/** EDTF has no qualifiers for a time of day. */
function qualified(text: string, read: Read): string | null {
  const [, aboutIt, perhapsIt, date = '', aboutThat, perhapsThat] = qualifiedPattern.exec(text) ?? [];
  const isAbout = (aboutIt ?? aboutThat) !== undefined;
  const isPerhaps = (perhapsIt ?? perhapsThat) !== undefined;
  const found = isAbout || isPerhaps ? read(date) : null;
  if (found === null || isAmbiguous(found)) return found;
  return `${dayOf(found)}${isAbout ? (isPerhaps ? '%' : '~') : '?'}`;
}

function bounded(text: string, read: Read): string | null {
  const [, before, after, date = ''] = /^(?:(before|prior to|قبل|ما قبل)|(after|بعد|ما بعد)) (.+)$/.exec(text) ?? [];
  const found = (before ?? after) === undefined ? null : read(date);
  if (found === null || isAmbiguous(found)) return found;
  if (!parsePlainDate(found, 0, found.length, plain)) return null;
  const { earliest, latest } = plain;
  const form = Math.max(plain.form, plainForm.day);
  const unit = form === plainForm.day ? dayMs : secondMs;
  return before === undefined
    ? `[${formatPlainDate(latest, form)}..]`
    : `[..${formatPlainDate(earliest - unit, form)}]`;
}

const decadePattern = /^(?:the )?([1-9]\d)(?:00|(\d)0)'?s$/;

/** The years of a decade; of a hundred years where they may be meant. */
function decade(text: string): string | null {
  const [, hundreds, tens = 'X'] = decadePattern.exec(text) ?? [];
  return hundreds === undefined ? null : `${hundreds}${tens}X`;
}

const sincePattern = /^(?:since|منذ) (.+)$/;
const untilPattern = /^(?:until|till|حتي) (.+)$/;
const goingOnPattern = new RegExp(
  `^(?:from |since |من |منذ )?(.+?)(?: (?=ongoing|مستمر)| ?[-,/(] ?|,? (?:to|until|till|الي|حتي) (?:the )?)` +
    `(?:حتي )?(?:${present})\\)?$`,
);

/** What goes on, or began nobody says when. */
function unbounded(text: string, read: Read): Written | 'ambiguous' | null {
  const since = (goingOnPattern.exec(text) ?? sincePattern.exec(text))?.[1];
  const date = since ?? untilPattern.exec(text)?.[1];
  const found = date === undefined ? null : (read(date) ?? qualified(date, read));
  if (found === null || found === 'ambiguous') return found;
  const day = dayOf(found);
  return since === undefined
    ? { when: `/${day}`, ...(found.includes('T') && { end: found }) }
    : { when: `${day}/..`, ...(found.includes('T') && { start: found }) };
}

/** Two dates; what they have in common may stand with one of them only. */
function ranged(text: string, read: Read): Written | 'ambiguous' | null {
  const [, between, body = ''] = /^(?:(between |ما بين |بين )|from |من )?(.*)$/.exec(text) ?? [];
  const gaps = between === undefined ? / (?:to|until|till|through|الي|حتي) | ?- ?|\.\./g : / and | و ?|-/g;
  for (const { 0: gap, index } of [...body.matchAll(gaps)].slice(0, mostTried)) {
    const one = body.slice(0, index);
    const other = body.slice(index + gap.length);
    const beginning = one.replace(/[ ,./-]+$/, '');
    const from = firstRead([one, ...breaksOf(other).map((at) => beginning + other.slice(at))], read);
    const to = firstRead(
      [
        other,
        ...breaksOf(one)
          .reverse()
          .map((at) => one.slice(0, at + 1) + other),
      ],
      read,
    );
    if (from === null || to === null) continue;
    if (isAmbiguous(from) || isAmbiguous(to)) return 'ambiguous';
    if (between !== undefined) return { when: `[${from}..${to}]` };
    if (from === to) return { when: from };
    return {
      when: `${dayOf(from)}/${dayOf(to)}`,
      ...(from.includes('T') && { start: from }),
      ...(to.includes('T') && { end: to }),
    };
  }
  return null;
}

/** A text of many parts is no date, and not worth trying all of them. */
const mostTried = 6;

const breaksOf = (text: string): number[] =>
  Array.from(text.matchAll(/[ ,./-]/g), ({ index }) => index).slice(0, mostTried);

function firstRead(texts: readonly string[], read: Read): string | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

const dayOf = (date: string): string => date.slice(0, 'YYYY-MM-DD'.length);

/** The orders that dates within a text show, because one of their numbers can be no month. */
export function ordersShownIn(text: string): ('dmy' | 'mdy')[] {
  return Array.from(
    plainSpelling(text).matchAll(/(?:^|[^\d./-])(\d\d?)([ ./-])(\d\d?)\2\d{4}(?!\d)/g),
    ([, one, , other]) => (Number(one) > 12 ? 'dmy' : Number(other) > 12 ? 'mdy' : null),
  ).filter((order) => order !== null);
}

import { plainSpelling } from '../../i18n/spelling.js';
import { isMissing, isObject, type JsonObject } from '../../util/json.js';
import { cellText } from '../cell-text.js';

/**
 * What people call the fields of their tables, in English and Arabic: each field by its own name, then by others. Case,
 * accents, blanks, hyphens, underscores and the Arabic article make no difference.
 */
const otherNames = {
  id: 'event id|identifier|uid|no|nr|معرف|معرف الحدث|رقم|رقم الحدث',
  edtf: 'when',
  start:
    'from|begin|begins|beginning|start date|date start|begin date|date from|from date|start time|بداية|تاريخ البداية|بدء|تاريخ البدء|من|من تاريخ',
  end: 'to|until|till|ends|end date|date end|date to|to date|end time|finish|نهاية|تاريخ النهاية|انتهاء|تاريخ الانتهاء|إلى|إلى تاريخ|حتى',
  date: 'event date|date of event|datetime|date time|timestamp|تاريخ|تاريخ الحدث',
  time: 'time of day|hour|event time|وقت|ساعة|توقيت',
  year: 'سنة|عام',
  month: 'شهر',
  day: 'يوم',
  likely: 'likely date',
  title: 'headline|name|event|event name|event title|عنوان|حدث|اسم|اسم الحدث',
  description:
    'summary|text|note|notes|details|comment|comments|event description|وصف|وصف الحدث|ملخص|تفاصيل|نص|ملاحظات',
  actor:
    'actors|perpetrator|perpetrators|party|parties|who|responsible|attacker|فاعل|فاعلون|جهة|جهة الفاعلة|جهة المنفذة|منفذ|طرف|أطراف',
  target: 'targets|victim|victims|whom|هدف|أهداف|مستهدف|مستهدفون|جهة المستهدفة|ضحية|ضحايا',
  place: 'places|location|city|town|village|site|where|مكان|أماكن|موقع|مدينة|بلدة|قرية',
  lat: 'latitude|خط العرض',
  lon: 'lng|long|longitude|خط الطول',
  type: 'types|category|kind|event type|نوع|نوع الحدث|فئة|تصنيف',
  means: 'weapon|weapons|method|سلاح|أسلحة|وسيلة|وسائل',
  source: 'sources|according to|مصدر|مصادر|بحسب',
  url: 'link|links|urls|web|website|source url|رابط|روابط',
  killed: 'deaths|dead|fatalities|death toll|number killed|people killed|قتلى|عدد القتلى|قتيل|وفيات|عدد الوفيات',
  injured: 'wounded|injuries|number injured|people injured|جرحى|عدد الجرحى|مصابون|مصابين|عدد المصابين|إصابات',
  certainty: '',
  basis: '',
  more: '',
};

/** Of a number that somebody gives as a range, in columns of their own: `killed_min`, `min deaths`. */
const sides = {
  low: 'min|minimum|lower|lowest|at least|أدنى|حد أدنى|أقل',
  best: 'estimate|best estimate|تقدير|أفضل تقدير',
  high: 'max|maximum|upper|highest|at most|أعلى|حد أعلى|أقصى|حد أقصى',
};

type Field = keyof typeof otherNames | `${'killed' | 'injured'}_${keyof typeof sides}`;

/** Keys that are read under their own names wherever they stand. */
const ownNames = new Set<string>(['when', 'summary', 'location']);

const plainName = (name: string): string =>
  plainSpelling(name)
    .replace(/ \(\d+\)$/, '')
    .split(/[\s_.:()/#-]+/)
    .map((word) => word.replace(/^ال(?=..)/, ''))
    .join('');

/** Made when the first file is read. */
let fieldByName: Map<string, Field> | undefined;

function createFieldByName(): Map<string, Field> {
  const fields = new Map<string, Field>();
  const namesOf = (own: string, others: string): string[] => [own, ...others.split('|').filter(Boolean)].map(plainName);
  const entries = Object.entries(otherNames) as [Field, string][];
  for (const [field, others] of entries) for (const name of namesOf(field, others)) fields.set(name, field);
  for (const whose of ['killed', 'injured'] as const) {
    for (const [side, words] of Object.entries(sides)) {
      const field = `${whose}_${side}` as Field;
      for (const name of namesOf(whose, otherNames[whose])) {
        for (const word of namesOf(side, words)) fields.set(name + word, field).set(word + name, field);
      }
    }
  }
  return fields;
}

/** How the records of a file become records with the fields' own names. */
export interface Naming {
  /** Names of the first records; empty where any of them is known. */
  readonly unknown: readonly string[];
  /** Whether any of the first records has the field, under whichever name. */
  has(field: Field): boolean;
  /** The field as the file calls it. */
  nameOf(field: string): string;
  /** The record with the fields' own names, the same where it has them already. */
  read(record: JsonObject): JsonObject;
}

/**
 * Looks at the names once, in the first records.
 *
 * @param isTable the records are rows of texts: no other names follow, and cells are as spreadsheets have them
 */
export function createNaming(first: readonly unknown[], isTable: boolean): Naming {
  fieldByName ??= createFieldByName();
  const keys = new Set(first.flatMap((record) => (isObject(record) ? Object.keys(record) : [])));
  const keysOf = new Map<Field, string[]>();
  for (const key of keys) {
    const field = fieldByName.get(plainName(key));
    if (!field) continue;
    const known = keysOf.get(field) ?? [];
    if (key === field) known.unshift(key);
    else known.push(key);
    keysOf.set(field, known);
  }
  // A time without a day beside it is the whole date, and so is a day without a year.
  const move = (from: Field): void => {
    const moved = keysOf.get(from);
    if (!moved || (['start', 'date', 'edtf', 'year'] as const).some((field) => keysOf.has(field))) return;
    keysOf.delete(from);
    keysOf.set('date', moved);
  };
  move('day');
  move('time');
  const dateParts = (['year', 'month', 'day'] as const).filter((field) => keysOf.has(field));
  if (dateParts[0] !== 'year') dateParts.length = 0;

  const columns = Array.from(keysOf);
  const isOwn =
    !isTable &&
    dateParts.length === 0 &&
    columns.every(([field, keys]) => keys.every((key) => key === field || ownNames.has(key)));

  function read(record: JsonObject): JsonObject {
    const named: Record<string, unknown> = isTable ? {} : { ...record };
    for (const [field, from] of columns) {
      let value: unknown = '';
      for (let i = 0; i < from.length && isMissing(value); i++) {
        value = record[from[i]!];
        if (isTable) value = cellText(value as string);
      }
      named[field] = value;
    }
    if (dateParts.length > 0 && isMissing(named['date'])) {
      const parts = dateParts.map((field) => named[field]).filter((part) => !isMissing(part) && Number(part) !== 0);
      named['date'] = parts.length > 0 && !isMissing(named['year']) ? parts.join('-') : '';
    }
    return named;
  }

  return {
    unknown: keysOf.size > 0 ? [] : [...keys],
    has: (field) => keysOf.has(field),
    nameOf: (field) =>
      (keysOf.get(field as Field) ?? (field === 'date' ? keysOf.get('year') : undefined))?.[0] ?? field,
    read: isOwn ? (record) => record : read,
  };
}

/**
 * Spreadsheets run a cell that begins with one of these, in either width, some also behind blanks and signs that nobody
 * sees; an apostrophe before it makes it a text again.
 * Where apostrophes stand before it already, one more does, so that taking one away always gives the text back.
 */
const dangerous = /^'*(?:[\t\r]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

const space = 32;
const apostrophe = 39;

/** Numbers as they are counted with, such as coordinates in the west; years before our era have noughts before them. */
const plainNumbers = /^-(?:0|[1-9]\d*)(?:\.\d+)?(?:, ?-?(?:0|[1-9]\d*)(?:\.\d+)?)?$/;

/** The text as a table may hold it. */
export const defused = (text: string): string => (dangerous.test(text) && !plainNumbers.test(text) ? `'${text}` : text);

/** The text of a cell: without blanks around it, and without the apostrophe that keeps a spreadsheet from running it. */
export function cellText(cell: string): string {
  const { length } = cell;
  if (length === 0) return cell;
  const isPadded = cell.charCodeAt(0) <= space || cell.charCodeAt(length - 1) <= space;
  const text = isPadded ? cell.trim() : cell;
  return text.charCodeAt(0) === apostrophe && dangerous.test(text) ? text.slice(1) : text;
}

/** Stands between the parts of a cell that is a list. */
export const listSeparator = /[;؛|]/;

/** Stands between the links of a cell. */
export const betweenLinks = /[\s;|]+(?=https?:)/i;

/** What stands between the cells of a table, and where its first row begins. */
export interface Delimiter {
  readonly delimiter: string;
  readonly start: number;
}

/** In this order where a row has as many of one as of another. */
const delimiters = ',;\t|';

/** So much of a text is looked at. */
const mostLookedAt = 1 << 20;

/** Excel says it in a line of its own, which no spreadsheet counts as a row. */
const declared = /^"?sep=([^\w"\r\n])"?(?:\r\n?|\n)/i;

/**
 * Finds the delimiter in the first row that holds anything: the one that is there most often, outside of quotation
 * marks. Null while that row is not seen to its end.
 */
export function findDelimiter(text: string, isEnd: boolean): Delimiter | null {
  const line = declared.exec(text);
  // A line feed may follow.
  if (line) return line[0].length < text.length || isEnd ? { delimiter: line[1]!, start: line[0].length } : null;
  const end = Math.min(text.length, mostLookedAt);
  let counts = [0, 0, 0, 0];
  let isQuoted = false;
  let isStart = true;
  let isBlank = true;
  for (let i = 0; i < end; i++) {
    const letter = text[i]!;
    const found = delimiters.indexOf(letter);
    if (isQuoted) {
      if (letter === '"') isQuoted = text[i + 1] === '"' && i++ < end;
    } else if (letter === '\n' || letter === '\r') {
      if (!isBlank) return { delimiter: mostFrequent(counts), start: 0 };
      counts = [0, 0, 0, 0];
    } else if (found >= 0) counts[found]!++;
    else if (letter === '"' && isStart) isQuoted = true;
    isBlank &&= found >= 0 || letter.trim() === '';
    isStart = !isQuoted && (found >= 0 || letter === '\n' || letter === '\r');
  }
  return isEnd || end === mostLookedAt ? { delimiter: mostFrequent(counts), start: 0 } : null;
}

const mostFrequent = (counts: readonly number[]): string => delimiters[counts.indexOf(Math.max(...counts))]!;

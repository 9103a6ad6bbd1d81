/** Without a title, so much of the description stands in its place. */
const longestBeginning = 80;

/** The first line, cut between two words where it is long. */
export function beginningOf(text: string | null | undefined): string {
  const line = text?.trim().split('\n', 1)[0] ?? '';
  if (line.length <= longestBeginning) return line;
  const words = line.slice(0, longestBeginning).replace(/\s+\S*$/, '');
  return `${words.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Three digits are what a measurement is good for. */
export function number(value) {
  if (value === undefined || !Number.isFinite(value)) return '–';
  return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 });
}

export const times = (value) => (Number.isFinite(value) ? `${value < 10 ? value.toFixed(2) : number(value)} ×` : '–');
export const megabytes = (bytes) => number(bytes / 1e6);

/** A table of Markdown; the first column is text, the others are numbers. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

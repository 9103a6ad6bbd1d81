/** What every peer needs of the text: the events as they are, the lanes by name, and the first and last time. */
export function readFlat(text) {
  const { events } = JSON.parse(text);
  const names = [...new Set(events.map(({ actor }) => actor))].sort();
  let from = Infinity;
  let to = -Infinity;
  for (const { start, end } of events) {
    from = Math.min(from, Date.parse(start));
    to = Math.max(to, Date.parse(end ?? start));
  }
  return { events, lanes: new Map(names.map((name, i) => [name, i])), from, to };
}

export const colours = ['#1f77b4', '#ff7f0e', '#2ca02c', '#d62728', '#9467bd', '#8c564b', '#e377c2', '#7f7f7f'];
export const colourOf = (lane) => colours[lane % colours.length];

/** The measure of loading: the text becomes objects, and nothing is drawn but their number. */
export const about = { label: 'JSON.parse alone', scripts: [], zoom: 'none', pan: 'none' };

let kept;

export async function mount(place, { by, text, url }) {
  kept = by === 'src' ? await (await fetch(url)).json() : JSON.parse(text);
  const parsed = performance.now();
  place.textContent = String(kept.events.length);
  return parsed;
}

export function unmount(place) {
  kept = undefined;
  place.replaceChildren();
}

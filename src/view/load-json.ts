/** A text, or why there is none: the server refused, or could not be reached (which CORS and offline look like too). */
export type Loaded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'http'; readonly status: number; readonly statusText: string }
  | { readonly ok: false; readonly reason: 'network' };

/**
 * Fetches a text, with cookies for the page's own origin only. Rejects with an AbortError when `signal` aborts, at
 * any time before the whole text is there, and never otherwise.
 */
export async function loadText(url: string | URL, signal: AbortSignal): Promise<Loaded> {
  const loaded = await fetchText(url, signal).catch((): Loaded => ({ ok: false, reason: 'network' }));
  // Whatever else went wrong: who aborts wants to hear nothing more.
  if (signal.aborted) throw new DOMException('The load was aborted.', 'AbortError');
  return loaded;
}

async function fetchText(url: string | URL, signal: AbortSignal): Promise<Loaded> {
  const response = await fetch(url, { signal });
  const { ok, status, statusText } = response;
  return ok ? { ok, text: await response.text() } : { ok, reason: 'http', status, statusText };
}

/** The schemes that a link from data may have; anything else (`javascript:`, `data:`) is not a link. */
const safeScheme = /^(https?|mailto):/i;

/** The link if a reader may safely follow it, else null. Relative links are not resolved: data travels between pages. */
export function safeUrl(url: string | undefined): string | null {
  const trimmed = url?.trim() ?? '';
  return safeScheme.test(trimmed) ? trimmed : null;
}

/** A link that lands on a passage, by the text fragment of the URL standard's `#:~:text=` directive. */
export function textFragmentUrl(url: string, passage: string): string {
  if (!/^http/i.test(url)) return url;
  // Half a character, as a cut text may end in, has no form in an address.
  const words = passage
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()
    .split(/\s+/);
  // A long passage is named by its first and last words: shorter, and still found where the middle is marked up.
  const encode = (part: string): string => encodeURIComponent(part).replace(/-/g, '%2D');
  const text = words.length > 12 ? [words.slice(0, 5), words.slice(-5)] : [words];
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${text.map((part) => encode(part.join(' '))).join(',')}`;
}

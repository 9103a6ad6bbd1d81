/** The longest byte order mark, that of UTF-8. */
const longestMark = 3;

/**
 * Makes text of bytes that come in pieces of any size: in the encoding that a byte order mark at the start names (UTF-8
 * or UTF-16), else in that of the server, else in UTF-8. The mark itself is left out, wrong bytes become U+FFFD. Called
 * without bytes at the end, for a character that was cut in two.
 *
 * @param charset what the server says; a name that the browser does not know counts as none
 */
export function createDecoder(charset: string | null = null): (bytes?: Uint8Array) => string {
  let decoder: TextDecoder | undefined;
  let start: Uint8Array = new Uint8Array();
  return (bytes) => {
    const stream = bytes !== undefined;
    if (decoder) return decoder.decode(bytes, { stream });
    if (stream) start = start.length === 0 ? bytes : joined(start, bytes);
    if (stream && start.length < longestMark) return '';
    decoder = decoderOf(encodingOf(start) ?? charset);
    const text = decoder.decode(start, { stream });
    start = new Uint8Array();
    return text;
  };
}

/**
 * What a content type says of the encoding: `text/csv; charset=windows-1256`. JSON is UTF-8 whatever it says, and
 * servers that add one encoding to all their files are wrong about it (RFC 8259, 8.1 and 11).
 */
export const charsetOf = (type: string | null): string | null =>
  /^[^;]*json/i.test(type ?? '') ? null : (/;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type ?? '')?.[1] ?? null);

function encodingOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

function decoderOf(label: string | null): TextDecoder {
  try {
    return new TextDecoder(label ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/**
 * Makes text of bytes that come in pieces: UTF-8, or UTF-16 where a byte order mark at the start says so. The mark
 * itself is left out, wrong bytes become U+FFFD. Called without bytes at the end, for a character that was cut in two.
 */
export function createDecoder(): (bytes?: Uint8Array) => string {
  let decoder: TextDecoder | undefined;
  return (bytes) => {
    decoder ??= new TextDecoder(encodingOf(bytes));
    return decoder.decode(bytes, { stream: bytes !== undefined });
  };
}

function encodingOf([first, second]: Uint8Array = new Uint8Array()): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** Readers who are asked where a file shall go may take their time; what it is made of is kept for them so long. */
const keptMs = 60_000;

/**
 * Whether a file reaches the reader: `sent` as far as a page can know; `unsure` in a frame, whose `sandbox` may keep it
 * back without a word; `refused` where that is known (HTML standard, 4.6.4: the sandboxed downloads flag).
 */
export type Sent = 'sent' | 'unsure' | 'refused';

/** Hands a file to the reader, under a name. Nothing of it leaves the browser. */
export function download(blob: Blob, name: string): Sent {
  const may = frameMay();
  if (may === false) return 'refused';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptMs);
  return may ? 'sent' : 'unsure';
}

/** Whether the frame that the page is in lets it hand out files; null where nobody tells. */
function frameMay(): boolean | null {
  if (window.parent === window) return true;
  // Null where the page around is of another origin.
  const sandbox = frameElement?.getAttribute('sandbox');
  return sandbox === undefined ? null : sandbox === null || sandbox.includes('allow-downloads');
}

/** The same in two forms: whoever pastes takes the better one. */
export interface Copied {
  readonly plain: string;
  readonly html: string;
}

/** Puts a plain text on the clipboard, as below. */
export const textToClipboard = (plain: string): Promise<boolean> =>
  navigator.clipboard?.writeText(plain).then(
    () => true,
    () => copyByCommand({ plain }),
  ) ?? Promise.resolve(copyByCommand({ plain }));

/**
 * Puts a text on the clipboard, from a click or a key. Browsers that want it within the click wait for it there; those
 * that do not let a page at the clipboard, as without HTTPS or in a frame, are asked in the old way.
 *
 * @returns false where the browser allows neither
 */
export async function toClipboard(content: Copied | Promise<Copied>): Promise<boolean> {
  const made = Promise.resolve(content);
  try {
    const part = (name: keyof Copied, type: string): Promise<Blob> =>
      made.then((own) => new Blob([own[name]], { type }));
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': part('plain', 'text/plain'), 'text/html': part('html', 'text/html') }),
    ]);
    return true;
  } catch {
    return copyByCommand(await made);
  }
}

function copyByCommand({ plain, html }: Pick<Copied, 'plain'> & Partial<Copied>): boolean {
  let isCopied = false;
  const onCopy = (copy: ClipboardEvent): void => {
    copy.preventDefault();
    copy.stopPropagation();
    copy.clipboardData?.setData('text/plain', plain);
    if (html !== undefined) copy.clipboardData?.setData('text/html', html);
    isCopied = copy.clipboardData !== null;
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  try {
    return document.execCommand('copy') && isCopied;
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}

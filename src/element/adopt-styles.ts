import { sheets } from './styles/sheets.js';

/**
 * Gives the style sheet to a shadow root that has come to another document, as into a frame: the browser takes away those
 * that were made for the old one, and refuses them there.
 */
export function adoptStyles(root: ShadowRoot): void {
  const { CSSStyleSheet: Sheet } = root.ownerDocument.defaultView ?? {};
  if (!Sheet) return;
  root.adoptedStyleSheets = sheets.map(({ cssText }) => {
    const sheet = new Sheet();
    sheet.replaceSync(cssText);
    return sheet;
  });
}

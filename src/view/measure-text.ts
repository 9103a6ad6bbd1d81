import { typeScale, type MeasureText, type TextRole } from '../core/layout/type-scale.js';
import { noSpacing, type Spacing } from './theme.js';

/** Enough for the names of a screen at many zoom steps; a million events may not keep a million widths. */
const mostWidths = 20_000;

/**
 * Measures as the canvas pen draws, and remembers. When fonts change, make a new one: whatever was computed with the
 * old one is then out of date by identity.
 */
export function createMeasure(
  fontFamily: (role: TextRole, arabic: boolean) => string,
  spacing: () => Spacing = () => noSpacing,
): MeasureText {
  // One for each font: to set the font of a context costs more than to measure with it.
  const contexts = new Map<string, ReturnType<typeof createContext>>();
  const contextFor = (font: string, arabic: boolean): ReturnType<typeof createContext> => {
    let context = contexts.get(font);
    if (!context) {
      const { letters, words } = spacing();
      contexts.set(font, (context = createContext()));
      context.font = font;
      context.letterSpacing = arabic ? '0px' : letters;
      context.wordSpacing = words;
    }
    return context;
  };
  const widths = new Map<string, number>();
  return (text, role, arabic) => {
    const key = `${role} ${arabic} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      const { latin, arabic: arabicSize, weight } = typeScale[role];
      const font = `${weight} ${arabic ? arabicSize : latin}px ${fontFamily(role, arabic)}`;
      width = contextFor(font, arabic).measureText(text).width;
      // All at once, because a map that forgets its oldest must keep an order; a frame soon fills it again.
      if (widths.size >= mostWidths) widths.clear();
      widths.set(key, width);
    }
    return width;
  };
}

function createContext(): Pick<CanvasRenderingContext2D, 'font' | 'letterSpacing' | 'measureText' | 'wordSpacing'> {
  const canvas = typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(1, 1) : document.createElement('canvas');
  // Nothing is drawn here: a canvas on the graphics card would only cost its making.
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D | null;
  if (!context) throw new Error('no canvas to measure text with');
  return context;
}

/** Calls back when fonts of the page have arrived, after which texts have other widths; returns how to stop. */
export function watchFonts(onLoad: () => void): () => void {
  document.fonts.addEventListener('loadingdone', onLoad);
  return () => document.fonts.removeEventListener('loadingdone', onLoad);
}

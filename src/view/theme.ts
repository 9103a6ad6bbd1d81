import { luminance } from './luminance.js';
import {
  asVariable,
  fontNames,
  inkNames,
  themeOf,
  valuesOf,
  type Spacing,
  type Theme,
  type Values,
} from './static-theme.js';
import { fontFamilies, tokenProperty, type FontName } from './theme-tokens.js';

export { noSpacing, staticTheme, variableTheme, type Spacing, type Theme } from './static-theme.js';

/**
 * The values that the stylesheet gives `element` now, for a canvas, which knows no custom properties. Read it again
 * after a change of scheme, of the reader's settings or of the page's own custom properties.
 */
export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const written = (property: string): string => style.getPropertyValue(property).trim();
  const inks = resolveColours(element, valuesOf(inkNames, written));
  const fonts = { ...fontFamilies };
  for (const name of fontNames as FontName[]) fonts[name] = written(tokenProperty(name)) || fonts[name];
  return themeOf(inks, fonts, luminance(inks['paper']!) < luminance(inks['ink']!), isForced(), readSpacing(element));
}

/** The spacing of text that holds for `element` now. */
export function readSpacing(element: Element): Spacing {
  const { letterSpacing, wordSpacing } = getComputedStyle(element);
  const length = (spacing: string): string => (spacing === 'normal' ? '0px' : spacing);
  return { letters: length(letterSpacing), words: length(wordSpacing) };
}

const isForced = (): boolean => matchMedia('(forced-colors: active)').matches;

/**
 * A custom property keeps the words that were written. Those that stand for different colours in different places
 * (`CanvasText`, `light-dark(…)`, `color-mix(… currentColor …)`) a canvas reads in its own way or not at all, so the
 * browser is asked what they come to here. Plain colours, the usual case, cost nothing.
 */
function resolveColours(element: Element, inks: Values): Values {
  const probe = document.createElement('span');
  // Else forced colours would answer with the reader's text colour for everything.
  probe.style.setProperty('forced-color-adjust', 'none');
  const style = getComputedStyle(probe);
  const resolve = ([name, colour]: [string, string | undefined]): [string, string] => {
    if (colour && plainColour.test(colour)) return [name, colour];
    if (!probe.parentNode) element.append(probe);
    // Without a value, and for a value that is no colour, the reset remains: the text colour of the element.
    probe.style.color = '';
    probe.style.color = asVariable(tokenProperty(name));
    return [name, style.color];
  };
  const resolved = Object.fromEntries(Object.entries(inks).map(resolve));
  probe.remove();
  return resolved;
}

const plainColour = /^(#[\da-f]+|rgba?\([\d\s.,/%]+\))$/i;

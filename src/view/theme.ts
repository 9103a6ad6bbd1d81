import { typeScale, type TextRole } from '../core/layout/type-scale.js';
import type { Ink } from '../core/scene/pen.js';
import { luminance } from './luminance.js';
import { fontFamilies, themeTokens, tokenProperty, type FontName } from './theme-tokens.js';

/**
 * What a reader's own styles put between letters and between words, as lengths of CSS (WCAG 2.2, 1.4.12). Arabic letters
 * join, and are never set apart.
 */
export interface Spacing {
  readonly letters: string;
  readonly words: string;
}

export const noSpacing: Spacing = { letters: '0px', words: '0px' };

/** The values behind inks and roles at one moment. A theme never changes; a new look is a new theme, unequal by `===`. */
export interface Theme {
  /** A CSS colour. An actor beyond those that the theme knows gets the plain ink: never nothing. */
  ink(name: Ink): string;
  /** A CSS font-family list. */
  fontFamily(role: TextRole, arabic: boolean): string;
  readonly spacing: Spacing;
  readonly isDark: boolean;
  /** The reader's own colours are in force: actors share one, and only shapes tell them apart. */
  readonly isForced: boolean;
}

type Values = Readonly<Partial<Record<string, string>>>;

const themeOf = (
  inks: Values,
  fonts: Values,
  isDark: boolean,
  isForced = false,
  spacing: Spacing = noSpacing,
): Theme => ({
  ink: (name) => inks[name] ?? inks['ink']!,
  fontFamily: (role, arabic) => fonts[fontName(role, arabic)]!,
  spacing,
  isDark,
  isForced,
});

const fontName = (role: TextRole, arabic: boolean): FontName => `${typeScale[role].family}${arabic ? '-arabic' : ''}`;

/** For drawings without a page: export, print, tests. */
export const staticTheme = (scheme: 'light' | 'dark'): Theme =>
  themeOf(themeTokens[scheme], fontFamilies, scheme === 'dark');

const inkNames = Object.keys(themeTokens.light);
const fontNames = Object.keys(fontFamilies);

const valuesOf = (names: readonly string[], value: (property: string) => string): Values =>
  Object.fromEntries(names.map((name) => [name, value(tokenProperty(name))]));

const asVariable = (property: string): string => `var(${property})`;

/** For SVG inside the element: the browser looks the values up, so that a change of theme needs no new drawing. */
export const variableTheme: Theme = themeOf(valuesOf(inkNames, asVariable), valuesOf(fontNames, asVariable), false);

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

import { typeScale, type TextRole } from '../core/layout/type-scale.js';
import type { Ink } from '../core/scene/pen.js';
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

export type Values = Readonly<Partial<Record<string, string>>>;

export const themeOf = (
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

export const inkNames = Object.keys(themeTokens.light);
export const fontNames = Object.keys(fontFamilies);

export const valuesOf = (names: readonly string[], value: (property: string) => string): Values =>
  Object.fromEntries(names.map((name) => [name, value(tokenProperty(name))]));

export const asVariable = (property: string): string => `var(${property})`;

/** For SVG inside the element: the browser looks the values up, so that a change of theme needs no new drawing. */
export const variableTheme: Theme = themeOf(valuesOf(inkNames, asVariable), valuesOf(fontNames, asVariable), false);

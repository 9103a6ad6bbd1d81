import type { Ink } from '../core/scene/pen.js';

/** Every ink by name: the eight of the page, and one for each actor, the last for "not stated". */
type ThemeInk = Exclude<Ink, `actor-${number}`> | `actor-${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`;

export type ThemeInks = Readonly<Record<ThemeInk, string>>;

/**
 * The colours, once: the stylesheet takes its defaults from here, and drawings without a page their values. Text has
 * 4.5 : 1 or more on paper, zebra and tint; actors 3 : 1, for marks and not for text. A hairline is decoration only.
 */
export const themeTokens: Readonly<Record<'light' | 'dark', ThemeInks>> = {
  light: {
    paper: '#ffffff',
    zebra: '#f6f4f0',
    tint: '#efece6',
    ink: '#1b1a18',
    'ink-2': '#514e48',
    'ink-3': '#6b675f',
    edge: '#8e897f',
    hairline: '#dcd8d0',
    focus: '#0b57d0',
    'actor-0': '#16335f',
    'actor-1': '#9a6a12',
    'actor-2': '#7c3f8a',
    'actor-3': '#0a7366',
    'actor-4': '#3d7ea6',
    'actor-5': '#66721a',
    'actor-6': '#a34a68',
    'actor-7': '#4f4b44',
  },
  dark: {
    paper: '#16181c',
    zebra: '#1c1f24',
    tint: '#262a31',
    ink: '#ece8e1',
    'ink-2': '#bbb6ac',
    'ink-3': '#98938a',
    edge: '#747068',
    hairline: '#33373e',
    focus: '#ffffff',
    'actor-0': '#a6bcf0',
    'actor-1': '#dfa255',
    'actor-2': '#c184cc',
    'actor-3': '#8ce0cf',
    'actor-4': '#6fb3dc',
    'actor-5': '#b9c46a',
    'actor-6': '#e393ac',
    'actor-7': '#928f86',
  },
};

/**
 * What is stronger for readers who ask their system for more contrast (`prefers-contrast: more`): text has 7 : 1 on paper,
 * zebra and tint, marks and the edges of controls 4.5 : 1, and a hairline 3 : 1, because grounds alone divide too little.
 */
export const strongTokens: Readonly<Record<'light' | 'dark', Partial<ThemeInks>>> = {
  light: {
    zebra: '#efece6',
    tint: '#dedad2',
    ink: '#000000',
    'ink-2': '#2b2925',
    'ink-3': '#403d38',
    edge: '#57534c',
    hairline: '#7d7871',
    focus: '#0842a0',
    'actor-1': '#7a5208',
    'actor-2': '#6b3078',
    'actor-3': '#075c52',
    'actor-4': '#2a6284',
    'actor-5': '#525c12',
    'actor-6': '#8a3856',
  },
  dark: {
    zebra: '#22262c',
    tint: '#343942',
    ink: '#ffffff',
    'ink-2': '#e4dfd6',
    'ink-3': '#cfc9be',
    edge: '#a8a297',
    hairline: '#82878f',
    'actor-1': '#e8b06a',
    'actor-2': '#d3a0dc',
    'actor-4': '#86c2e6',
    'actor-6': '#eba6bc',
    'actor-7': '#b0ada4',
  },
};

/**
 * The inks of forced colours: the reader's own few, told apart by shape alone. Grounds are paper with a little of the text's
 * colour, so that days and what is selected still show.
 */
export const forcedInk = (ink: string): string =>
  forced[ink] ?? (ink.startsWith('actor') || ink.startsWith('ink') ? 'CanvasText' : 'Canvas');

const forced: Readonly<Record<string, string>> = {
  zebra: 'color-mix(in srgb,CanvasText 6%,Canvas)',
  tint: 'color-mix(in srgb,CanvasText 11%,Canvas)',
  edge: 'ButtonBorder',
  hairline: 'ButtonBorder',
  focus: 'Highlight',
};

export type FontName = 'sans' | 'serif' | 'sans-arabic' | 'serif-arabic';

/** Faces that readers have already: nothing is fetched. An Arabic list ends in faces for the Latin words within. */
export const fontFamilies: Readonly<Record<FontName, string>> = {
  sans: 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  serif: 'Charter, "Iowan Old Style", Georgia, "Noto Serif", serif',
  'sans-arabic': '"Noto Sans Arabic", "SF Arabic", "Segoe UI", "Geeza Pro", Dubai, Tahoma, system-ui, sans-serif',
  'serif-arabic': '"Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", Georgia, serif',
};

/** The private custom property behind an ink or a font; the stylesheet sets it from the public one. */
export const tokenProperty = (token: string): string => `--_${token}`;

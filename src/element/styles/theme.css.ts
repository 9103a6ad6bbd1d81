import { unsafeCSS, type CSSResult } from 'lit';
import { fontFamilies, forcedInk, strongTokens, themeTokens, tokenProperty } from '../../view/theme-tokens.js';

/** The page's name for a token: actors count from 1, and the last is the one that nobody names. */
const publicName = (token: string): string => {
  const actor = /^actor-(\d)$/.exec(token)?.[1];
  if (actor === undefined) return token;
  return actor === '7' ? 'actor-unknown' : `actor-${Number(actor) + 1}`;
};

const inks = (tokens: Readonly<Record<string, string>>): string =>
  Object.entries(tokens)
    .map(([token, value]) => `${tokenProperty(token)}:var(--report-timeline-${publicName(token)},${value});`)
    .join('');

const forced = Object.keys(themeTokens.light)
  .map((token) => `${tokenProperty(token)}:${forcedInk(token)};`)
  .join('');

const publicFonts = {
  sans: 'font',
  serif: 'font-heading',
  'sans-arabic': 'font-arabic',
  'serif-arabic': 'font-heading-arabic',
} as const;

const fonts = (Object.keys(fontFamilies) as (keyof typeof fontFamilies)[])
  .map((name) => `${tokenProperty(name)}:var(--report-timeline-${publicFonts[name]},${fontFamilies[name]});`)
  .join('');

const hues = Array.from({ length: 8 }, (_, hue) => `[data-hue='${hue}']{--_own:var(--_actor-${hue})}`).join('');

/**
 * A page may change one of them at any time, and no event tells: the sentinel's transitions do, as they tell of the page's
 * own colour (`view/scheme.ts`). A browser that has none of custom properties shows them with the next change of the scheme.
 */
const watched = [...Object.keys(themeTokens.light).map(publicName), ...Object.values(publicFonts)]
  .map((name) => `,--report-timeline-${name}`)
  .join('');

const dark = '.root[data-scheme=dark]';

/** The tokens, from the same table that exports use; a page sets them by custom properties of its own. */
export const themeStyles: CSSResult = unsafeCSS(
  `i.scheme{transition-property:color${watched};transition-behavior:allow-discrete}.root{${inks(themeTokens.light)}${fonts}}${dark}{${inks(themeTokens.dark)}}@media (prefers-contrast:more){.root{${inks(strongTokens.light)}}${dark}{${inks(strongTokens.dark)}}}@media (forced-colors:active){.root,${dark}{${forced}}}${hues}`,
);

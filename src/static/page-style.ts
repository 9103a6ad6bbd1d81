import { strongTokens, themeTokens, type ThemeInks } from '../view/theme-tokens.js';
import { inkProperty } from './pictures.js';

const declarations = (inks: Partial<ThemeInks>): string =>
  Object.entries(inks)
    .map(([ink, colour]) => `${inkProperty(ink)}:${colour};`)
    .join('');

/** Colours by scheme, and what is stronger for readers who ask their system for more contrast. Paper is always light. */
function colours(theme: 'auto' | 'light' | 'dark'): string {
  const root = (inks: Partial<ThemeInks>, scheme = ''): string => `:root{${scheme}${declarations(inks)}}`;
  const light =
    root(themeTokens.light, 'color-scheme:light;') + `@media (prefers-contrast:more){${root(strongTokens.light)}}`;
  const dark = (media: string): string =>
    `@media screen${media}{${root(themeTokens.dark, 'color-scheme:dark;')}}` +
    `@media screen and (prefers-contrast:more)${media}{${root(strongTokens.dark)}}`;
  return light + (theme === 'light' ? '' : dark(theme === 'auto' ? ' and (prefers-color-scheme:dark)' : ''));
}

/**
 * The style of a page that stands by itself: what a newspaper would give a list of events.
 *
 * @param one the number 1 as the page writes it, which tells the digits of its lists
 * @param width of the drawn chart, in CSS pixels: scaled much further, its words would be too small or too large to read
 */
export const pageStyle = (theme: 'auto' | 'light' | 'dark', one: string, width: number): string =>
  (
    `${colours(theme)}${style}${one === '١' ? '.rt-list{list-style-type:arabic-indic}' : ''}` +
    `@media screen{.rt-chart{min-width:${Math.round(width * 0.85)}px;max-width:${Math.round(width * 1.15)}px}}`
  ).replace(/\n\s*/g, '');

const style = `
  *{box-sizing:border-box}
  body{margin:0;background:var(--rt-paper);color:var(--rt-ink);
    font:400 1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
  :lang(ar){font-family:"Noto Sans Arabic","SF Arabic","Segoe UI","Geeza Pro",Dubai,Tahoma,system-ui,sans-serif;line-height:1.7}
  main{max-width:65rem;margin:0 auto;padding:1.5rem 1rem 3rem}
  report-timeline{display:block}
  a{color:inherit;text-decoration-color:var(--rt-edge);text-underline-offset:.15em}
  a:hover{text-decoration-color:currentColor}
  :focus-visible{outline:2px solid var(--rt-focus);outline-offset:2px}
  h1,h2,h3,h4,h5,h6{margin:0;line-height:1.25;text-wrap:balance}
  .rt-heading,.rt-title{font-family:Charter,"Iowan Old Style",Georgia,"Noto Serif",serif}
  .rt-heading:lang(ar),.rt-title:lang(ar),.rt-title :lang(ar),.rt-heading :lang(ar){
    font-family:"Noto Naskh Arabic","Geeza Pro","Traditional Arabic",Georgia,serif;line-height:1.45}
  .rt-heading{font-size:clamp(1.375rem,5vw,1.75rem);border-block-start:3px solid var(--rt-ink);padding-block-start:.75rem}
  .rt-summary{max-width:42rem;margin:.5rem 0 .25rem}
  .rt-source,figcaption,.rt-quiet,small{color:var(--rt-ink-2);font-size:.8125rem}
  .rt-source{margin:.25rem 0}
  figure{margin:1.25rem 0 0}
  .rt-wide{overflow-x:auto}
  .rt-chart{display:block;width:100%;height:auto;background:var(--rt-paper)}
  figcaption{border-block-start:1px solid var(--rt-hairline);padding-block:.4rem}
  .rt-legend,.rt-events,.rt-details,.rt-about{margin-block-start:2rem}
  .rt-legend h2,.rt-events h2,.rt-about h2,.rt-legend h3,.rt-events>h3,.rt-about h3,
    .rt-legend h4,.rt-about h4{font-size:.9375rem}
  .rt-legend{border-block:1px solid var(--rt-hairline);padding-block:1rem;font-size:.875rem}
  .rt-legend p{margin:.25rem 0 .75rem;max-width:46rem;color:var(--rt-ink-2)}
  .rt-legend ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.25rem 1.5rem}
  .rt-legend .rt-lanes{display:flex;flex-wrap:wrap;margin-block-end:.75rem}
  .rt-legend li{display:flex;align-items:center;gap:.5rem}
  .rt-legend ul+h2,.rt-legend ul+h3{margin-block:1rem .5rem}
  .rt-figure{flex:none;vertical-align:-.15em;margin-inline-end:.15rem}
  .rt-events>h2{font-size:1.125rem}
  .rt-list{margin:.75rem 0 0;padding:0;padding-inline-start:2.5rem}
  .rt-event{border-block-start:1px solid var(--rt-hairline);padding-block:.9rem}
  .rt-event::marker{color:var(--rt-ink-2);font-size:.875rem;font-variant-numeric:tabular-nums}
  .rt-event:target{background:var(--rt-tint)}
  .rt-head{display:grid;grid-template-columns:minmax(0,1fr);gap:.15rem 1.5rem}
  .rt-when{margin:0;color:var(--rt-ink-2);font-size:.875rem}
  .rt-title{font-size:1.1875rem}
  .rt-tag{font:400 .75rem/1.4 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;border:1px solid var(--rt-edge);border-radius:2px;padding:0 .3rem;white-space:nowrap}
  .rt-tag:lang(ar){font-family:inherit}
  .rt-who,.rt-counts,.rt-text,.rt-claim,.rt-fact,.rt-translation{margin:.25rem 0 0;max-width:40rem}
  .rt-who,.rt-counts,.rt-text{font-size:.9375rem}
  .rt-where{color:var(--rt-ink-2)}
  .rt-claim,.rt-fact{font-size:.875rem;color:var(--rt-ink-2)}
  .rt-fact b{color:var(--rt-ink);font-weight:600;margin-inline-end:.25rem}
  .rt-quote{margin:.6rem 0 .25rem;padding-inline-start:.75rem;border-inline-start:2px solid var(--rt-edge);max-width:40rem;
    font:400 1rem/1.5 Charter,"Iowan Old Style",Georgia,"Noto Serif",serif}
  .rt-quote:lang(ar){font:400 1.125rem/1.85 "Noto Naskh Arabic","Geeza Pro","Traditional Arabic",Georgia,serif}
  .rt-translation{padding-inline-start:calc(.75rem + 2px);font-size:.9375rem}
  .rt-names{columns:12rem;margin:.25rem 0;padding-inline-start:1.25rem}
  summary{cursor:pointer;padding-block:.5rem;font-weight:600}
  .rt-table{border-collapse:collapse;font-size:.8125rem;min-width:100%;line-height:1.4}
  .rt-table caption{text-align:start;color:var(--rt-ink-2);padding-block:.25rem .5rem}
  .rt-table th,.rt-table td{text-align:start;vertical-align:top;padding:.35rem .75rem .35rem 0;padding-inline:0 .75rem;
    border-block-end:1px solid var(--rt-hairline);min-width:7rem;overflow-wrap:break-word}
  .rt-table tbody th{font-weight:600;min-width:12rem}
  .rt-table td:last-child{min-width:16rem}
  .rt-table thead th{border-block-end-color:var(--rt-ink);white-space:nowrap;min-width:0}
  .rt-about{font-size:.875rem;color:var(--rt-ink-2);max-width:46rem}
  .rt-about p{margin:.25rem 0 1rem}
  .rt-about ul{margin:.25rem 0 1rem;padding-inline-start:1.25rem}
  @media (min-width:45rem){.rt-head{grid-template-columns:12rem minmax(0,1fr)}.rt-when{padding-block-start:.2rem}}
  @media print{
    :root{font-size:10pt}
    main{padding:0;max-width:none}
    .rt-wide{overflow:visible}
    .rt-chart{max-height:24cm}
    .rt-list{padding-inline-start:2rem}
    .rt-head{grid-template-columns:8rem minmax(0,1fr);column-gap:1rem}
    .rt-event,.rt-legend{break-inside:avoid}
    h1,h2,h3,h4,h5,h6{break-after:avoid}
    .rt-details{display:none}
    .rt-about a::after,.rt-claim a:not([href*="#:~:"])::after{content:" " attr(href);overflow-wrap:anywhere;font-size:.75rem}
  }
`;

import { svg, type SVGTemplateResult } from 'lit';

/** Strokes on a 16 px grid; each icon stands beside its word or on a button with a name, and is hidden from readers by ear. */
const icon = (body: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${body}</svg>`;

export const icons = {
  chart: icon(svg`<path d="M1.5 4h6M5 8h8M3 12h6" />`),
  list: icon(svg`<path d="M6 4h8M6 8h8M6 12h8M2 4h1M2 8h1M2 12h1" />`),
  table: icon(svg`<path d="M1.5 3h13v10h-13zM1.5 6.5h13M1.5 9.8h13M6 3v10" />`),
  plus: icon(svg`<path d="M3 8h10M8 3v10" />`),
  minus: icon(svg`<path d="M3 8h10" />`),
  fit: icon(svg`<path d="M1.5 3v10M14.5 3v10M4 8h8M6.5 5.5 4 8l2.5 2.5M9.5 5.5 12 8l-2.5 2.5" />`),
  down: icon(svg`<path d="m4 6 4 4 4-4" />`),
  filter: icon(svg`<path d="M1.5 3.5h13M4 8h8M6.5 12.5h3" />`),
  search: icon(svg`<path d="M10.2 10.2 14 14M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0" />`),
  close: icon(svg`<path d="m4 4 8 8M12 4l-8 8" />`),
  // Mirrored by the stylesheet in right-to-left pages: "next" points where reading goes.
  back: icon(svg`<path class="directed" d="M10 3 5 8l5 5" />`),
  forward: icon(svg`<path class="directed" d="m6 3 5 5-5 5" />`),
  link: icon(
    svg`<path d="m6 10 4-4M7.3 5 9 3.3a2.6 2.6 0 0 1 3.7 3.7L11 8.7M8.7 11 7 12.7a2.6 2.6 0 0 1-3.7-3.7L5 7.3" />`,
  ),
  save: icon(svg`<path d="M8 1.5v8M5 6.5l3 3 3-3M2 10v4h12v-4" />`),
  external: icon(svg`<path class="directed" d="M6.5 3.5h-4v10h10v-4M9 2.5h4.5V7M13 3 7 9" />`),
} as const;

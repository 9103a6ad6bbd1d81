import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ColumnSample } from '../../core/scene/draw-density.js';
import { columnFigure } from '../figures.js';
import type { ViewModel } from '../view-model.js';
import { headingElement } from './header.js';

/** How to read lanes that are drawn as columns of counts. */
export function countsLegendTemplate({ language, headingLevel, oneScale }: ViewModel): TemplateResult {
  const { counts } = language.messages.legend;
  const entries: readonly (readonly [ColumnSample, string])[] = [
    ['least', counts.least],
    ['most', counts.most],
    ['each', counts.singles],
    ['scale', oneScale ? counts.oneScale : counts.ownScale],
  ];
  return html`<section class="legend" part="legend">
    ${headingElement(headingLevel + 1, 'legend-title', counts.heading)}
    <ul>
      ${guard([language, oneScale], () =>
        entries.map(([sample, text]) => html`<li>${columnFigure(sample, language)}<span>${text}</span></li>`),
      )}
    </ul>
  </section>`;
}

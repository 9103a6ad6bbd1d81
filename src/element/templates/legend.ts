import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { fill } from '../../core/scene/language.js';
import { legendEntries } from '../../core/scene/legend-entries.js';
import { clashFigure, legendFigure } from '../figures.js';
import type { ViewModel } from '../view-model.js';
import { headingElement } from './header.js';

/** How to read the dates: every kind of mark that is on the chart, with how often, and nothing that is not. */
export function legendTemplate(model: ViewModel): TemplateResult {
  const { groupBy, language, headingLevel, mirrored } = model;
  const { messages, numbers } = language;
  const { note, colour: colours } = messages.legend;
  const colour = groupBy === 'none' ? '' : colours[groupBy === 'actor' ? 'actor' : 'other'];
  const { account, dataset, shown, lanes } = model;
  const entries = guard([dataset, shown, language, mirrored], () =>
    legendEntries(dataset!, shown, lanes, account?.format === 'report').map(
      ({ key, count, sample }) =>
        html`<li>
          ${'kind' in sample ? legendFigure(sample.kind, sample.more, language, mirrored) : clashFigure(sample)}<span
            >${count === null ? '' : html`<strong>${numbers.format(count)}</strong> `}${messages.legend.keys[key]}</span
          >
        </li>`,
    ),
  );
  return html`<section class="legend" part="legend">
    ${headingElement(headingLevel + 1, 'legend-title', messages.legend.heading)}
    <p>${fill(note, { colour })}</p>
    <ul>
      ${entries}
    </ul>
  </section>`;
}

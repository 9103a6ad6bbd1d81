import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { LegendKey } from '../../core/i18n/messages.js';
import { dateKinds } from '../../core/temporal/temporal.js';
import { clashFigure, legendFigure } from '../figures.js';
import type { ViewModel } from '../view-model.js';
import { headingElement } from './header.js';

interface LegendEntry {
  readonly key: LegendKey;
  /** How many of the shown events are drawn so; null where counting says nothing. */
  readonly count: number | null;
  readonly figure: () => SVGSVGElement;
}

/** How to read the dates: every kind of mark that is on the chart, with how often, and nothing that is not. */
export function legendTemplate(model: ViewModel): TemplateResult {
  const { language, headingLevel } = model;
  const { messages, numbers } = language;
  const mirrored = model.scene?.plot.mirrored ?? model.dir === 'rtl';
  const entries = guard([model.dataset, model.shownEvents, language, mirrored], () =>
    legendEntries(model, mirrored).map(
      ({ key, count, figure }) =>
        html`<li>
          ${figure()}<span
            >${count === null ? '' : html`<strong>${numbers.format(count)}</strong> `}${messages.legend.keys[key]}</span
          >
        </li>`,
    ),
  );
  return html`<section class="legend" part="legend">
    ${headingElement(headingLevel + 1, 'legend-title', messages.legend.heading)}
    <p>${messages.legend.note}</p>
    <ul>
      ${entries}
    </ul>
  </section>`;
}

function legendEntries({ dataset, shownEvents, language, lanes }: ViewModel, mirrored: boolean): LegendEntry[] {
  const dates = shownEvents.map((index) => dataset!.date(index));
  const entries = dateKinds.flatMap((kind): LegendEntry[] => {
    const own = dates.filter((date) => date.kind === kind);
    if (own.length === 0) return [];
    const isApproximate = kind === 'lasted-fuzzy' && own.every(({ temporal }) => temporal?.uncertain === false);
    const key: LegendKey = isApproximate ? 'fuzzy-approximate' : kind;
    return [
      { key, count: own.length, figure: () => legendFigure(kind, { approximate: isApproximate }, language, mirrored) },
    ];
  });
  const likely = dates.filter((date) => date.likely !== null).length;
  if (likely > 0) {
    const place = entries.findIndex(({ key }) => key === 'within') + 1;
    entries.splice(place, 0, {
      key: 'likely',
      count: likely,
      figure: () => legendFigure('within', { likely: true }, language, mirrored),
    });
  }
  const clashes = shownEvents.filter((index) => dataset!.event(index).symmetric).length;
  const clash = shownEvents.find((index) => dataset!.event(index).symmetric);
  if (clash !== undefined) {
    const hues = lanes.filter(({ events }) => events.includes(clash)).map(({ hue }) => hue);
    entries.push({ key: 'symmetric', count: clashes, figure: () => clashFigure(hues[0] ?? 0, hues[1] ?? 1) });
  }
  if (dates.some(({ startBasis, endBasis }) => startBasis === 'inferred' || endBasis === 'inferred')) {
    entries.push({
      key: 'walls',
      count: null,
      figure: () => legendFigure('within', { halfInferred: true }, language, mirrored),
    });
  }
  return entries;
}

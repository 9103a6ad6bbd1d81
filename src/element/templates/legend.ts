import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { LegendKey } from '../../core/i18n/messages.js';
import { holds } from '../../core/layout/lanes.js';
import { dateKinds } from '../../core/temporal/temporal.js';
import { fill } from '../../core/scene/language.js';
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
  const { groupBy, language, headingLevel, mirrored } = model;
  const { messages, numbers } = language;
  const { note, colour: colours } = messages.legend;
  const colour = groupBy === 'none' ? '' : colours[groupBy === 'actor' ? 'actor' : 'other'];
  const entries = guard([model.dataset, model.shown, language, mirrored], () =>
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
    <p>${fill(note, { colour })}</p>
    <ul>
      ${entries}
    </ul>
  </section>`;
}

/** Above so many events only those that are not plain are looked at one by one, and no more than so many. */
const mostLookedAt = 5000;

/** Without a list of all: there may be a million. */
function firstOf<T>(all: Iterable<T>, most: number): T[] {
  const found: T[] = [];
  for (const one of all) if (found.push(one) >= most) break;
  return found;
}

function legendEntries({ account, dataset, shown, language, lanes }: ViewModel, mirrored: boolean): LegendEntry[] {
  const { kinds, rest } = dataset!;
  const counts = new Uint32Array(dateKinds.length);
  for (const list of [shown.time.byEarliest, shown.undated]) {
    for (let i = 0; i < list.length; i++) counts[kinds[list[i]!]!]!++;
  }
  const isSmall = shown.count <= mostLookedAt;
  const special = isSmall ? shown.events : firstOf(rest.keys(), mostLookedAt).filter((event) => holds(shown, event));
  const dates = special.map((index) => dataset!.date(index));
  const entries = dateKinds.flatMap((kind, code): LegendEntry[] => {
    const count = counts[code]!;
    if (count === 0) return [];
    const isApproximate =
      isSmall &&
      kind === 'lasted-fuzzy' &&
      dates.every((date) => date.kind !== kind || date.temporal?.uncertain === false);
    const key: LegendKey = isApproximate ? 'fuzzy-approximate' : kind;
    return [{ key, count, figure: () => legendFigure(kind, { approximate: isApproximate }, language, mirrored) }];
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
  const clashes = special.filter((index) => dataset!.event(index).symmetric);
  const [clash] = clashes;
  if (clash !== undefined) {
    const hues = lanes.filter((lane) => holds(lane, clash)).map(({ hue }) => hue);
    const key = account?.format === 'report' ? 'symmetric' : 'sides';
    entries.push({ key, count: clashes.length, figure: () => clashFigure(hues[0] ?? 0, hues[1] ?? 1) });
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

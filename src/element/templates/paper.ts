import { html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../../core/dataset/event.js';
import { facetNames, facetValueName } from '../../core/layout/facets.js';
import type { LocalizedText } from '../../core/i18n/localized-text.js';
import { pickText } from '../../core/i18n/text.js';
import { describeDate } from '../../core/scene/describe-event.js';
import { fill } from '../../core/scene/language.js';
import { addressOf } from '../../core/scene/quotations.js';
import type { ViewModel } from '../view-model.js';
import { linked } from './attribution.js';
import { claimantsTemplate, quoteTemplate } from './claims.js';
import { casualtiesTemplate, codedFacts, partiesTemplate, whyTemplate } from './details.js';
import { headingElement, sourceName } from './header.js';
import { listWords } from './status.js';
import { mixed, textOf } from './text.js';

/** What is filtered is said in so many words of a kind; more are a number. */
const mostNamed = 12;

/** On paper, in place of the view on the screen: the chart in pieces that pages can hold, its axis on each page. */
export function paperChartTemplate({ paper, language }: ViewModel): TemplateResult | typeof nothing {
  if (!paper?.chart) return nothing;
  const { axis, pieces } = paper.chart;
  return html`<div class="paper">
    <div class="paper-chart">
      ${axis ? html`<div class="paper-axis"><div>${axis}</div></div>` : nothing}
      <div class="paper-lanes">${pieces.map((piece) => html`<div><div>${piece}</div></div>`)}</div>
    </div>
    ${paper.isNumbered ? html`<p class="quiet">${language.messages.paper.numbers}</p>` : nothing}
  </div>`;
}

/** Below the chart: all that is listed, with what is known of each event, who says so, and where that can be read. */
export function paperListTemplate(model: ViewModel): TemplateResult | typeof nothing {
  const { paper, dataset, language, headingLevel } = model;
  if (!paper) return nothing;
  const { messages, numbers } = language;
  const all = numbers.count(paper.count, messages.counts.events);
  const n = numbers.count(paper.events.length, messages.counts.events);
  const { note, sources, language: dataLanguage } = dataset!;
  return html`<section class="paper">
    ${headingElement(headingLevel + 1, 'paper-heading', all)} ${filterLines(model)}
    ${paper.events.length < paper.count ? html`<p class="paper-filters">${fill(messages.paper.cut, { n, all })}</p>` : nothing}
    <ol class="paper-list">
      ${paper.events.map((event, i) => itemTemplate(event, i + 1, model))}
    </ol>
    ${
      note
        ? html`${headingElement(headingLevel + 1, 'paper-heading', messages.details.about)}
            <p class="event-summary">${textOf(note, dataLanguage, language, linked)}</p>`
        : nothing
    }
    ${
      sources.size > 0
        ? html`${headingElement(headingLevel + 1, 'paper-heading', messages.details.sources)}
            <ul class="paper-sources">
              ${[...sources.values()].map((source) => html`<li>${sourceName(source, dataset!, language)}</li>`)}
            </ul>`
        : nothing
    }
  </section>`;
}

/** Which events these are, where they are not all: the range and what is filtered, in words. */
function filterLines(model: ViewModel): readonly TemplateResult[] {
  const { dataset, filters, lanes, offLanes, query, range, isFiltered, language } = model;
  const { messages, numbers, locale } = language;
  if (!isFiltered && !range) return [];
  const named = (names: readonly (readonly [name: LocalizedText, dataLanguage: string])[]): string =>
    numbers.list([
      ...names.slice(0, mostNamed).map(([name, dataLanguage]) => pickText(name, locale, dataLanguage).text),
      ...(names.length > mostNamed ? [numbers.count(names.length - mostNamed, messages.filters.more)] : []),
    ]);
  const off = lanes.filter(({ key }) => offLanes.has(key));
  return [
    listWords(model),
    ...facetNames.flatMap((name) => {
      const names = [...(filters[name] ?? [])].map(
        (key) => [facetValueName(dataset!, name, key, messages), dataset!.language] as const,
      );
      const facet = messages.filters.facets[name];
      return names.length > 0 ? [fill(messages.filters.value, { facet, name: named(names) })] : [];
    }),
    ...(off.length > 0
      ? [fill(messages.filters.off, { name: named(off.map(({ name }) => [name, dataset!.language])) })]
      : []),
    ...(query === '' ? [] : [fill(messages.filters.search, { name: query })]),
  ].map((line) => html`<p class="paper-filters">${mixed(line, language)}</p>`);
}

function itemTemplate(index: number, place: number, model: ViewModel): TemplateResult {
  const { dataset, language } = model;
  const { messages, numbers } = language;
  const event = dataset!.event(index);
  const certainty = messages.certainty[event.certainty];
  const show = (text: LocalizedText | undefined): unknown => textOf(text, dataset!.language, language, linked);
  const { kind, places } = codedFacts(event, model);
  return html`<li class="paper-item">
    <span class="paper-place">${numbers.format(place)}</span>
    <div class="paper-facts">
      <p class="paper-title">
        ${textOf(event.title, dataset!.language, language)}
        ${certainty ? html`<span class="tag">${certainty}</span>` : nothing}
      </p>
      <p>${mixed(describeDate(dataset!, index, language), language)}.</p>
      ${partiesTemplate(index, model)} ${kind ? html`<p>${show(kind)}</p>` : nothing}
      ${places ? html`<p>${places}</p>` : nothing} ${casualtiesTemplate(event, model) ?? nothing}
    </div>
    ${
      event.summary || event.claims.some(({ quote }) => quote !== undefined)
        ? html`<div class="paper-words">
            ${event.summary ? html`<p class="event-summary">${show(event.summary)}</p>` : nothing}
            ${event.claims.map((claim) => quoteTemplate(claim, model))}
          </div>`
        : nothing
    }
    <div class="paper-words">
      ${claimantsTemplate(event.claims, model, true, (claims) => addresses(claims, model))}
      ${whyTemplate(index, model, (name, content) => html`<div class="paper-why"><span class="label">${name}</span> ${content}</div>`)}
      ${event.note ? html`<p class="event-summary">${show(event.note)}</p>` : nothing}
    </div>
  </li>`;
}

/** Each address once and in full: nobody can press a word on paper. */
function addresses(claims: readonly Claim[], { dataset }: ViewModel): readonly TemplateResult[] {
  const urls = claims.map((claim) => addressOf(claim, dataset!));
  return [...new Set(urls)].flatMap((url) =>
    url === null ? [] : [html`<a href=${url}><bdi dir="ltr">${url}</bdi></a> `],
  );
}

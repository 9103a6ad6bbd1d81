import { html, nothing, type TemplateResult } from 'lit';
import { pickText } from '../../core/i18n/text.js';
import { fill } from '../../core/scene/language.js';
import type { Actions, ViewModel } from '../view-model.js';
import { headingElement } from './header.js';

/** Nothing is left: says what hides the events, and the ways back. */
export function noMatchTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { language, dataset, lanes, offLanes, filters, query, headingLevel } = model;
  const { messages, numbers } = language;
  const { search, filters: words } = messages;
  const hasFilters = Object.keys(filters).length > 0;
  const on = lanes.filter(({ key }) => !offLanes.has(key));
  const only = offLanes.size > 0 && on.length === 1 ? on[0]! : null;
  const lane = only ? pickText(only.name, language.locale, dataset!.language).text : '';
  const title = hasFilters ? (query === '' ? words.none : words.noneSearched) : only ? search.noneAmong : search.none;
  const all = numbers.count(model.total, messages.counts.events);
  const note = hasFilters ? words.noneNote : offLanes.size > 0 ? search.noteOff : search.note;
  // The line of filters above has a button for all of them.
  const hasLine = model.controls.has('filter') || model.controls.has('status');
  const ways = [
    ...(hasFilters && !hasLine ? [[words.clear, () => actions.clearFilters()] as const] : []),
    ...(query === '' ? [] : [[search.clear, () => actions.clearSearch()] as const]),
    ...(offLanes.size > 0 ? [[messages.actors.showAll, () => actions.showAllLanes()] as const] : []),
  ];
  return messageTemplate(headingLevel, fill(title, { q: query, lane }), fill(note, { all }), ways);
}

/** In list and table: the range that somebody chose has none of the events. */
export function noneInRangeTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { filters } = model.language.messages;
  return messageTemplate(model.headingLevel, filters.noneInRange, null, [
    [filters.allDates, () => actions.showAllDates()],
  ]);
}

const messageTemplate = (
  headingLevel: number,
  title: string,
  note: string | null,
  ways: readonly (readonly [text: string, act: () => void])[],
): TemplateResult =>
  html`<section class="message">
    ${headingElement(headingLevel + 1, 'message-title', title)} ${note === null ? nothing : html`<p>${note}</p>`}
    ${
      ways.length === 0
        ? nothing
        : html`<p class="actions">
            ${ways.map(
              ([text, act], i) =>
                html`<button type="button" class=${i === 0 ? 'primary' : nothing} part="button" @click=${act}>
                  ${text}
                </button>`,
            )}
          </p>`
    }
  </section>`;

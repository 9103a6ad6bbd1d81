import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { facetValueName, withFilter, type FacetName, type FacetValue } from '../../core/layout/facets.js';
import { describeRange } from '../../core/scene/describe-view.js';
import { fill } from '../../core/scene/language.js';
import type { DateKind } from '../../core/temporal/temporal.js';
import { keyFigure, legendFigure } from '../figures.js';
import type { Actions, ViewModel } from '../view-model.js';
import { icons } from './icons.js';
import { mostListed, notListed } from './lane-menu.js';
import { fieldTemplate } from './search.js';
import { placed, textOf } from './text.js';

/** So many values of a facet are shown at first, or some more where that is all of them. */
const mostFirst = 7;
const mostWithout = 9;
/** So many values of one facet, or lanes, have a button each to take them back; of more there is one for all. */
const mostRemovers = 4;

/** The button that opens the filters, with how many are on. */
export function filterMenuTemplate(model: ViewModel, actions: Actions): TemplateResult | typeof nothing {
  const { facetNames, facetMenu: menu, filters, language } = model;
  const { messages, numbers } = language;
  if (facetNames.length === 0) return nothing;
  const on = Object.values(filters).reduce((sum, keys) => sum + keys.size, 0);
  return html`<div class="facet-menu" @keydown=${menu.onKey}>
    <button
      type="button"
      part="button"
      aria-expanded=${menu.isOpen}
      aria-controls=${menu.isOpen ? 'filter-panel' : nothing}
      @click=${() => menu.toggle()}
    >
      ${icons.filter}<span>${messages.filters.open}</span>
      ${
        on === 0
          ? nothing
          : html`<span class="badge" aria-hidden="true">${numbers.format(on)}</span>
              <span class="unseen">${numbers.count(on, messages.filters.active)}</span>`
      }
      ${icons.down}
    </button>
    ${menu.isOpen ? panelTemplate(model, actions) : nothing}
  </div>`;
}

function panelTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { facetNames, facetMenu: menu, language } = model;
  const { filters, details } = language.messages;
  return html`<div class="panel" id="filter-panel" role="group" aria-label=${filters.label}>
    <div class="facets">
      ${repeat(
        facetNames,
        (name) => name,
        (name) => facetTemplate(name, model, actions),
      )}
    </div>
    <div class="panel-foot">
      <p class="count">${shownOf(model)}</p>
      ${model.isFiltered ? clearButton(model, actions) : nothing}
      <button type="button" part="button" @click=${() => menu.leave()}>${details.close}</button>
    </div>
  </div>`;
}

/** One facet: its fullest values, and more where somebody asks for them. */
function facetTemplate(name: FacetName, model: ViewModel, actions: Actions): TemplateResult {
  const { facetMenu: menu, language } = model;
  const { messages, numbers } = language;
  const facet = model.facet(name);
  const text = menu.texts.get(name);
  const isCut = facet.size > mostWithout;
  const found =
    text === undefined
      ? { count: facet.size, values: facet.first(isCut ? mostFirst : facet.size) }
      : facet.like(text, mostListed);
  const { values } = found;
  const rest = found.count - values.length;
  const label = messages.filters.facets[name];
  return html`<fieldset class="facet" data-facet=${name}>
    <legend>${label}</legend>
    ${
      text !== undefined && facet.size > mostListed
        ? fieldTemplate(fill(messages.filters.find, { facet: label }), text, (typed) => {
            menu.findIn(name, typed);
            const { count } = facet.like(typed, 0);
            actions.announce(notListed(count, typed, language) || numbers.count(count, messages.filters.values));
          })
        : nothing
    }
    <ul>
      ${repeat(
        values,
        ({ key }) => key,
        (value) => valueTemplate(name, value, model, actions),
      )}
    </ul>
    ${text === undefined ? nothing : html`<p class="quiet">${notListed(found.count, text, language) || nothing}</p>`}
    ${
      isCut && (text !== undefined || rest > 0)
        ? html`<button
            type="button"
            class="link"
            aria-expanded=${text !== undefined}
            @click=${(domEvent: Event) => menu.toggleFacet(name, (domEvent.target as Element).closest('.facet')!)}
          >
            ${text === undefined ? numbers.count(rest, messages.filters.more) : messages.lanes.fewer}
            <span class="unseen">${label}</span>
          </button>`
        : nothing
    }
  </fieldset>`;
}

function valueTemplate(
  facet: FacetName,
  { key, name, count, isOn }: FacetValue,
  model: ViewModel,
  actions: Actions,
): TemplateResult {
  const { language, mirrored } = model;
  return html`<li class=${count === 0 && !isOn ? 'none' : nothing}>
    <label
      ><input type="checkbox" .checked=${live(isOn)} @change=${() => actions.toggleFilter(facet, key)} />${
        // Beside the words stands the mark that the chart has for them.
        facet === 'date'
          ? guard([language, mirrored], () => legendFigure(key as DateKind, {}, language, mirrored))
          : nothing
      }<span class="value">${valueName(facet, key, name, model)}</span>
      <span class="count">${language.numbers.format(count)}</span></label
    >
  </li>`;
}

/** The data's name of a value, or ours. */
function valueName(facet: FacetName, key: string, name: FacetValue['name'], { dataset, language }: ViewModel): unknown {
  const isOurs = key === '' || facet === 'date' || facet === 'certainty';
  return textOf(name, isOurs ? language.lang : dataset!.language, language, String);
}

const shownOf = ({ shown, total, language: { messages, numbers } }: ViewModel): string =>
  fill(messages.counts.inView, { n: numbers.format(shown.count), all: numbers.count(total, messages.counts.events) });

const clearButton = ({ language }: ViewModel, actions: Actions): TemplateResult =>
  html`<button type="button" part="button" @click=${() => actions.clearFilters()}>
    ${language.messages.filters.clear}
  </button>`;

/** Something that hides events, and how it is taken back. */
interface Remover {
  readonly id: string;
  readonly name: unknown;
  readonly remove: () => void;
  readonly isLane?: boolean;
}

/** By what events are filtered out, and how to have them back. How many is said in the status line, else here. */
export function activeFiltersTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { controls, language, shown, total } = model;
  const { messages, numbers } = language;
  const { filters, counts } = messages;
  const hidden = total - shown.count;
  const removers = removersOf(model, actions);
  const rest = hidden > 0 ? language.semicolon + numbers.count(hidden, counts.hiddenByFilter) : '';
  const filtered = html`<div class="active-filters" role="group" aria-label=${filters.line}>
    ${controls.has('status') ? nothing : html`<p><strong>${shownOf(model)}</strong>${rest}.</p>`}
    <ul>
      ${repeat(
        removers,
        ({ id }) => id,
        ({ name, remove, isLane }) =>
          html`<li>
            <button type="button" class="remover" part="button" @click=${remove}>
              <span class="unseen">${isLane ? filters.show : filters.remove}</span>
              <span class="chip-name">${name}</span>${icons.close}
            </button>
          </li>`,
      )}
    </ul>
    ${clearButton(model, actions)}
  </div>`;
  return html`${removers.length > 0 ? filtered : nothing} ${outsideTemplate(model, actions)}`;
}

/** List and table have the range that the chart was moved to, where nothing else shows it. */
function outsideTemplate(model: ViewModel, actions: Actions): TemplateResult | typeof nothing {
  const { controls, view, range, shown, language } = model;
  const { filters } = language.messages;
  const outside = view === 'chart' || !range ? 0 : shown.count - model.listed.count;
  if (outside === 0) return nothing;
  const all = language.numbers.format(shown.count);
  return html`<p class="active-range">
    ${controls.has('status') ? nothing : html`<strong>${describeRange(range!, language)}.</strong> `}
    ${fill(language.numbers.count(outside, filters.outside), { all })}
    <button type="button" class="link" @click=${() => actions.showAllDates()}>${filters.allDates}</button>
  </p>`;
}

function removersOf(model: ViewModel, actions: Actions): readonly Remover[] {
  const { dataset, language, filters, lanes, offLanes, query } = model;
  const { messages, numbers } = language;
  const words = messages.filters;
  const off = lanes.filter(({ key }) => offLanes.has(key));
  const byLane = off.map((lane): Remover => {
    const name = html`${keyFigure(lane, 8, 12)} ${textOf(lane.name, dataset!.language, language, String)}`;
    return {
      id: `lane ${lane.key}`,
      name: placed(words.off, { name }),
      remove: () => actions.toggleLane(lane.key),
      isLane: true,
    };
  });
  const allLanes: Remover = {
    id: 'lanes',
    name: fill(words.off, { name: numbers.count(off.length, model.laneWords.count) }),
    remove: () => actions.showAllLanes(),
    isLane: true,
  };
  const byFacet = (Object.keys(filters) as FacetName[]).flatMap((facet): Remover[] => {
    const keys = [...filters[facet]!];
    const worded = (name: unknown): unknown => placed(words.value, { facet: words.facets[facet], name });
    if (keys.length > mostRemovers) {
      const name = worded(numbers.count(keys.length, words.values));
      return [{ id: facet, name, remove: () => actions.setFilters(withFilter(filters, facet, new Set())) }];
    }
    return keys.map((key) => {
      const name = valueName(facet, key, facetValueName(dataset!, facet, key, messages), model);
      return { id: `${facet} ${key}`, name: worded(name), remove: () => actions.toggleFilter(facet, key) };
    });
  });
  const search: Remover = {
    id: 'search',
    name: placed(words.search, { name: html`<bdi>${query}</bdi>` }),
    remove: () => actions.clearSearch(),
  };
  // The field says what is searched for, where there is one.
  const isUnsaid = query !== '' && !model.hasSearch;
  return [...byFacet, ...(off.length > mostRemovers ? [allLanes] : byLane), ...(isUnsaid ? [search] : [])];
}

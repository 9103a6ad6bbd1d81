import { html, nothing, type TemplateResult } from 'lit';
import type { Lane } from '../../core/layout/lanes.js';
import { directionOf } from '../../core/i18n/locale.js';
import { fill } from '../../core/scene/language.js';
import { keyFigure } from '../figures.js';
import type { Actions, ViewModel } from '../view-model.js';
import { choice } from './choice.js';
import { copyLinkTemplate, copyPanelTemplate } from './copy-link.js';
import { exportTemplate } from './export.js';
import { activeFiltersTemplate, filterMenuTemplate } from './filters.js';
import { helpButton } from './help.js';
import { icons } from './icons.js';
import { laneMenuTemplate, mostChips } from './lane-menu.js';
import { searchTemplate } from './search.js';
import { storyButtons } from './story.js';
import { textOf } from './text.js';

/** What filters, the choice of view, zoom, status, scale. */
export function toolbarTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { controls, view, lanes, groupBy } = model;
  const has = controls.has.bind(controls);
  const isNothingToFilter = lanes.length === 0 || groupBy === 'none';
  // A line of chips, or as many as fit beside each other in a narrow container; of more there is a menu.
  const isMenu = lanes.length > (model.isNarrow ? 2 : mostChips);
  const filter = !has('filter') || isNothingToFilter ? null : isMenu ? laneMenuTemplate : chips;
  const facets = has('filter') ? filterMenuTemplate(model, actions) : nothing;
  const search = model.hasSearch ? searchTemplate(model, actions) : nothing;
  return html`
    <div class="toolbar" part="toolbar">
      ${
        filter || facets !== nothing || search !== nothing
          ? html`<div class="filters">${facets} ${filter ? filter(model, actions) : nothing} ${search}</div>`
          : nothing
      }
      <div class="tools">
        ${has('view') ? viewSwitch(model, actions) : nothing}
        ${has('zoom') && view === 'chart' ? zoomButtons(model, actions) : nothing}
        ${has('status') ? html`<p class="status"></p>` : nothing}
        ${has('zoom') && model.densityCount > 1 ? scaleSwitch(model, actions) : nothing}
        ${has('story') ? storyButtons(model, actions) : nothing} ${copyLinkTemplate(model, actions, 'tools')}
        ${has('export') ? exportTemplate(model, actions) : nothing} ${has('help') ? helpButton(model) : nothing}
        ${has('language') && model.otherLanguage ? languageButton(model.otherLanguage, actions) : nothing}
        ${copyPanelTemplate(model, actions, 'tools')}
      </div>
      ${has('filter') || has('status') ? activeFiltersTemplate(model, actions) : nothing}
    </div>
  `;
}

function chips(model: ViewModel, actions: Actions): TemplateResult {
  const { language, matchedLanes, lanes, offLanes, dataset } = model;
  const { messages, numbers } = language;
  const chip = (lane: Lane): TemplateResult => {
    const isOff = offLanes.has(lane.key);
    const n = numbers.format(lane.count);
    const all = numbers.count(lane.total, messages.counts.events);
    // Where anything but the chips filters, a lane shows some of its events.
    const spoken =
      matchedLanes === lanes
        ? numbers.count(lane.count, messages.counts.events)
        : fill(messages.counts.inView, { n, all });
    // Room for the number of them all: nothing beside a chip moves while somebody types.
    const room = `min-width:${numbers.format(lane.total).length}ch`;
    return html`<li>
      <button
        type="button"
        class=${isOff ? 'chip off' : 'chip'}
        part="chip"
        aria-pressed=${!isOff}
        @click=${() => actions.toggleLane(lane.key)}
      >
        ${keyFigure(lane, 10, 16)}<span class="chip-name">${textOf(lane.name, dataset!.language, language)}</span>
        <span class="count" .style=${room} aria-hidden=${isOff ? nothing : 'true'}
          >${isOff ? messages.actors.off : n}</span
        >
        <span class="unseen">${isOff ? nothing : spoken}</span>
      </button>
    </li>`;
  };
  return html`<ul class="chips" aria-label=${messages.actors.label}>
    ${matchedLanes.map(chip)}
  </ul>`;
}

const viewSwitch = ({ view, language: { messages } }: ViewModel, actions: Actions): TemplateResult =>
  choice(messages.view.label, view, (name) => actions.setView(name), [
    ['chart', messages.view.chart, icons.chart],
    ['list', messages.view.list, icons.list],
    ['table', messages.view.table, icons.table],
  ]);

/** Lanes of counts side by side: each as high as it can be, or all so that heights compare. */
const scaleSwitch = ({ oneScale, language: { messages } }: ViewModel, actions: Actions): TemplateResult =>
  choice(messages.scale.label, oneScale, (on) => actions.setOneScale(on), [
    [false, messages.scale.own],
    [true, messages.scale.one],
  ]);

function zoomButtons({ language: { messages } }: ViewModel, actions: Actions): TemplateResult {
  const { zoom } = messages;
  const button = (name: string, act: () => void, content: unknown, text?: string): TemplateResult => html`
    <button type="button" part="button" aria-label=${name} title=${name} @click=${act}>
      ${content}${text ? html`<span>${text}</span>` : nothing}
    </button>
  `;
  return html`<div class="buttons" role="group" aria-label=${zoom.label}>
    ${button(zoom.out, () => actions.zoom(2), icons.minus)} ${button(zoom.in, () => actions.zoom(0.5), icons.plus)}
    ${button(zoom.fit, () => actions.fit(), icons.fit, zoom.fit)}
  </div>`;
}

function languageButton(
  { lang, name }: { readonly lang: string; readonly name: string },
  actions: Actions,
): TemplateResult {
  return html`<button
    type="button"
    class="language"
    part="button"
    lang=${lang}
    dir=${directionOf(lang)}
    @click=${() => actions.switchLanguage(lang)}
  >
    ${name}
  </button>`;
}

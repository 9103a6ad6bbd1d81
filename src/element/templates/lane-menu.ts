import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { pickText } from '../../core/i18n/text.js';
import { lanesNamedLike, type Lane } from '../../core/layout/lanes.js';
import { fill } from '../../core/scene/language.js';
import { keyFigure } from '../figures.js';
import type { Actions, ViewModel } from '../view-model.js';
import { icons } from './icons.js';
import { fieldTemplate } from './search.js';
import { textOf } from './text.js';

/** So many lanes have a chip each; more than that are a menu. */
export const mostChips = 12;
/** As many as one looks through; the rest is found by typing. */
const mostListed = 40;

/** All lanes behind one button: found by name, switched off and on, and found in the chart. */
export function laneMenuTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { language, lanes, offLanes, menu } = model;
  const { messages, numbers } = language;
  const all = numbers.count(lanes.length, model.laneWords.count);
  const n = numbers.format(lanes.filter(({ key }) => !offLanes.has(key)).length);
  return html`<div class="menu" @keydown=${menu.onKey}>
    <button
      type="button"
      part="button"
      aria-expanded=${menu.isOpen}
      aria-controls=${menu.isOpen ? 'lane-menu' : nothing}
      @click=${() => menu.toggle()}
    >
      ${offLanes.size === 0 ? fill(messages.lanes.all, { all }) : fill(messages.counts.inView, { n, all })}${icons.down}
    </button>
    ${menu.isOpen ? panelTemplate(model, actions) : nothing}
  </div>`;
}

function panelTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { language, lanes, menu, laneWords } = model;
  const { messages, numbers } = language;
  const found = lanesNamedLike(lanes, menu.text);
  const cut = found.length - mostListed;
  return html`<div class="panel" id="lane-menu" role="group" aria-label=${messages.actors.label}>
    ${fieldTemplate(laneWords.find, menu.text, (text) => menu.find(text))}
    <p class="actions">
      <button type="button" part="button" @click=${() => actions.showAllLanes()}>${messages.actors.showAll}</button>
      <button type="button" part="button" @click=${() => actions.hideAllLanes()}>${messages.actors.hideAll}</button>
    </p>
    <ul>
      ${repeat(
        found.slice(0, mostListed),
        ({ key }) => key,
        (lane) => itemTemplate(lane, model, actions),
      )}
    </ul>
    <p class="quiet" role="status">
      ${
        found.length === 0
          ? fill(messages.lanes.notFound, { q: menu.text.trim() })
          : cut > 0
            ? fill(messages.lanes.cut, { n: numbers.format(cut) })
            : nothing
      }
    </p>
  </div>`;
}

function itemTemplate(lane: Lane, { language, dataset, offLanes, view }: ViewModel, actions: Actions): TemplateResult {
  const { messages, numbers } = language;
  const { text } = pickText(lane.name, language.locale, dataset!.language);
  return html`<li>
    <label
      ><input
        type="checkbox"
        .checked=${live(!offLanes.has(lane.key))}
        @change=${() => actions.toggleLane(lane.key)}
      />${keyFigure(lane, 10, 16)}<span class="chip-name">${textOf(lane.name, dataset!.language, language)}</span>
      <span class="count">${numbers.format(lane.count)}</span></label
    >${
      view === 'chart'
        ? html`<button
            type="button"
            class="link"
            aria-label="${messages.lanes.show}: ${text}"
            @click=${() => actions.findLane(lane.key)}
          >
            ${messages.lanes.show}
          </button>`
        : nothing
    }
  </li>`;
}

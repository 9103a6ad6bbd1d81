import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { pickText } from '../../core/i18n/text.js';
import { lanesNamedLike, type Lane } from '../../core/layout/lanes.js';
import { fill, type Language } from '../../core/scene/language.js';
import { keyFigure } from '../figures.js';
import type { Actions, ViewModel } from '../view-model.js';
import { icons } from './icons.js';
import { fieldTemplate } from './search.js';
import { textOf } from './text.js';

/** So many lanes have a chip each; more than that are a menu. */
export const mostChips = 12;
/** As many as one looks through; the rest is found by typing. */
export const mostListed = 40;

/** All lanes behind one button: found by name, switched off and on, and found in the chart. */
export function laneMenuTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { language, lanes, offLanes, menu } = model;
  const { messages, numbers } = language;
  const all = numbers.count(lanes.length, model.laneWords.count);
  const on = lanes.filter(({ key }) => !offLanes.has(key));
  const n = numbers.format(on.length);
  return html`<div class="menu" @keydown=${menu.onKey}>
    <button
      type="button"
      part="button"
      aria-expanded=${menu.isOpen}
      aria-controls=${menu.isOpen ? 'lane-menu' : nothing}
      @click=${() => menu.toggle()}
    >
      ${lanes.length > mostChips ? nothing : html`<span class="keys">${on.map((lane) => keyFigure(lane, 8, 14))}</span>`}
      ${offLanes.size === 0 ? fill(messages.lanes.all, { all }) : fill(messages.counts.inView, { n, all })}${icons.down}
    </button>
    ${menu.isOpen ? panelTemplate(model, actions) : nothing}
  </div>`;
}

function panelTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { language, matchedLanes, menu, laneWords } = model;
  const { messages, numbers } = language;
  const found = lanesNamedLike(matchedLanes, menu.text);
  return html`<div class="panel" id="lane-menu" role="group" aria-label=${messages.actors.label}>
    ${
      matchedLanes.length > mostChips
        ? fieldTemplate(laneWords.find, menu.text, (text) => {
            menu.find(text);
            const n = lanesNamedLike(matchedLanes, text).length;
            actions.announce(notListed(n, text, language) || numbers.count(n, laneWords.count));
          })
        : nothing
    }
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
    <p class="quiet">${notListed(found.length, menu.text, language) || nothing}</p>
  </div>`;
}

/** That no name was found, or how many more than are listed. */
export function notListed(count: number, text: string, { messages, numbers }: Language): string {
  if (count === 0) return fill(messages.lanes.notFound, { q: text.trim() });
  return count > mostListed ? fill(messages.lanes.cut, { n: numbers.format(count - mostListed) }) : '';
}

function itemTemplate(lane: Lane, model: ViewModel, actions: Actions): TemplateResult {
  const { language, dataset, lanes, matchedLanes, offLanes, view } = model;
  const { messages, numbers } = language;
  const n = numbers.format(lane.count);
  const count = matchedLanes === lanes ? n : fill(messages.counts.inView, { n, all: numbers.format(lane.total) });
  const { text } = pickText(lane.name, language.locale, dataset!.language);
  return html`<li>
    <label
      ><input
        type="checkbox"
        .checked=${live(!offLanes.has(lane.key))}
        @change=${() => actions.toggleLane(lane.key)}
      />${keyFigure(lane, 10, 16)}<span class="chip-name">${textOf(lane.name, dataset!.language, language)}</span>
      <span class="count">${count}</span></label
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

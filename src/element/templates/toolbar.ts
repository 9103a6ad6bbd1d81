import { html, nothing, type TemplateResult } from 'lit';
import { pickText } from '../../core/i18n/text.js';
import type { Lane } from '../../core/layout/lanes.js';
import { keyFigure } from '../figures.js';
import type { Actions, ViewModel } from '../view-model.js';
import { icons } from './icons.js';
import { textOf } from './text.js';

/** Chips that filter and count, the choice of view, zoom, status. */
export function toolbarTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { controls, view } = model;
  const has = controls.has.bind(controls);
  return html`
    <div class="toolbar" part="toolbar">
      ${has('filter') && model.lanes.length > 0 ? chips(model, actions) : nothing}
      <div class="tools">
        ${has('view') ? viewSwitch(model, actions) : nothing}
        ${has('zoom') && view === 'chart' ? zoomButtons(model, actions) : nothing}
        ${has('status') ? html`<p class="status" role="status"></p>` : nothing}
        ${has('language') && model.otherLanguage ? languageButton(model.otherLanguage, actions) : nothing}
      </div>
    </div>
  `;
}

function chips(model: ViewModel, actions: Actions): TemplateResult {
  const { language, lanes, offLanes, dataset } = model;
  const { messages, numbers } = language;
  const chip = (lane: Lane): TemplateResult => {
    const isOff = offLanes.has(lane.key);
    const name = pickText(lane.name, language.locale, dataset!.language);
    return html`<li>
      <button
        type="button"
        class=${isOff ? 'chip off' : 'chip'}
        part="chip"
        aria-pressed=${isOff ? 'false' : 'true'}
        @click=${() => actions.toggleLane(lane.key)}
      >
        ${keyFigure(lane, 10, 16)}<span class="chip-name">${textOf(lane.name, dataset!.language, language)}</span>
        <span class="count" aria-hidden=${isOff ? nothing : 'true'}
          >${isOff ? messages.actors.off : numbers.format(lane.events.length)}</span
        >
        <span class="unseen"
          >${isOff ? name.text && nothing : numbers.count(lane.events.length, messages.counts.events)}</span
        >
      </button>
    </li>`;
  };
  return html`<ul class="chips" aria-label=${messages.actors.label}>
    ${lanes.map(chip)}
  </ul>`;
}

function viewSwitch({ view, language: { messages } }: ViewModel, actions: Actions): TemplateResult {
  const button = (name: 'chart' | 'list'): TemplateResult => html`
    <button
      type="button"
      part="button"
      aria-pressed=${view === name ? 'true' : 'false'}
      @click=${() => actions.setView(name)}
    >
      ${icons[name]}<span>${messages.view[name]}</span>
    </button>
  `;
  return html`<div class="buttons" role="group" aria-label=${messages.view.label}>
    ${button('chart')}${button('list')}
  </div>`;
}

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
    @click=${() => actions.switchLanguage(lang)}
  >
    ${name}
  </button>`;
}

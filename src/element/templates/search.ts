import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { pickText } from '../../core/i18n/text.js';
import { fill } from '../../core/scene/language.js';
import type { Actions, ViewModel } from '../view-model.js';
import { headingElement } from './header.js';
import { icons } from './icons.js';

/** A field that is read at every letter. */
export const fieldTemplate = (
  label: string,
  text: string,
  onText: (text: string) => void,
  onKey: ((keyEvent: KeyboardEvent) => void) | null = null,
): TemplateResult =>
  html`<input
    type="search"
    class="field"
    enterkeyhint="search"
    aria-label=${label}
    placeholder=${label}
    .value=${live(text)}
    @input=${(domEvent: InputEvent) => onText((domEvent.target as HTMLInputElement).value)}
    @keydown=${onKey}
  />`;

/** What stands in the titles, places and quotes is found as it is typed; Escape clears it. */
export function searchTemplate({ language: { messages }, searchText }: ViewModel, actions: Actions): TemplateResult {
  const { label, clear } = messages.search;
  const onKey = (keyEvent: KeyboardEvent): void => {
    if (keyEvent.key !== 'Escape' || searchText === '') return;
    keyEvent.preventDefault();
    actions.clearSearch();
  };
  return html`<div class="search" role="search">
    ${icons.search}${fieldTemplate(label, searchText, (text) => actions.search(text), onKey)}
    ${
      searchText === ''
        ? nothing
        : html`<button
            type="button"
            class="bare"
            part="button"
            aria-label=${clear}
            title=${clear}
            @click=${() => actions.clearSearch()}
          >
            ${icons.close}
          </button>`
    }
  </div>`;
}

/** Nothing was found: says what was asked, that nothing else hides events, and the way back. */
export function noMatchTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { language, dataset, lanes, offLanes, query, headingLevel } = model;
  const { messages, numbers } = language;
  const { none, noneAmong, note, noteOff, clear } = messages.search;
  const on = lanes.filter(({ key }) => !offLanes.has(key));
  const only = offLanes.size > 0 && on.length === 1 ? on[0]! : null;
  const lane = only ? pickText(only.name, language.locale, dataset!.language).text : '';
  return html`<section class="message">
    ${headingElement(headingLevel + 1, 'message-title', fill(only ? noneAmong : none, { q: query, lane }))}
    <p>${offLanes.size > 0 ? noteOff : fill(note, { all: numbers.count(dataset!.count, messages.counts.events) })}</p>
    <p class="actions">
      <button type="button" class="primary" part="button" @click=${() => actions.clearSearch()}>${clear}</button>
      ${
        offLanes.size > 0
          ? html`<button type="button" part="button" @click=${() => actions.showAllLanes()}>
              ${messages.actors.showAll}
            </button>`
          : nothing
      }
    </p>
  </section>`;
}

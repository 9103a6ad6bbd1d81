import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fill } from '../../core/scene/language.js';
import type { Actions, ViewModel } from '../view-model.js';
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

/**
 * What stands in titles, names, places and quotes is found as it is typed. Enter goes to the next result, with Shift to the
 * one before; Escape clears the field.
 */
export function searchTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { language, searchText } = model;
  const { label, clear } = language.messages.search;
  const onKey = (keyEvent: KeyboardEvent): void => {
    const isEmpty = (keyEvent.target as HTMLInputElement).value === '';
    // Enter may be the end of a word that is being composed.
    if (isEmpty || keyEvent.isComposing || !/^(Escape|Enter)$/.test(keyEvent.key)) return;
    keyEvent.preventDefault();
    if (keyEvent.key === 'Enter') actions.toResult(keyEvent.shiftKey ? -1 : 1);
    else actions.clearSearch();
  };
  return html`<div class="search" role="search">
    <div class="search-field">
      ${icons.search}${fieldTemplate(label, searchText, (text) => actions.search(text), onKey)}
      ${resultsTemplate(model, actions)}
      ${searchText === '' ? nothing : iconButton(clear, icons.close, false, () => actions.clearSearch())}
    </div>
  </div>`;
}

/** How many were found, or which of them is chosen, and the way through them in reading order. */
function resultsTemplate({ results, language }: ViewModel, actions: Actions): TemplateResult | typeof nothing {
  if (!results) return nothing;
  const { messages, numbers } = language;
  const { order, at } = results;
  const all = numbers.format(order.length);
  const words =
    at < 0
      ? numbers.count(order.length, messages.search.results)
      : fill(messages.counts.inView, { n: numbers.format(at + 1), all });
  const button = (name: string, icon: unknown, by: 1 | -1): TemplateResult =>
    iconButton(name, icon, order.length === 0, () => actions.toResult(by));
  return html`<p class="count results">${words}</p>
    ${button(messages.search.previous, icons.back, -1)} ${button(messages.search.next, icons.forward, 1)}`;
}

const iconButton = (name: string, icon: unknown, isOff: boolean, act: () => void): TemplateResult =>
  html`<button
    type="button"
    class="bare"
    part="button"
    aria-label=${name}
    title=${name}
    ?disabled=${isOff}
    @click=${act}
  >
    ${icon}
  </button>`;

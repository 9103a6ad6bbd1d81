import { html, nothing, type TemplateResult } from 'lit';
import type { TableColumn } from '../../core/scene/table-columns.js';
import { fill } from '../../core/scene/language.js';
import { captionOf, labelOf, type TableFrame } from '../controllers/table-controller.js';
import type { Actions, ViewModel } from '../view-model.js';
import { mayBePassedOn } from './attribution.js';
import { icons } from './icons.js';
import { textOf } from './text.js';

/**
 * All fields of the listed events, a row an event. The rows are none of this template's: only those near the window exist,
 * and scrolling makes others without a render (`TableController`).
 */
export function tableTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { dataset, heading, language, table, selected, detailsPlace, controls } = model;
  const { messages } = language;
  const frame = table.frame(model);
  const { columns, order, sorting } = frame;
  const caption = captionOf(frame, language);
  const isShared = selected !== null && detailsPlace === 'below' && controls.has('details');
  const title = heading ?? dataset!.title;
  // Short rows where there is nothing long to say.
  const isBrief = !columns.some(({ size }) => size === 'long');
  return html`<div class=${`table${isShared ? ' shared' : ''}${isBrief ? ' brief' : ''}`} part="table">
    <div class="table-line">
      <p>
        <strong>${sorting ? fill(messages.table.sorting, { column: labelOf(columns, sorting) }) : caption}</strong>
        <span class="quiet">${messages.table.empty}</span>
      </p>
      ${copyTemplate(model, actions)}
    </div>
    ${byHandTemplate(model)}
    <div class="table-frame">
      <div
        class="table-scroll"
        role="region"
        aria-label=${messages.table.label}
        aria-busy=${sorting ? 'true' : nothing}
        tabindex="0"
      >
        <table aria-rowcount=${order.length + 1} aria-colcount=${columns.length}>
          <caption class="unseen">
            ${title ? html`${textOf(title, heading === null ? dataset!.language : language.lang, language)}. ` : nothing}${caption}
          </caption>
          <thead>
            <tr aria-rowindex="1">
              ${columns.map((column) => headTemplate(column, frame, model, actions))}
            </tr>
          </thead>
          <tbody></tbody>
        </table>
      </div>
    </div>
  </div>`;
}

function headTemplate(
  { name, label, size }: TableColumn,
  { sort }: TableFrame,
  { table }: ViewModel,
  actions: Actions,
): TemplateResult {
  const direction = sort?.column !== name ? nothing : sort.isDescending ? 'descending' : 'ascending';
  return html`<th scope="col" class=${size} aria-sort=${direction}>
    <button type="button" @click=${() => table.toggleSort(name, actions)}>${label}</button>
  </th>`;
}

function copyTemplate(model: ViewModel, actions: Actions): TemplateResult | typeof nothing {
  const { table, language } = model;
  if (!mayBePassedOn(model)) return nothing;
  const { copy, copying } = language.messages.table;
  const state = table.copying;
  return html`<button type="button" class="copy-table" part="button" @click=${() => void table.copy(model, actions)}>
    ${icons.table}<span>${state.kind === 'busy' ? copying : state.kind === 'done' ? state.text : copy}</span>
  </button>`;
}

/** Where a page may not copy, the reader does: the text is there, and selected. */
function byHandTemplate({ table, language }: ViewModel): TemplateResult | typeof nothing {
  const { copying } = table;
  if (copying.kind !== 'by-hand') return nothing;
  const onKey = (keyEvent: KeyboardEvent): void => {
    if (keyEvent.key !== 'Escape') return;
    // Nothing else is closed by the same key.
    keyEvent.preventDefault();
    keyEvent.stopPropagation();
    const panel = (keyEvent.currentTarget as Element).closest('.table')!;
    // Without the focus it closes.
    panel.querySelector<HTMLElement>('.copy-table')?.focus();
  };
  return html`<label class="by-hand" @keydown=${onKey}>
    <span>${language.messages.table.copyByHand}</span>
    <textarea class="field" readonly rows="3" .value=${copying.plain} @blur=${() => table.closeCopy()}></textarea>
  </label>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { isOwn, type CellPart, type TableColumn } from '../../core/scene/table-columns.js';
import type { TableFrame } from '../controllers/table-controller.js';
import type { RowPlace } from '../controllers/table-scroller.js';
import type { Actions, ViewModel } from '../view-model.js';
import { highlighted, marked, mixed } from './text.js';

/** The rows that exist. Each is made once, and again when it says something else. */
export function tableRows(
  places: readonly RowPlace[],
  { columns }: TableFrame,
  model: ViewModel,
  actions: Actions,
): unknown {
  const { selected, controls } = model;
  return repeat(
    places,
    ({ event }) => event,
    ({ event, row, isHeld }) =>
      guard([event, row, isHeld, columns, event === selected, controls], () =>
        rowTemplate(event, row, isHeld, columns, model, actions),
      ),
  );
}

function rowTemplate(
  event: number,
  row: number,
  isHeld: boolean,
  columns: readonly TableColumn[],
  model: ViewModel,
  actions: Actions,
): TemplateResult {
  const { selected, controls } = model;
  // A click by key has no place: the focus goes where the event is told, and comes back from there.
  const onClick = ({ detail }: MouseEvent): void =>
    actions.select(event, detail === 0 && controls.has('details') ? 'details' : undefined);
  // The head of the table is its first row.
  return html`<tr
    class=${isHeld ? 'held' : nothing}
    aria-rowindex=${row + 2}
    aria-current=${event === selected ? 'true' : nothing}
  >
    ${columns.map((column) => {
      const cell = column.cell(event);
      if (column.size !== 'first') return cellTemplate(cell, column, model);
      return html`<th scope="row">
        <button type="button" data-event=${event} @click=${onClick}><span>${partsOf(cell, model)}</span></button>
      </th>`;
    })}
  </tr>`;
}

/** One element in it, which cuts what is too long; it says the language where all of the cell is in one. */
function cellTemplate(cell: readonly CellPart[], { isCode }: TableColumn, model: ViewModel): TemplateResult {
  if (cell.length === 0) return html`<td></td>`;
  const [only] = cell.length === 1 ? cell : [];
  const { text, lang, dir } = only ?? cell[0]!;
  if (isCode) return html`<td><div class="code" lang=${lang} dir=${dir}>${text}</div></td>`;
  if (!only || only.url !== undefined || isOwn(only, model.language)) {
    return html`<td><div>${partsOf(cell, model)}</div></td>`;
  }
  return html`<td><div lang=${lang} dir=${dir}>${shown(only, model)}</div></td>`;
}

const partsOf = (cell: readonly CellPart[], model: ViewModel): unknown =>
  cell.map((part) => {
    const { url, lang, dir } = part;
    if (url !== undefined) {
      return html`<a href=${url} target="_blank" rel="noopener noreferrer" lang=${lang} dir=${dir}>${part.text}</a>`;
    }
    return isOwn(part, model.language) ? shown(part, model) : marked(part, model.language);
  });

const shown = ({ text, isOurs }: CellPart, { language }: ViewModel): unknown =>
  isOurs ? mixed(text, language) : highlighted(text, language);

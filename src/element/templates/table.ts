import { html, type TemplateResult } from 'lit';
import type { Actions, ViewModel } from '../view-model.js';

/** All fields of the listed events, a row an event. */
export function tableTemplate(_model: ViewModel, _actions: Actions): TemplateResult {
  return html`<div class="table" part="table"></div>`;
}

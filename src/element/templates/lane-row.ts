import { html, nothing, type TemplateResult } from 'lit';
import { pickText } from '../../core/i18n/text.js';
import type { LaneArrangement } from '../../core/layout/arrange-lanes.js';
import { countExact } from '../../core/layout/count-exact.js';
import { sizes } from '../../core/layout/sizes.js';
import type { Actions, ViewModel } from '../view-model.js';
import { icons } from './icons.js';
import { textOf } from './text.js';

/** A lane's row in the grid: its name, which everybody reads, and room for its cells. */
export function rowTemplate(
  arrangement: LaneArrangement,
  laneIndex: number,
  model: ViewModel,
  actions: Actions,
): TemplateResult {
  const { lane, top, height, headY, form, unlisted } = arrangement;
  const { language, dataset } = model;
  const { numbers, messages } = language;
  const isWide = model.scene!.shape === 'wide';
  const { text } = pickText(lane.name, language.locale, dataset!.language);
  const events = numbers.count(lane.count, messages.counts.events);
  const exact = form === 'rows' && lane.count > 0 ? countExact(dataset!, lane) : null;
  const said = [
    text,
    events,
    ...(exact === null ? [] : [numbers.count(exact, messages.counts.exact)]),
    ...(unlisted > 0 ? [numbers.count(unlisted, messages.density.undated)] : []),
  ].join(language.comma);
  const kind = lane.folded ? 'fold' : isLow(arrangement) ? 'low' : form;
  return html`<div role="row" aria-label=${text} aria-rowindex=${laneIndex + 1} data-lane=${laneIndex}>
    <div
      role="rowheader"
      class="lane-label ${kind}"
      aria-label=${said}
      aria-colindex="1"
      tabindex="-1"
      .style=${`top:${headY}px;height:${isWide ? top + height - headY : sizes.laneHead}px`}
    >
      <div class="lane-name">
        ${kind === 'fold' ? foldLabel(arrangement, model, actions) : label(arrangement, model, actions)}
      </div>
    </div>
    <div class="cells" role="none"></div>
  </div>`;
}

/** No room for a second line: collapsed, or one of very many. */
const isLow = ({ form, height }: LaneArrangement): boolean => form === 'density' && height < sizes.densityLane;

function label(arrangement: LaneArrangement, model: ViewModel, actions: Actions): TemplateResult {
  const { lane, form, isCollapsed } = arrangement;
  const { dataset, language, scene, isLarge } = model;
  const { numbers, messages } = language;
  const isCounted = form === 'density' && !isLow(arrangement) && scene!.shape === 'wide';
  const hasNote = scene!.shape === 'wide' && form === 'rows' && lane.note !== null;
  // The count belongs to what is pressed, not to what it is called.
  const name = html`<span class="name">${textOf(lane.name, dataset!.language, language)}</span>&nbsp;<span
      class="count"
      aria-hidden=${isLarge ? 'true' : nothing}
      >${isCounted ? numbers.count(lane.count, messages.counts.events) : numbers.format(lane.count)}</span
    >`;
  return html`${isLarge ? collapseButton(lane.key, isCollapsed, name, model, actions) : name}
  ${hasNote ? html`<span class="lane-note">${textOf(lane.note, dataset!.language, language)}</span>` : nothing}`;
}

/** Not a stop of the Tab key: there is one for each lane. Arrow keys come to it from the lane's first cell. */
function collapseButton(
  key: string,
  isCollapsed: boolean,
  name: TemplateResult,
  { language: { messages } }: ViewModel,
  actions: Actions,
): TemplateResult {
  return html`<button
    type="button"
    class="lane-head"
    tabindex="-1"
    aria-expanded=${!isCollapsed}
    title=${isCollapsed ? messages.lanes.open : messages.lanes.collapse}
    @click=${() => actions.toggleCollapse(key)}
  >
    ${icons.down}${name}
  </button>`;
}

function foldLabel({ lane }: LaneArrangement, { dataset, language }: ViewModel, actions: Actions): TemplateResult {
  const { numbers, messages } = language;
  return html`<button
      type="button"
      class="lane-head"
      part="button"
      tabindex="-1"
      aria-expanded="false"
      @click=${() => actions.toggleFold()}
    >
      ${icons.plus}<span class="name">${textOf(lane.name, dataset!.language, language)}</span></button
    ><span class="count">${numbers.count(lane.count, messages.counts.events)}</span>`;
}

/**
 * Folds the small lanes again.
 *
 * @param isSecond the same button once more, below the lanes: for the hand alone
 */
export function fewerTemplate(
  { foldOpen, language }: ViewModel,
  actions: Actions,
  isSecond = false,
): TemplateResult | typeof nothing {
  if (!foldOpen) return nothing;
  return html`<button
    type="button"
    class="fewer"
    part="button"
    aria-expanded="true"
    aria-hidden=${isSecond ? 'true' : nothing}
    tabindex=${isSecond ? '-1' : nothing}
    @click=${() => actions.toggleFold()}
  >
    ${icons.minus}<span>${language.messages.lanes.fewer}</span>
  </button>`;
}

import { html, type TemplateResult } from 'lit';
import { describeBin, describeBinCount } from '../../core/scene/describe-bin.js';
import { describeDate } from '../../core/scene/describe-event.js';
import type { Hit } from '../../core/scene/hit-test.js';
import { fill } from '../../core/scene/language.js';
import type { Scene } from '../../core/scene/scene.js';
import type { CssPixels } from '../../core/util/units.js';
import type { ViewModel } from '../view-model.js';
import { icons } from './icons.js';
import { mixed, textOf } from './text.js';

/** Where the chooser stands: at the side of the point where there is more room for it. */
export interface ChooserPlace {
  readonly x: CssPixels;
  readonly y: CssPixels;
  /** Of the chart that it stands in. */
  readonly width: CssPixels;
  readonly height: CssPixels;
  readonly isAbove: boolean;
}

const panelWidth: CssPixels = 320;
/** Light between the point and the panel, so that a finger does not cover it. */
const gap: CssPixels = 14;

/** A press has met more than one thing: all of them as buttons large enough for any hand. */
export function chooserTemplate(
  hits: readonly Hit[],
  model: ViewModel,
  scene: Scene,
  { x, y, width, height, isAbove }: ChooserPlace,
  choose: (hit: Hit | null) => void,
): TemplateResult {
  const { chooser, details } = model.language.messages;
  const left = Math.max(0, Math.min(width - panelWidth, x - panelWidth / 2));
  const at = isAbove ? `bottom:${height - y + gap}px` : `top:${y + gap}px`;
  return html`<div
    class="chooser"
    role="dialog"
    aria-labelledby="chooser-label"
    .style=${`left:${left}px;width:${Math.min(panelWidth, width)}px;${at}`}
  >
    <p class="chooser-head">
      <strong id="chooser-label">${chooser.label}</strong>
      <button type="button" class="bare" part="button" aria-label=${details.close} @click=${() => choose(null)}>
        ${icons.close}
      </button>
    </p>
    <ul>
      ${hits.map(
        (hit) =>
          html`<li>
            <button type="button" part="button" @click=${() => choose(hit)}>${wordsOf(hit, model, scene)}</button>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** What it is, and below it when or where. */
function wordsOf(hit: Hit, { dataset, language, shownLanes }: ViewModel, scene: Scene): TemplateResult {
  const { dates, messages } = language;
  const title = (event: number): unknown => textOf(dataset!.event(event).title, dataset!.language, language);
  const words = (first: unknown, second: unknown): TemplateResult =>
    html`<span>${first}</span><span class="quiet">${second}</span>`;
  if (hit.kind === 'event')
    return words(title(hit.event), mixed(describeDate(dataset!, hit.event, language), language));
  if (hit.kind === 'edge') {
    const { side, time, event } = hit.tag;
    // The last day inside: bounds are exclusive.
    const date = dates.format(side === 'start' ? time : time - 1, 'full');
    return words(fill(messages.chooser.goTo, { date }), title(event));
  }
  const { start, least, most } = hit.column;
  const { step } = scene.densities.find(({ laneIndex }) => laneIndex === hit.laneIndex)!;
  return words(
    describeBin(step, start, language),
    html`${describeBinCount(least, most, language)} ·
    ${textOf(shownLanes[hit.laneIndex]!.name, dataset!.language, language)}`,
  );
}

import { html, nothing, type TemplateResult } from 'lit';
import { pickText } from '../../core/i18n/text.js';
import { sizes } from '../../core/layout/sizes.js';
import type { LaneArrangement } from '../../core/layout/arrange-lanes.js';
import type { ViewModel } from '../view-model.js';
import { textOf } from './text.js';

/**
 * The chart's frame: surfaces to be painted, and over them what they show for keys and for readers by ear: a grid, a row
 * a lane, a cell an event. The chart controller paints, and keeps the cells.
 */
export function chartTemplate(model: ViewModel): TemplateResult {
  const { controls, scene, language } = model;
  const { messages } = language;
  return html`<div class="chart" part="chart">
    ${
      controls.has('overview') && scene?.scale
        ? html`<div class="overview" part="overview">
            <p class="overview-label"></p>
            <canvas class="overview-surface" aria-hidden="true"></canvas>
            <svg class="brush" aria-hidden="true" focusable="false"></svg>
          </div>`
        : nothing
    }
    ${scene && !scene.scale ? html`<p class="no-dates">${messages.axis.noDates}</p>` : nothing}
    <div class="axis" .hidden=${!scene?.scale}><canvas class="axis-surface" aria-hidden="true"></canvas></div>
    <div class="lanes" .style=${`height:${scene?.height ?? 0}px`}>
      <canvas class="surface" aria-hidden="true"></canvas>
      <div class="grid" role="grid" aria-label=${messages.chartLabel}>
        ${scene?.lanes.map((lane) => rowTemplate(lane, model))}
      </div>
      <div class="card-place"></div>
      <p class="hint-wheel" hidden>${isMac() ? messages.wheelHintMac : messages.wheelHint}</p>
    </div>
  </div>`;
}

/** Which key zooms is a matter of the keyboard, and only the platform's name tells. */
const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** A lane's row in the grid: its name, which everybody reads, and room for its cells. */
function rowTemplate(
  { lane, top, height, headY }: LaneArrangement,
  { scene, dataset, language }: ViewModel,
): TemplateResult {
  const { numbers, messages } = language;
  const isWide = scene!.shape === 'wide';
  const name = pickText(lane.name, language.locale, dataset!.language);
  const headHeight = isWide ? top + height - headY : sizes.laneHead;
  return html`<div role="row" aria-label=${name.text}>
    <div
      role="rowheader"
      class="lane-label"
      aria-label=${`${name.text}, ${numbers.count(lane.events.length, messages.counts.events)}`}
      .style=${`top:${headY}px;height:${headHeight}px`}
    >
      <div class="lane-name">
        <span class="name">${textOf(lane.name, dataset!.language, language)}</span>&nbsp;<span class="count"
          >${numbers.format(lane.events.length)}</span
        >
        ${isWide && lane.note ? html`<span class="lane-note">${textOf(lane.note, dataset!.language, language)}</span>` : nothing}
      </div>
    </div>
    <div class="cells" role="none"></div>
  </div>`;
}

/** Range and counts in one line; announced politely when it changes. */
export const statusTemplate = (range: string, counts: string): TemplateResult =>
  html`<strong>${range}</strong> ${counts}`;

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LaneArrangement } from '../../core/layout/arrange-lanes.js';
import type { Actions, ViewModel } from '../view-model.js';
import { isMac } from '../zoom-key.js';
import { fewerTemplate, rowTemplate } from './lane-row.js';

/**
 * The chart's frame: surfaces to be painted, and over them what they show for keys and for readers by ear: a grid, a row
 * a lane, a cell an event or a column of counts. The chart controller paints, and keeps the cells.
 */
export function chartTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { controls, scene, language } = model;
  const { messages } = language;
  const isWide = scene?.shape === 'wide';
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
    ${isWide ? nothing : fewerTemplate(model, actions)}
    <div class="axis" .hidden=${!scene?.scale}>
      <canvas class="axis-surface" aria-hidden="true"></canvas>${isWide ? fewerTemplate(model, actions) : nothing}
    </div>
    <div class="lanes" .style=${`height:${scene?.height ?? 0}px`}>
      <canvas class="surface" aria-hidden="true"></canvas>
      <p class="unseen" id="grid-hint">${controls.has('help') ? messages.help.hintKeys : messages.help.hint}</p>
      <div
        class="grid"
        role="grid"
        aria-label=${messages.chartLabel}
        aria-describedby="grid-hint"
        aria-rowcount=${scene?.lanes.length ?? 0}
      >
        ${repeat(
          rowsToShow(model),
          ([{ lane }]) => lane.key,
          ([lane, laneIndex]) => rowTemplate(lane, laneIndex, model, actions),
        )}
      </div>
      <div class="card-place"></div>
      <p class="hint-wheel" hidden>${isMac() ? messages.wheelHintMac : messages.wheelHint}</p>
    </div>
    <div class="chooser-place"></div>
    ${fewerTemplate(model, actions, true)}
  </div>`;
}

/** Of very many lanes those in the band have a row, and the one that has the focus, so that it can keep it. */
function rowsToShow({ scene, band, focusedLane }: ViewModel): (readonly [LaneArrangement, number])[] {
  const [from, to] = band ? [band.top, band.top + band.height] : [-Infinity, Infinity];
  return (scene?.lanes ?? []).flatMap((lane, i) =>
    (lane.top <= to && lane.top + lane.height >= from) || i === focusedLane ? [[lane, i] as const] : [],
  );
}

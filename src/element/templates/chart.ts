import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { pickText } from '../../core/i18n/text.js';
import { sizes } from '../../core/layout/sizes.js';
import type { SceneName } from '../../core/scene/scene.js';
import type { ViewModel } from '../view-model.js';
import { textOf } from './text.js';

/** The chart's frame: the surfaces are painted, and the grid over them filled, by the chart controller. */
export function chartTemplate({ controls, scene, language }: ViewModel): TemplateResult {
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
      <div class="grid" role="grid" aria-label=${messages.chartLabel}></div>
      <div class="card-place"></div>
      <p class="hint-wheel" hidden>${isMac() ? messages.wheelHintMac : messages.wheelHint}</p>
    </div>
  </div>`;
}

/** Which key zooms is a matter of the keyboard, and only the platform's name tells. */
const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

export interface GridModel extends ViewModel {
  /** The cell that Tab enters. */
  readonly focused: { readonly laneIndex: number; readonly event: number } | null;
  readonly describe: (event: number, laneIndex: number) => string;
}

/**
 * What the canvas shows, for keys and for readers by ear: a row a lane, a cell an event, each over its mark. The lane
 * names that everybody reads are in it too.
 */
export function gridTemplate(
  { scene, dataset, language, focused, selected, describe }: GridModel,
  select: (event: number) => void,
): TemplateResult {
  const { numbers, messages } = language;
  const isWide = scene!.shape === 'wide';
  const near = neighbourhood(scene!.names, focused?.event);
  return html`${scene!.lanes.map(({ lane, top, height, headY }, laneIndex) => {
    const name = pickText(lane.name, language.locale, dataset!.language);
    const cells = near.filter((cell) => cell.laneIndex === laneIndex);
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
      ${repeat(cells, eventOf, ({ event, row }) => {
        const isFocused = focused?.event === event && focused.laneIndex === laneIndex;
        return html`<div
          role="gridcell"
          class="cell"
          data-event=${event}
          tabindex=${isFocused ? '0' : '-1'}
          aria-label=${describe(event, laneIndex)}
          aria-selected=${event === selected ? 'true' : 'false'}
          .style=${`transform:translate(${row.x}px,${row.y}px);width:${row.width}px;height:${row.height}px`}
          @click=${() => select(event)}
        ></div>`;
      })}
    </div>`;
  })}`;
}

/** A cell stays with its event while others come and go: the focus may be on it. */
const eventOf = ({ event }: SceneName): number => event;

/** A browser can hold only so many nodes: of many cells those around the focus exist, which is all that a key can reach. */
const mostCells = 240;

function neighbourhood(names: readonly SceneName[], focused: number | undefined): readonly SceneName[] {
  if (names.length <= mostCells) return names;
  const at = Math.max(
    0,
    names.findIndex(({ event }) => event === focused),
  );
  const start = Math.min(Math.max(0, at - mostCells / 2), names.length - mostCells);
  return names.slice(start, start + mostCells);
}

/** Range and counts in one line; announced politely when it changes. */
export const statusTemplate = (range: string, counts: string): TemplateResult =>
  html`<strong>${range}</strong> ${counts}`;

/** "All dates: from 3 March", beside the overview. */
export const overviewLabel = (label: string, from: string): TemplateResult => html`${label}<br />${from}`;

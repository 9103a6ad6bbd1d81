import { html, nothing, type TemplateResult } from 'lit';
import { describeCountsShort, describeDate } from '../../core/scene/describe-event.js';
import { boxOfSingle } from '../../core/scene/hit-test.js';
import type { Box, Scene } from '../../core/scene/scene.js';
import type { ViewModel } from '../view-model.js';
import { partiesTemplate } from './details.js';
import { mixed, textOf } from './text.js';

const cardWidth = 300;
const gap = 6;

/** The card of the event under the pointer: who, what, when, how many. It can be pointed at, and Escape closes it. */
export function cardTemplate(scene: Scene, model: ViewModel): TemplateResult | typeof nothing {
  const { dataset, language } = model;
  const { hovered } = scene;
  const place = hovered === null ? null : placeOf(scene, hovered);
  if (hovered === null || !place) return nothing;
  const { box, row } = place;
  const event = dataset!.event(hovered);
  const counts = describeCountsShort(dataset!, event, language);
  const middle = box.x + Math.min(box.width, cardWidth) / 2;
  const x = Math.max(0, Math.min(scene.width - cardWidth, middle - cardWidth / 2));
  const below = row.y + row.height + gap;
  const isLow = below + 120 > scene.height && row.y > 140;
  const at = isLow ? `bottom:${scene.height - row.y + gap}px` : `top:${below}px`;
  return html`<div class="card" part="card" .style=${`left:${x}px;width:${cardWidth}px;${at}`}>
    ${partiesTemplate(hovered, model)}
    <p class="card-title">${textOf(event.title, dataset!.language, language)}</p>
    <p>${mixed(describeDate(dataset!, hovered, language), language)}</p>
    ${counts.length > 0 ? html`<p>${mixed(counts.join(language.semicolon), language)}</p>` : nothing}
  </div>`;
}

/** An event's name, or the disc by which a lane of counts shows it. */
function placeOf(scene: Scene, event: number): { readonly box: Box; readonly row: Box } | null {
  const name = scene.names.find((own) => own.event === event);
  const box = name ? null : boxOfSingle(scene, event);
  return name ?? (box && { box, row: box });
}

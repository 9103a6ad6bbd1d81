import { html, nothing, type TemplateResult } from 'lit';
import { describeCountsShort, describeDate } from '../../core/scene/describe-event.js';
import type { SceneName } from '../../core/scene/scene.js';
import type { ViewModel } from '../view-model.js';
import { partiesTemplate } from './details.js';
import { textOf } from './text.js';

const cardWidth = 300;
const gap = 6;

/** The card of the event under the pointer: who, what, when, how many. It can be pointed at, and Escape closes it. */
export function cardTemplate(name: SceneName | undefined, model: ViewModel): TemplateResult | typeof nothing {
  const { dataset, language, scene } = model;
  if (!name || !scene) return nothing;
  const event = dataset!.event(name.event);
  const counts = describeCountsShort(event, language);
  const middle = name.box.x + Math.min(name.box.width, cardWidth) / 2;
  const x = Math.max(0, Math.min(scene.width - cardWidth, middle - cardWidth / 2));
  const below = name.row.y + name.row.height + gap;
  const isLow = below + 120 > scene.height && name.row.y > 140;
  const place = isLow ? `bottom:${scene.height - name.row.y + gap}px` : `top:${below}px`;
  return html`<div class="card" part="card" .style=${`left:${x}px;width:${cardWidth}px;${place}`}>
    ${partiesTemplate(name.event, model)}
    <p class="card-title">${textOf(event.title, dataset!.language, language)}</p>
    <p>${describeDate(dataset!, name.event, language)}</p>
    ${counts.length > 0 ? html`<p>${counts.join(language.lang === 'ar' ? '؛ ' : '; ')}</p>` : nothing}
  </div>`;
}

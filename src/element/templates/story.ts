import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../core/scene/language.js';
import type { Actions, ViewModel } from '../view-model.js';
import { choice } from './choice.js';
import { icons } from './icons.js';

/** In the toolbar, where a reader begins: next is the first event while none is chosen, and previous the last. */
export function storyButtons(model: ViewModel, actions: Actions): TemplateResult {
  const { label, previous, next } = model.language.messages.story;
  return html`<div class="story" role="group" aria-label=${label}>
    <div class="buttons">
      ${stepButton(-1, icons.back, previous, model, actions)} ${stepButton(1, icons.forward, next, model, actions)}
    </div>
  </div>`;
}

/** With the details of an event: which it is of how many, in which order, on to the next, and away. */
export function positionBar(model: ViewModel, actions: Actions, canClose: boolean): TemplateResult {
  const { account, language, story } = model;
  const { messages, numbers } = language;
  const { details, story: words } = messages;
  const [n, all] = [numbers.format(story.at + 1), numbers.format(story.count)];
  return html`<div class="position">
    <span class="count">${story.at < 0 ? nothing : fill(details.position, { n, all })}</span>
    ${stepButton(-1, html`${icons.back}<span>${details.previous}</span>`, null, model, actions)}
    ${stepButton(1, html`<span>${details.next}</span>${icons.forward}`, null, model, actions)}
    ${
      canClose
        ? html`<button
            type="button"
            class="bare"
            part="button"
            aria-label=${details.close}
            title=${details.close}
            @click=${() => actions.select(null, 'chart')}
          >
            ${icons.close}
          </button>`
        : nothing
    }
    <div class="story-order">
      <span aria-hidden="true">${words.order}</span>
      ${choice(words.order, story.by, (by) => actions.readInOrder(by), [
        ['time', words.time],
        ['report', account?.format === 'report' ? words.report : words.file],
      ])}
    </div>
  </div>`;
}

/**
 * A story ends: there is nothing before the first event, nor after the last. The button says so and stays where it is, so
 * that whoever pressed it keeps the focus.
 *
 * @param name what it is called where it shows no word
 */
function stepButton(
  by: 1 | -1,
  content: unknown,
  name: string | null,
  { story }: ViewModel,
  actions: Actions,
): TemplateResult {
  const { at, gap, count } = story;
  const isEnd = count === 0 || (gap ?? at) === (by === -1 ? 0 : gap === null ? count - 1 : count);
  return html`<button
    type="button"
    part="button"
    aria-label=${name ?? nothing}
    title=${name ?? nothing}
    aria-disabled=${isEnd ? 'true' : nothing}
    @click=${() => actions.step(by)}
  >
    ${content}
  </button>`;
}

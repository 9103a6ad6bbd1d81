import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../core/scene/language.js';
import type { ViewModel } from '../view-model.js';
import { zoomKey } from '../zoom-key.js';
import { headingElement } from './header.js';
import { icons } from './icons.js';

/** What is pressed, or done, and what comes of it. */
type Row = readonly [done: unknown, text: string];

/** In the toolbar: opens the list of keys. */
export function helpButton({ help, language: { messages } }: ViewModel): TemplateResult {
  return html`<button
    type="button"
    class="help-button"
    part="button"
    aria-haspopup="dialog"
    @click=${() => help.open()}
  >
    ${messages.help.open}
  </button>`;
}

/** What can be done by keys, with a mouse and by touch. */
export function helpTemplate(model: ViewModel): TemplateResult | typeof nothing {
  const { help, controls, language, headingLevel, hasSearch, mirrored, view } = model;
  if (!help.isOpen) return nothing;
  const words = language.messages.help;
  const { groups, keys, mouse, touch, space, tools, chips } = words;
  const { filters, view: views, story } = language.messages;
  const key = (names: readonly string[], text: string): Row => [keycaps(names), text];
  const chart = [
    key(['Tab'], keys.enter),
    // Whichever way time runs, the key of the side to which the eye goes.
    key(mirrored ? ['→', '←'] : ['←', '→'], keys.along),
    key(['↑', '↓'], keys.across),
    key(['Home', 'End'], keys.ends),
    key(['Ctrl + Home', 'Ctrl + End'], keys.allEnds),
    key(['Page Up', 'Page Down'], keys.pan),
    key(['+', '−'], keys.zoom),
    key(['0'], keys.fit),
    key(['Enter', space], keys.act),
    key(['Esc'], keys.away),
  ];
  const other = [
    key([language.messages.questionMark], keys.help),
    key(['n', 'p'], keys.story),
    ...(hasSearch ? [key(['Enter'], keys.results), key(['Esc'], keys.clear)] : []),
  ];
  const list = [key(['Tab'], keys.items), key(['Enter', space], keys.press), key(['Esc'], keys.away)];
  const named: readonly Row[] = [
    ...(controls.has('filter') ? ([[filters.open, tools.filter], chips] as const) : []),
    ...(controls.has('view') ? [[views.table, tools.table] as const] : []),
    ...(controls.has('story') ? [[story.order, tools.order] as const] : []),
  ];
  const { brush, ...hands } = mouse;
  const byHand = [...Object.values(hands), ...(controls.has('overview') ? [brush] : [])];
  const isAround = ({ target, currentTarget }: MouseEvent): boolean => target === currentTarget;
  // What is shown comes first.
  const inChart = group(groups.chart, chart);
  const inList = group(groups.list, list);
  const byKeys = [
    ...(view === 'chart' ? [inChart, inList] : [inList, inChart]),
    group(groups.other, other),
    ...(named.length > 0 ? [group(groups.tools, named)] : []),
    group(
      groups.mouse,
      byHand.map(([done, text]) => [fill(done, { ctrl: zoomKey() }), text]),
    ),
  ];
  const byTouch = group(groups.touch, Object.values(touch));
  const isTouched = matchMedia('(pointer: coarse)').matches;
  return html`<dialog
    class="help"
    aria-label=${words.title}
    @close=${help.onClose}
    @keydown=${help.onDialogKey}
    @click=${(domEvent: MouseEvent) => (isAround(domEvent) ? help.close() : undefined)}
  >
    <div class="help-body">
      <header>
        ${headingElement(headingLevel + 1, 'help-title', words.title)}
        <button
          type="button"
          class="bare"
          part="button"
          aria-label=${words.close}
          title=${words.close}
          @click=${() => help.close()}
        >
          ${icons.close}
        </button>
      </header>
      ${isTouched ? [byTouch, ...byKeys] : [...byKeys, byTouch]}
    </div>
  </dialog>`;

  function group(heading: string, rows: readonly Row[]): TemplateResult {
    return html`<section>
      ${headingElement(headingLevel + 2, 'help-heading', heading)}
      <dl>
        ${rows.map(
          ([done, text]) =>
            html`<div>
              <dt>${done}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }
}

/** One after the other as the words beside them are read; what is written on each is as on the keyboard. */
const keycaps = (names: readonly string[]): readonly TemplateResult[] =>
  names.map((name) => html`<kbd dir="auto" lang=${/[A-Za-z]/.test(name) ? 'en' : nothing}>${name}</kbd> `);

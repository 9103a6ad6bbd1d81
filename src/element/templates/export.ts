import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { citationStyles } from '../../core/scene/citation.js';
import { fill } from '../../core/scene/language.js';
import type { FileKind } from '../controllers/export-controller.js';
import type { Actions, ViewModel } from '../view-model.js';
import { mayBePassedOn } from './attribution.js';
import { choice } from './choice.js';
import { copyLinkTemplate, copyPanelTemplate } from './copy-link.js';
import { icons } from './icons.js';

/** Widths of a picture: as the chart is now, a column of text, a page, a wide screen. */
const widths = [0, 800, 1200, 2400] as const;

/** The button that opens what can be saved and copied. */
export function exportTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { exporting, isNarrow, language } = model;
  return html`<div class=${exporting.isAtStart ? 'export at-start' : 'export'} @keydown=${exporting.onKey}>
    <button
      type="button"
      part="button"
      aria-expanded=${exporting.isOpen}
      aria-controls=${exporting.isOpen ? 'export-panel' : nothing}
      title=${isNarrow ? language.messages.exports.open : nothing}
      @click=${() => exporting.toggle()}
    >
      ${icons.save}<span class=${isNarrow ? 'unseen' : nothing}>${language.messages.exports.open}</span>${icons.down}
    </button>
    ${exporting.isOpen ? panelTemplate(model, actions) : nothing}
  </div>`;
}

function panelTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { exporting, language, listed } = model;
  const { messages, numbers, locale, dir } = language;
  const words = messages.exports;
  const { area, width, scale, style } = exporting;
  const save = (kind: FileKind): TemplateResult =>
    html`<button type="button" part="button" data-save=${kind} @click=${() => exporting.save(kind)}>
      ${fill(words.save, { format: kind.toUpperCase() })}
    </button>`;
  const row = (label: string, content: unknown): TemplateResult =>
    html`<div class="export-row"><span aria-hidden="true">${label}</span>${content}</div>`;
  const pixels = Math.round(exporting.pictureWidth * scale);
  const isText = style === 'text';
  const events = numbers.count(listed.count, messages.counts.events);
  return html`<div class="panel" id="export-panel" role="group" aria-label=${words.open}>
    <section role="group" aria-label=${words.picture}>
      ${row(
        words.picture,
        choice(words.picture, area, (chosen) => exporting.choose({ area: chosen }), [
          ['view', words.view],
          ['whole', words.whole],
        ]),
      )}
      ${row(
        words.width,
        choice(
          words.width,
          width,
          (chosen) => exporting.choose({ width: chosen }),
          widths.map((n) => [n, n > 0 ? numbers.format(n) : words.now] as const),
        ),
      )}
      ${row(
        words.scale,
        choice(
          words.scale,
          scale,
          (chosen) => exporting.choose({ scale: chosen }),
          [1, 2, 3].map((n) => [n, `${numbers.format(n)}×`] as const),
        ),
      )}
      <p class="actions">
        ${save('svg')} ${save('png')}
        <span class="count">${fill(words.pixels, { n: numbers.format(pixels) })}</span>
      </p>
    </section>
    <section role="group" aria-label=${events}>
      ${
        mayBePassedOn(model)
          ? html`<p class="actions"><span>${events}</span> ${save('csv')} ${save('json')}</p>`
          : html`<p class="quiet">${words.acled}</p>`
      }
    </section>
    <section role="group" aria-label=${words.citation}>
      ${row(
        words.citation,
        choice(
          words.citation,
          style,
          (chosen) => exporting.choose({ style: chosen }),
          citationStyles.map(
            (name) => [name, { text: words.text, bibtex: 'BibTeX', 'csl-json': 'CSL-JSON' }[name]] as const,
          ),
        ),
      )}
      <textarea
        class="field citation"
        readonly
        rows="6"
        aria-label=${words.citation}
        lang=${isText ? locale : nothing}
        dir=${isText ? dir : 'ltr'}
        .value=${live(exporting.cite(style))}
      ></textarea>
      <p class="actions">
        <button type="button" part="button" data-copy @click=${() => exporting.copy()}>${words.copy}</button>
        ${copyLinkTemplate(model, actions, 'export')} ${copyPanelTemplate(model, actions, 'export')}
      </p>
    </section>
    <p class="export-note quiet">${exporting.note}</p>
  </div>`;
}

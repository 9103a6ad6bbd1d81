import { html, nothing, type TemplateResult } from 'lit';
import type { Actions, ViewModel } from '../view-model.js';
import { headingElement } from './header.js';

/** A bar that says that data are on their way; what was shown before stays below it. */
export function loadingTemplate({ load, language: { messages } }: ViewModel): TemplateResult | typeof nothing {
  if (load.kind !== 'loading') return nothing;
  return html`<div class="loading" role="status"><span class="loading-bar"></span>${messages.status.loading}</div>`;
}

/** What failed, for which file, and that the reader is not to blame; the page's own fallback follows. */
export function failedTemplate(
  { load, language, headingLevel }: ViewModel,
  actions: Actions,
): TemplateResult | typeof nothing {
  if (load.kind !== 'failed') return nothing;
  const { status } = language.messages;
  const sentence = { http: status.failedHttp, network: status.failedNetwork, format: status.failedFormat }[load.reason];
  const file = load.url === null ? 'JSON' : load.url.split(/[?#]/, 1)[0]!.split('/').pop() || load.url;
  // Both are of another language and direction than an Arabic sentence.
  const marked: Readonly<Record<string, TemplateResult>> = {
    '{file}': html`<code dir="ltr">${file.slice(0, 80)}</code>`,
    '{status}': html`<bdi lang="en" dir="ltr">${load.detail}</bdi>`,
  };
  return html`<slot name="error">
      <section class="message" role="alert">
        ${headingElement(headingLevel + 1, 'message-title', status.failed)}
        <p>${sentence.split(/(\{\w+\})/).map((part) => marked[part] ?? part)}</p>
        ${
          load.url === null
            ? nothing
            : html`<p class="actions">
                <button type="button" class="primary" part="button" @click=${() => actions.retry()}>
                  ${status.retry}
                </button>
                ${
                  load.link === null
                    ? nothing
                    : html`<a class="button" href=${load.link} target="_blank" rel="noopener noreferrer"
                        >${status.openFile}</a
                      >`
                }
              </p>`
        }
      </section>
    </slot>
    <slot></slot>`;
}

/** Read without a fault, and nothing in it. */
export function emptyTemplate({ language: { messages }, headingLevel }: ViewModel): TemplateResult {
  return html`<slot name="empty">
    <section class="message">
      ${headingElement(headingLevel + 1, 'message-title', messages.status.empty)}
      <p>${messages.status.emptyNote}</p>
    </section>
  </slot>`;
}

/** Every lane is switched off: says so, and how to come back. */
export function allOffTemplate({ language: { messages }, headingLevel }: ViewModel, actions: Actions): TemplateResult {
  return html`<section class="message">
    ${headingElement(headingLevel + 1, 'message-title', messages.status.noActors)}
    <p>${messages.status.noActorsNote}</p>
    <p class="actions">
      <button type="button" class="primary" part="button" @click=${() => actions.showAllLanes()}>
        ${messages.actors.showAll}
      </button>
    </p>
  </section>`;
}

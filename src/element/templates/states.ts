import { html, nothing, type TemplateResult } from 'lit';
import { fill, type Language } from '../../core/scene/language.js';
import type { Progress } from '../../view/load-data.js';
import type { Actions, LoadState, ViewModel } from '../view-model.js';
import { headingElement } from './header.js';
import { placed } from './text.js';

/** Why nothing could be read: as many reasons as a message has room for. */
const mostCauses = 3;

/** Room for how far the data are; what was shown before stays below it. */
export function loadingTemplate({ load, language: { messages } }: ViewModel): TemplateResult | typeof nothing {
  return load.kind === 'loading'
    ? html`<div class="loading" role="group" aria-label=${messages.status.loading} tabindex="-1"></div>`
    : nothing;
}

/** Nothing was shown yet, and something may be on its way. */
export const isAwaited = ({ dataset, load }: Pick<ViewModel, 'dataset' | 'load'>): boolean =>
  dataset === null && (load.kind === 'idle' || load.kind === 'loading');

/** Above the frame while what the page has put between the tags is shown. */
export const aboveFallbackTemplate = ({ isFallback, controls }: ViewModel): TemplateResult | typeof nothing =>
  isFallback && controls.has('heading') ? html`<slot name="heading"></slot>` : nothing;

/**
 * What the page has put between the tags, until the first picture takes its place. Below the frame and not in it: it
 * looks as it did before there was a script.
 *
 * @param onChange the page's parser may still be between the tags
 */
export const fallbackTemplate = (model: ViewModel, onChange: () => void): TemplateResult | typeof nothing =>
  isAwaited(model)
    ? html`<slot @slotchange=${onChange}></slot>${model.isFallback ? html`<slot name="footer"></slot>` : nothing}`
    : nothing;

/**
 * How far the data are: a true share where the whole is known, else only what is there. It changes many times a second,
 * so it is painted into its room without rendering all else, and only now and then spoken.
 */
export function progressTemplate(load: LoadState, language: Language, actions: Actions): TemplateResult {
  const { status } = language.messages;
  const progress = progressOf(load);
  const share = progress?.share ?? null;
  const [percent, words] = progressWords(progress, language);
  return html`${
      share === null
        ? nothing
        : html`<progress .value=${share} aria-label=${status.loading} aria-valuetext="${percent} ${words}"></progress>`
    }
    <p class="count" aria-hidden="true"><strong>${percent}</strong> ${words}</p>
    ${
      progress
        ? html`<button type="button" part="button" @click=${() => actions.stopLoading()}>${status.stop}</button>`
        : nothing
    }`;
}

const progressOf = (load: LoadState): Progress | null => (load.kind === 'loading' ? load.progress : null);

/** The same for those who hear it. */
export const progressSentence = (load: LoadState, language: Language): string =>
  progressWords(progressOf(load), language).join(' ').trim();

function progressWords(progress: Progress | null, { comma, messages, numbers }: Language): readonly [string, string] {
  const { status } = messages;
  if (!progress) return ['', status.loading];
  const { events, bytes, total, share } = progress;
  // A decimal only where it says something.
  const mega = (size: number): string =>
    numbers.format(size < 1e7 ? Math.round(size / 1e5) / 10 : Math.round(size / 1e6));
  const words = [
    ...(events > 0 ? [numbers.count(events, status.rowsRead)] : []),
    ...(bytes === 0
      ? []
      : [
          total === null
            ? fill(status.megabytes, { n: mega(bytes) })
            : fill(status.megabytesOf, { n: mega(bytes), all: mega(total) }),
        ]),
  ];
  return [
    share === null ? '' : fill(status.percent, { n: numbers.format(Math.floor(share * 100)) }),
    words.join(comma),
  ];
}

/** What failed, for which file, and that the reader is not to blame; the page's own fallback follows. */
export function failedTemplate(
  { load, issues, language, headingLevel }: ViewModel,
  actions: Actions,
): TemplateResult | typeof nothing {
  if (load.kind !== 'failed') return nothing;
  const { status, account } = language.messages;
  const sentence = {
    http: status.failedHttp,
    network: status.failedNetwork,
    file: status.failedFile,
    format: status.failedFormat,
    ended: status.failedEnded,
  }[load.reason];
  // Both are of another language and direction than an Arabic sentence.
  const marked = {
    file: html`<code dir="auto">${load.file.slice(0, 80)}</code>`,
    status: html`<bdi lang="en" dir="ltr">${load.detail}</bdi>`,
  };
  const causes = issues
    .filter(({ code }) => code !== 'load-failed' && code !== 'invalid-attribute')
    .slice(0, mostCauses);
  return html`<slot name="error">
      <section class="message" role="alert">
        ${headingElement(headingLevel + 1, 'message-title', status.failed)}
        <p>${placed(sentence, marked)}</p>
        ${causes.map(
          ({ code, message }) =>
            // The sentence is for whoever mends the data; who reads English needs no other.
            html`${language.lang === 'en' ? nothing : html`<p>${account.kinds[code]}. ${account.steps[code]}</p>`}
              <p class="quiet" lang="en" dir="ltr">${message}</p>`,
        )}
        ${
          !load.canRetry
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

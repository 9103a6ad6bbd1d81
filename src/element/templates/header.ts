import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { namesOfSource, primarySourceOf, type Dataset } from '../../core/dataset/dataset.js';
import type { Source } from '../../core/dataset/event.js';
import { pickText, type ShownText } from '../../core/i18n/text.js';
import { describeDataset } from '../../core/scene/describe-dataset.js';
import type { Language } from '../../core/scene/language.js';
import { safeUrl } from '../../core/util/safe-url.js';
import type { ViewModel } from '../view-model.js';
import { namesOf, textOf } from './text.js';

/** What the whole is called, also where no heading stands over it. */
export function shownTitle({ heading, dataset, language }: ViewModel): ShownText {
  const title = heading ?? dataset?.title ?? language.messages.chartLabel;
  return pickText(title, language.locale, dataset?.language ?? language.lang);
}

export const titleText = (model: ViewModel): string => shownTitle(model).text;

/** Heading, one sentence that says how much is known, where it comes from. */
export function headerTemplate(model: ViewModel): TemplateResult {
  const { controls, dataset, language, heading, headingLevel } = model;
  const { messages } = language;
  // A page that gives no title has its own; only those who go from heading to heading need one here.
  const isUntitled = heading === null && !dataset?.title;
  const title = heading ?? dataset?.title ?? (dataset ? messages.status.untitled : null);
  const dataLanguage = heading === null && dataset?.title ? dataset.language : language.lang;
  return html`<header class="head">
    ${
      controls.has('heading') && title !== null
        ? html`<slot name="heading"
            >${headingElement(headingLevel, isUntitled ? 'unseen' : 'title', textOf(title, dataLanguage, language, String), 'heading')}</slot
          >`
        : nothing
    }
    ${
      controls.has('summary') && dataset && dataset.count > 0
        ? html`<p class="summary" part="summary">${guard([dataset, language], () => summary(dataset, language))}</p>
            ${sourceLine(dataset, language)}`
        : nothing
    }
  </header>`;
}

/**
 * A heading of the level that fits the page around. The role and not the tag says so: Lit's tags are fixed, and static
 * templates weigh more than they give here. It can be focused by script, where a change moves the reader to it.
 */
export function headingElement(level: number, className: string, content: unknown, part?: string): TemplateResult {
  const ariaLevel = Math.min(6, level);
  return html`<div role="heading" aria-level=${ariaLevel} class=${className} part=${part ?? nothing} tabindex="-1">
    ${content}
  </div>`;
}

const summary = (dataset: Dataset, language: Language): unknown =>
  dataset.summary ? textOf(dataset.summary, dataset.language, language, String) : describeDataset(dataset, language);

function sourceLine(dataset: Dataset, language: Language): TemplateResult | typeof nothing {
  const source = primarySourceOf(dataset);
  if (!source) return nothing;
  const label = dataset.publication?.label;
  return html`<p class="source">
    ${language.messages.source}
    ${sourceName(source, dataset, language)}${
      label ? html`${language.comma}${textOf(label, dataset.language, language, String)}` : nothing
    }.
  </p>`;
}

/** Publisher and author as a link, where the source has an address. */
export function sourceName(source: Source, dataset: Dataset, language: Language): TemplateResult {
  const text = namesOf(namesOfSource(source), dataset.language, language, (items) => items.join(language.comma));
  const url = safeUrl(source.url);
  return url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>` : html`<span>${text}</span>`;
}

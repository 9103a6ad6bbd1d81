import { html, nothing, type TemplateResult } from 'lit';
import { pickText } from '../../core/i18n/text.js';
import { fill } from '../../core/scene/language.js';
import { safeUrl } from '../../core/util/safe-url.js';
import { splitAddresses } from '../../core/util/split-addresses.js';
import type { ViewModel } from '../view-model.js';
import { marked } from './text.js';

/** Where the data come from, in the words that their licence asks for, and the licence. */
export function attributionTemplate({ dataset, language }: ViewModel): TemplateResult | typeof nothing {
  if (!dataset?.attribution && !dataset?.licence) return nothing;
  const { attribution, licence } = dataset;
  const shown = attribution === null ? null : pickText(attribution, language.locale, dataset.language);
  // Many attributions name the licence themselves.
  const isNamed = licence === null || shown?.text.includes(licence);
  return html`<p class="source attribution">
    ${shown ? marked(shown, language, (text) => linked(text)) : nothing}
    ${isNamed ? nothing : linked(fill(language.messages.licence, { licence }))}
  </p>`;
}

/** Whether readers may have the rows themselves: ACLED's terms of use forbid to pass them on. */
export const mayBePassedOn = ({ account }: ViewModel): boolean => account?.format !== 'acled';

/** A text in which the addresses of web pages are links. */
export function linked(text: string, show: (text: string) => unknown = String): unknown {
  return splitAddresses(text).map((part, i) => {
    const url = i % 2 ? safeUrl(part) : null;
    return url
      ? html`<a href=${url} target="_blank" rel="noopener noreferrer"><bdi dir="ltr">${show(part)}</bdi></a>`
      : show(part);
  });
}

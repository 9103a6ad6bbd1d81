import { html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../../core/dataset/event.js';
import { claimantOf, groupClaims } from '../../core/scene/accounts.js';
import { passageOf, quotationOf, translationOf } from '../../core/scene/quotations.js';
import { capitalise, describeTemporal } from '../../core/temporal/describe-temporal.js';
import { parseTemporal } from '../../core/temporal/parse-temporal.js';
import type { ViewModel } from '../view-model.js';
import { icons } from './icons.js';
import { highlighted, textOf } from './text.js';

/** The words of a claim as they stand in the source, and our translation where the reader may need it. */
export function quoteTemplate(claim: Claim, { dataset, language }: ViewModel): TemplateResult | typeof nothing {
  const quotation = quotationOf(claim, dataset!);
  if (!quotation) return nothing;
  const { text, lang, dir, marks } = quotation;
  const translation = translationOf(claim, quotation, language);
  const words = html`${marks[0]}${highlighted(text, language)}${marks[1]}`;
  return html`<blockquote class="quote" lang=${lang} dir=${dir}>${words}</blockquote>
    ${
      translation
        ? html`<p class="translation">
            <span lang=${translation.lang} dir=${translation.dir}>“${highlighted(translation.text, language)}”</span>
            <span class="quiet">${language.messages.details.translation}</span>
          </p>`
        : nothing
    }`;
}

/**
 * Each claimant once, and when they said it; each of their quotes with a link that lands on it.
 *
 * @param isNamed false where their name stands above
 * @param linksTo what leads to the claims of one claimant
 */
export function claimantsTemplate(
  claims: readonly Claim[],
  model: ViewModel,
  isNamed = true,
  linksTo = readLinks,
): readonly TemplateResult[] {
  const { dataset, language } = model;
  const { dateWords, dates } = language;
  const groups = groupClaims(claims, (claim) => [claimantOf(dataset!, claim), claim.date]);
  return groups.flatMap((own) => {
    const links = linksTo(own, model);
    const parsed = parseTemporal(own[0]!.date ?? '');
    const date = parsed.ok ? describeTemporal(parsed.value, dateWords, dates) : '';
    if (!isNamed && date === '' && links.length === 0) return [];
    const name = textOf(claimantOf(dataset!, own[0]!), dataset!.language, language);
    const said = date === '' ? '' : `${language.comma}${date}`;
    const who = isNamed ? html`${name}${said}. ` : date === '' ? nothing : `${capitalise(date)}. `;
    return [html`<p class="claimant">${who}${links}</p>`];
  });
}

/** To each quote, where it is to be read. */
function readLinks(own: readonly Claim[], { dataset, language }: ViewModel): readonly TemplateResult[] {
  const { messages, numbers } = language;
  return own.flatMap((claim, i) => {
    const url = passageOf(claim, dataset!);
    if (url === null) return [];
    const text = own.length > 1 ? `${messages.details.read} (${numbers.format(i + 1)})` : messages.details.read;
    return html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}${icons.external}</a> `;
  });
}

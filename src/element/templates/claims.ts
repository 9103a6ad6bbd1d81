import { html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../../core/dataset/event.js';
import { directionOf } from '../../core/i18n/locale.js';
import { pickText } from '../../core/i18n/text.js';
import { claimantOf, groupClaims } from '../../core/scene/accounts.js';
import { capitalise, describeTemporal } from '../../core/temporal/describe-temporal.js';
import { parseTemporal } from '../../core/temporal/parse-temporal.js';
import { safeUrl, textFragmentUrl } from '../../core/util/safe-url.js';
import type { ViewModel } from '../view-model.js';
import { icons } from './icons.js';
import { highlighted, textOf } from './text.js';

/** The words of a claim as they stand in the source, and our translation where the reader may need it. */
export function quoteTemplate(claim: Claim, { dataset, language }: ViewModel): TemplateResult | typeof nothing {
  if (claim.quote === undefined) return nothing;
  const [lang, quote] =
    typeof claim.quote === 'string' ? [dataset!.language, claim.quote] : Object.entries(claim.quote)[0]!;
  const translation = claim.translation === undefined ? null : pickText(claim.translation, language.locale, 'en');
  const isNeeded = translation !== null && lang.split('-')[0] !== language.lang;
  const [open, close] = directionOf(lang) === 'rtl' ? ['«', '»'] : ['“', '”'];
  const words = html`${open}${highlighted(quote, language)}${close}`;
  return html`<blockquote class="quote" lang=${lang} dir=${directionOf(lang)}>${words}</blockquote>
    ${
      isNeeded
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
  return own.flatMap(({ url: given, source, quote }, i) => {
    const url = safeUrl(given ?? (source === undefined ? undefined : dataset!.sources.get(source)?.url));
    if (url === null) return [];
    const passage = typeof quote === 'string' ? quote : Object.values(quote ?? {})[0];
    const text = own.length > 1 ? `${messages.details.read} (${numbers.format(i + 1)})` : messages.details.read;
    return html`<a href=${passage ? textFragmentUrl(url, passage) : url} target="_blank" rel="noopener noreferrer"
      >${text}${icons.external}</a
    > `;
  });
}

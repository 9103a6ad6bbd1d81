import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Dataset, EventLink } from '../../core/dataset/dataset.js';
import type { TimelineEvent } from '../../core/dataset/event.js';
import { pickText } from '../../core/i18n/text.js';
import { holds, namesActors } from '../../core/layout/lanes.js';
import type { LocalizedText } from '../../core/i18n/localized-text.js';
import { accountsHeading, accountsOf } from '../../core/scene/accounts.js';
import {
  describeCounts,
  describeDate,
  describeNarrowings,
  describeParties,
  tellsOfViolence,
} from '../../core/scene/describe-event.js';
import { capitalise } from '../../core/temporal/describe-temporal.js';
import { dateFigure, eventFigure, keyFigure } from '../figures.js';
import type { Actions, ViewModel } from '../view-model.js';
import { accountsTemplate } from './accounts.js';
import { linked } from './attribution.js';
import { claimantsTemplate, quoteTemplate } from './claims.js';
import { copyLinkTemplate, copyPanelTemplate } from './copy-link.js';
import { headingElement, sourceName } from './header.js';
import { positionBar } from './story.js';
import { marked, mixed, namesOf, textOf } from './text.js';

/** The panel beside or below the chart: the selected event, or what the whole is and how to go on. */
export function detailsTemplate(model: ViewModel, actions: Actions): TemplateResult | typeof nothing {
  const { selected, dataset, detailsPlace, controls } = model;
  if (!dataset || !controls.has('details') || detailsPlace === 'inline') return nothing;
  if (selected === null && detailsPlace === 'below') return nothing;
  const hue = selected === null ? null : hueOf(model, selected);
  return html`<aside class=${`details ${detailsPlace}`} part="details" data-hue=${hue ?? nothing}>
    <slot name="details"
      >${selected === null ? aboutTemplate(model) : eventTemplate(selected, model, actions, true)}</slot
    >
  </aside>`;
}

function hueOf({ lanes }: ViewModel, event: number): number | null {
  return lanes.find((lane) => holds(lane, event))?.hue ?? null;
}

/** Before anything is chosen: what is inferred, which sources were used, and that an event can be chosen. */
function aboutTemplate({ account, dataset, language, headingLevel }: ViewModel): TemplateResult {
  const { messages } = language;
  const { note, sources, language: dataLanguage } = dataset!;
  return html`<div class="about">
    <p class="hint">${account?.format === 'report' ? messages.details.choose : messages.details.chooseAny}</p>
    ${
      note
        ? html`${label(headingLevel - 1, messages.details.about)}
            <p class="event-summary">${textOf(note, dataLanguage, language, linked)}</p>`
        : nothing
    }
    ${
      sources.size > 0
        ? html`${label(headingLevel - 1, messages.details.sources)}
            <ul class="sources">
              ${[...sources.values()].map((source) => html`<li>${sourceName(source, dataset!, language)}</li>`)}
            </ul>`
        : nothing
    }
  </div>`;
}

const label = (headingLevel: number, text: string): TemplateResult => headingElement(headingLevel + 2, 'label', text);

/** Everything that is known of one event, in the order in which a reader asks: who, what, when, why then, where, who says so. */
export function eventTemplate(index: number, model: ViewModel, actions: Actions, withBar: boolean): TemplateResult {
  const { dataset, language, headingLevel } = model;
  const { messages } = language;
  const event = dataset!.event(index);
  const show = (text: LocalizedText | undefined, form?: (text: string) => unknown): unknown =>
    textOf(text, dataset!.language, language, form);
  const { kind, places } = codedFacts(event, model);
  const casualties = casualtiesTemplate(event, model);
  // They hold the words and who says them, which then do not stand by themselves as well.
  const accounts = accountsOf(dataset!, index);
  const part = (name: string, content: unknown): TemplateResult =>
    html`<div class="fact">${label(headingLevel, name)}${content}</div>`;
  const { text: name } = pickText(event.title, language.locale, dataset!.language);
  return html`<article class="event" aria-label=${name}>
    ${withBar ? positionBar(model, actions, true) : nothing}
    ${
      withBar
        ? html`${partiesTemplate(index, model)} ${headingElement(headingLevel + 1, 'event-title', show(event.title))}`
        : nothing
    }
    ${event.summary ? html`<p class="event-summary">${show(event.summary, linked)}</p>` : nothing}
    ${kind ? part(messages.details.kind, html`<p class="sentence">${show(kind)}</p>`) : nothing}
    ${
      event.associated?.length
        ? part(
            messages.details.together,
            html`<p>
              ${joined(
                event.associated.map(({ name }) => name),
                model,
              )}
            </p>`,
          )
        : nothing
    }
    ${part(messages.details.when, whenTemplate(index, model))} ${whyTemplate(index, model, part)}
    ${places ? part(messages.details.where, html`<p>${places}</p>`) : nothing}
    ${casualties ? part(messages.details.casualties, casualties) : nothing}
    ${event.means.length > 0 ? part(messages.details.means, html`<p>${joined(event.means, model)}</p>`) : nothing}
    ${
      accounts.length > 0
        ? part(accountsHeading(accounts, language), accountsTemplate(accounts, model, actions))
        : nothing
    }
    ${
      accounts.length === 0 && event.claims.some(({ quote }) => quote !== undefined)
        ? part(
            messages.details.quote,
            event.claims.map((claim) => quoteTemplate(claim, model)),
          )
        : nothing
    }
    ${accounts.length === 0 && event.claims.length > 0 ? part(messages.details.who, claimantsTemplate(event.claims, model)) : nothing}
    ${event.certainty === 'reported' ? nothing : part(messages.details.certainty, html`<p>${messages.certaintySentence[event.certainty]}</p>`)}
    ${event.note ? part(messages.details.note, html`<p class="event-summary">${show(event.note, linked)}</p>`) : nothing}
    ${
      dataset!.links(index).length > 0
        ? part(
            messages.details.related,
            html`<ul class="related">
              ${dataset!.links(index).map((link) => relatedTemplate(link, model, actions))}
            </ul>`,
          )
        : nothing
    }
    ${withBar ? nothing : positionBar(model, actions, false)} ${copyLinkTemplate(model, actions, 'details')}
    ${copyPanelTemplate(model, actions, 'details')}
  </article>`;
}

/**
 * What tables of events have columns for. Whoever writes a report in the format of this element says it in the title
 * where it matters.
 */
export function codedFacts(
  { type, places }: TimelineEvent,
  model: ViewModel,
): { readonly kind: LocalizedText | undefined; readonly places: unknown } {
  const { account, dataset, language } = model;
  const names =
    places.length > 0 &&
    joined(
      places.map(({ name }) => name),
      model,
    );
  const [first] = places;
  if (account?.format === 'report') return { kind: undefined, places: names };
  const { precisions } = language.messages;
  const precision = places.length === 1 ? first!.precision : undefined;
  const exactness = precision && Object.hasOwn(precisions, precision) ? precisions[precision] : precision;
  return {
    // Where nobody is named the kind stands above the title.
    kind: namesActors(dataset!) ? type : undefined,
    places: exactness ? html`${names} (${mixed(exactness, language)})` : names,
  };
}

/** Key, actor → target; for a clash both sides, against each other. Where the data name no actor at all, the kind. */
export function partiesTemplate(index: number, { account, dataset, lanes, language }: ViewModel): TemplateResult {
  const event = dataset!.event(index);
  const { targets, symmetric, ...parties } = describeParties(dataset!, event, language.locale);
  const kind = namesActors(dataset!) ? undefined : event.type;
  const actors = kind ? [pickText(kind, language.locale, dataset!.language)] : parties.actors;
  const { against, sides } = language.messages.details;
  const own = lanes.filter((lane) => holds(lane, index));
  const arrow = html`<span aria-hidden="true" class="arrow">${language.dir === 'rtl' ? '←' : '→'}</span>`;
  const join = language.lang === 'ar' ? ' و' : ' · ';
  return html`<p class="parties">
    <span class="keys">${guard(own, () => own.map((lane) => keyFigure(lane, 9, 14)))}</span>
    <strong>${actors.map((actor, i) => html`${i > 0 ? join : nothing}${marked(actor, language)}`)}</strong>
    ${symmetric ? html`<span>${account?.format === 'report' ? against : sides}</span>` : nothing}
    ${targets.length > 0 ? html`${arrow} <span>${targets.map((target, i) => html`${i > 0 ? ' · ' : nothing}${marked(target, language)}`)}</span>` : nothing}
  </p>`;
}

function whenTemplate(index: number, model: ViewModel): TemplateResult {
  const { dataset, language, mirrored } = model;
  const hue = hueOf(model, index) ?? 0;
  const figure = guard([dataset, index, language, mirrored, hue], () =>
    dateFigure(dataset!, index, `actor-${hue}`, language, mirrored),
  );
  return html`${figure}
    <p>${mixed(describeDate(dataset!, index, language), language)}.</p>`;
}

export function whyTemplate(
  index: number,
  { dataset, language }: ViewModel,
  part: (name: string, content: unknown) => TemplateResult,
): TemplateResult | typeof nothing {
  const { messages } = language;
  const { basis } = dataset!.event(index);
  const narrowed = describeNarrowings(dataset!, index, language);
  if (!basis && narrowed.length === 0) return nothing;
  const sources = (basis?.sources ?? []).flatMap((id) => dataset!.sources.get(id) ?? []);
  return part(
    messages.details.why,
    html`${basis?.text ? html`<p>${textOf(basis.text, dataset!.language, language)}</p>` : nothing}
    ${narrowed.map((sentence) => html`<p>${mixed(sentence, language)}.</p>`)}
    ${
      sources.length > 0
        ? html`<p class="basis-sources">
            ${sources.map((source, i) => html`${i > 0 ? ' · ' : nothing}${sourceName(source, dataset!, language)}`)}
          </p>`
        : nothing
    }`,
  );
}

const joined = (texts: readonly LocalizedText[], { dataset, language }: ViewModel): unknown =>
  namesOf(texts, dataset!.language, language);

/** Nothing where nobody would ask, as of the discovery of a comet. */
export function casualtiesTemplate(event: TimelineEvent, { account, dataset, language }: ViewModel): unknown {
  const sentences = describeCounts(dataset!, event, language);
  if (sentences.length === 0) {
    return tellsOfViolence(account) ? html`<p>${language.messages.details.noCasualties}</p>` : null;
  }
  // Names of the dead stand in full, in the text's own ink.
  const names = [event.killed, event.injured].flatMap((count) => count?.names ?? []);
  return html`${sentences.map((sentence) => html`<p>${mixed(capitalise(sentence), language)}.</p>`)}
  ${
    names.length > 0
      ? html`<ul class="names">
          ${names.map((name) => html`<li>${textOf(name, dataset!.language, language)}</li>`)}
        </ul>`
      : nothing
  }`;
}

function relatedTemplate({ type, to, possible }: EventLink, model: ViewModel, actions: Actions): TemplateResult {
  const { dataset, language } = model;
  const { messages } = language;
  const word = (possible ? messages.relationPossible : messages.relation)[type];
  const event = dataset!.event(to);
  return html`<li>
    ${guard([dataset, to, language], () => eventFigure(dataset as Dataset, to, `actor-${hueOf(model, to) ?? 7}`, language))}
    <span
      ><span class="quiet">${word}</span>
      <button type="button" class="link" @click=${() => actions.select(to, 'details')}>
        ${textOf(event.title, dataset!.language, language)}
      </button></span
    >
  </li>`;
}

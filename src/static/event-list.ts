import type { EventLink } from '../core/dataset/dataset.js';
import type { Claim, TimelineEvent } from '../core/dataset/event.js';
import type { LocalizedText } from '../core/i18n/localized-text.js';
import { pickText } from '../core/i18n/text.js';
import { holds, namesActors } from '../core/layout/lanes.js';
import { claimantOf, groupClaims } from '../core/scene/accounts.js';
import {
  describeCounts,
  describeDate,
  describeNarrowings,
  describeParties,
  tellsOfViolence,
} from '../core/scene/describe-event.js';
import { passageOf, quotationOf, translationOf } from '../core/scene/quotations.js';
import { capitalise, describeTemporal } from '../core/temporal/describe-temporal.js';
import { parseTemporal } from '../core/temporal/parse-temporal.js';
import { element, type Content, type HtmlNode } from './html-tree.js';
import { anchorOf, headingTag, isReport, type StaticModel } from './model.js';
import { keyPicture } from './pictures.js';
import { sourceName } from './sources.js';
import { link, linked, marked, mixed, namesOf, textOf } from './text-nodes.js';

/** Time runs down: all that is listed, with what is known of each event, who says so, and where that can be read. */
export function eventList(model: StaticModel): HtmlNode {
  const isListed = new Set(model.events);
  return element(
    'ol',
    { class: 'rt-list' },
    model.events.map((index) => item(index, model, isListed)),
  );
}

const paragraph = (name: string, ...content: readonly Content[]): HtmlNode => element('p', { class: name }, ...content);

/** A fact under its name. */
const labelled = (name: string, ...content: readonly Content[]): HtmlNode =>
  paragraph('rt-fact', element('b', {}, name), ' ', ...content);

function item(index: number, model: StaticModel, isListed: ReadonlySet<number>): HtmlNode {
  const { dataset, language } = model;
  const { messages } = language;
  const event = dataset.event(index);
  const certainty = messages.certainty[event.certainty];
  const show = (text: LocalizedText | undefined): Content => textOf(text, dataset.language, language, linked);
  const joined = (texts: readonly LocalizedText[]): Content => namesOf(texts, dataset.language, language);
  const { details } = messages;
  const links = dataset.links(index);
  return element(
    'li',
    { class: 'rt-event', id: anchorOf(event.id) },
    element(
      'div',
      { class: 'rt-head' },
      paragraph('rt-when', mixed(describeDate(dataset, index, language), language)),
      element(
        'div',
        {},
        element(
          headingTag(model, 2),
          { class: 'rt-title' },
          textOf(event.title, dataset.language, language),
          certainty ? [' ', element('small', { class: 'rt-tag' }, certainty)] : null,
        ),
        parties(index, event, model),
        casualties(event, model),
        event.summary ? paragraph('rt-text', show(event.summary)) : null,
        event.claims.map((claim) => quotation(claim, model)),
        claimants(event.claims, model),
        kindOf(event, model),
        event.associated?.length ? labelled(details.together, joined(event.associated.map(({ name }) => name))) : null,
        event.means.length > 0 ? labelled(details.means, joined(event.means)) : null,
        why(index, event, model),
        event.note ? labelled(details.note, show(event.note)) : null,
        links.length > 0
          ? labelled(
              details.related,
              links.map((to, i) => [i > 0 ? ' ' : null, related(to, model, isListed)]),
            )
          : null,
      ),
    ),
  );
}

/** Keys of the lanes, actor → target · where; for a clash both sides. Where the data name no actor at all, the kind. */
function parties(index: number, event: TimelineEvent, model: StaticModel): HtmlNode | null {
  const { dataset, lanes, language } = model;
  const { locale, lang, messages } = language;
  const { targets, symmetric, ...described } = describeParties(dataset, event, locale);
  const kind = namesActors(dataset) ? undefined : event.type;
  const actors = kind ? [pickText(kind, locale, dataset.language)] : described.actors;
  const places = placesOf(event, model);
  if (actors.length + targets.length === 0 && !places) return null;
  const { against, sides } = messages.details;
  const names = actors.map((actor, i) => [i > 0 ? (lang === 'ar' ? ' و' : ' · ') : null, marked(actor, language)]);
  return paragraph(
    'rt-who',
    lanes.filter((lane) => holds(lane, index)).map((lane) => [keyPicture(lane), ' ']),
    actors.length > 0 ? element('b', {}, names) : null,
    symmetric ? ` ${isReport(model) ? against : sides}` : null,
    targets.length > 0
      ? [
          element('span', { 'aria-hidden': 'true' }, language.dir === 'rtl' ? ' ← ' : ' → '),
          element(
            'span',
            { class: 'rt-target' },
            targets.map((target, i) => [i > 0 ? ' · ' : null, marked(target, language)]),
          ),
        ]
      : null,
    places && [actors.length + targets.length > 0 ? ' · ' : null, element('span', { class: 'rt-where' }, places)],
  );
}

/** Where; of tables that have a column for it, how exact that is. */
function placesOf({ places }: TimelineEvent, model: StaticModel): Content {
  const { dataset, language } = model;
  if (places.length === 0) return null;
  const names = namesOf(
    places.map(({ name }) => name),
    dataset.language,
    language,
  );
  const precision = !isReport(model) && places.length === 1 ? places[0]!.precision : undefined;
  if (!precision) return names;
  const { precisions } = language.messages;
  const words = Object.hasOwn(precisions, precision) ? precisions[precision]! : precision;
  return [names, ' (', mixed(words, language), ')'];
}

/** Whoever writes a report in the format of the element says it in the title where it matters. */
function kindOf({ type }: TimelineEvent, model: StaticModel): HtmlNode | null {
  const { dataset, language } = model;
  if (type === undefined || isReport(model) || !namesActors(dataset)) return null;
  return labelled(language.messages.details.kind, textOf(type, dataset.language, language));
}

function casualties(event: TimelineEvent, { account, dataset, language }: StaticModel): Content {
  const sentences = describeCounts(dataset, event, language);
  if (sentences.length === 0) {
    return tellsOfViolence(account) ? paragraph('rt-counts', language.messages.details.noCasualties) : null;
  }
  const names = [event.killed, event.injured].flatMap((count) => count?.names ?? []);
  return [
    paragraph('rt-counts', mixed(`${sentences.map(capitalise).join('. ')}.`, language)),
    names.length > 0
      ? element(
          'ul',
          { class: 'rt-names' },
          names.map((name) => element('li', {}, textOf(name, dataset.language, language))),
        )
      : null,
  ];
}

/** The words of a claim as they stand in the source, and our translation where the reader may need it. */
function quotation(claim: Claim, { dataset, language }: StaticModel): Content {
  const quoted = quotationOf(claim, dataset);
  if (!quoted) return null;
  const { text, lang, dir, marks } = quoted;
  const translation = translationOf(claim, quoted, language);
  return [
    element('blockquote', { class: 'rt-quote', lang, dir }, marks[0], text, marks[1]),
    translation
      ? paragraph(
          'rt-translation',
          element('span', { lang: translation.lang, dir: translation.dir }, '“', translation.text, '”'),
          ' ',
          element('small', {}, language.messages.details.translation),
        )
      : null,
  ];
}

/** Each claimant once, and when they said it; each of their quotes with a link that lands on it. */
function claimants(claims: readonly Claim[], { dataset, language }: StaticModel): Content {
  const { dateWords, dates, messages, numbers } = language;
  return groupClaims(claims, (claim) => [claimantOf(dataset, claim), claim.date]).map((own) => {
    const [first] = own;
    const parsed = parseTemporal(first!.date ?? '');
    const date = parsed.ok ? describeTemporal(parsed.value, dateWords, dates) : '';
    const name = textOf(claimantOf(dataset, first!), dataset.language, language);
    const links = own.flatMap((claim, i): Content[] => {
      const url = passageOf(claim, dataset);
      if (url === null) return [];
      const { read } = messages.details;
      const words = own.length > 1 ? `${read} (${numbers.format(i + 1)})` : read;
      return [' ', link(url, words)];
    });
    return paragraph('rt-claim', name, date === '' ? null : `${language.comma}${date}`, '.', links);
  });
}

/** Why the event is dated as it is: what its author says, and what other events say. */
function why(index: number, { basis }: TimelineEvent, { dataset, language }: StaticModel): HtmlNode | null {
  const narrowed = describeNarrowings(dataset, index, language);
  if (!basis && narrowed.length === 0) return null;
  const sources = (basis?.sources ?? []).flatMap((id) => dataset.sources.get(id) ?? []);
  return labelled(
    language.messages.details.why,
    basis?.text ? textOf(basis.text, dataset.language, language, linked) : null,
    narrowed.map((sentence) => [' ', mixed(`${sentence}.`, language)]),
    sources.map((source, i) => [i > 0 ? ' · ' : ' ', sourceName(source, dataset, language)]),
  );
}

function related({ type, to, possible }: EventLink, model: StaticModel, isListed: ReadonlySet<number>): Content {
  const { dataset, language } = model;
  const word = (possible ? language.messages.relationPossible : language.messages.relation)[type];
  const title = textOf(dataset.titleOf(to), dataset.language, language);
  const name = isListed.has(to) ? element('a', { href: `#${anchorOf(dataset.idOf(to))}` }, title) : title;
  return [element('span', { class: 'rt-quiet' }, word), ' ', name, '.'];
}

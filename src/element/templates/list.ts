import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { describeCountsShort, describeDate } from '../../core/scene/describe-event.js';
import { holds } from '../../core/layout/lanes.js';
import { fill } from '../../core/scene/language.js';
import type { Section } from '../../core/scene/list-sections.js';
import { isPoint } from '../../core/temporal/date-kind.js';
import { capitalise, describeTemporal } from '../../core/temporal/describe-temporal.js';
import { keyFigure } from '../figures.js';
import type { Actions, ViewModel } from '../view-model.js';
import { eventTemplate } from './details.js';
import { headingElement } from './header.js';
import { mixed, namesOf, textOf } from './text.js';

/** A page of a book, not a scroll without end: every event costs the browser a dozen nodes. */
export const listPage = 60;

/**
 * Time runs down: events by what is known of their date, the same marks in a rail at the side. Long lists come in
 * pages.
 */
export function listTemplate(model: ViewModel, actions: Actions): TemplateResult {
  const { sections, language } = model;
  return html`<div class="list" part="list">
    <p class="order"><span aria-hidden="true">↓</span> ${language.messages.list.order}</p>
    ${pagerTemplate(model, actions)} ${sections.map((section) => sectionTemplate(section, model, actions))}
    ${pagerTemplate(model, actions)}
  </div>`;
}

function pagerTemplate(
  { listedOrder: order, listStart, language }: ViewModel,
  actions: Actions,
): TemplateResult | typeof nothing {
  if (order.length <= listPage) return nothing;
  const { messages, numbers } = language;
  const wordsOf = (start: number): string => {
    const [from, to, all] = [start + 1, Math.min(order.length, start + listPage), order.length];
    const n = (value: number): string => numbers.format(value);
    return fill(messages.list.page, { from: n(from), to: n(to), all: n(all) });
  };
  const turnTo = (start: number): void => {
    actions.turnTo(start);
    actions.announce(wordsOf(start));
  };
  // What leads nowhere is still there: a button that is disabled loses the focus of whoever has just pressed it.
  const button = (text: string, start: number): TemplateResult => {
    const isOff = start === listStart;
    return html`<button
      type="button"
      part="button"
      aria-disabled=${isOff ? 'true' : nothing}
      @click=${() => (isOff ? undefined : turnTo(start))}
    >
      ${text}
    </button>`;
  };
  const last = Math.floor((order.length - 1) / listPage) * listPage;
  return html`<p class="pager">
    <span>${wordsOf(listStart)}</span>
    ${button(messages.list.first, 0)} ${button(messages.list.earlier, Math.max(0, listStart - listPage))}
    ${button(messages.list.later, Math.min(last, listStart + listPage))} ${button(messages.list.last, last)}
  </p>`;
}

function sectionTemplate(section: Section, model: ViewModel, actions: Actions): TemplateResult {
  const { dataset, language, headingLevel } = model;
  const { messages, dateWords, dates } = language;
  const first = section.events[0]!;
  const date = dataset!.date(first);
  const isOffAxis = section.floor === null;
  // The likelier dates differ from event to event: the heading says what all of them share.
  const words = isOffAxis
    ? capitalise(messages.axis.undated)
    : date.temporal === null
      ? describeDate(dataset!, first, language)
      : capitalise(describeTemporal(date.temporal, dateWords, dates));
  return html`<section class="section">
    ${headingElement(headingLevel + 1, 'section-title', mixed(words, language))}
    <p class="quiet">${messages.list.kinds[section.kind]}</p>
    <ol>
      ${section.events.map((event) => itemTemplate(event, section, model, actions))}
    </ol>
  </section>`;
}

function itemTemplate(index: number, { kind }: Section, model: ViewModel, actions: Actions): TemplateResult {
  const { dataset, language, lanes, selected, controls, groupBy } = model;
  const event = dataset!.event(index);
  const own = lanes.filter((lane) => holds(lane, index));
  const isOpen = selected === index && controls.has('details');
  const names = [
    ...(groupBy === 'none' ? [] : own).map(({ name }) => name),
    ...event.places.slice(0, 3).map(({ name }) => name),
  ];
  const certainty = language.messages.certainty[event.certainty];
  const likely = likelyWords(index, model);
  const counts = describeCountsShort(dataset!, event, language);
  const strong = isPoint(kind);
  return html`<li class="item" data-kind=${kind} data-open=${isOpen ? '' : nothing}>
    <span class="rail" aria-hidden="true">${own.slice(0, 2).map(({ hue }) => html`<i data-hue=${hue}></i>`)}</span>
    <div class="item-body">
      ${
        names.length === 0
          ? nothing
          : html`<p class="item-who">
              <span class="keys">${guard(own, () => own.map((lane) => keyFigure(lane, 8, 12)))}</span
              >${namesOf(names, dataset!.language, language, (items) => items.join(' · '))}
            </p>`
      }
      <button
        type="button"
        class=${strong ? 'item-title strong' : 'item-title'}
        aria-expanded=${controls.has('details') ? (isOpen ? 'true' : 'false') : nothing}
        data-event=${index}
        @click=${() => actions.select(isOpen ? null : index)}
      >
        ${textOf(event.title, dataset!.language, language)}
      </button>
      ${certainty ? html`<span class="tag">${certainty}</span>` : nothing}
      ${likely ? html`<p class="item-note">${likely}</p>` : nothing}
      ${counts.length > 0 && !isOpen ? html`<p class="item-note">${mixed(counts.join(language.semicolon), language)}</p>` : nothing}
      ${isOpen ? eventTemplate(index, model, actions, false) : nothing}
    </div>
  </li>`;
}

/** "Likely on 14 May": what the date words add for this event alone. */
function likelyWords(index: number, { dataset, language }: ViewModel): string {
  const { temporal, likely } = dataset!.date(index);
  if (!likely || !temporal) return '';
  const { dateWords, dates } = language;
  const without = describeTemporal(temporal, dateWords, dates);
  const withLikely = describeTemporal(temporal, dateWords, dates, { likely });
  return capitalise(withLikely.slice(without.length).replace(/^[,،]\s*و?/, ''));
}

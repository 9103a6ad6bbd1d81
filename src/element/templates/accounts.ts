import { html, nothing, type TemplateResult } from 'lit';
import type { Count, TimelineEvent } from '../../core/dataset/event.js';
import { pickText } from '../../core/i18n/text.js';
import { accountsHeading, type Account } from '../../core/scene/accounts.js';
import { describeDate, describeNumber, describeOtherCounts } from '../../core/scene/describe-event.js';
import type { Language } from '../../core/scene/language.js';
import { capitalise } from '../../core/temporal/describe-temporal.js';
import type { Actions, ViewModel } from '../view-model.js';
import { claimantsTemplate, quoteTemplate } from './claims.js';
import { marked, mixed, textOf } from './text.js';

/** Side by side; more stand in a table below. */
const mostBeside = { wide: 3, narrow: 2 } as const;

/** What a column has in a row; null where its account does not state it. */
type Cell = (account: Account) => unknown;

/** With what it says, where that stands in the details anyway: a row in which all say the same is left out. */
type Row = readonly [name: string, cell: Cell, said?: (account: Account) => unknown];

/**
 * What several say of one event, in columns, so that what differs stands side by side. None comes first by merit: the
 * event that is read is on the start side because it is read. Only what somebody states has a row. Where there is little
 * room words of sources stand below the table, each over the whole width.
 */
export function accountsTemplate(accounts: readonly Account[], model: ViewModel, actions: Actions): TemplateResult {
  const { detailsPlace, language } = model;
  const { messages } = language;
  const isWide = detailsPlace === 'below' && !model.isNarrow;
  const most = mostBeside[isWide ? 'wide' : 'narrow'];
  const tables = Array.from({ length: Math.ceil(accounts.length / most) }, (_, i) =>
    accounts.slice(i * most, (i + 1) * most),
  );
  const label = accountsHeading(accounts, language);
  const isStated = ([, cell]: Row): boolean => accounts.some((account) => cell(account) !== null);
  const isSame = ([, , said]: Row): boolean =>
    !!said && new Set(accounts.map((own) => JSON.stringify(said(own)))).size < 2;
  const words = wordRows(accounts, model).filter(isStated);
  // A row that one table has the others have too.
  const facts = factRows(accounts, model).filter((row) => isStated(row) && !isSame(row));
  const rows = isWide ? [...facts, ...words] : facts;
  const below = isWide ? [] : words;
  return html`${
    rows.length === 0
      ? nothing
      : tables.map(
          (columns) =>
            html`<table class="accounts" aria-label=${label}>
              <thead>
                <tr>
                  ${columns.map((account) => html`<th scope="col">${headTemplate(account, model, actions)}</th>`)}
                </tr>
              </thead>
              ${rows.map(
                ([name, cell]) =>
                  html`<tbody>
                    <tr>
                      <th scope="rowgroup" colspan=${columns.length}>${name}</th>
                    </tr>
                    <tr>
                      ${columns.map(
                        (account) =>
                          html`<td>
                            ${cell(account) ?? html`<span class="quiet">${messages.accounts.notStated}</span>`}
                          </td>`,
                      )}
                    </tr>
                  </tbody>`,
              )}
            </table>`,
        )
  }
  ${
    below.length === 0
      ? nothing
      : accounts.map(
          (account) =>
            html`<section class="account-words">
              <div class="account-of">${headTemplate(account, model, actions)}</div>
              ${below.map(([name, cell]) => cell(account) ?? html`<p class="quiet">${name}: ${messages.accounts.notStated}</p> `)}
            </section>`,
        )
  }`;
}

/** Whose account it is, or of which event. */
function headTemplate({ by, event, index, link }: Account, model: ViewModel, actions: Actions): unknown {
  const { dataset, language } = model;
  const { accounts, relation, relationPossible } = language.messages;
  if (by !== null) return textOf(by, dataset!.language, language);
  const title = textOf(event.title, dataset!.language, language);
  if (!link) return html`<span class="quiet">${accounts.own}</span> ${title}`;
  return html`<span class="quiet">${(link.possible ? relationPossible : relation)[link.type]}</span>
    <button type="button" class="link" @click=${() => actions.select(index, 'details')}>${title}</button>`;
}

/** What two events may differ in; claimants of one event do not, which has one date and one place. */
function factRows(shown: readonly Account[], model: ViewModel): readonly Row[] {
  if (shown[0]!.by !== null) return [];
  const { dataset, language } = model;
  const { accounts, certaintySentence, details } = language.messages;
  const count = (given: Count | undefined): unknown =>
    given ? mixed(describeNumber(given, dataset!, language), language) : null;
  // That something is simply reported goes without saying, unless another account has it otherwise.
  const certainty: Cell = ({ event }) => certaintySentence[event.certainty];
  return [
    [
      details.when,
      ({ index }) => sentence(describeDate(dataset!, index, language), language),
      ({ index }) => describeDate(dataset!, index, language),
    ],
    [details.where, ({ event }) => placesOf(event, model), ({ event }) => event.places.map(({ name }) => name)],
    [accounts.killed, ({ event }) => count(event.killed), ({ event }) => event.killed],
    [accounts.injured, ({ event }) => count(event.injured), ({ event }) => event.injured],
    [accounts.counts, ({ event }) => otherCounts(event, model), ({ event }) => event.counts],
    [details.certainty, certainty, certainty],
  ];
}

function wordRows(shown: readonly Account[], model: ViewModel): readonly Row[] {
  const { details } = model.language.messages;
  // Who speaks stands above, where several speak of one event.
  const isNamed = shown[0]!.by === null;
  const quotes: Cell = ({ claims }) =>
    claims.some(({ quote }) => quote !== undefined) ? claims.map((claim) => quoteTemplate(claim, model)) : null;
  const who: Cell = ({ claims }) => {
    const said = claimantsTemplate(claims, model, isNamed);
    return said.length > 0 ? said : null;
  };
  return [
    [details.quote, quotes],
    [isNamed ? details.who : details.sources, who],
  ];
}

const sentence = (text: string, language: Language): unknown => mixed(`${capitalise(text)}.`, language);

function placesOf({ places }: TimelineEvent, { dataset, language }: ViewModel): unknown {
  return places.length === 0
    ? null
    : places.map(
        ({ name }, i) =>
          html`${i > 0 ? language.comma : nothing}${marked(pickText(name, language.locale, dataset!.language), language)}`,
      );
}

function otherCounts(event: TimelineEvent, { dataset, language }: ViewModel): unknown {
  const sentences = describeOtherCounts(dataset!, event, language);
  return sentences.length > 0 ? sentences.map((text) => html`<p>${sentence(text, language)}</p>`) : null;
}

import { html, nothing, type TemplateResult } from 'lit';
import { endings, remarks, type Issue, type IssueCode } from '../../core/dataset/issue.js';
import type { ReadingAccount } from '../../core/dataset/reading.js';
import { pickText } from '../../core/i18n/text.js';
import { fill, type Language } from '../../core/scene/language.js';
import type { Actions, ViewModel } from '../view-model.js';
import { headingElement } from './header.js';
import { placed, textOf } from './text.js';

/** Of one kind so many are listed: enough to see what is wrong with them. */
const mostListed = 20;

/** All problems of one kind. */
interface Kind {
  readonly code: IssueCode;
  /** How many there were. */
  readonly count: number;
  /** Those that are known one by one. */
  readonly issues: readonly Issue[];
}

/** By kind, the most frequent first; what is only remarked comes last. */
function kindsOf(issues: readonly Issue[]): readonly Kind[] {
  const kinds = new Map<IssueCode, { code: IssueCode; count: number; issues: Issue[] }>();
  for (const issue of issues) {
    const isRest = issue.code === 'too-many-issues';
    // Those that are not listed one by one name their kind.
    const code = isRest ? (issue.value as IssueCode) : issue.code;
    const kind = kinds.get(code) ?? { code, count: 0, issues: [] };
    kind.count += issue.count ?? 1;
    if (!isRest) kind.issues.push(issue);
    kinds.set(code, kind);
  }
  const isRemark = ({ code }: Kind): number => Number(remarks.has(code));
  return [...kinds.values()].sort((a, b) => isRemark(a) - isRemark(b) || b.count - a.count);
}

const total = (kinds: readonly Kind[]): number => kinds.reduce((sum, { count }) => sum + count, 0);
const hasRows = ({ issues }: Kind): boolean => issues.some(({ row }) => row !== undefined);
const isProblem = ({ code }: Pick<Issue, 'code'>): boolean => code === 'contradiction' || !remarks.has(code);

/** Whether the account stands above the chart: where something is wrong, or the reader was asked. */
const isUrgent = ({ issues, dateAnswer }: ViewModel): boolean => dateAnswer !== null || issues.some(isProblem);

/** Problems of the data in one line, which opens into an account; nothing where there are none. */
export function problemsTemplate(model: ViewModel, actions: Actions): TemplateResult | typeof nothing {
  const { load, issues, language } = model;
  // A load that failed has a message of its own.
  if (load.kind === 'failed' || !isUrgent(model)) return nothing;
  const contradicts = issues.some(({ code }) => code === 'contradiction');
  const kinds = kindsOf(issues);
  return html`<section class=${contradicts ? 'issues contradiction' : 'issues'} part="issues">
    <div class="issues-line">
      <p><strong>${lineTemplate(kinds, model)}</strong></p>
      ${kinds.length > 0 ? toggleTemplate(model, actions, 'button') : nothing}
    </div>
    ${questionTemplate(kinds, model, actions)} ${openTemplate(kinds, model, language)}
  </section>`;
}

/** The same where nothing is wrong: how many rows were read as what, quietly, below the chart. */
export function readingTemplate(model: ViewModel, actions: Actions): TemplateResult | typeof nothing {
  const { account, load, issues, controls, language } = model;
  if (!account || load.kind === 'failed' || isUrgent(model) || !controls.has('status')) return nothing;
  if (issues.length === 0 && (account.format === 'report' || account.rows === 0)) return nothing;
  const kinds = kindsOf(issues);
  return html`<section class="reading" part="issues">
    <p class="source">
      ${lineTemplate(kinds, model)} ${kinds.length > 0 ? toggleTemplate(model, actions, 'link') : nothing}
    </p>
    ${openTemplate(kinds, model, language)}
  </section>`;
}

function toggleTemplate(
  { issuesOpen, language: { messages } }: ViewModel,
  actions: Actions,
  className: 'button' | 'link',
): TemplateResult {
  return html`<button
    type="button"
    class=${className}
    part="button"
    aria-expanded=${issuesOpen}
    aria-controls=${issuesOpen ? 'account' : nothing}
    @click=${() => actions.toggleIssues()}
  >
    ${issuesOpen ? messages.status.hideIssues : messages.status.showIssues}
  </button>`;
}

/** "3,210 rows read as UCDP GED: 3,198 shown, 12 left out. 1 problem in the data; everything else is shown." */
function lineTemplate(kinds: readonly Kind[], { account, dataset, language }: ViewModel): unknown {
  const { messages, numbers } = language;
  const ends = kinds.filter(({ code }) => endings.has(code)).length;
  const others = total(kinds.filter((kind) => !hasRows(kind) && !endings.has(kind.code)));
  // Of a report in the format of this element nobody asks how many rows it has, unless something is wrong in them.
  const isRead = account !== null && account.rows > 0 && (account.format !== 'report' || kinds.some(hasRows));
  const sentences = [
    ...(ends > 0 ? [numbers.count(dataset?.count ?? 0, messages.status.unfinished)] : []),
    ...(isRead ? [rowsTemplate(account, kinds, language)] : []),
    ...(others > 0 || (!isRead && ends === 0) ? [numbers.count(others, messages.status.issues)] : []),
  ];
  return sentences.map((sentence) => html`${sentence} `);
}

function rowsTemplate(account: ReadingAccount, kinds: readonly Kind[], language: Language): unknown {
  const { lang, messages, numbers } = language;
  const { read, as, allShown, shown, leftOut, changed, noted } = messages.account;
  const { rows, format, repaired } = account;
  const name = foreignNames[format];
  const countOf = (isWanted: (kind: Kind) => boolean): number => total(kinds.filter(isWanted));
  // What is no event, such as the title, is among the remarks.
  const noEvents = countOf(({ code }) => code === 'no-event');
  const missing = Math.max(0, rows - account.shown - noEvents);
  const remarked = countOf((kind) => hasRows(kind) && remarks.has(kind.code));
  const parts = [
    account.shown === rows ? allShown : numbers.count(account.shown, shown),
    ...(missing > 0 ? [numbers.count(missing, leftOut)] : []),
    ...(repaired > 0 ? [numbers.count(repaired, changed)] : []),
    ...(remarked > 0 ? [numbers.count(remarked, noted)] : []),
  ];
  const isArabic = lang === 'ar';
  const comma = isArabic ? '، ' : ', ';
  const beginning = fill(numbers.count(rows, read), { as: format in as ? as[format as 'csv' | 'report'] : as.other });
  return html`${placed(beginning, { name: html`<bdi lang="en" dir="ltr">${name}</bdi>` })}${
    parts.length > 1 || isArabic ? ': ' : comma
  }${parts.join(comma)}.`;
}

/** Names of forms, which no language translates. */
const foreignNames: Readonly<Partial<Record<ReadingAccount['format'], string>>> = {
  acled: 'ACLED',
  'ucdp-ged': 'UCDP GED',
  timemap: 'TimeMap',
  timelinejs: 'TimelineJS',
  vis: 'vis-timeline',
};

/** Asks what no date of the file tells. It stays once it is answered: the answer may have been the wrong one. */
function questionTemplate(
  kinds: readonly Kind[],
  { dateAnswer, language: { messages, numbers } }: ViewModel,
  actions: Actions,
): TemplateResult | typeof nothing {
  const ambiguous = kinds.find(({ code }) => code === 'ambiguous-date');
  if (!ambiguous && dateAnswer === null) return nothing;
  const { ask, askOf, dayFirst, monthFirst, readDayFirst, readMonthFirst } = messages.account.order;
  const example = ambiguous?.issues.find(({ value }) => value)?.value;
  const button = (order: 'dmy' | 'mdy', text: string, date: string): TemplateResult =>
    html`<button
      type="button"
      part="button"
      aria-pressed=${dateAnswer === order}
      @click=${() => actions.orderDates(order)}
    >
      <span>${placed(text, { date: html`<bdi dir="ltr">${date}</bdi>` })}</span>
    </button>`;
  const words =
    dateAnswer === null
      ? placed(example ? numbers.count(ambiguous.count, askOf) : ask, { date: written(example) })
      : dateAnswer === 'dmy'
        ? readDayFirst
        : readMonthFirst;
  return html`<div class="question" role="group" aria-labelledby="order">
    <p id="order">${words}</p>
    <p class="actions">${button('dmy', dayFirst, '18/05')} ${button('mdy', monthFirst, '05/18')}</p>
  </div>`;
}

/** As it stands in the file, in the direction that its own letters have. */
const written = (value = ''): TemplateResult =>
  html`<code lang=${pickText(value, 'en', 'en').lang} dir="auto">${value}</code>`;

function openTemplate(
  kinds: readonly Kind[],
  { issuesOpen, headingLevel }: ViewModel,
  language: Language,
): TemplateResult | typeof nothing {
  if (!issuesOpen || kinds.length === 0) return nothing;
  // It may be longer than its room: whoever has no mouse scrolls it with the arrow keys.
  return html`<div
    class="account"
    id="account"
    role="region"
    aria-label=${language.messages.account.label}
    tabindex="0"
  >
    ${kinds.map((kind) => kindTemplate(kind, headingLevel, language))}
  </div>`;
}

/** What is wrong, how often, what can be done; then row, field and value of each. */
function kindTemplate({ code, count, issues }: Kind, headingLevel: number, language: Language): TemplateResult {
  const { messages, numbers } = language;
  const { account } = messages;
  const listed = issues.slice(0, mostListed);
  const more = count - listed.length;
  const [first] = listed;
  // One sentence that holds for all is said once; the question about dates has said it.
  const isAsked = code === 'ambiguous-date';
  const shared = !isAsked && listed.every(({ message }) => message === first?.message) ? first!.message : null;
  const step = account.steps[code];
  const name = account.kinds[code];
  return html`<section class="kind">
    ${headingElement(headingLevel + 1, 'kind-title', html`${name} <span class="count">${numbers.format(count)}</span>`)}
    ${step ? html`<p>${step}</p>` : nothing} ${shared === null ? nothing : sentence(shared)}
    ${rowsTable(listed, shared === null && !isAsked, name, language)}
    ${more > 0 ? html`<p class="quiet">${numbers.count(more, account.more)}</p>` : nothing}
  </section>`;
}

/** For whoever mends the data, whatever language the page is in. */
const sentence = (message: string): TemplateResult => html`<p class="quiet" lang="en" dir="ltr">${message}</p>`;

interface Column {
  readonly head: string;
  readonly cell: (issue: Issue) => unknown;
  readonly isSentence?: boolean;
}

/** A row for each problem; of the columns those that say anything. */
function rowsTable(
  issues: readonly Issue[],
  withSentences: boolean,
  name: string,
  language: Language,
): TemplateResult | typeof nothing {
  const { messages, numbers } = language;
  const { account } = messages;
  const all: readonly Column[] = [
    { head: account.row, cell: ({ row }) => row !== undefined && numbers.format(row) },
    {
      head: account.field,
      cell: (issue) => fieldOf(issue) && textOf(fieldOf(issue).slice(0, 80), 'en', language, String),
    },
    { head: account.value, cell: ({ value }) => value && written(value) },
    { head: account.problem, cell: ({ message }) => withSentences && sentence(message), isSentence: true },
  ];
  const columns = all.filter(({ cell }) => issues.some((issue) => cell(issue)));
  if (columns.length === 0) return nothing;
  const classOf = ({ isSentence }: Column): unknown => (isSentence ? 'said' : nothing);
  return html`<table aria-label=${name}>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col" class=${classOf(column)}>${column.head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${issues.map(
        (issue) =>
          html`<tr>
            ${columns.map((column) => html`<td class=${classOf(column)}>${column.cell(issue) || nothing}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What of the path is left when its record is named: `row 5.date` and `events[4].date` are about `date`. */
const fieldOf = ({ path }: Issue): string => path.replace(/^(row \d+|\w+\[\d+\])\.?/, '');

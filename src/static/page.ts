import { createHash } from 'node:crypto';
import { directionOf } from '../core/i18n/locale.js';
import { pickText, type ShownText } from '../core/i18n/text.js';
import { describeDataset } from '../core/scene/describe-dataset.js';
import { describeRange, describeView } from '../core/scene/describe-view.js';
import { describeStep } from '../core/scene/describe-bin.js';
import { fill } from '../core/scene/language.js';
import type { DataScript } from './data-script.js';
import { eventList } from './event-list.js';
import { eventTable } from './event-table.js';
import { element, type Content, type HtmlNode } from './html-tree.js';
import { legendList } from './legend-list.js';
import { headingTag, type StaticModel } from './model.js';
import type { ResolvedOptions } from './options.js';
import { pageStyle } from './page-style.js';
import { chartPicture } from './pictures.js';
import { aboutData, primarySource } from './sources.js';
import { marked, textOf } from './text-nodes.js';

/** What the whole is called. */
function titleOf({ heading, dataset, language }: StaticModel): ShownText {
  const { messages, lang, locale } = language;
  return pickText(heading ?? messages.status.untitled, locale, heading ? dataset.language : lang);
}

/**
 * The tag with what is seen until the script has made an element of it, and where none does: heading, chart, legend, list
 * and table.
 *
 * @param inside the data, where the element does not load them from somewhere else
 */
export function elementNode(model: StaticModel, options: ResolvedOptions, inside: DataScript | null): HtmlNode {
  const { given } = options;
  const { dataset, dir, language, scene } = model;
  const isAsGiven = inside?.isAsGiven ?? true;
  const title = titleOf(model);
  const summary = dataset.summary
    ? textOf(dataset.summary, dataset.language, language)
    : describeDataset(dataset, language);
  const seen = scene && viewWords(model);
  return element(
    'report-timeline',
    {
      lang: given.lang ?? language.locale,
      dir,
      src: given.src,
      format: isAsGiven ? given.format : undefined,
      'date-order': isAsGiven ? given.dateOrder : undefined,
      'group-by': given.groupBy,
      actors: given.actors,
      from: given.from,
      to: given.to,
      'axis-direction': given.axisDirection,
      theme: given.theme,
      heading: given.heading,
      'heading-level': options.headingLevel === 2 ? undefined : options.headingLevel,
    },
    inside?.node,
    element(headingTag(model, 0), { class: 'rt-heading' }, marked(title, language)),
    dataset.count > 0
      ? [
          element('p', { class: 'rt-summary' }, summary),
          primarySource(model),
          scene && seen
            ? element(
                'figure',
                {},
                // Where it is wider than its room it is scrolled, with the arrow keys as well.
                element(
                  'div',
                  { class: 'rt-wide', role: 'region', tabindex: 0, 'aria-label': language.messages.view.chart },
                  chartPicture(model, scene, title.text, `${seen} ${laneWords(model)}`),
                ),
                element('figcaption', {}, seen, model.isNumbered ? ` ${language.messages.paper.numbers}` : null),
              )
            : null,
          legendList(model),
          events(model),
        ]
      : element('p', { class: 'rt-summary' }, language.messages.status.empty),
    element('section', { class: 'rt-about' }, aboutData(model)),
  );
}

/** What is in view of the chart, and what is not. */
function viewWords({ domain, listed, language, scene, shown }: StaticModel): string {
  const { messages } = language;
  const { tally } = scene!;
  // Nobody can zoom in here: counts are said to be counts, and names that have no room stand in the list.
  const view = { ...tally, unnamed: 0, counted: null, inView: { least: 0, most: tally.inView.most } };
  const { range, counts } = describeView(domain, view, shown.count, language);
  if (!tally.counted) return `${range} ${counts}`.trim();
  const all = language.numbers.count(Math.max(listed, shown.count), messages.counts.events);
  const by = fill(messages.paper.counted, { by: describeStep(tally.counted, language) });
  return `${domain ? `${describeRange(domain, language)}${language.comma}` : ''}${all}${language.comma}${by}.`;
}

/** Each lane with its number of events, as far as anybody listens. */
function laneWords({ dataset, groupBy, lanes, language }: StaticModel): string {
  if (groupBy === 'none') return '';
  const { locale, numbers, semicolon } = language;
  const named = lanes
    .slice(0, 12)
    .map(({ name, count }) => `${pickText(name, locale, dataset.language).text} ${numbers.format(count)}`);
  return `${named.join(semicolon)}.`;
}

function events(model: StaticModel): Content {
  const { events: list, language, listed } = model;
  const { messages, numbers } = language;
  const all = numbers.count(listed, messages.counts.events);
  const n = numbers.count(list.length, messages.counts.events);
  const cut = list.length < listed ? fill(messages.paper.cut, { n, all }) : null;
  return [
    element(
      'section',
      { class: 'rt-events' },
      element(headingTag(model, 1), {}, all),
      cut && element('p', { class: 'rt-quiet' }, cut),
      eventList(model),
    ),
    element(
      'details',
      { class: 'rt-details' },
      element('summary', {}, messages.table.label),
      element(
        'div',
        { class: 'rt-wide', role: 'region', tabindex: 0, 'aria-label': messages.table.label },
        eventTable(model, cut ?? fill(messages.table.inOrder, { events: all })),
      ),
    ),
  ];
}

/** A whole page around the tag, in which nothing runs but the script of the element. */
export function pageNode(inside: HtmlNode, model: StaticModel, options: ResolvedOptions): HtmlNode {
  const { dir, language } = model;
  const { given, script } = options;
  const style = pageStyle(given.theme ?? 'auto', language.numbers.format(1), options.width);
  const title = titleOf(model);
  const isElsewhere = /^(https?:)?\/\//i.test(script);
  return element(
    'html',
    { lang: language.locale, dir },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy(style, script, given.src) }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element(
        'title',
        title.dir === directionOf(language.lang) ? {} : { lang: title.lang, dir: title.dir },
        title.text,
      ),
      element('style', {}, style),
      element('script', {
        src: script,
        defer: true,
        integrity: given.integrity,
        crossorigin: given.integrity && isElsewhere ? 'anonymous' : undefined,
      }),
    ),
    element('body', {}, element('main', {}, inside)),
  );
}

/**
 * What may run and load: this style, that script, the data where they are loaded, and nothing else, whatever stands in the
 * data (Content Security Policy Level 3).
 */
function policy(style: string, script: string, src: string | undefined): string {
  const hash = createHash('sha384').update(style).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha384-${hash}'`,
    `script-src ${sourceExpression(script)}`,
    "img-src 'self' blob: data:",
    `connect-src ${src === undefined ? "'none'" : sourceExpression(src)}`,
    "require-trusted-types-for 'script'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** An address as a policy names it: the page's own place, or that very file elsewhere. */
function sourceExpression(address: string): string {
  if (!/^(https?:)?\/\//i.test(address)) return "'self'";
  const url = URL.canParse(address, 'https://example.org') ? new URL(address, 'https://example.org') : null;
  return url ? `${url.origin}${url.pathname}`.replace(/[;,'"\s]/g, encodeURIComponent) : "'self'";
}

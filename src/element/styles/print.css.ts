import { css } from 'lit';

/**
 * On paper: no controls, and in place of the view on the screen the chart in pieces and a list of all events. Where a
 * browser does not say that it prints, the view on the screen is printed.
 */
export const printStyles = css`
  .paper {
    display: none;
  }
  @media print {
    .root {
      contain: none;
      padding-inline: 0;
      font-size: 12px;
    }
    .root[lang|='ar'] {
      font-size: 13px;
    }
    button,
    .button,
    .toolbar,
    .overview,
    .position,
    .pager,
    .question,
    .card-place,
    .hint-wheel,
    .lane-head > .icon,
    a > .icon,
    .printing :is(.main, .main.beside) {
      display: none;
    }
    .main.beside {
      display: block;
    }
    .axis,
    .details,
    .lane-name {
      position: static;
      max-height: none;
    }
    .title,
    .root[lang|='ar'] .title {
      font-size: 24px;
    }
    .summary,
    .root[lang|='ar'] .summary {
      font-size: 14px;
    }
    /* The address after what leads there, from left to right in any text. */
    :is(.head, .paper-sources, .paper-words) a {
      text-decoration: none;
    }
    :is(.head, .paper-sources) a::after {
      content: ' \\2066' attr(href) '\\2069';
      overflow-wrap: anywhere;
      color: var(--_ink-2);
    }
    .legend {
      break-inside: avoid;
    }
    .legend ul {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 6px 20px;
    }
    .legend p {
      font-size: 11.5px;
    }
    .legend li {
      font-size: 11.5px;
      min-height: 22px;
    }

    .paper {
      display: block;
      orphans: 3;
      widows: 3;
    }
    .paper > .quiet {
      font-size: 11.5px;
      margin-block-start: 4px;
    }
    /* A head of a table stands on each page again. */
    .paper-chart {
      display: table;
      table-layout: fixed;
      width: 100%;
      max-width: 900px;
      margin-block-start: 12px;
      border-block-end: 1px solid var(--_hairline);
    }
    .paper-axis {
      display: table-header-group;
      break-inside: avoid;
    }
    .paper-lanes {
      display: table-row-group;
    }
    :is(.paper-axis, .paper-lanes) > div {
      display: table-row;
      break-inside: avoid;
    }
    :is(.paper-axis, .paper-lanes) > div > div {
      display: table-cell;
      vertical-align: top;
    }
    .paper-lanes > div > div {
      overflow: clip;
    }
    .paper-chart svg {
      display: block;
      width: 100%;
      height: auto;
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
    .paper-heading {
      font: 700 17px/1.3 var(--_serif);
      margin-block: 22px 4px;
      break-after: avoid;
    }
    .root[lang|='ar'] .paper-heading {
      font: 700 19px/1.5 var(--_serif-arabic);
    }
    .paper-heading + p {
      break-before: avoid;
    }
    .paper-filters {
      color: var(--_ink-2);
      break-after: avoid;
    }
    /* As small as in a book's notes: each event has its lines, and the eye goes to few of them. */
    .paper-list {
      font-size: 11px;
      line-height: 1.38;
      margin-block-start: 8px;
      border-block-end: 1px solid var(--_hairline);
    }
    .paper-item {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 16px;
      padding-block: 5px 6px;
      border-block-start: 1px solid var(--_hairline);
      break-inside: avoid;
      overflow-wrap: anywhere;
    }
    .paper-place {
      flex: 0 0 1.6em;
      font-variant-numeric: tabular-nums;
      color: var(--_ink-2);
    }
    .paper-facts,
    .paper-words {
      flex: 1.25 1 180px;
      min-width: 0;
      display: grid;
      gap: 3px;
      align-content: start;
    }
    .paper-facts {
      flex: 1 1 150px;
      gap: 0;
    }
    .root[lang|='ar'] .paper-list {
      font-size: 12px;
      line-height: 1.55;
    }
    .paper-title {
      font-weight: 700;
      font-size: 12px;
    }
    .root[lang|='ar'] .paper-title {
      font-size: 13px;
    }
    .paper-title .tag,
    .root[lang|='ar'] .paper-title .tag {
      font-size: 10.5px;
      font-weight: 400;
    }
    .root .paper-list .paper-item :is(.parties, .translation, .claimant, .event-summary, .paper-why, .paper-why p) {
      font-size: inherit;
      line-height: inherit;
    }
    .paper-words .quote {
      font-size: 12px;
      line-height: 1.45;
      margin: 0;
    }
    .paper-words .quote[lang|='ar'] {
      font-size: 13.5px;
      line-height: 1.6;
    }
    .paper-why {
      color: var(--_ink-2);
    }
    .paper-why .label,
    .root[lang|='ar'] .paper-why .label {
      font-size: inherit;
    }
    .paper-why p {
      display: inline;
    }
    .paper-sources {
      display: grid;
      gap: 4px;
    }
  }
`;

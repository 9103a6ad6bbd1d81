import { css } from 'lit';

/** The details of one event, beside the chart, below it, or inside the list. */
export const detailsStyles = css`
  .details {
    border: 1px solid var(--_hairline);
    border-block-start: 3px solid var(--_own, var(--_edge));
    background: var(--_paper);
    padding: 14px;
    overflow-wrap: anywhere;
  }
  .details.beside {
    position: sticky;
    inset-block-start: calc(var(--report-timeline-sticky-top, 0px) + 8px);
    max-height: calc(100vh - var(--report-timeline-sticky-top, 0px) - 16px);
    overflow: auto;
  }
  .details.below {
    position: sticky;
    inset-block-end: 0;
    z-index: 4;
    max-height: min(45vh, 460px);
    overflow: auto;
    border-color: var(--_edge);
    border-block-start-color: var(--_own, var(--_edge));
    margin-block-start: 12px;
    scroll-margin-block: calc(var(--report-timeline-sticky-top, 0px) + 8px) 8px;
  }
  /* In a low window there is room for what has the focus or for these, not for both. WCAG 2.2, 2.4.11. */
  @media (max-height: 600px) {
    .details.below {
      position: static;
      max-height: none;
    }
  }
  .about {
    display: grid;
    gap: 6px;
    font-size: 13.5px;
  }
  .about .hint {
    font: 700 17px/1.35 var(--_serif);
    margin-block-end: 6px;
  }
  .root[lang|='ar'] .about .hint {
    font: 700 19px/1.6 var(--_serif-arabic);
  }
  .sources {
    display: grid;
    gap: 4px;
    color: var(--_ink-2);
  }
  .position {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    margin-block-end: 10px;
  }
  .position .count {
    flex: 1;
    font-size: 12.5px;
    min-width: 76px;
  }
  .position button {
    font-size: 13px;
    padding-inline: 7px;
    gap: 4px;
  }
  .story-order {
    flex: 1 0 100%;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    font-size: 12.5px;
    color: var(--_ink-2);
  }
  .story-order button {
    font-size: 12.5px;
  }
  .story-order button[aria-pressed='true'] {
    color: var(--_ink);
    background: var(--_tint);
    font-weight: 700;
    border-color: var(--_edge);
    box-shadow: inset 0 -2px var(--_ink);
  }
  @media (pointer: fine) {
    .story-order button {
      min-height: 26px;
      padding-block: 0;
    }
  }
  .item .position {
    margin-block: 14px 4px;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_hairline);
  }
  /* A title that the story leads to stands below what the page keeps at its top. */
  .item {
    scroll-margin-block: calc(var(--report-timeline-sticky-top, 0px) + 8px) 8px;
  }
  .parties {
    font-size: 12.5px;
    line-height: 1.4;
  }
  .root[lang|='ar'] .parties {
    font-size: 13.5px;
  }
  .keys {
    display: inline-flex;
    gap: 3px;
    margin-inline-end: 6px;
  }
  .event-title {
    font: 700 21px/1.22 var(--_serif);
    margin-block: 4px 6px;
    text-wrap: balance;
  }
  .root[lang|='ar'] .event-title,
  .event-title [lang|='ar'] {
    font: 700 24px/1.5 var(--_serif-arabic);
  }
  .event-title:focus-visible {
    outline-offset: 4px;
  }
  .event-summary {
    white-space: pre-line;
  }
  .fact {
    margin-block-start: 12px;
  }
  .fact > p + p {
    margin-block-start: 3px;
  }
  .label {
    font-weight: 700;
    font-size: 12px;
    color: var(--_ink-2);
    margin-block-end: 2px;
  }
  .about .label {
    margin-block-start: 8px;
  }
  .root[lang|='ar'] .label {
    font-size: 13px;
  }
  .fact .figure {
    max-width: 100%;
    display: block;
    overflow: visible;
  }
  :is(.claimant, .sentence)::first-letter {
    text-transform: uppercase;
  }
  .basis-sources {
    font-size: 12.5px;
    color: var(--_ink-2);
  }
  .names {
    columns: 2 150px;
    column-gap: 16px;
    margin-block-start: 4px;
  }
  .quote {
    font: 400 18px/1.85 var(--_serif);
    border-inline-start: 3px solid var(--_hairline);
    padding-inline-start: 10px;
    margin-block: 2px 8px;
  }
  .quote[lang|='ar'] {
    font-family: var(--_serif-arabic);
  }
  .quote:not([lang|='ar']) {
    font-size: 16px;
    line-height: 1.5;
  }
  .translation + .quote {
    margin-block-start: 12px;
  }
  .accounts {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    font-size: 13px;
    line-height: 1.4;
    margin-block-start: 4px;
  }
  .root[lang|='ar'] .accounts {
    font-size: 14px;
    line-height: 1.6;
  }
  .accounts + .accounts {
    margin-block-start: 14px;
  }
  .accounts :is(th, td) {
    text-align: start;
    vertical-align: top;
    padding: 0 10px 8px;
    font-weight: inherit;
  }
  .accounts :is(th, td):first-child {
    padding-inline-start: 0;
  }
  .accounts :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .accounts :is(th, td) + :is(th, td) {
    border-inline-start: 1px solid var(--_hairline);
  }
  .accounts thead th {
    font-weight: 700;
    border-block-start: 2px solid var(--_ink);
    padding-block-start: 6px;
  }
  .accounts thead .quiet {
    display: block;
    font-weight: 400;
    font-size: 12px;
  }
  .root[lang|='ar'] .accounts thead .quiet {
    font-size: 13px;
  }
  .accounts tbody th {
    font-weight: 700;
    font-size: 12px;
    color: var(--_ink-2);
    padding-block: 6px 2px;
    border-block-start: 1px solid var(--_hairline);
  }
  .root[lang|='ar'] .accounts tbody th {
    font-size: 13px;
  }
  .account-words {
    border-block-start: 1px solid var(--_hairline);
    padding-block: 6px 10px;
    font-size: 13px;
    line-height: 1.4;
  }
  .root[lang|='ar'] .account-words {
    font-size: 14px;
    line-height: 1.6;
  }
  .account-of {
    font-weight: 700;
    padding-block-end: 4px;
  }
  .account-of .quiet {
    display: block;
    font-weight: 400;
  }
  .account-of .link,
  .accounts .link {
    display: inline-block;
    min-height: 24px;
    box-sizing: border-box;
  }
  :is(.accounts, .account-words) .quote {
    font-size: 15px;
    line-height: 1.7;
    border: 0;
    padding: 0;
    margin-block: 0 4px;
  }
  :is(.accounts, .account-words) .quote:not([lang|='ar']) {
    font-size: 14px;
    line-height: 1.5;
  }
  .event a .icon {
    width: 12px;
    height: 12px;
    margin-inline-start: 4px;
    vertical-align: -1px;
  }
  .related {
    display: grid;
  }
  .related li {
    display: flex;
    gap: 10px;
    align-items: center;
    padding-block: 6px;
    border-block-start: 1px solid var(--_hairline);
  }
  .related .figure {
    display: inline-block;
  }
  .related .quiet {
    display: block;
    font-size: 12px;
  }
  .related .link {
    min-height: 24px;
  }
`;

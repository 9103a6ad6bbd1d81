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
    max-height: min(46vh, 460px);
    overflow: auto;
    border-color: var(--_edge);
    border-block-start-color: var(--_own, var(--_edge));
    margin-block-start: 12px;
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

import { css } from 'lit';

/** How the reading of a file went: a line, the question about its dates, the account of its problems by kind. */
export const accountStyles = css`
  .issues {
    border: 1px solid var(--_edge);
    border-inline-start: 4px solid var(--_ink);
    padding: 6px 10px;
    margin-block-start: 12px;
  }
  .issues.contradiction {
    border-inline-start-style: dashed;
  }
  .issues-line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    justify-content: space-between;
  }
  .issues-line > p {
    flex: 1 1 320px;
    text-wrap: pretty;
  }
  .question {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    border-block-start: 1px solid var(--_hairline);
    margin-block-start: 6px;
    padding-block: 8px 2px;
  }
  .question > p:first-child {
    flex: 1 1 320px;
    text-wrap: pretty;
  }
  .question .actions {
    flex-wrap: wrap;
    margin: 0;
  }
  .reading .source {
    margin-block-start: 8px;
  }
  .reading .source + .account {
    border: 1px solid var(--_hairline);
    padding-inline: 10px;
  }
  .account {
    border-block-start: 1px solid var(--_hairline);
    margin-block-start: 6px;
    max-height: min(70vh, 560px);
    overflow: auto;
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
    font-size: 13px;
  }
  .root[lang|='ar'] .account {
    font-size: 14px;
  }
  .kind {
    padding-block: 10px;
    display: grid;
    gap: 2px;
  }
  .kind + .kind {
    border-block-start: 1px solid var(--_hairline);
  }
  .kind-title {
    font-weight: 700;
    font-size: 14px;
  }
  .root[lang|='ar'] .kind-title {
    font-size: 15px;
  }
  .kind-title .count {
    font-weight: 400;
    margin-inline-start: 4px;
  }
  .account p[lang='en'] {
    font-size: 13px;
    line-height: 1.4;
  }
  /* A sentence of another direction begins where the lines around it begin. */
  [dir='rtl'] :is(.account, .message) p[dir='ltr'] {
    text-align: right;
  }
  :is(.account, .question) code {
    font-family: ui-monospace, monospace;
  }
  .account table {
    justify-self: start;
    max-width: 100%;
    overflow-wrap: break-word;
    border-collapse: collapse;
    margin-block: 4px 2px;
  }
  .account :is(th, td) {
    text-align: start;
    vertical-align: baseline;
    padding-block: 3px;
    padding-inline: 0 20px;
  }
  .account th {
    font-weight: 700;
    font-size: 12px;
    color: var(--_ink-2);
    white-space: nowrap;
  }
  .account td {
    font-variant-numeric: tabular-nums;
    min-width: 5em;
  }
  .account td > :is(code, bdi) {
    display: inline-block;
    max-width: 22em;
  }
  .narrow .account td {
    min-width: 0;
  }
  .narrow .account td > :is(code, bdi) {
    max-width: 100%;
  }
  .narrow .account table {
    justify-self: stretch;
  }
  .narrow .account tr {
    display: grid;
    grid-template-columns: 4em minmax(4em, 30%) 1fr;
  }
  .narrow .account td.said {
    grid-column: 1 / -1;
  }
  .narrow .account th.said {
    display: none;
  }
`;

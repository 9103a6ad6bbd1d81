import { css } from 'lit';

/** The panel of what can be saved and copied. It hangs from the row of tools, so that it is never wider than the element. */
export const exportStyles = css`
  .export > .panel {
    inset-inline: auto 0;
    width: 480px;
    max-width: 100%;
    max-height: min(640px, 80vh);
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0 16px;
  }
  .at-start > .panel {
    inset-inline: 0 auto;
  }
  .narrow .export > .panel {
    inset-inline: 0;
    width: auto;
  }
  .export section {
    display: grid;
    gap: 8px;
    padding-block: 12px;
  }
  .export section + section {
    border-block-start: 1px solid var(--_hairline);
  }
  /* Names in one column, what is chosen and pressed in another; where there is no room for both, below each other. */
  .export-row {
    display: grid;
    grid-template-columns: 8em minmax(0, 1fr);
    gap: 4px 12px;
    align-items: center;
  }
  .narrow .export-row {
    grid-template-columns: minmax(0, 1fr);
  }
  .export .actions {
    margin: 0;
    align-items: center;
  }
  .export-row + .actions {
    padding-inline-start: calc(8em + 12px);
  }
  .narrow .export-row + .actions {
    padding: 0;
  }
  .export .actions > span:first-child {
    flex: 0 0 8em;
    margin-inline-end: 4px;
  }
  .narrow .export .actions > span:first-child {
    flex-basis: 100%;
    margin: 0;
  }
  .export .actions > .count {
    font-size: 13px;
  }
  .citation {
    field-sizing: content;
    min-height: 0;
    max-height: 16em;
    padding-block: 6px;
    font-size: 13px;
    line-height: 1.45;
    resize: vertical;
  }
  .citation[dir='ltr']:not([lang]) {
    font-family: ui-monospace, monospace;
    font-size: 12px;
  }
  .export-note:not(:empty) {
    padding-block-end: 12px;
  }
`;

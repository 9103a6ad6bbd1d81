import { css } from 'lit';

/** The list of keys and gestures, in a dialog over the page. */
export const helpStyles = css`
  .help {
    width: min(680px, 100vw - 24px);
    max-width: none;
    max-height: min(88vh, 100vh - 24px);
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_ink);
  }
  .help::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .help-body {
    padding: 16px 20px 20px;
    background: inherit;
    display: grid;
    gap: 16px;
  }
  .help header {
    position: sticky;
    inset-block-start: 0;
    margin: -16px -20px;
    padding: 16px 20px 8px;
    background: inherit;
    display: flex;
    justify-content: space-between;
    align-items: start;
    gap: 12px;
  }
  .help-title {
    font: 700 21px/1.22 var(--_serif);
    padding-block: 3px;
  }
  .root[lang|='ar'] .help-title {
    font: 700 24px/1.5 var(--_serif-arabic);
    padding-block: 0;
  }
  .help-heading {
    font-weight: 700;
    padding-block-end: 4px;
    border-block-end: 1px solid var(--_hairline);
  }
  .help dl {
    margin: 0;
  }
  .help dl > div {
    display: grid;
    grid-template-columns: 190px minmax(0, 1fr);
    gap: 2px 16px;
    padding-block: 5px;
    align-items: baseline;
  }
  .help dl > div + div {
    border-block-start: 1px solid var(--_hairline);
  }
  .help dd {
    margin: 0;
  }
  .help kbd {
    display: inline-block;
    min-width: 24px;
    padding-inline: 6px;
    font: 400 12.5px/20px var(--_sans);
    text-align: center;
    border: 1px solid var(--_edge);
    border-radius: 3px;
  }
  .root[lang|='ar'] .help kbd {
    font-family: var(--_sans-arabic);
  }
  @media (max-width: 560px) {
    .help-body,
    .help header {
      padding-inline: 14px;
    }
    .help header {
      margin-inline: -14px;
    }
    .help dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .help {
      display: none;
    }
  }
`;

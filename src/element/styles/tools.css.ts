import { css } from 'lit';

/** The search field, the menu of lanes, and what all panels have. */
export const toolStyles = css`
  .filters {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: start;
  }
  .search {
    flex: 1 1 280px;
    min-width: 0;
  }
  /* One box for the text, what it found and the way through it: nothing around it moves while somebody types. */
  .search-field {
    position: relative;
    display: flex;
    background: var(--_paper);
    border: 1px solid var(--_edge);
    border-radius: 3px;
  }
  .search-field > .icon {
    position: absolute;
    inset-block-start: calc(50% - 8px);
    inset-inline-start: 10px;
    pointer-events: none;
  }
  .field {
    appearance: none;
    font: inherit;
    color: inherit;
    width: 100%;
    min-height: 32px;
    margin: 0;
    padding: 2px 10px;
    background: var(--_paper);
    border: 1px solid var(--_edge);
    border-radius: 3px;
  }
  .search-field > .field {
    flex: 1;
    min-width: 0;
    margin-block: -1px;
    padding-inline: 34px 6px;
    border: 0;
    background: none;
  }
  /* The ring is around all of the box, and is cut by nothing in it. */
  .search-field > .field:focus-visible {
    outline: none;
  }
  .search-field:has(> .field:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .results {
    align-self: center;
    padding-inline: 8px 4px;
    font-size: 13px;
    white-space: nowrap;
  }
  .search-field > .bare {
    min-width: 26px;
    margin-block: -1px;
    padding: 0;
    border: 0;
    background: none;
  }
  .search-field > .bare:focus-visible {
    outline-offset: -2px;
  }
  .field::placeholder {
    color: var(--_ink-3);
    opacity: 1;
  }
  .field::-webkit-search-cancel-button {
    display: none;
  }
  @media (pointer: coarse) {
    .field {
      min-height: 44px;
      /* Smaller letters make telephones zoom into the field. */
      font-size: 16px;
    }
    .search-field > .field,
    .search-field > .bare {
      min-width: 44px;
      min-height: 44px;
    }
  }
  .menu {
    position: relative;
    max-width: 100%;
  }
  .panel {
    position: absolute;
    inset-block-start: calc(100% + 4px);
    inset-inline-start: 0;
    z-index: 5;
    width: 400px;
    max-width: min(92vw, var(--_room, 100vw));
    padding: 10px;
  }
  .panel ul {
    max-height: min(336px, 50vh);
    overflow: auto;
    margin-inline: -10px;
    padding-inline: 10px;
    margin-block: 8px;
    border-block: 1px solid var(--_hairline);
    overscroll-behavior: contain;
  }
  .panel li {
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: 32px;
  }
  .panel label {
    flex: 1;
    min-width: 0;
    min-height: 32px;
    display: flex;
    gap: 8px;
    align-items: center;
    cursor: pointer;
  }
  .panel label .count {
    margin-inline-start: auto;
  }
  .panel [type='checkbox'] {
    width: 18px;
    height: 18px;
    margin: 3px;
    flex: none;
    accent-color: var(--_ink);
  }
  .panel .link {
    flex: none;
    min-height: 24px;
    font-size: 13px;
  }
  .panel .quiet:empty {
    display: none;
  }
  .narrow .menu {
    position: static;
  }
  .narrow .panel {
    inset-inline-end: 0;
    width: auto;
    max-width: none;
  }
  .panel > .actions:first-child {
    margin-block-start: 0;
  }
  /* Each chip stands in the row of the tools that has room for it. */
  .filters > .chips {
    display: contents;
  }
  .keys {
    display: inline-flex;
    gap: 3px;
  }
`;

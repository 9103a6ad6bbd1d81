import { css } from 'lit';

/** The panel of filters, and the line of those that are on. */
export const filterStyles = css`
  .badge {
    min-width: 18px;
    padding-inline: 5px;
    border-radius: 9px;
    color: var(--_paper);
    background: var(--_ink);
    font-size: 12px;
    line-height: 18px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }

  /*
   * As wide as the tools: a facet is a column beside the others, not a floor of a tower. Its button is the first of them,
   * so that neither moves under the hand when the counts on the chips get longer.
   */
  .facet-menu > .panel {
    inset-block-start: 36px;
    inset-inline-end: 0;
    width: auto;
    max-width: none;
    max-height: min(620px, 80vh);
    overflow: auto;
    overscroll-behavior: contain;
    padding: 14px 16px 0;
  }
  /* Two facets are no table. */
  .facet-menu > .panel:not(:has(fieldset + fieldset + fieldset)) {
    max-width: 520px;
  }
  .facets {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
    gap: 18px 28px;
    align-items: start;
  }
  .facet {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .facet legend {
    width: 100%;
    padding: 0 0 4px;
    border-block-end: 1px solid var(--_hairline);
    font-weight: 700;
  }
  .facet .field {
    margin-block-start: 8px;
  }
  .facet ul {
    max-height: none;
    margin: 2px 0 0;
    padding: 0;
    border: 0;
  }
  .facet li,
  .facet label {
    min-height: 28px;
    font-size: 13.5px;
    line-height: 1.3;
  }
  .root[lang|='ar'] .facet :is(li, label) {
    font-size: 14.5px;
    line-height: 1.5;
  }
  .facet label {
    padding-block: 2px;
  }
  .facet [type='checkbox'] {
    width: 16px;
    height: 16px;
    margin-block: 4px;
  }
  /* Marks and their words need more room than a column has. */
  .facet[data-facet='date'] {
    grid-column: 1 / -1;
  }
  .facet[data-facet='date'] ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, min(100%, 320px));
    column-gap: 40px;
  }
  .facet .value {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .facet .count {
    flex: none;
    min-width: 4ch;
    text-align: end;
  }
  .facet .none {
    color: var(--_ink-3);
  }
  .facet .none .count {
    color: inherit;
  }
  .facet .none .figure {
    opacity: 0.5;
  }
  .facet .link {
    display: inline-block;
    margin-inline-start: 30px;
    line-height: 24px;
    padding: 0;
  }
  .panel-foot {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    margin: 16px -16px 0;
    padding: 10px 16px;
    background: var(--_paper);
    border-block-start: 1px solid var(--_hairline);
  }
  .panel-foot .count {
    flex: 1;
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    .facet :is(li, label) {
      min-height: 44px;
    }
    .facet .link {
      line-height: 44px;
    }
    .facet-menu > .panel {
      inset-block-start: 48px;
    }
  }

  .active-filters,
  .active-filters ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 8px;
    align-items: center;
  }
  .active-filters {
    column-gap: 12px;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_hairline);
  }
  .active-filters ul,
  .active-filters li {
    max-width: 100%;
  }
  .active-filters p,
  .active-range {
    color: var(--_ink-2);
    font-variant-numeric: tabular-nums;
  }
  .active-filters strong,
  .active-range strong {
    color: var(--_ink);
  }
  .active-range .link {
    color: var(--_ink);
    line-height: 24px;
  }
  .remover {
    max-width: 100%;
    gap: 5px;
    padding-inline: 9px 6px;
    background: var(--_tint);
  }
  .remover > .icon {
    width: 14px;
    height: 14px;
  }
`;

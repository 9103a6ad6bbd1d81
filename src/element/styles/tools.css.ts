import { css } from 'lit';

/** What filters: the menu of lanes, the search field; and the heads of lanes. */
export const toolStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: start;
  }
  .search {
    flex: 1 1 260px;
    position: relative;
    min-width: 0;
  }
  .search > .icon {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 10px;
    pointer-events: none;
  }
  .search > .field {
    padding-inline: 34px;
  }
  .search > .bare {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    background: none;
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
    .search > .icon {
      inset-block-start: 14px;
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
    background: var(--_paper);
    border: 1px solid var(--_edge);
    border-radius: 4px;
    box-shadow: 0 3px 14px rgb(0 0 0 / 18%);
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

  .lane-head {
    pointer-events: auto;
    position: relative;
    scroll-margin-block: calc(var(--report-timeline-sticky-top, 0px) + 60px) 40px;
  }
  .lane-head:focus-visible {
    outline-offset: 0;
  }
  .lane-head:hover .name {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  /* The target is larger than what is seen of it: lanes are not higher for a finger. */
  @media (pointer: coarse) {
    .lane-name > .lane-head {
      min-height: 24px;
    }
    .lane-head::after {
      content: '';
      position: absolute;
      inset: -8px;
    }
  }
  /* All names stand below each other; the sign of the button stands before them, beside the lane's key. */
  .lane-label:not(.fold):has(.lane-head) {
    padding-inline-start: 24px;
  }
  .lane-label:not(.fold) .lane-head {
    display: block;
    max-width: calc(100% + 13px);
    min-height: 24px;
    min-width: 24px;
    padding-block: 3px;
    padding-inline: 13px 2px;
    margin-inline-start: -13px;
    border: 0;
    background: none;
    line-height: inherit;
  }
  .lane-label:not(.fold) .lane-head > .icon {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-start: 0;
    width: 12px;
    height: 12px;
  }
  .lane-label:not(.fold) [aria-expanded='false'] > .icon {
    transform: rotate(-90deg);
  }
  [dir='rtl'] .lane-label:not(.fold) [aria-expanded='false'] > .icon {
    transform: rotate(90deg);
  }
  .lane-label:has(.lane-head) .lane-name {
    padding-block: 3px;
  }
  .wide .lane-label:has(.lane-head) .lane-name {
    margin-inline-start: -16px;
    padding-inline-start: 16px;
  }
  .wide .density .count {
    display: block;
    font-size: 12px;
  }
  .low .lane-head {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .fold .lane-name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 10px;
  }
  .wide .fold .lane-name {
    padding-block: 4px 1px;
  }
  .fold .lane-head {
    font-size: 13.5px;
    line-height: 1.2;
    min-height: 24px;
    padding-block: 0;
    white-space: nowrap;
  }
  .fold .lane-head > .icon {
    width: 14px;
    height: 14px;
  }
  .fold .name {
    font-weight: 400;
  }
  .fold .count {
    font-size: 12px;
    line-height: 14px;
  }
  .fewer {
    font-size: 13px;
    margin-block: 8px;
  }
  .axis > .fewer {
    position: absolute;
    inset-block-end: 4px;
    inset-inline-start: 18px;
    margin: 0;
    min-height: 24px;
  }
`;

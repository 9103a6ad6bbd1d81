import { css } from 'lit';

/** The heads of lanes, where they are buttons, and the fold. */
export const laneStyles = css`
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
    padding: 0 5px;
    gap: 5px;
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

import { css } from 'lit';

/**
 * The list: the marks of the chart turned by a quarter, in a rail at the side. Wall, floor and wall are drawn through
 * all items of a section, each item's stretch in its actor's colour.
 */
export const listStyles = css`
  /* Lines of some seventy letters, also in the details that open in it. */
  .list {
    --_rail: 14px;
    max-width: 41em;
  }
  .order {
    color: var(--_ink-2);
    font-size: 12.5px;
    padding-block: 4px 8px;
    border-block-end: 1px solid var(--_hairline);
  }
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding-block: 10px;
  }
  .pager span {
    flex: 1;
    font-variant-numeric: tabular-nums;
  }
  .narrow .pager span {
    flex-basis: 100%;
  }
  .narrow .pager button {
    flex: 1 1 40%;
  }
  .section {
    padding-block-start: 14px;
  }
  .section-title {
    font: 700 15.5px/1.3 var(--_sans);
    text-wrap: balance;
  }
  .root[lang|='ar'] .section-title {
    font: 700 16.5px/1.55 var(--_sans-arabic);
  }
  .section > .quiet {
    font-size: 12.5px;
  }
  .section ol {
    margin-block-start: 6px;
  }
  .item {
    display: grid;
    grid-template-columns: 30px minmax(0, 1fr);
  }
  .item-body {
    padding-block: 8px;
    border-block-start: 1px solid var(--_hairline);
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .item:first-child .item-body {
    border-block-start-color: transparent;
  }
  .item[data-open] .item-body {
    background: var(--_tint);
    padding-inline: 10px;
    margin-inline-start: -6px;
    padding-inline-start: 6px;
  }
  .item-who {
    font-size: 12px;
    color: var(--_ink-2);
    line-height: 1.4;
  }
  .root[lang|='ar'] .item-who {
    font-size: 13px;
  }
  .item-title {
    all: unset;
    cursor: pointer;
    font-size: 15px;
    line-height: 1.35;
    padding-block: 3px;
    min-height: 24px;
    box-sizing: border-box;
  }
  .root[lang|='ar'] .item-title {
    font-size: 16px;
    line-height: 1.6;
  }
  .item-title.strong,
  .item[data-open] .item-title {
    font-weight: 700;
  }
  .item-title:hover {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .item-title:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .item-note {
    font-size: 13px;
    color: var(--_ink-2);
  }
  .item .event {
    margin-block-start: 8px;
  }

  .rail {
    position: relative;
    width: var(--_rail);
    margin-inline-start: 5px;
    display: flex;
    justify-content: center;
    forced-color-adjust: none;
  }
  .rail i {
    width: 7px;
    position: relative;
    color: var(--_own);
  }
  .item:is([data-kind='within'], [data-kind='order-only']) .rail i {
    background: repeating-linear-gradient(-45deg, currentColor 0 1.3px, transparent 1.3px 4px);
    border-inline: 1px solid currentColor;
  }
  .item:is([data-kind^='lasted'], [data-kind^='open-'], [data-kind='repeated']) .rail i {
    background: currentColor;
  }
  .item[data-kind='end-unknown'] .rail i,
  .item[data-kind='on-or-after'] .rail i {
    background: linear-gradient(currentColor, transparent);
    border-inline-end: 1px dotted currentColor;
  }
  .item[data-kind='start-unknown'] .rail i,
  .item[data-kind='on-or-before'] .rail i {
    border-inline-end: 1px dotted currentColor;
    background: color-mix(in srgb, currentColor 55%, transparent);
  }
  .item[data-kind='on-or-before']:first-child .rail i {
    background: linear-gradient(transparent, color-mix(in srgb, currentColor 55%, transparent));
  }
  /* Walls at both ends of the rail: the bounds. */
  .item:is(
      [data-kind='within'],
      [data-kind='order-only'],
      [data-kind='end-unknown'],
      [data-kind='on-or-after']
    ):first-child
    .rail::before,
  .item:is(
      [data-kind='within'],
      [data-kind='order-only'],
      [data-kind='on-or-before'],
      [data-kind='start-unknown']
    ):last-child
    .rail::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    height: 2px;
    background: var(--_ink);
    z-index: 1;
  }
  .item:first-child .rail::before {
    inset-block-start: 0;
  }
  .item:last-child .rail::after {
    inset-block-end: 0;
  }
  /* A chevron where there is no bound. */
  .item:is([data-kind='on-or-before'], [data-kind='open-start']):first-child .rail::before,
  .item:is([data-kind='on-or-after'], [data-kind='open-end']):last-child .rail::after {
    content: '';
    position: absolute;
    inset-block-start: 3px;
    width: 7px;
    height: 7px;
    border: solid var(--_ink);
    border-width: 1.6px 0 0 1.6px;
    transform: rotate(45deg);
  }
  .item:is([data-kind='on-or-after'], [data-kind='open-end']):last-child .rail::after {
    inset-block: auto 3px;
    transform: rotate(225deg);
  }
  /* Days: a disc a name, on a hairline. */
  .item:is([data-kind='exact'], [data-kind='uncertain'], [data-kind='approximate'], [data-kind='uncertain-approximate'])
    .rail
    i {
    width: 1px;
    background: currentColor;
  }
  .item:is([data-kind='exact'], [data-kind='uncertain'], [data-kind='approximate'], [data-kind='uncertain-approximate'])
    .rail
    i::before {
    content: '';
    position: absolute;
    inset-block-start: 30px;
    inset-inline-start: -5.5px;
    width: 12px;
    height: 12px;
    border-radius: 50%;
    background: currentColor;
  }
  .item:is([data-kind='uncertain'], [data-kind='uncertain-approximate']) .rail i::before {
    content: '?';
    font: 700 9px/9px var(--_sans);
    text-align: center;
    background: var(--_paper);
    border: 1.7px solid currentColor;
    box-sizing: border-box;
  }
  [lang|='ar'] .item:is([data-kind='uncertain'], [data-kind='uncertain-approximate']) .rail i::before {
    content: '؟';
  }
  .item:is([data-kind='uncertain'], [data-kind='approximate'], [data-kind='uncertain-approximate']) .rail i {
    background: repeating-linear-gradient(currentColor 0 3px, transparent 3px 6px);
  }
  .item:is([data-kind='ongoing'], [data-kind='undated']) .rail i {
    width: 14px;
    height: 18px;
    margin-block-start: 10px;
    border: 1.3px dashed currentColor;
  }
  .item:is([data-kind='ongoing'], [data-kind='undated']) .rail i::before {
    position: absolute;
    inset: 0;
    text-align: center;
    font: 700 11px/15px var(--_sans);
    content: '–';
  }
  .item[data-kind='ongoing'] .rail i::before {
    content: '↓';
  }
`;

import { css } from 'lit';

/** The table of all fields: a region that scrolls both ways under its own head, the titles staying at the side. */
export const tableStyles = css`
  .table {
    min-width: 0;
    --_lines: 3;
  }
  .table.brief {
    --_lines: 2;
  }
  .table-line {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 8px;
  }
  .table-line p {
    flex: 1 1 260px;
    font-variant-numeric: tabular-nums;
  }
  .by-hand {
    display: grid;
    gap: 4px;
    margin-block-end: 8px;
  }
  .table-frame {
    position: relative;
  }
  /* More columns follow. */
  .table-frame[data-more]::after {
    content: '';
    position: absolute;
    inset-block: 1px;
    inset-inline-end: 0;
    width: 20px;
    pointer-events: none;
    border-inline-end: 1px solid var(--_edge);
    background: linear-gradient(to right, transparent, color-mix(in srgb, var(--_ink) 12%, transparent));
  }
  [dir='rtl'] .table-frame[data-more]::after {
    background: linear-gradient(to left, transparent, color-mix(in srgb, var(--_ink) 12%, transparent));
  }
  .table-scroll {
    position: relative;
    isolation: isolate;
    max-height: min(75vh, 720px);
    overflow: auto;
    overscroll-behavior-x: contain;
    border-block: 1px solid var(--_edge);
    scroll-padding-block-start: var(--_head, 40px);
    scroll-padding-inline-start: 17em;
    --_title: 17em;
  }
  /* With the details below both are in the window. */
  .shared .table-scroll {
    max-height: min(40vh, 720px, var(--_room, 720px));
  }
  .narrow .table-scroll {
    scroll-padding-inline-start: 10em;
    --_title: 10em;
  }
  .table-scroll:focus-visible {
    outline-offset: 0;
  }
  .table table {
    table-layout: fixed;
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 13px;
    line-height: 1.45;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .root[lang|='ar'] .table table {
    font-size: 14px;
    line-height: 1.65;
  }
  .table :is(th, td) {
    padding: 7px 10px;
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
    border-block-end: 1px solid var(--_hairline);
    background: var(--_paper);
  }
  .table thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    width: 13em;
    padding: 0;
    vertical-align: bottom;
    border-block-end-color: var(--_ink);
  }
  .table thead .short {
    width: 9.5em;
  }
  .table thead .long {
    width: 24em;
  }
  .table thead .code {
    width: 15.5em;
  }
  .table thead .first {
    width: var(--_title);
  }
  .table :is(thead .first, tbody th) {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    border-inline-end: 1px solid var(--_hairline);
  }
  .table thead .first {
    z-index: 3;
  }
  .table thead button {
    width: 100%;
    height: 100%;
    border: 0;
    border-radius: 0;
    padding: 6px 10px;
    font-weight: 700;
    font-size: 12px;
    line-height: 1.35;
    color: var(--_ink-2);
    justify-content: space-between;
    align-items: end;
  }
  .root[lang|='ar'] .table thead button {
    font-size: 13px;
    line-height: 1.5;
  }
  .table thead button:focus-visible {
    outline-offset: -2px;
  }
  .table [aria-sort] button {
    color: var(--_ink);
  }
  .table thead button::after {
    content: '';
    flex: none;
    width: 9px;
    height: 12px;
    margin-block-end: 2px;
    background: var(--_edge);
    clip-path: polygon(50% 0, 100% 40%, 0 40%, 0 60%, 100% 60%, 50% 100%, 0 60%, 0 40%);
  }
  .table [aria-sort] button::after {
    background: currentColor;
    clip-path: polygon(50% 15%, 100% 75%, 0 75%);
  }
  .table [aria-sort='descending'] button::after {
    clip-path: polygon(50% 85%, 100% 25%, 0 25%);
  }
  /* The rows that do not exist. */
  .table tbody::before,
  .table tbody::after {
    content: '';
    display: block;
    height: var(--_above, 0);
  }
  .table tbody::after {
    height: var(--_below, 0);
  }
  /* All rows have one height, whatever they say. */
  .table tbody tr {
    height: calc(var(--_lines) * 1.45em + 15px);
    height: calc(var(--_lines) * 1lh + 15px);
  }
  .table :is(td > div, th span) {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_lines);
    max-height: calc(var(--_lines) * 1lh);
    overflow: hidden;
  }
  .table td > [dir] {
    font-size: inherit;
  }
  [dir='rtl'] > .table .code,
  .root[dir='rtl'] .code {
    text-align: right;
  }
  .table tbody button {
    justify-content: start;
    align-items: start;
    width: 100%;
    min-width: 0;
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    line-height: inherit;
  }
  .table tbody button span {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-decoration-color: var(--_edge);
    text-underline-offset: 2px;
  }
  /* All of its cell is the target. */
  .table tbody button::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .table tbody button:hover span {
    text-decoration-color: currentColor;
  }
  .table tr[aria-current] > * {
    background: var(--_tint);
  }
  .table tr[aria-current] > th {
    font-weight: 700;
    box-shadow: inset 3px 0 var(--_ink);
  }
  [dir='rtl'] .table tr[aria-current] > th {
    box-shadow: inset -3px 0 var(--_ink);
  }
  /* Scrolled away with the focus in it. */
  .table tr.held {
    position: absolute;
    inset-block-start: 0;
    height: 1px;
    width: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;

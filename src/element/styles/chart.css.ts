import { css } from 'lit';

/** The chart: surfaces and the grid of cells over them. Heights and places are set by script, from the scene. */
export const chartStyles = css`
  .main.beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    gap: 24px;
    align-items: start;
  }
  .chart {
    position: relative;
    min-width: 0;
  }
  canvas {
    display: block;
    pointer-events: none;
  }
  .overview {
    position: relative;
    height: 70px;
    overflow-x: clip;
  }
  .overview-label {
    position: absolute;
    inset-block-start: 15px;
    inset-inline-start: 0;
    font-size: 12px;
    line-height: 1.25;
    color: var(--_ink-2);
    white-space: pre-line;
  }
  .overview svg {
    position: absolute;
    inset-block-start: 16px;
    overflow: visible;
  }
  .brush .overlay {
    fill: transparent;
  }
  .brush .selection {
    fill: var(--_ink);
    fill-opacity: 0.06;
    stroke: var(--_ink);
    stroke-width: 1.6;
    shape-rendering: crispEdges;
  }
  .brush .handle {
    fill: transparent;
  }
  .axis {
    position: sticky;
    inset-block-start: var(--report-timeline-sticky-top, 0px);
    z-index: 2;
    height: 46px;
    background: var(--_paper);
  }
  .axis-surface {
    pointer-events: none;
  }
  /* In a container that has just become narrow the old picture stands for a frame: the page is no wider for it. */
  :is(.axis, .lanes) {
    overflow-x: clip;
    overflow-clip-margin: 6px;
  }
  .lanes {
    position: relative;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
    border-block-end: 1px solid var(--_hairline);
  }
  .lanes.over {
    cursor: pointer;
  }
  .lanes.dragging {
    cursor: grabbing;
  }
  .no-dates {
    padding-block: 12px;
    color: var(--_ink-2);
  }
  .lane-label {
    position: absolute;
    inset-inline-start: 0;
    padding-inline-start: 18px;
    pointer-events: none;
  }
  .wide .lane-label {
    width: 150px;
  }
  .lane-name {
    position: sticky;
    inset-block-start: calc(var(--report-timeline-sticky-top, 0px) + 50px);
    padding-block: 6px;
    line-height: 1.35;
  }
  .lane-name .name {
    font-weight: 700;
    font-size: 13.5px;
  }
  .root[lang|='ar'] .lane-name .name {
    font-size: 14.5px;
  }
  .medium .lane-name {
    background: var(--_paper);
    padding: 2px 8px 2px 4px;
    margin-inline-start: -2px;
  }
  .lane-name .name,
  .lane-note {
    overflow-wrap: anywhere;
  }
  .wide .lane-label {
    overflow: clip;
    overflow-clip-margin: 4px;
  }
  .lane-note {
    display: block;
    font-size: 11.5px;
    color: var(--_ink-2);
    margin-block-start: 2px;
  }
  .root[lang|='ar'] .lane-note {
    font-size: 12.5px;
    line-height: 1.5;
  }
  .cell {
    position: absolute;
    left: 0;
    top: 0;
    pointer-events: none;
    scroll-margin-block: calc(var(--report-timeline-sticky-top, 0px) + 80px) 40px;
  }
  /* The ring has paper on both sides, so that it stands out from whatever mark it lies on. */
  .cell:focus-visible,
  .lane-label:focus-visible .lane-name {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
    border-radius: 3px;
    box-shadow: 0 0 0 4px var(--_paper);
    z-index: 1;
  }
  .lane-label:focus-visible {
    outline: none;
  }
  .lane-label {
    scroll-margin-block: calc(var(--report-timeline-sticky-top, 0px) + 60px) 40px;
  }
  .card {
    position: absolute;
    z-index: 3;
    padding: 10px 12px;
    display: grid;
    gap: 4px;
    font-size: 13.5px;
    line-height: 1.4;
    cursor: default;
    user-select: text;
    -webkit-user-select: text;
  }
  .card-title {
    font-weight: 700;
    overflow-wrap: anywhere;
    max-height: 12em;
    overflow: hidden;
  }
  .hint-wheel {
    position: absolute;
    inset: auto 0 12px;
    width: max-content;
    max-width: 90%;
    margin-inline: auto;
    background: var(--_ink);
    color: var(--_paper);
    padding: 6px 12px;
    border-radius: 3px;
    pointer-events: none;
    font-size: 13px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .card {
      animation: appear 120ms ease-out;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  }
`;

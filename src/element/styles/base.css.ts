import { css } from 'lit';

/** The frame: type, heading, controls, messages. Everything stays inside the shadow root; the host keeps the page's colour. */
export const baseStyles = css`
  :host {
    display: block;
    min-width: 0;
    writing-mode: horizontal-tb;
  }
  :host([hidden]) {
    display: none;
  }
  /* Also says how wide the element would like to be where its parent asks, as a dialog does; what is drawn says nothing. */
  .scheme {
    display: block;
    width: min(720px, 84vw);
    max-width: 100%;
    height: 0;
    transition: color 1ms;
  }
  /*
   * What a page says of all its text would be inherited: letters of 3 pixels, lines of no height, capitals, editing. Here
   * that ends. Whether anything is seen or can be pressed remains the page's matter, and how far a telephone enlarges text.
   */
  .root {
    all: initial;
    visibility: inherit;
    pointer-events: inherit;
    -webkit-text-size-adjust: inherit;
    text-size-adjust: inherit;
    user-select: text;
    -webkit-user-select: text;
    display: block;
    color: var(--_ink);
    background: var(--_paper);
    font: 400 14px/1.4 var(--_sans);
    border-block-start: 3px solid var(--_ink);
    padding-block: 14px 8px;
    contain: inline-size;
    color-scheme: light;
  }
  /* What the page puts between the tags stands below, until there is more to show. */
  .root.waiting {
    border: 0;
    padding-block: 0;
  }
  .root[data-scheme='dark'] {
    color-scheme: dark;
  }
  .root.framed {
    padding-inline: 16px;
  }
  .root[lang|='ar'] {
    font: 400 15px/1.65 var(--_sans-arabic);
  }
  .root,
  .root * {
    box-sizing: border-box;
    letter-spacing: normal;
  }
  [hidden] {
    display: none !important;
  }
  [lang|='ar'] {
    font-family: var(--_sans-arabic);
  }
  [lang|='en'] {
    font-family: var(--_sans);
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  blockquote {
    margin: 0;
    padding: 0;
    font-size: inherit;
    font-weight: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: inherit;
    text-underline-offset: 2px;
    text-decoration-thickness: 1px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  strong {
    font-weight: 700;
  }
  /* In a page without a doctype they would inherit nothing. */
  table {
    font: inherit;
    color: inherit;
    text-align: inherit;
    white-space: inherit;
  }
  code {
    font:
      12.5px/1.4 ui-monospace,
      monospace;
    background: var(--_tint);
    padding: 1px 4px;
    overflow-wrap: anywhere;
  }
  /* What is searched for, on whatever ground. No space and no border: letters of Arabic words join across it. */
  mark {
    color: inherit;
    background: color-mix(in srgb, var(--_ink) 9%, transparent);
    text-decoration: underline 2px var(--_ink-2);
    text-underline-offset: 3px;
    text-decoration-skip-ink: none;
  }
  .quiet,
  .count,
  .source {
    color: var(--_ink-2);
  }
  .count {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Tells how large the reader has the text of a lane's name. */
  .probe {
    position: absolute;
    visibility: hidden;
    white-space: nowrap;
    font: 700 13.5px/1.35 var(--_sans);
  }
  .figure {
    display: inline-block;
    flex: none;
    vertical-align: middle;
    forced-color-adjust: none;
  }

  .title {
    font: 700 28px/1.2 var(--_serif);
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .root[lang|='ar'] .title,
  .title [lang|='ar'] {
    font: 700 33px/1.45 var(--_serif-arabic);
  }
  .narrow .title {
    font-size: 24px;
  }
  .root.narrow[lang|='ar'] .title {
    font-size: 27px;
  }
  .summary {
    font-size: 16px;
    max-width: 66ch;
    margin-block-start: 6px;
    text-wrap: pretty;
  }
  .root[lang|='ar'] .summary {
    font-size: 17.5px;
  }
  .source {
    font-size: 12.5px;
    margin-block-start: 4px;
  }
  .root[lang|='ar'] .source {
    font-size: 13.5px;
  }

  .toolbar {
    margin-block: 14px 10px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
  }
  .chips,
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .tools {
    position: relative;
    gap: 8px 12px;
  }
  .status {
    flex: 1 1 260px;
    min-width: 0;
    color: var(--_ink-2);
    font-variant-numeric: tabular-nums;
  }
  /* A second line of it, which comes and goes with what is in view, moves no chart. */
  .wide .status {
    min-height: 2lh;
    align-content: center;
  }
  .status strong {
    color: var(--_ink);
  }
  .status:empty {
    display: none;
  }
  button,
  .button {
    font: inherit;
    color: var(--_ink);
    background: var(--_paper);
    border: 1px solid var(--_edge);
    border-radius: 3px;
    min-height: 32px;
    min-width: 32px;
    padding: 2px 10px;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 7px;
    cursor: pointer;
    text-decoration: none;
    text-align: start;
    -webkit-tap-highlight-color: transparent;
  }
  @media (pointer: coarse) {
    button,
    .button {
      min-height: 44px;
      min-width: 44px;
    }
  }
  button:disabled,
  button[aria-disabled='true'] {
    color: var(--_ink-3);
    border-color: var(--_hairline);
    cursor: default;
  }
  button:enabled:not([aria-disabled='true']):hover,
  .button:hover {
    background: var(--_tint);
  }
  button[aria-pressed='true']:not(.chip),
  .primary {
    color: var(--_paper);
    background: var(--_ink);
    border-color: var(--_ink);
  }
  button.bare {
    border-color: transparent;
    padding: 2px;
  }
  button.link {
    all: unset;
    cursor: pointer;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
    padding-block: 2px;
  }
  button.link:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  /* Sheets that lie over the rest. */
  .card,
  .chooser,
  .help,
  .panel {
    background: var(--_paper);
    border: 1px solid var(--_edge);
    border-radius: 4px;
    box-shadow: 0 3px 14px rgb(0 0 0 / 18%);
  }
  .buttons {
    display: inline-flex;
    flex-wrap: wrap;
  }
  .buttons > button {
    border-radius: 0;
    margin-inline-start: -1px;
    padding-inline: 9px;
  }
  .buttons > button:first-child {
    border-start-start-radius: 3px;
    border-end-start-radius: 3px;
    margin-inline-start: 0;
  }
  .buttons > button:last-child {
    border-start-end-radius: 3px;
    border-end-end-radius: 3px;
  }
  /* The ring lies on the button beside it, which may be dark: it has paper on both sides. */
  .buttons > button:focus-visible {
    z-index: 1;
    box-shadow: 0 0 0 6px var(--_paper);
  }
  .icon {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: square;
    flex: none;
  }
  [dir='rtl'] .directed {
    transform: scaleX(-1);
    transform-origin: 50% 50%;
  }
  .chips li {
    max-width: 100%;
  }
  .chips > li {
    max-width: min(100%, 24em);
  }
  .chip {
    max-width: 100%;
  }
  .chip-name {
    overflow-wrap: anywhere;
  }
  .chip.off {
    border-style: dashed;
    color: var(--_ink-2);
  }
  .chip.off .figure {
    opacity: 0.35;
  }
  .chip.off .chip-name {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .language {
    margin-inline-start: auto;
  }
  .story {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  /* Words without pictures, and one picture without its words: all that acts stands in one row, what is said in the next. */
  .narrow .tools {
    gap: 6px 8px;
  }
  .narrow .toolbar {
    margin-block: 10px 6px;
    gap: 8px;
  }
  .narrow .tools > .buttons:has([aria-pressed]) > button > .icon {
    display: none;
  }
  .narrow .status {
    order: 1;
    flex-basis: 180px;
  }
  .narrow :is(.help-button, .language) {
    order: 2;
  }
  .narrow .copy-panel {
    order: 3;
  }
  .tag {
    display: inline-block;
    font-size: 11.5px;
    line-height: 15px;
    padding-inline: 5px;
    border: 1px solid var(--_edge);
    border-radius: 2px;
    color: var(--_ink-2);
    vertical-align: 1px;
    white-space: nowrap;
  }
  .root[lang|='ar'] .tag {
    font-size: 12.5px;
    line-height: 19px;
  }

  /* The tokens are the reader's own colours then; left to itself the browser would put a ground of its own behind text. */
  @media (forced-colors: active) {
    .root {
      forced-color-adjust: none;
    }
    /* What the page puts in is the browser's to colour again. */
    ::slotted(*) {
      forced-color-adjust: auto;
    }
    button:is(:disabled, [aria-disabled='true']) {
      color: GrayText;
      border-color: GrayText;
    }
    .cell[aria-selected='true']:not(:focus) {
      outline: 1px dashed var(--_ink);
    }
  }
`;

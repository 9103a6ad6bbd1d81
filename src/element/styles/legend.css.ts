import { css } from 'lit';

/** How to read the marks. */
export const legendStyles = css`
  .legend {
    border-block-start: 1px solid var(--_hairline);
    margin-block-start: 16px;
    padding-block: 12px 4px;
  }
  .legend-title {
    font-weight: 700;
  }
  .legend p {
    color: var(--_ink-2);
    font-size: 13px;
    max-width: 90ch;
    margin-block: 2px 12px;
  }
  .legend ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 232px), 1fr));
    gap: 8px 24px;
  }
  .legend li {
    display: flex;
    gap: 12px;
    align-items: center;
    font-size: 13px;
    line-height: 1.35;
    min-height: 26px;
  }
  .root[lang|='ar'] :is(.legend li, .legend p) {
    font-size: 14px;
    line-height: 1.5;
  }
`;

import { css } from 'lit';

/** The panel that asks what a press meant. */
export const chooserStyles = css`
  .chooser {
    position: absolute;
    z-index: 6;
    padding: 6px 12px 8px;
  }
  .chooser-head {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
  }
  .chooser ul {
    max-height: min(324px, 44vh);
    overflow: auto;
    overscroll-behavior: contain;
    margin: 2px -8px 0;
  }
  .chooser li + li {
    border-block-start: 1px solid var(--_hairline);
  }
  .chooser li button {
    min-height: 44px;
    border-color: transparent;
    padding: 5px 8px;
    width: 100%;
    /* Inside, where what scrolls does not cut it off. */
    outline-offset: -2px;
    flex-direction: column;
    align-items: flex-start;
    gap: 0;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .root[lang|='ar'] .chooser li button {
    line-height: 1.55;
  }
  .chooser .quiet {
    font-size: 12.5px;
  }
  .root[lang|='ar'] .chooser .quiet {
    font-size: 13.5px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .chooser {
      animation: appear 120ms ease-out;
    }
  }
`;

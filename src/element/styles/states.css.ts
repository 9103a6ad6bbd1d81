import { css } from 'lit';

/** What stands where there is nothing to show: messages, and how far a load is. */
export const stateStyles = css`
  .message {
    border-inline-start: 4px solid var(--_ink);
    border-block: 1px solid var(--_hairline);
    padding: 18px 16px;
    margin-block: 14px;
    display: grid;
    gap: 6px;
    overflow-wrap: anywhere;
  }
  .message-title {
    font: 700 19px/1.3 var(--_serif);
  }
  .root[lang|='ar'] .message-title {
    font: 700 21px/1.5 var(--_serif-arabic);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }
  /* What takes no longer than a blink shows nothing of it: no flash, no jump of what stands below. */
  .loading {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 8px 12px;
    align-items: center;
    padding-block: 10px;
    animation: late 0.3s step-end;
  }
  @keyframes late {
    from {
      position: absolute;
      max-height: 0;
      padding: 0;
      overflow: hidden;
    }
  }
  progress {
    grid-column: 1 / -1;
    appearance: none;
    width: 100%;
    height: 8px;
    border: 1px solid var(--_edge);
    background: var(--_paper);
  }
  ::-webkit-progress-bar {
    background: none;
  }
  ::-webkit-progress-value {
    background: var(--_ink);
  }
  ::-moz-progress-bar {
    background: var(--_ink);
  }
`;

import { css } from 'lit';

/** The button that copies the link to what is shown, and the field for where that is not allowed. */
export const linkStyles = css`
  .either {
    display: grid;
  }
  .either > span {
    grid-area: 1 / 1;
  }
  .unsaid {
    visibility: hidden;
  }
  .narrow .tools > .copy-link > .either {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .narrow :is(.tools > .copy-link, .export > button) {
    padding-inline: 7px;
  }
  .narrow .export > button > span + .icon {
    display: none;
  }
  /* Its words have no room, so that it is done is seen in another way. */
  .narrow .tools > .done {
    color: var(--_paper);
    background: var(--_ink);
  }
  .copy-panel {
    flex: 1 1 100%;
    display: flex;
    gap: 8px;
    align-items: end;
  }
  .copy-panel > label {
    flex: 0 1 640px;
    min-width: 0;
  }
  .copy-panel .label {
    display: block;
  }
  .event > .copy-link {
    margin-block-start: 16px;
  }
  .event > .copy-panel {
    margin-block-start: 8px;
  }
`;

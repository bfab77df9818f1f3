import { css } from "lit";

/** Where the chat stands on a page, and what nothing of the page around it can change. */
export const host = css`
  :host {
    all: initial;
    color-scheme: light dark;
    --of-em: 16px;
    --edge: var(--outfitter-edge, 24px);
    position: fixed;
    z-index: var(--outfitter-layer, 2147483000);
    bottom: calc(var(--edge) + env(safe-area-inset-bottom, 0px));
    right: calc(var(--edge) + env(safe-area-inset-right, 0px));
    color: var(--of-text);
    font: var(--of-text-m) / 1.45 var(--of-font);
  }
  :host([side="left"]) {
    right: auto;
    left: calc(var(--edge) + env(safe-area-inset-left, 0px));
  }
  :host([hidden]) {
    display: none;
  }
  @media print {
    :host {
      display: none;
    }
  }
  button,
  textarea {
    font: inherit;
    color: inherit;
  }
  .i {
    width: 1.4em;
    height: 1.4em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

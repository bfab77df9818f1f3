import { css } from "lit";

/** The panel as a sheet on phones, and what changes with few colours. Comes last: it overrides. */
export const sheet = css`
  /* a sheet on phones */
  @media (max-width: 560px) {
    :host {
      --edge: var(--outfitter-edge, 16px);
    }
    dialog,
    :host([side="left"]) dialog {
      inset: auto 0;
      top: var(--view-top, 0px);
      width: 100vw;
      height: var(--view-height, 100dvh);
      max-height: none;
      padding-top: env(safe-area-inset-top, 0px);
      border: 0;
      border-radius: 0;
    }
    dialog[open] {
      animation-name: slide;
    }
    @keyframes slide {
      from {
        transform: translateY(24%);
        opacity: 0;
      }
    }
    .head {
      padding-left: calc(16px + env(safe-area-inset-left, 0px));
    }
    form {
      padding-bottom: calc(12px + var(--view-bottom, env(safe-area-inset-bottom, 0px)));
    }
    .bubble {
      max-width: min(320px, 100%);
    }
  }
  @media (forced-colors: active) {
    .launcher,
    .send,
    .bubble,
    .size input:checked + span {
      border: 1px solid;
    }
  }
`;

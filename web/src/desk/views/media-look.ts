import { css } from "lit";

export const mediaLook = css`
  :host {
    display: block;
    margin-top: 6px;
  }
  img {
    display: block;
    max-width: min(320px, 100%);
    max-height: 320px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius);
    background: var(--of-surface-2);
    object-fit: contain;
  }
  img.loading {
    width: 200px;
    height: 140px;
  }
  a:focus-visible img {
    outline: 2px solid var(--of-focus);
    outline-offset: 2px;
  }
  .gone {
    font-size: var(--of-text-s);
  }
`;

import { css } from "lit";

/** How grips and rows look that are put in order by `Sorting`. */
export const sortingLook = css`
  .grip {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 32px;
    min-height: 36px;
    border-radius: var(--of-radius-s);
    color: var(--of-text-2);
    cursor: grab;
    touch-action: none;
  }
  .grip:hover {
    background: var(--of-surface-2);
  }
  .dragged {
    opacity: 0.5;
  }
  .over {
    outline: 2px solid var(--of-accent);
    outline-offset: -2px;
    background: var(--of-accent-soft);
  }
`;

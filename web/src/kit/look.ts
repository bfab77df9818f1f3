// Sheets that the staff's pages share.
import { css } from "lit";

export const look = css`
  .icon {
    flex: none;
    width: 1.15em;
    height: 1.15em;
    vertical-align: -0.2em;
  }
  .avatar {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 32px;
    height: 32px;
    border-radius: 50%;
    background: var(--of-surface-3);
    color: var(--of-text);
    font: 650 var(--of-text-xs) / 1 var(--of-font);
    letter-spacing: 0.02em;
  }
  .avatar.small {
    width: 24px;
    height: 24px;
    font-size: 0.625rem;
  }
  .quiet {
    color: var(--of-text-2);
  }
  .line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  kbd {
    display: inline-block;
    min-width: 1.6em;
    padding: 0 0.4em;
    border: 1px solid var(--of-line);
    border-bottom-width: 2px;
    border-radius: 4px;
    background: var(--of-surface);
    color: var(--of-text-2);
    font: 600 0.6875rem / 1.5 var(--of-font);
    text-align: center;
    white-space: nowrap;
  }
  .button kbd {
    border-color: color-mix(in srgb, currentColor 35%, transparent);
    background: transparent;
    color: inherit;
  }
  :where(.bare) {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }
`;

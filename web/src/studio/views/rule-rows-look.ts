import { css } from "lit";

export const ruleRowsLook = css`
  :host {
    display: block;
  }
  h3 {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 20px 0 8px;
    color: var(--of-text-2);
    font: 650 var(--of-text-xs) / 1.4 var(--of-font);
  }
  ul {
    display: grid;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius-l);
    background: var(--of-surface);
    overflow: hidden;
  }
  li + li {
    border-top: 1px solid var(--of-line);
  }
  .row {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    gap: 12px;
    width: 100%;
    padding: 11px 16px 11px 12px;
    text-align: left;
  }
  .row:hover {
    background: var(--of-surface-2);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .row > .icon {
    margin-top: 2px;
    color: var(--of-text-2);
  }
  .row b {
    display: block;
    font-weight: 600;
  }
  .says {
    display: block;
    color: var(--of-text-2);
    font-size: var(--of-text-s);
  }
  .odds {
    display: flex;
    gap: 6px;
    margin-top: 4px;
    color: var(--of-waiting);
    font-size: var(--of-text-s);
  }
  .odds.lost {
    color: var(--of-problem);
  }
  .dates {
    color: var(--of-text-2);
    font-size: var(--of-text-xs);
    white-space: nowrap;
  }
  .open {
    padding: 8px;
    background: var(--of-ground);
  }
  studio-rule-editor {
    margin-bottom: 8px;
  }
  .line-of {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: stretch;
  }
  .line-of > :only-child {
    grid-column: 1 / -1;
  }
  .line-of .grip {
    align-self: center;
    margin-left: 4px;
  }
  .dragged {
    background: var(--of-surface-2);
  }
  @media (max-width: 1000px) {
    .row {
      grid-template-columns: 20px minmax(0, 1fr);
      gap: 2px 8px;
      padding-inline: 2px 12px;
    }
    .line-of > .row:only-child {
      padding-inline: 12px;
    }
    .dates {
      grid-column: 2;
    }
    .dates:empty {
      display: none;
    }
  }
`;

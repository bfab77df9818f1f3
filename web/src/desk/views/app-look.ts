import { css } from "lit";

export const appLook = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
    overflow: hidden;
  }
  .columns {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(248px, 300px) minmax(0, 1fr) minmax(300px, 372px);
    grid-template-rows: minmax(0, 1fr);
    min-height: 0;
  }
  .columns.bare-panel {
    grid-template-columns: minmax(248px, 300px) minmax(0, 1fr);
  }
  .bare-panel aside {
    display: none;
  }
  desk-queue {
    border-right: 1px solid var(--of-line);
  }
  aside {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    min-height: 0;
    border-left: 1px solid var(--of-line);
    background: var(--of-ground);
  }
  aside kit-empty {
    align-self: center;
  }
  .panes {
    display: none;
    gap: 4px;
    padding: 6px 10px;
    border-bottom: 1px solid var(--of-line);
    background: var(--of-surface);
  }
  .panes button {
    flex: 1 1 0;
    min-width: 0;
    min-height: 36px;
    padding: 0 10px;
    overflow: hidden;
    border: 0;
    border-radius: var(--of-radius-s);
    background: none;
    color: var(--of-text-2);
    font: 600 var(--of-text-s) / 1.4 var(--of-font);
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .panes button[aria-pressed="true"] {
    background: var(--of-surface-2);
    color: var(--of-text);
  }
  .count {
    padding: 0 6px;
    border-radius: 9px;
    background: var(--of-waiting-soft);
    color: var(--of-waiting);
    font-size: var(--of-text-xs);
  }
  @media (max-width: 1100px) {
    .columns {
      grid-template-columns: 60px minmax(0, 1fr) minmax(264px, 300px);
    }
    .columns.bare-panel {
      grid-template-columns: 60px minmax(0, 1fr);
    }
  }
  @media (max-width: 640px) {
    .columns,
    .columns.bare-panel {
      grid-template-columns: minmax(0, 1fr);
    }
    .panes {
      display: flex;
    }
    aside,
    .bare-panel aside,
    desk-queue,
    desk-conversation {
      display: none;
      border: 0;
    }
    aside {
      border: 0;
    }
    .columns[data-pane="panel"] aside {
      display: grid;
    }
    .columns[data-pane="queue"] desk-queue {
      display: flex;
    }
    .columns[data-pane="conversation"] desk-conversation {
      display: grid;
    }
  }
`;

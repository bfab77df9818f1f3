import { css } from "lit";

export const appLook = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
    overflow: hidden;
  }
  .sections {
    display: flex;
    gap: 2px;
    padding: 3px;
    border-radius: var(--of-radius-s);
    background: var(--of-surface-2);
  }
  .sections a {
    padding: 3px 12px;
    border-radius: 4px;
    color: var(--of-text-2);
    font: 600 var(--of-text-s) / 1.5 var(--of-font);
    text-decoration: none;
    white-space: nowrap;
  }
  .sections a:hover {
    color: var(--of-text);
  }
  .sections a[aria-current] {
    background: var(--of-surface);
    color: var(--of-text);
    box-shadow: var(--of-shadow-1);
  }
  .room {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  main:not(.room) {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(220px, 280px) minmax(0, 1fr) minmax(280px, 340px);
    grid-template-rows: minmax(0, 1fr);
    min-height: 0;
  }
  studio-finder {
    border-right: 1px solid var(--of-line);
  }
  .middle {
    overflow-y: auto;
    padding: 20px 24px 48px;
    background: var(--of-surface);
  }
  .middle > * {
    max-width: 1000px;
    margin-inline: auto;
  }
  .side {
    display: grid;
    align-content: start;
    gap: 24px;
    overflow-y: auto;
    padding: 16px;
    border-left: 1px solid var(--of-line);
    background: var(--of-ground);
  }
  .empty {
    padding-top: 12vh;
  }
  @media (max-width: 700px) {
    .sections {
      overflow-x: auto;
    }
    .sections a {
      padding-inline: 8px;
    }
    .long {
      display: none;
    }
  }
  @media (max-width: 1000px) {
    main:not(.room) {
      grid-template-columns: minmax(0, 1fr);
    }
    studio-finder,
    .middle,
    .side {
      display: none;
      border: 0;
    }
    [data-pane="find"] studio-finder {
      display: grid;
    }
    [data-pane="lists"] .middle {
      display: block;
    }
    [data-pane="rules"] .side {
      display: grid;
    }
    .middle {
      padding: 16px 16px 48px;
    }
  }
`;

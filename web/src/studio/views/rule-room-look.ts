import { css } from "lit";

export const ruleRoomLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 360px);
    flex: 1;
    min-height: 0;
  }
  .middle {
    overflow-y: auto;
    padding: 20px 24px 64px;
  }
  .middle > * {
    max-width: 880px;
    margin-inline: auto;
  }
  .side {
    display: grid;
    align-content: start;
    gap: 24px;
    overflow-y: auto;
    padding: 20px 16px 40px;
    border-left: 1px solid var(--of-line);
    background: var(--of-ground);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-bottom: 16px;
  }
  .top h2 {
    flex: 1;
  }
  .search {
    flex: 0 1 220px;
    min-height: 36px;
    font-size: var(--of-text-s);
  }
  .faults {
    margin-bottom: 16px;
    padding: 12px 16px;
    border-radius: var(--of-radius);
    background: var(--of-problem-soft);
    font-size: var(--of-text-s);
  }
  .faults ol {
    display: grid;
    gap: 4px;
    max-height: 220px;
    margin-top: 6px;
    overflow-y: auto;
  }
  .file {
    position: absolute;
    width: 1px;
    height: 1px;
    opacity: 0;
  }
  label.button:focus-within {
    outline: 2px solid var(--of-focus);
  }
  @media (max-width: 1000px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
    }
    .aside {
      display: none;
    }
    .side {
      border: 0;
    }
    .middle {
      padding: 14px 12px 64px;
    }
    /* The title and the act in one line, what is found and carried below. */
    .top .primary {
      order: 1;
    }
    .search {
      order: 2;
      flex: 1 1 0;
      min-width: 100px;
    }
    .top .quiet {
      order: 3;
      padding-inline: 8px;
    }
    .top::after {
      order: 1;
      flex-basis: 100%;
      height: 0;
      content: "";
    }
  }
`;

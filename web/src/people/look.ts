import { css } from "lit";

export const peopleLook = css`
  :host {
    display: block;
  }
  h2 {
    margin-bottom: 12px;
    font: 650 var(--of-text-l) / 1.3 var(--of-font);
  }
  .card {
    padding: var(--of-space-2);
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius);
    background: var(--of-surface);
  }
  .rows {
    display: grid;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius);
    background: var(--of-surface);
    overflow: hidden;
  }
  .rows > li {
    display: grid;
    align-items: center;
    gap: 6px 16px;
    padding: 12px 16px;
    border-top: 1px solid var(--of-line);
    font-size: var(--of-text-s);
  }
  .rows > li:first-child {
    border-top: 0;
  }
  .rows b {
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .said,
  .wrong {
    margin-top: 10px;
    font-weight: 600;
    font-size: var(--of-text-s);
  }
  .said:empty,
  .wrong:empty {
    display: none;
  }
  .said {
    color: var(--of-done);
  }
  .wrong {
    color: var(--of-problem);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }
  form {
    display: grid;
    gap: 12px;
  }
  select.field {
    min-height: 36px;
    padding-block: 4px;
    font-size: var(--of-text-s);
  }
  @media (max-width: 640px) {
    .acts {
      justify-content: flex-start;
    }
  }
`;

import { css } from "lit";

export const rankingLook = css`
  :host {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    background: var(--of-ground);
    color: var(--of-text);
    font: var(--of-text-s) / 1.5 var(--of-font);
  }
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 360px);
    gap: 20px;
    align-items: start;
    max-width: 1120px;
    margin-inline: auto;
    padding: 24px 20px 72px;
  }
  kit-offline {
    grid-column: 1 / -1;
  }
  .main,
  .side {
    display: grid;
    gap: 20px;
    min-width: 0;
  }
  .card {
    display: block;
    padding: 18px 20px 20px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius-l);
    background: var(--of-surface);
  }
  .since {
    font-weight: 400;
  }
  .bars {
    display: grid;
    gap: 12px;
    margin-block: 16px 8px;
  }
  .bars > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) max-content;
    gap: 4px 12px;
    align-items: baseline;
  }
  .bars .numbers {
    font-weight: 600;
  }
  .bars .own {
    font-weight: 600;
  }
  .bars .own .numbers {
    font: 650 var(--of-text-xl) / 1.1 var(--of-font);
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
  }
  .track {
    grid-column: 1 / -1;
    height: 10px;
    border-radius: 5px;
    background: var(--of-surface-3);
    overflow: hidden;
  }
  .fill {
    height: 100%;
    border-radius: 5px;
    background: var(--of-line-strong);
  }
  .own .fill {
    background: var(--of-accent);
  }
  /* The page scrolls under it. */
  .saying {
    position: fixed;
  }
  .learn {
    display: grid;
    gap: 10px;
  }
  @media (max-width: 1000px) {
    .page {
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      padding: 14px 12px 72px;
    }
    /* One column: what is live, training, what the gate said, all lessons. */
    .main,
    .side {
      display: contents;
    }
    studio-gate {
      order: 1;
    }
    studio-lessons {
      order: 2;
    }
    .card {
      padding: 14px 16px 16px;
    }
  }
`;

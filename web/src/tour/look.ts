import { css } from "lit";

export const tourLook = css`
  :host {
    display: block;
    height: 100dvh;
    background: light-dark(#e9e6df, #0c0e10);
  }
  main {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    height: 100%;
  }
  .frames {
    display: grid;
    grid-template-columns: minmax(260px, 340px) minmax(0, 1.75fr) minmax(0, 1fr);
    gap: 14px;
    min-height: 0;
    padding: 12px 14px 10px;
  }
  .frame {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: 6px;
    min-width: 0;
    min-height: 0;
  }
  .frame h2 {
    padding-left: 4px;
    color: var(--of-text-2);
    font: 650 var(--of-text-xs) / 1.4 var(--of-font);
  }
  .frame h2 .quiet {
    font-weight: 400;
  }
  .active h2 {
    color: var(--of-text);
  }
  .glass {
    position: relative;
    overflow: hidden;
    border-radius: var(--of-radius);
    background: var(--of-surface);
    box-shadow: var(--of-shadow-2);
    outline: 3px solid transparent;
    transition: outline-color var(--of-motion);
  }
  [data-frame="phone"] .glass {
    border: 7px solid light-dark(#1c2125, #2a3036);
    border-radius: 28px;
  }
  .active .glass {
    outline-color: var(--of-accent);
  }
  iframe {
    position: absolute;
    inset: 0 auto auto 0;
    border: 0;
    transform-origin: 0 0;
  }
  .story {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px 32px;
    min-height: 116px;
    padding: 12px 24px 14px;
    border-top: 1px solid var(--of-line);
    background: var(--of-surface);
  }
  .told {
    flex: 1;
    min-width: 0;
  }
  .steps {
    display: flex;
    gap: 4px;
    max-width: 560px;
    margin-bottom: 10px;
  }
  .steps li {
    flex: 1;
    height: 4px;
    border-radius: 2px;
    background: var(--of-surface-3);
  }
  .steps [data-state="done"] {
    background: var(--of-done);
  }
  .steps [data-state="doing"] {
    background: var(--of-accent);
  }
  .steps [data-state="failed"] {
    background: var(--of-problem);
  }
  .steps [data-state="skipped"] {
    background: var(--of-line-strong);
  }
  .caption h2 {
    font: 650 var(--of-text-l) / 1.3 var(--of-font);
  }
  .caption h2 .quiet {
    margin-right: 6px;
    font-weight: 400;
    font-size: var(--of-text-s);
  }
  .caption p {
    max-width: 88ch;
    min-height: 2.8em;
    color: var(--of-text-2);
    line-height: 1.4;
  }
  .caption .failed {
    min-height: 0;
    color: var(--of-problem);
    font-weight: 600;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .controls .icon {
    width: 16px;
    height: 16px;
  }
  .fronts {
    display: none;
    gap: 4px;
  }
  .fronts [aria-pressed="true"] {
    border-color: var(--of-accent);
    color: var(--of-accent);
  }
  @media (max-width: 1000px) {
    .frames {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr);
      padding: 8px;
    }
    /* Laid over each other, so that all three pages stay alive; only the one in front is seen. */
    .frame {
      grid-area: 1 / 1;
      visibility: hidden;
    }
    [data-front="phone"] [data-frame="phone"],
    [data-front="desk"] [data-frame="desk"],
    [data-front="studio"] [data-frame="studio"] {
      visibility: visible;
    }
    [data-frame="phone"] {
      width: min(420px, 100%);
      justify-self: center;
    }
    .story {
      flex-direction: column;
      align-items: stretch;
      padding: 10px 12px 12px;
    }
    .fronts {
      display: flex;
      flex-basis: 100%;
    }
    .fronts button {
      flex: 1;
    }
  }
`;

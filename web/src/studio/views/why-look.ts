import { css } from "lit";

export const whyLook = css`
  :host {
    display: block;
    container-type: inline-size;
    margin-bottom: 16px;
  }
  .card {
    display: grid;
    gap: 14px;
    padding: 16px;
    border: 1px solid var(--of-line-strong);
    border-radius: var(--of-radius-l);
    background: var(--of-surface);
    box-shadow: var(--of-shadow-2);
    font-size: var(--of-text-s);
  }
  header {
    display: flex;
    align-items: flex-start;
    gap: 12px;
  }
  img {
    flex: none;
    border-radius: var(--of-radius-s);
    background: var(--of-surface-2);
  }
  .what {
    flex: 1;
    min-width: 0;
  }
  h3 {
    font: 650 var(--of-text-m) / 1.3 var(--of-font);
  }
  .answer {
    min-height: 1.5em;
    margin-top: 2px;
    font-size: var(--of-text-m);
  }
  h4 {
    margin-bottom: 6px;
    font: 650 var(--of-text-xs) / 1.4 var(--of-font);
  }
  h4 span {
    color: var(--of-text-2);
    font-weight: 400;
  }
  .small {
    font-size: var(--of-text-xs);
  }
  .place b {
    font-size: var(--of-text-l);
  }
  .ladder {
    position: relative;
    height: 12px;
    margin: 6px 0 4px;
    border-radius: 6px;
    background: var(--of-surface-3);
  }
  .desk {
    position: absolute;
    inset: 0 auto 0 0;
    border-radius: 6px;
    background: var(--of-done-soft);
    box-shadow: inset 0 0 0 1px var(--of-done);
  }
  .dot {
    position: absolute;
    top: -3px;
    width: 18px;
    height: 18px;
    margin-left: -9px;
    border: 3px solid var(--of-surface);
    border-radius: 50%;
    background: var(--of-accent);
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
    gap: 14px 28px;
  }
  .parts > :only-child {
    grid-column: 1 / -1;
  }
  .bars:not(:empty) {
    display: grid;
    gap: 6px;
  }
  .bars li {
    display: grid;
    grid-template-columns: minmax(0, 1.3fr) minmax(48px, 1fr) 6ch 4.5ch;
    gap: 8px;
    align-items: center;
    line-height: 1.35;
  }
  .track {
    height: 8px;
    border-radius: 4px;
    background: var(--of-surface-3);
    overflow: hidden;
  }
  .track i {
    display: block;
    height: 100%;
    border-radius: 4px;
    background: var(--of-accent);
  }
  .track .against {
    background: var(--of-problem);
  }
  .bars .numbers {
    font-weight: 600;
    text-align: right;
  }
  .bars .adds {
    color: var(--of-done);
  }
  .bars .adds.against {
    color: var(--of-problem);
  }
  .silent:not(:nth-child(2)) {
    margin-top: 8px;
  }
  .counts {
    display: grid;
    gap: 4px;
  }
  .by {
    display: flex;
    gap: 6px;
    color: var(--of-money);
    font-weight: 600;
  }
  .by .icon {
    margin-top: 2px;
  }
  .next:empty {
    display: none;
  }
  @container (max-width: 560px) {
    .card {
      padding: 12px;
    }
    .parts {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

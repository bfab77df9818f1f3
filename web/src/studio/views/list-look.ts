import { css } from "lit";

export const listLook = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    margin-bottom: 10px;
  }
  .head kit-product-picker {
    flex: 0 1 280px;
    margin: 0;
  }
  h2 {
    font: 650 var(--of-text-l) / 1.3 var(--of-font);
  }
  h3 {
    margin-bottom: 6px;
    color: var(--of-text-2);
    font: 650 var(--of-text-xs) / 1.4 var(--of-font);
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr);
    gap: 20px;
  }
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }
  .item {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius);
    background: var(--of-surface);
    font-size: var(--of-text-s);
    line-height: 1.35;
  }
  .draft .item {
    cursor: grab;
    padding-left: 4px;
    user-select: none;
  }
  .draft img {
    pointer-events: none;
  }
  .draft .item:hover {
    border-color: var(--of-line-strong);
  }
  .leaves {
    border-style: dashed;
    color: var(--of-text-2);
  }
  .leaves .name {
    text-decoration: line-through;
  }
  img {
    border-radius: var(--of-radius-s);
    background: var(--of-surface-2);
  }
  .place {
    min-width: 1.6em;
    color: var(--of-text-2);
    font-weight: 600;
    text-align: center;
  }
  .text {
    flex: 1;
    min-width: 0;
  }
  .text .name {
    display: block;
    max-width: 100%;
  }
  .text b {
    font-weight: 600;
  }
  .text .name:hover {
    text-decoration: underline;
  }
  .evidence {
    display: block;
    color: var(--of-text-2);
    font-size: var(--of-text-xs);
  }
  .rule {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--of-money);
    font-weight: 600;
    font-size: var(--of-text-xs);
  }
  .acts {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  .acts [aria-pressed="true"] {
    background: var(--of-money-soft);
    color: var(--of-money);
  }
  .cannot {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 6px;
    padding: 6px 10px;
    border-radius: var(--of-radius-s);
    background: var(--of-waiting-soft);
    color: var(--of-text);
    font-size: var(--of-text-s);
  }
  .cannot > .icon {
    color: var(--of-waiting);
  }
  .cannot span:nth-of-type(1) {
    flex: 1;
  }
  .cannot .quiet {
    color: inherit;
  }
  .cannot.plain {
    background: var(--of-surface-2);
  }
  .cannot.plain > .icon {
    color: var(--of-text-2);
  }
  .none {
    color: var(--of-text-2);
    font-size: var(--of-text-s);
  }
  kit-product-picker {
    margin-top: 8px;
  }
  @container (max-width: 560px) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
    .sides > :first-child {
      order: 2;
    }
    .head kit-product-picker {
      flex-basis: 100%;
    }
  }
`;

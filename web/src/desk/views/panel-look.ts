import { css } from "lit";

export const panelLook = css`
  :host {
    display: block;
    min-height: 0;
    overflow-y: auto;
    background: var(--of-ground);
    font-size: var(--of-text-s);
  }
  .skeleton {
    padding: var(--of-space-2);
  }
  .customer {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr);
    gap: 10px;
    padding: 12px var(--of-space-2);
    border-bottom: 1px solid var(--of-line);
  }
  .name {
    font-weight: 650;
    font-size: var(--of-text-m);
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    margin-top: 4px;
  }
  .facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0 10px;
    margin-top: 4px;
    font-size: var(--of-text-xs);
  }
  .facts dt {
    color: var(--of-text-2);
  }
  .wants {
    margin-bottom: 8px;
    font-weight: 600;
    font-size: var(--of-text-m);
    line-height: 1.4;
  }
  .lines {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px 14px;
  }
  .lines dt {
    color: var(--of-text-2);
  }
  .source {
    text-decoration: underline dotted;
    text-decoration-color: var(--of-line-strong);
    text-underline-offset: 3px;
  }
  .source:hover {
    color: var(--of-accent);
    text-decoration: underline;
  }
  .next {
    display: flex;
    gap: 6px;
    margin-top: 10px;
    padding: 8px 10px;
    border-radius: var(--of-radius-s);
    background: var(--of-accent-soft);
    color: var(--of-on-accent-soft);
  }
  .next .icon {
    margin-top: 3px;
  }
  .problems {
    display: grid;
    gap: 6px;
    margin-bottom: 6px;
  }
  .problems li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 8px;
    align-items: center;
    padding: 8px 10px;
    border-radius: var(--of-radius-s);
    background: var(--of-problem-soft);
  }
  .problems .title {
    display: flex;
    gap: 6px;
    color: var(--of-problem);
    font-weight: 600;
  }
  .problems .title .icon {
    margin-top: 2px;
  }
  .problems .quiet {
    grid-column: 1;
    color: var(--of-text);
    font-size: var(--of-text-xs);
  }
  .problems .button {
    grid-area: 1 / 2 / 3 / 3;
  }
  .add {
    margin-left: -12px;
    color: var(--of-text-2);
  }
  .orders,
  .episodes,
  .cart {
    display: grid;
    gap: 10px;
  }
  .orders > li {
    padding-bottom: 10px;
    border-bottom: 1px solid var(--of-line);
  }
  .orders > li:last-child {
    padding-bottom: 0;
    border-bottom: 0;
  }
  .order {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: baseline;
  }
  .order .total {
    margin-left: auto;
    font-variant-numeric: tabular-nums;
  }
  .things {
    display: grid;
    gap: 4px;
    margin-top: 6px;
  }
  .thing {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr) auto;
    gap: 8px;
    align-items: center;
  }
  .thing img {
    border-radius: 4px;
    background: var(--of-surface-2);
  }
  .episodes li {
    display: grid;
  }
`;

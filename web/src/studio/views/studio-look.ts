// What the studio's pages share: headings, the tabs that stand for columns on a phone, what is said after an act.
import { css } from "lit";

/** `.title` heads a room, `.part` a part of a column, `.minor` a part of that. */
export const headings = css`
  .title {
    font: 650 var(--of-text-xl) / 1.2 var(--of-font);
    letter-spacing: -0.01em;
  }
  .part {
    margin-bottom: 6px;
    font: 650 var(--of-text-m) / 1.3 var(--of-font);
  }
  .minor {
    color: var(--of-text-2);
    font: 650 var(--of-text-xs) / 1.4 var(--of-font);
  }
  .saying {
    min-height: 1.4em;
    margin-bottom: 8px;
    color: var(--of-done);
    font: 600 var(--of-text-s) / 1.4 var(--of-font);
  }
  .saying.bad {
    color: var(--of-problem);
  }
`;

/** A part of a column, set in the small text of the studio's sides. */
export const block = css`
  :host {
    display: block;
    font-size: var(--of-text-s);
  }
`;

/** `nav.panes` of buttons: which column a narrow page shows. */
export const panes = css`
  .panes {
    display: none;
    gap: 4px;
    padding: 6px 10px;
    border-bottom: 1px solid var(--of-line);
    background: var(--of-surface);
  }
  .panes button {
    flex: 1 1 auto;
    min-width: 0;
    min-height: 36px;
    border: 0;
    border-radius: var(--of-radius-s);
    background: none;
    color: var(--of-text-2);
    font: 600 var(--of-text-s) / 1.4 var(--of-font);
    cursor: pointer;
  }
  .panes [aria-pressed="true"] {
    background: var(--of-surface-2);
    color: var(--of-text);
  }
  @media (max-width: 1000px) {
    .panes {
      display: flex;
    }
  }
`;

/** Headings of a column's parts that a component of its own each draws. */
export const column = css`
  h2 {
    font: 650 var(--of-text-m) / 1.3 var(--of-font);
  }
  h2 + * {
    margin-top: 4px;
  }
`;

/** `.saying`: what came of an act, above everything else for a while. */
export const floating = css`
  .saying {
    position: absolute;
    z-index: 3;
    bottom: 20px;
    left: 50%;
    display: flex;
    align-items: center;
    gap: 8px;
    width: max-content;
    max-width: calc(100% - 24px);
    padding: 8px 14px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius);
    background: var(--of-surface);
    box-shadow: var(--of-shadow-2);
    color: var(--of-text);
    font: 600 var(--of-text-s) / 1.4 var(--of-font);
    transform: translateX(-50%);
  }
  .saying:empty {
    display: none;
  }
  .saying.bad {
    color: var(--of-problem);
  }
`;

import { css } from "lit";

export const composerLook = css`
  :host {
    display: block;
    padding: 0 var(--of-space-3) var(--of-space-2);
  }
  .box {
    max-width: 760px;
    margin: 0 auto;
    border: 1px solid var(--of-line-strong);
    border-radius: var(--of-radius);
    background: var(--of-surface);
    box-shadow: var(--of-shadow-1);
  }
  .box:focus-within {
    border-color: var(--of-accent);
    box-shadow: 0 0 0 1px var(--of-accent);
  }
  .box.note {
    background: var(--of-note);
  }
  .head,
  .foot {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 6px 10px;
    font-size: var(--of-text-s);
  }
  .modes {
    display: flex;
    gap: 2px;
    padding: 2px;
    border-radius: var(--of-radius-s);
    background: var(--of-surface-2);
  }
  .note .modes {
    background: color-mix(in srgb, var(--of-note), var(--of-text) 8%);
  }
  .modes button {
    padding: 2px 10px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--of-text-2);
    font: 600 var(--of-text-xs) / 1.7 var(--of-font);
    cursor: pointer;
  }
  .note .modes button {
    color: var(--of-text);
  }
  .modes button[aria-pressed="true"] {
    background: var(--of-surface);
    color: var(--of-text);
    box-shadow: var(--of-shadow-1);
  }
  .to {
    flex: 1;
    color: var(--of-text-2);
  }
  .note .to,
  .note .hint {
    color: var(--of-text);
  }
  .to b {
    color: var(--of-text);
  }
  .who {
    color: var(--of-waiting);
    font-weight: 600;
    font-size: var(--of-text-xs);
  }
  .way {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 0 12px 4px;
    color: var(--of-text-2);
    font-size: var(--of-text-xs);
  }
  .way.closed {
    color: var(--of-waiting);
    font-weight: 600;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding: 2px 10px;
  }
  .chip {
    display: flex;
    align-items: center;
    gap: 8px;
    max-width: 300px;
    padding: 3px 8px 3px 4px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius-s);
    background: var(--of-surface-2);
    font-size: var(--of-text-s);
  }
  .chip img {
    border-radius: 4px;
    background: var(--of-surface);
  }
  .chip button {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    border-radius: 4px;
    color: var(--of-text-2);
  }
  .chip button:hover {
    background: var(--of-surface-3);
  }
  textarea {
    display: block;
    width: 100%;
    padding: 4px 12px;
    border: 0;
    outline: none;
    background: transparent;
    color: var(--of-text);
    font: var(--of-text-m) / 1.5 var(--of-font);
    resize: none;
  }
  textarea:focus-visible {
    outline: none;
  }
  textarea::placeholder {
    color: var(--of-text-2);
    opacity: 1;
  }
  .foot {
    justify-content: space-between;
  }
  .hint {
    overflow: hidden;
    font-size: var(--of-text-xs);
    white-space: nowrap;
  }
  @media (max-width: 640px), (pointer: coarse) {
    :host {
      padding: 0 var(--of-space-1) var(--of-space-1);
    }
    .hint {
      visibility: hidden;
    }
  }
`;

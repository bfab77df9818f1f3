import { css } from "lit";

export const signinLook = css`
  :host {
    display: grid;
    min-height: 100dvh;
    place-items: center;
    padding: var(--of-space-3) var(--of-space-2);
  }
  main {
    display: grid;
    gap: var(--of-space-3);
    width: min(400px, 100%);
  }
  .brand {
    color: var(--of-text-2);
    font-weight: 700;
  }
  h1 {
    margin-top: 4px;
    font-size: var(--of-text-2xl);
    letter-spacing: -0.02em;
  }
  form {
    display: grid;
    gap: var(--of-space-2);
    padding: var(--of-space-3);
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius-l);
    background: var(--of-surface);
    box-shadow: var(--of-shadow-2);
  }
  .wrong {
    padding: 8px 12px;
    border-radius: var(--of-radius-s);
    background: var(--of-problem-soft);
    color: var(--of-problem);
    font-weight: 600;
    font-size: var(--of-text-s);
  }
  .hint {
    color: var(--of-text-2);
    font-size: var(--of-text-s);
  }
  h2 {
    margin-bottom: 8px;
    color: var(--of-text-2);
    font-size: var(--of-text-s);
  }
  .demo {
    display: grid;
    gap: 8px;
  }
  .demo button {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr) auto;
    gap: 2px 12px;
    align-items: center;
    padding: 10px 14px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius);
    background: var(--of-surface);
    color: var(--of-text);
    font: var(--of-text-m) / 1.35 var(--of-font);
    text-align: left;
    cursor: pointer;
    transition: border-color var(--of-quick);
  }
  .demo button:hover:not(:disabled) {
    border-color: var(--of-accent);
  }
  .demo .avatar {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 50%;
    background: var(--of-accent-soft);
    color: var(--of-on-accent-soft);
    font: 650 var(--of-text-xs) / 1 var(--of-font);
  }
  .demo b {
    display: block;
  }
  .demo .hint {
    display: block;
  }
`;

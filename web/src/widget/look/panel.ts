import { css } from "lit";

/** The launcher, the panel that it opens, and its head. */
export const panel = css`
  /* launcher */
  .launcher {
    position: relative;
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--of-accent);
    color: var(--of-on-accent);
    box-shadow: var(--of-shadow-2);
    cursor: pointer;
    transition:
      transform var(--of-motion) var(--of-ease),
      background var(--of-quick);
  }
  .launcher:hover {
    background: var(--of-accent-strong);
    transform: translateY(-2px);
  }
  .launcher:focus-visible {
    outline: 3px solid var(--of-focus);
    outline-offset: 3px;
  }
  .launcher .i {
    width: 28px;
    height: 28px;
  }
  .count {
    position: absolute;
    top: -4px;
    right: -4px;
    min-width: 22px;
    height: 22px;
    padding: 0 6px;
    border: 2px solid var(--of-surface);
    border-radius: 11px;
    background: var(--of-problem);
    color: light-dark(#fff, #33100b);
    font: 700 12px / 18px var(--of-font);
    text-align: center;
  }

  /* panel */
  dialog {
    position: fixed;
    inset: auto;
    bottom: calc(var(--edge) + 72px + env(safe-area-inset-bottom, 0px));
    right: calc(var(--edge) + env(safe-area-inset-right, 0px));
    width: min(400px, calc(100vw - 2 * var(--edge)));
    height: clamp(420px, 100dvh - 208px, 660px);
    max-height: calc(100dvh - var(--edge) - 80px);
    max-width: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius-l);
    background: var(--of-surface);
    color: inherit;
    box-shadow: var(--of-shadow-3);
    overflow: clip;
    outline: none;
  }
  :host([side="left"]) dialog {
    right: auto;
    left: calc(var(--edge) + env(safe-area-inset-left, 0px));
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: rise var(--of-motion) var(--of-ease);
  }
  dialog::backdrop {
    background: none;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  .head {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 12px 8px 12px 16px;
    border-bottom: 1px solid var(--of-line);
  }
  .head > .text {
    flex: 1;
    min-width: 0;
  }
  h2 {
    overflow: hidden;
    font-size: var(--of-text-m);
    font-weight: 650;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .head p {
    color: var(--of-text-2);
    font-size: var(--of-text-s);
    line-height: 1.3;
  }
  .who {
    display: grid;
    place-items: center;
    flex: none;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: var(--of-accent-soft);
    color: var(--of-on-accent-soft);
    font: 700 11px / 1 var(--of-font);
  }
  .who .i {
    width: 18px;
    height: 18px;
  }
  .head .who {
    width: 40px;
    height: 40px;
    font-size: 14px;
  }
  .head .who .i {
    width: 24px;
    height: 24px;
  }
  .bare {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--of-text-2);
    cursor: pointer;
  }
  .bare:hover {
    background: var(--of-surface-2);
    color: var(--of-text);
  }
  .strip {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 16px;
    background: var(--of-waiting-soft);
    color: var(--of-waiting);
    font-size: var(--of-text-s);
    font-weight: 600;
    line-height: 1.35;
  }
  .strip.quiet {
    background: var(--of-surface-2);
    color: var(--of-text-2);
    font-weight: 400;
  }
`;

import { css } from "lit";

/** Messages, and what stands there before the first. */
export const stream = css`
  /* the stream */
  .scroll {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 16px;
    scrollbar-width: thin;
    scrollbar-color: var(--of-line-strong) transparent;
  }
  .scroll:focus-visible {
    outline-offset: -3px;
  }
  .day {
    margin: 8px 0 16px;
    color: var(--of-text-2);
    font-size: var(--of-text-xs);
    font-weight: 600;
    text-align: center;
  }
  .group {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    margin-bottom: 16px;
  }
  .group > .who {
    margin-bottom: 22px;
  }
  .column {
    display: grid;
    flex: 1;
    gap: 3px;
    min-width: 0;
    justify-items: start;
  }
  .customer .column {
    justify-items: end;
  }
  .message {
    display: grid;
    gap: 4px;
    min-width: 0;
    max-width: 100%;
    justify-items: inherit;
  }
  .name {
    margin-left: 4px;
    color: var(--of-text-2);
    font-size: var(--of-text-xs);
    font-weight: 600;
  }
  .bubble {
    max-width: min(300px, 100%);
    padding: 9px 14px;
    border-radius: 18px;
    background: var(--of-surface-2);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .group:not(.customer) .message:not(:first-child, .name + .message) > .bubble {
    border-top-left-radius: 6px;
  }
  .group:not(.customer) .message:not(:nth-last-child(2)) > .bubble {
    border-bottom-left-radius: 6px;
  }
  .customer .bubble {
    background: light-dark(var(--of-accent), #1e5a72);
    color: light-dark(var(--of-on-accent), #eef8fc);
  }
  .customer .message:not(:first-child) > .bubble {
    border-top-right-radius: 6px;
  }
  .customer .message:not(:nth-last-child(2)) > .bubble {
    border-bottom-right-radius: 6px;
  }
  .bubble.sending {
    opacity: 0.75;
  }
  .bubble.failed {
    background: var(--of-problem-soft);
    color: var(--of-text);
  }
  .bubble a {
    color: inherit;
  }
  .under {
    min-height: 18px;
    margin: 0 4px;
    color: var(--of-text-2);
    font-size: var(--of-text-xs);
  }
  .failed:not(.bubble) {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    flex-wrap: wrap;
    gap: 4px 6px;
    color: var(--of-problem);
    font-size: var(--of-text-s);
  }
  .failed button,
  .earlier button {
    min-height: 28px;
    padding: 0 4px;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 600;
    text-decoration: underline;
    cursor: pointer;
  }
  .earlier {
    color: var(--of-accent);
    font-size: var(--of-text-s);
    text-align: center;
  }
  .dots {
    display: inline-flex;
    gap: 4px;
    padding: 14px;
    border-radius: 18px;
    background: var(--of-surface-2);
  }
  .dots i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--of-text-2);
    animation: bounce 1.2s infinite ease-in-out;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes bounce {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }
    30% {
      opacity: 1;
      transform: translateY(-3px);
    }
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-bottom: 16px;
  }
  .answers button {
    min-height: 40px;
    padding: 6px 16px;
    border: 1px solid var(--of-accent);
    border-radius: 20px;
    background: var(--of-surface);
    color: var(--of-accent);
    font-weight: 600;
    cursor: pointer;
    transition: background var(--of-quick);
  }
  .answers button:hover {
    background: var(--of-accent-soft);
    color: var(--of-on-accent-soft);
  }
  .newest {
    position: absolute;
    bottom: 76px;
    left: 50%;
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 32px;
    padding: 0 12px 0 8px;
    border: 1px solid var(--of-line);
    border-radius: 16px;
    background: var(--of-surface);
    box-shadow: var(--of-shadow-2);
    font-size: var(--of-text-s);
    font-weight: 600;
    transform: translateX(-50%);
    cursor: pointer;
  }
  .ghost {
    display: grid;
    gap: 12px;
  }
  .ghost i {
    width: 60%;
    height: 38px;
    border-radius: 18px;
    background: var(--of-surface-2);
    animation: breathe 1.4s infinite ease-in-out;
  }
  .ghost i:nth-child(even) {
    width: 45%;
    justify-self: end;
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }

  /* the first screen */
  .scroll:has(.home) {
    background: linear-gradient(var(--of-accent-soft), var(--of-surface) 60%);
  }
  .home {
    display: grid;
    gap: 16px;
    align-content: end;
    min-height: 100%;
  }
  .home h3 {
    font-size: var(--of-text-2xl);
    font-weight: 700;
    letter-spacing: -0.01em;
    white-space: pre-line;
  }
  .home > p {
    color: var(--of-text-2);
    text-wrap: pretty;
  }
  .matters {
    display: grid;
    gap: 8px;
    margin-top: 8px;
  }
  .matters button {
    display: grid;
    grid-template-columns: 40px 1fr auto;
    align-items: center;
    gap: 12px;
    padding: 12px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius);
    background: var(--of-surface);
    text-align: start;
    cursor: pointer;
    transition:
      border-color var(--of-quick),
      background var(--of-quick);
  }
  .matters button:hover {
    border-color: var(--of-accent);
    background: var(--of-accent-soft);
  }
  .matters .sign {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: var(--of-radius-s);
    background: var(--of-accent-soft);
    color: var(--of-on-accent-soft);
  }
  .matters b {
    display: block;
    font-weight: 650;
  }
  .matters small {
    color: var(--of-text-2);
    font-size: var(--of-text-s);
  }
  .matters > * > .i:last-child {
    color: var(--of-text-2);
  }
`;

import { css } from "lit";

export const streamLook = css`
  :host {
    position: relative;
    display: block;
    min-height: 0;
    overflow: hidden;
  }
  .scroll {
    height: 100%;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  .page {
    display: flex;
    flex-direction: column;
    max-width: 760px;
    min-height: 100%;
    margin: 0 auto;
    padding: var(--of-space-2) var(--of-space-3) var(--of-space-1);
  }
  .begin {
    margin-bottom: var(--of-space-1);
    font-size: var(--of-text-xs);
    text-align: center;
  }
  .day,
  .episode {
    display: flex;
    align-items: center;
    gap: 12px;
    margin: var(--of-space-2) 0 var(--of-space-1);
    color: var(--of-text-2);
    font-size: var(--of-text-xs);
  }
  .episode::before,
  .episode::after {
    content: "";
    flex: 1;
    height: 1px;
    background: var(--of-line);
  }
  .day {
    justify-content: center;
    font-weight: 600;
  }
  .said {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    max-width: 84%;
    margin-top: 14px;
    border-radius: var(--of-radius);
  }
  .said.follows {
    margin-top: 4px;
  }
  .said.agent,
  .said.bot {
    align-self: flex-end;
    align-items: flex-end;
  }
  header {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-bottom: 3px;
    padding: 0 2px;
    font-size: var(--of-text-xs);
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .bubble {
    padding: 8px 12px;
    border: 1px solid var(--of-line);
    border-radius: 12px;
    background: var(--of-surface);
    font-size: var(--of-text-m);
    line-height: 1.45;
  }
  .customer .bubble {
    border-bottom-left-radius: 4px;
  }
  .agent .bubble {
    border-color: transparent;
    border-bottom-right-radius: 4px;
    background: var(--of-accent-soft);
    color: var(--of-text);
  }
  .bot .bubble {
    border-style: dashed;
    border-color: var(--of-line-strong);
    border-bottom-right-radius: 4px;
    background: transparent;
  }
  .pointed {
    animation: pointed 1.6s var(--of-ease);
  }
  .said.pointed .bubble,
  .note.pointed,
  .event.pointed {
    outline: 2px solid var(--of-focus);
    outline-offset: 2px;
  }
  .said:focus,
  .event:focus,
  .note:focus {
    outline: none;
  }
  .channel {
    padding: 0 6px;
    border: 1px solid var(--of-line-strong);
    border-radius: 999px;
    color: var(--of-text-2);
  }
  .delivery {
    display: flex;
    align-items: center;
    gap: 4px;
    margin: 3px 2px 0;
    color: var(--of-text-2);
    font-size: var(--of-text-xs);
  }
  .delivery.failed {
    color: var(--of-problem);
    font-weight: 600;
  }
  .delivery.held,
  .delivery.retrying {
    color: var(--of-waiting);
  }
  .cards {
    display: grid;
    gap: 6px;
    margin-top: 6px;
    min-width: 240px;
  }
  .card {
    display: grid;
    grid-template-columns: 48px minmax(0, 1fr);
    gap: 10px;
    align-items: center;
    padding: 6px 12px 6px 6px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius);
    background: var(--of-surface);
    font-size: var(--of-text-s);
  }
  .card img {
    border-radius: var(--of-radius-s);
    background: var(--of-surface-2);
  }
  .card b {
    display: block;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 6px;
    font-size: var(--of-text-xs);
  }
  .buttons span {
    padding: 2px 10px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius-round);
    color: var(--of-text-2);
  }
  desk-why {
    margin-top: 2px;
  }
  .pending .bubble {
    opacity: 0.8;
  }
  .pending .card img {
    opacity: 0.6;
  }
  .as-note .bubble {
    background: var(--of-note);
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: 2px 6px;
    margin-top: 2px;
    color: var(--of-text-2);
    font-size: var(--of-text-xs);
  }
  .state.failed {
    color: var(--of-problem);
    font-weight: 600;
  }
  .note {
    align-self: flex-end;
    max-width: 84%;
    margin-top: 14px;
    padding: 8px 12px;
    border-radius: var(--of-radius);
    background: var(--of-note);
    font-size: var(--of-text-m);
  }
  .event {
    margin-top: 8px;
    border-radius: var(--of-radius-s);
    color: var(--of-text-2);
    font-size: var(--of-text-s);
  }
  .event summary {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 3px 6px;
    border-radius: var(--of-radius-s);
    cursor: pointer;
    list-style: none;
  }
  .event summary::-webkit-details-marker {
    display: none;
  }
  .event summary:hover {
    background: var(--of-surface-2);
  }
  .event.problem summary {
    color: var(--of-problem);
  }
  .event.done summary {
    color: var(--of-done);
  }
  .event.money summary {
    color: var(--of-money);
  }
  .event summary time {
    margin-left: auto;
    font-size: var(--of-text-xs);
  }
  .event dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 2px 16px;
    margin: 2px 0 6px 30px;
    padding: 8px 12px;
    border-left: 2px solid var(--of-line);
    overflow-wrap: anywhere;
  }
  dd {
    color: var(--of-text);
  }
  .typing {
    min-height: 28px;
    padding-top: 8px;
    font-size: var(--of-text-xs);
  }
  .typing i {
    display: inline-block;
    width: 5px;
    height: 5px;
    margin-right: 3px;
    border-radius: 50%;
    background: currentColor;
    animation: typing 1.2s infinite ease-in-out;
  }
  .typing i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .typing i:nth-child(3) {
    margin-right: 6px;
    animation-delay: 0.3s;
  }
  .latest {
    position: absolute;
    bottom: 12px;
    left: 50%;
    transform: translateX(-50%);
    border-radius: var(--of-radius-round);
    box-shadow: var(--of-shadow-2);
  }
  @keyframes typing {
    30% {
      transform: translateY(-3px);
    }
  }
  @keyframes pointed {
    from {
      background: var(--of-accent-soft);
    }
  }
`;

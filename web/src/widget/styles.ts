import { css } from "lit";

/** The widget's own look, over the kit's tokens. Nothing of the page around it is inherited, and nothing leaves. */
export const styles = css`
  :host {
    all: initial;
    color-scheme: light dark;
    --of-em: 16px;
    --edge: var(--outfitter-edge, 24px);
    position: fixed;
    z-index: var(--outfitter-layer, 2147483000);
    bottom: calc(var(--edge) + env(safe-area-inset-bottom, 0px));
    right: calc(var(--edge) + env(safe-area-inset-right, 0px));
    color: var(--of-text);
    font: var(--of-text-m) / 1.45 var(--of-font);
  }
  :host([side="left"]) {
    right: auto;
    left: calc(var(--edge) + env(safe-area-inset-left, 0px));
  }
  :host([hidden]) {
    display: none;
  }
  @media print {
    :host {
      display: none;
    }
  }
  button,
  textarea {
    font: inherit;
    color: inherit;
  }
  .i {
    width: 1.4em;
    height: 1.4em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

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

  /* cards */
  .cards {
    position: relative;
    width: calc(100% + 16px);
    min-width: 0;
    margin-right: -16px;
  }
  .row {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    margin: 4px 0 0;
    padding: 2px 16px 6px 2px;
    overflow-x: auto;
    scroll-padding: 2px;
    overscroll-behavior-x: contain;
    scroll-snap-type: x proximity;
    scrollbar-width: thin;
    scrollbar-color: var(--of-line-strong) transparent;
    list-style: none;
  }
  .row > li {
    flex: 0 0 224px;
    scroll-snap-align: start;
  }
  .row > li:only-child {
    flex-basis: min(264px, calc(100% - 14px));
  }
  .card {
    display: grid;
    gap: 4px;
    padding: 12px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius);
    background: var(--of-surface);
  }
  .card img {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 5 / 4;
    margin-bottom: 4px;
    border-radius: var(--of-radius-s);
    background: var(--of-surface-2);
    object-fit: cover;
  }
  .card h3 {
    font-size: var(--of-text-m);
    font-weight: 600;
    line-height: 1.3;
  }
  .price {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .stock {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--of-text-2);
    font-size: var(--of-text-s);
  }
  .stock::before {
    content: "";
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--of-done);
  }
  .stock.low::before {
    background: var(--of-waiting);
  }
  .stock.out::before {
    background: none;
    border: 2px solid var(--of-line-strong);
    width: 4px;
    height: 4px;
  }
  .why {
    color: var(--of-text-2);
    font-size: var(--of-text-s);
    line-height: 1.4;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  .acts .button {
    flex: 1 1 auto;
    padding: 0 12px;
    font-size: var(--of-text-s);
    white-space: nowrap;
  }
  .button.done {
    border-color: var(--of-done);
    background: var(--of-done-soft);
    color: var(--of-done);
  }
  .outcome {
    color: var(--of-problem);
    font-size: var(--of-text-s);
  }
  .chooser {
    display: grid;
    gap: 8px;
    margin-top: 4px;
  }
  .chooser fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    min-width: 0;
  }
  .chooser legend {
    margin-bottom: 4px;
    padding: 0;
    color: var(--of-text-2);
    font-size: var(--of-text-s);
  }
  .chooser b {
    color: var(--of-text);
    font-weight: 600;
  }
  .chooser label {
    position: relative;
    display: grid;
    cursor: pointer;
  }
  .chooser input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .size span {
    display: grid;
    place-items: center;
    min-width: 40px;
    min-height: 36px;
    padding: 0 8px;
    border: 1px solid var(--of-line-strong);
    border-radius: var(--of-radius-s);
    font-size: var(--of-text-s);
    font-weight: 600;
  }
  .size:hover span {
    background: var(--of-surface-2);
  }
  .size input:checked + span {
    border-color: var(--of-accent);
    background: var(--of-accent);
    color: var(--of-on-accent);
  }
  .size input:disabled + span {
    border-color: var(--of-line);
    background: none;
    color: var(--of-text-2);
    font-weight: 400;
    text-decoration: line-through;
    cursor: not-allowed;
  }
  .swatch i {
    width: 30px;
    height: 30px;
    border: 1px solid var(--of-line-strong);
    border-radius: 50%;
    box-shadow: inset 0 0 0 3px var(--of-surface);
  }
  .swatch input:checked + i {
    border: 2px solid var(--of-accent);
  }
  .swatch input:disabled + i {
    opacity: 0.35;
  }
  .chooser input:focus-visible + * {
    outline: 2px solid var(--of-focus);
    outline-offset: 2px;
  }
  .turn {
    position: absolute;
    top: 76px;
    display: none;
    place-items: center;
    width: 36px;
    height: 36px;
    padding: 0;
    border: 1px solid var(--of-line);
    border-radius: 50%;
    background: var(--of-surface);
    box-shadow: var(--of-shadow-2);
    cursor: pointer;
  }
  .turn.back {
    left: -14px;
  }
  .turn.on {
    right: 8px;
  }
  @media (hover: hover) {
    .cards.more-back .turn.back,
    .cards.more-on .turn.on {
      display: grid;
    }
  }

  /* the composer */
  form {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    margin: 0;
    padding: 8px 12px 12px;
    border-top: 1px solid var(--of-line);
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 44px;
    max-height: 128px;
    padding: 10px 14px;
    border: 1px solid var(--of-line-strong);
    border-radius: 22px;
    background: var(--of-surface);
    font-size: 16px;
    line-height: 22px;
    resize: none;
    field-sizing: content;
  }
  textarea::placeholder {
    color: var(--of-text-2);
    opacity: 1;
  }
  textarea:focus-visible {
    outline: 2px solid var(--of-focus);
    outline-offset: -1px;
    border-color: transparent;
  }
  .send {
    display: grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--of-accent);
    color: var(--of-on-accent);
    cursor: pointer;
    transition: background var(--of-quick);
  }
  .send:hover {
    background: var(--of-accent-strong);
  }
  .send[aria-disabled="true"] {
    background: var(--of-surface-2);
    color: var(--of-text-2);
    cursor: default;
  }

  /* proving a telephone number, in the composer's place */
  form.phone {
    flex-direction: column;
    align-items: stretch;
    padding-top: 12px;
  }
  .phone p {
    margin: 0;
  }
  .phone p:empty {
    display: none;
  }
  .phone #trouble {
    color: var(--of-problem);
    font-size: var(--of-text-s);
  }
  .phone input {
    min-height: 44px;
    padding: 8px 14px;
    border: 1px solid var(--of-line-strong);
    border-radius: var(--of-radius-s);
    background: var(--of-surface);
    color: inherit;
    font: inherit;
    font-size: 16px;
  }
  .phone input[aria-invalid="true"] {
    border-color: var(--of-problem);
  }
  /* a sheet on phones */
  @media (max-width: 560px) {
    :host {
      --edge: var(--outfitter-edge, 16px);
    }
    dialog,
    :host([side="left"]) dialog {
      inset: auto 0;
      top: var(--view-top, 0px);
      width: 100vw;
      height: var(--view-height, 100dvh);
      max-height: none;
      padding-top: env(safe-area-inset-top, 0px);
      border: 0;
      border-radius: 0;
    }
    dialog[open] {
      animation-name: slide;
    }
    @keyframes slide {
      from {
        transform: translateY(24%);
        opacity: 0;
      }
    }
    .head {
      padding-left: calc(16px + env(safe-area-inset-left, 0px));
    }
    form {
      padding-bottom: calc(12px + var(--view-bottom, env(safe-area-inset-bottom, 0px)));
    }
    .bubble {
      max-width: min(320px, 100%);
    }
  }
  @media (forced-colors: active) {
    .launcher,
    .send,
    .bubble,
    .size input:checked + span {
      border: 1px solid;
    }
  }
`;

import { css } from "lit";

/** Products in the stream: the row, the card, the choice of colour and size. */
export const cards = css`
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
`;

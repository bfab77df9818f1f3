import { css } from "lit";

export const productStyles = css`
  .page {
    display: grid;
    gap: var(--of-space-3) var(--of-space-6);
    padding-bottom: var(--of-space-4);
  }
  @media (min-width: 860px) {
    .page {
      grid-template-columns: minmax(0, 6fr) minmax(0, 5fr);
      align-items: start;
    }
    .picture {
      position: sticky;
      top: 88px;
    }
  }
  .picture {
    aspect-ratio: 1;
    overflow: hidden;
    border-radius: var(--of-radius-l);
    background: var(--of-picture);
  }
  .picture img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .buy {
    display: grid;
    gap: var(--of-space-2);
    justify-items: start;
  }
  .buy > * {
    max-width: 100%;
  }
  .brand {
    margin-bottom: -12px;
    color: var(--of-text-2);
    font-weight: 600;
  }
  .rating {
    color: inherit;
    text-decoration: none;
  }
  .rating svg {
    width: 1em;
    height: 1em;
    vertical-align: -0.12em;
    fill: var(--of-waiting);
  }
  .price {
    font-size: var(--of-text-xl);
    font-weight: 680;
    font-variant-numeric: tabular-nums;
  }
  legend {
    padding: 0 0 8px;
    color: var(--of-text-2);
    font-size: var(--of-text-s);
  }
  legend b {
    color: var(--of-text);
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .options label {
    position: relative;
    display: grid;
    cursor: pointer;
  }
  .options input {
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
    min-width: 52px;
    min-height: 44px;
    padding: 0 12px;
    border: 1px solid var(--of-line-strong);
    border-radius: var(--of-radius-s);
    background: var(--of-surface);
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
  .size.gone input:not(:checked) + span {
    border-style: dashed;
    background: none;
    color: var(--of-text-2);
    font-weight: 400;
    text-decoration: line-through;
  }
  .colour i {
    width: 40px;
    height: 40px;
    border: 1px solid var(--of-line-strong);
    border-radius: 50%;
    box-shadow: inset 0 0 0 4px var(--of-surface);
  }
  .colour.gone i {
    opacity: 0.45;
  }
  .colour input:checked + i {
    border: 3px solid var(--of-accent);
  }
  .options input:focus-visible + * {
    outline: 2px solid var(--of-focus);
    outline-offset: 2px;
  }
  .missing .size span {
    border-color: var(--of-problem);
  }
  .hint,
  .failed {
    margin-top: 8px;
    color: var(--of-problem);
    font-weight: 600;
  }
  .stock {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .stock::before {
    content: "";
    width: 10px;
    height: 10px;
    border-radius: 50%;
    background: var(--of-done);
  }
  .stock.low::before {
    background: var(--of-waiting);
  }
  .stock.out::before {
    border: 2px solid var(--of-line-strong);
    background: none;
    width: 6px;
    height: 6px;
  }
  .act {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px var(--of-space-2);
    width: 100%;
  }
  .add {
    flex: 1 1 240px;
    max-width: 400px;
    min-height: 52px;
    font-size: 1.0625rem;
  }
  .act p {
    margin: 0;
  }
  .ask {
    margin-left: -12px;
    padding-inline: 12px;
    color: var(--of-accent);
  }
  .icon {
    width: 20px;
    height: 20px;
    flex: none;
  }
  .text {
    display: grid;
    gap: var(--of-space-1);
    max-width: 62ch;
    text-wrap: pretty;
  }
  details {
    width: 100%;
    border-top: 1px solid var(--of-line);
  }
  details + details {
    margin-top: calc(-1 * var(--of-space-2));
  }
  details:last-of-type {
    border-bottom: 1px solid var(--of-line);
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 56px;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: "";
    width: 9px;
    height: 9px;
    margin: -4px 6px 0 0;
    border: solid var(--of-text-2);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
    transition: transform var(--of-quick);
  }
  details[open] > summary::after {
    margin-top: 4px;
    transform: rotate(225deg);
  }
  summary h2 {
    font-size: var(--of-text-m);
    letter-spacing: 0;
  }
  details > div {
    padding-bottom: var(--of-space-2);
  }
  details ul {
    margin: 0;
    padding-left: 1.2em;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--of-text-s);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 8px 12px 8px 0;
    border-bottom: 1px solid var(--of-line);
    text-align: left;
    white-space: nowrap;
  }
  thead th {
    color: var(--of-text-2);
    font-weight: 600;
  }
  section {
    display: grid;
    gap: var(--of-space-3);
    padding: var(--of-space-4) 0;
    border-top: 1px solid var(--of-line);
    scroll-margin-top: 72px;
  }
  .reviews ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
    gap: var(--of-space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .reviews li {
    display: grid;
    gap: 4px;
    align-content: start;
    padding: var(--of-space-2);
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius);
    background: var(--of-surface);
  }
  .reviews h3 {
    font-size: var(--of-text-m);
  }
  .reviews .quiet {
    font-size: var(--of-text-s);
  }
  .given {
    color: var(--of-waiting);
    letter-spacing: 2px;
  }
  .given i {
    color: var(--of-line);
    font-style: normal;
  }
`;

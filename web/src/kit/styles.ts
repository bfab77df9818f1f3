// Stylesheets that several components share. All are constructed sheets, because the pages' Content Security Policy allows
// no inline style: a component lists them in `static styles`, a page adopts them with `adopt`.
import { css, type CSSResult } from "lit";
import { tokens } from "./tokens.js";

/** What every shadow root starts from. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 2px solid var(--of-focus);
    outline-offset: 2px;
  }
  :where(h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset) {
    margin: 0;
    padding: 0;
    border: 0;
  }
  :where(h1, h2, h3, h4) {
    line-height: var(--of-leading-tight);
    text-wrap: balance;
  }
  :where(ul, ol)[role="list"] {
    list-style: none;
  }
  a {
    color: var(--of-accent);
    text-underline-offset: 0.15em;
  }
  .visually-hidden:not(:focus, :active) {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* No transition at all, not even a short one: of every element, it would hand a change of theme down one level a frame. */
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0s !important;
      scroll-behavior: auto !important;
    }
  }
`;

/**
 * `.button` is the ordinary one; `.primary` at most once in a view, `.quiet` in rows and toolbars, `.danger` for what cannot be
 * taken back, `.small` where a pointer is certain; `.icon` for a square with only a picture (give it an `aria-label`).
 */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--of-space-1);
    min-height: 40px;
    padding: 0 var(--of-space-2);
    border: 1px solid var(--of-line-strong);
    border-radius: var(--of-radius-s);
    background: var(--of-surface);
    color: var(--of-text);
    font: 600 var(--of-text-m) / 1.2 var(--of-font);
    text-decoration: none;
    cursor: pointer;
    transition:
      background var(--of-quick),
      border-color var(--of-quick),
      color var(--of-quick);
  }
  .button:hover {
    background: var(--of-surface-2);
  }
  .button:active {
    background: var(--of-surface-3);
  }
  .button.primary {
    border-color: var(--of-accent);
    background: var(--of-accent);
    color: var(--of-on-accent);
  }
  .button.primary:hover,
  .button.primary:active {
    border-color: var(--of-accent-strong);
    background: var(--of-accent-strong);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
  }
  .button.quiet:hover {
    background: var(--of-surface-2);
  }
  .button.danger {
    border-color: var(--of-problem);
    color: var(--of-problem);
  }
  .button.small {
    min-height: 32px;
    padding: 0 12px;
    font-size: var(--of-text-s);
  }
  .button.icon {
    width: 40px;
    padding: 0;
  }
  .button.icon.small {
    width: 32px;
  }
  .button.button:disabled,
  .button.button[aria-disabled="true"] {
    border-color: var(--of-line);
    background: var(--of-surface-2);
    color: var(--of-text-2);
    cursor: not-allowed;
  }
`;

/** `.field` styles input, textarea and select, `.label` what stands above. */
const fields = css`
  .field {
    width: 100%;
    min-height: 40px;
    padding: var(--of-space-1) 12px;
    border: 1px solid var(--of-line-strong);
    border-radius: var(--of-radius-s);
    background: var(--of-surface);
    color: var(--of-text);
    font: var(--of-text-m) / 1.4 var(--of-font);
  }
  .field::placeholder {
    color: var(--of-text-2);
    opacity: 1;
  }
  .label {
    display: block;
    margin-bottom: var(--of-space-half);
    color: var(--of-text-2);
    font: 600 var(--of-text-s) / 1.4 var(--of-font);
  }
`;

/** Buttons and fields. */
export const controls = css`
  ${buttons}
  ${fields}
`;

/** Small marks that carry a meaning: `.mark` with `.waiting`, `.problem`, `.money`, `.done` or none of them. Always with words. */
export const marks = css`
  .mark {
    display: inline-flex;
    align-items: center;
    gap: var(--of-space-half);
    padding: 1px 8px;
    border-radius: var(--of-radius-round);
    background: var(--of-surface-2);
    color: var(--of-text-2);
    font: 600 var(--of-text-xs) / 1.6 var(--of-font);
    white-space: nowrap;
  }
  .mark.waiting {
    background: var(--of-waiting-soft);
    color: var(--of-waiting);
  }
  .mark.problem {
    background: var(--of-problem-soft);
    color: var(--of-problem);
  }
  .mark.money {
    background: var(--of-money-soft);
    color: var(--of-money);
  }
  .mark.done {
    background: var(--of-done-soft);
    color: var(--of-done);
  }
`;

/** The document's own sheet: ground, text, nothing else. */
const page = css`
  html {
    background: var(--of-ground);
    color: var(--of-text);
    font: var(--of-text-m) / var(--of-leading) var(--of-font);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    scrollbar-color: var(--of-line-strong) transparent;
  }
  body {
    margin: 0;
    min-height: 100dvh;
  }
`;

/** Gives the document the tokens, the shared sheets and the page's own, in this order. Call it once, before the first render. */
export function adopt(...own: CSSResult[]): void {
  const sheets = [tokens, base, controls, marks, page, ...own].map((each) => each.styleSheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets.filter((sheet) => sheet !== undefined)];
}

// The parts for a view that has nothing to show: empty, loading, failed, offline.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Problem, Unreachable } from "./api.js";
import { base, controls } from "./styles.js";

const centred = css`
  :host {
    display: block;
  }
  .state {
    display: grid;
    justify-items: center;
    gap: var(--of-space-1);
    max-width: 44ch;
    margin: 0 auto;
    padding: var(--of-space-4) var(--of-space-2);
    color: var(--of-text-2);
    font: var(--of-text-m) / var(--of-leading) var(--of-font);
    text-align: center;
    text-wrap: pretty;
  }
  .title {
    color: var(--of-text);
    font-weight: 600;
    font-size: var(--of-text-l);
  }
  .act {
    margin-top: var(--of-space-1);
  }
`;

/** Nothing here yet, and what to do about it: put buttons or links in its slot. */
@customElement("kit-empty")
export class Empty extends LitElement {
  static override styles = [base, centred];
  @property() heading = "";
  @property() hint = "";

  override render() {
    return html`<div class="state">
      <p class="title">${this.heading}</p>
      ${this.hint ? html`<p>${this.hint}</p>` : nothing}
      <div class="act"><slot></slot></div>
    </div>`;
  }
}

/** Something did not work: what, why as far as it is known, and "try again" (event `retry`). */
@customElement("kit-failed")
export class Failed extends LitElement {
  static override styles = [base, controls, centred];
  /** What could not be done, as a sentence. */
  @property() what = "This could not be loaded.";
  @property({ attribute: false }) failure: unknown;

  override render() {
    return html`<div class="state" role="alert">
      <p class="title">${this.what}</p>
      <p>${reason(this.failure)}</p>
      <div class="act"><button class="button" type="button" @click=${this.again}>Try again</button></div>
    </div>`;
  }

  private again(): void {
    this.dispatchEvent(new CustomEvent("retry"));
  }
}

/** A line above content that is still readable but may be old (event `retry`). */
@customElement("kit-offline")
export class Offline extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      .line {
        display: flex;
        align-items: center;
        justify-content: center;
        flex-wrap: wrap;
        gap: var(--of-space-half) var(--of-space-2);
        padding: var(--of-space-half) var(--of-space-2);
        background: var(--of-waiting-soft);
        color: var(--of-waiting);
        font: 600 var(--of-text-s) / var(--of-leading) var(--of-font);
      }
      button {
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-decoration: underline;
        cursor: pointer;
      }
    `,
  ];
  @property() text = "You are offline. What you see may be out of date.";

  override render() {
    return html`<div class="line" role="status">
      <span>${this.text}</span>
      <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("retry"))}>Try again</button>
    </div>`;
  }
}

/** Grey lines in the place of text that is on its way. Shape it with CSS on the element when a block has another form. */
@customElement("kit-skeleton")
export class Skeleton extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--of-space-1);
      }
      i {
        display: block;
        height: 1em;
        border-radius: var(--of-radius-s);
        background: var(--of-surface-3);
        animation: breathe 1.4s ease-in-out infinite;
      }
      i:last-child:not(:first-child) {
        width: 60%;
      }
      :host([block]) i {
        height: 100%;
        width: 100%;
      }
      @keyframes breathe {
        50% {
          opacity: 0.45;
        }
      }
    `,
  ];
  /** How many lines of text it stands for. */
  @property({ type: Number }) lines = 3;
  /** One box that fills the element instead of lines. */
  @property({ type: Boolean }) block = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("aria-hidden", "true");
  }

  override render() {
    return Array.from({ length: this.block ? 1 : this.lines }, () => html`<i></i>`);
  }
}

/** Why a call failed, in words for the person in front of the page. */
export function reason(failure: unknown): string {
  if (failure instanceof Unreachable) return "The server cannot be reached. Check your connection.";
  if (failure instanceof Problem) return failure.detail || failure.title;
  return "Something went wrong on this page.";
}

declare global {
  interface HTMLElementTagNameMap {
    "kit-empty": Empty;
    "kit-failed": Failed;
    "kit-offline": Offline;
    "kit-skeleton": Skeleton;
  }
}

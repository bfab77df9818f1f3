// A part of the assist panel that folds, and stays as it was left.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { base } from "../../kit/styles.js";
import { look } from "../../kit/look.js";

@customElement("desk-fold")
export class DeskFold extends LitElement {
  static override styles = [
    base,
    look,
    css`
      :host {
        display: block;
        border-bottom: 1px solid var(--of-line);
      }
      h2 {
        font: 650 var(--of-text-s) / 1.4 var(--of-font);
      }
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        padding: 10px var(--of-space-2);
        color: var(--of-text);
      }
      button:hover {
        background: var(--of-surface-2);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .icon {
        color: var(--of-text-2);
        transition: transform var(--of-quick);
      }
      [aria-expanded="true"] .icon {
        transform: rotate(90deg);
      }
      .aside {
        margin-left: auto;
        color: var(--of-text-2);
        font-weight: 400;
      }
      .body {
        padding: 0 var(--of-space-2) 14px;
      }
    `,
  ];
  @property() heading = "";
  /** A word or number at the end of the heading. */
  @property() aside = "";
  /** What it is remembered by. */
  @property() name = "";
  @state() private open = true;

  override connectedCallback(): void {
    super.connectedCallback();
    this.open = kept().includes(this.name) === this.hasAttribute("folded");
  }

  override render() {
    return html`<h2>
        <button type="button" class="bare" aria-expanded=${this.open ? "true" : "false"} aria-controls="body" @click=${this.toggle}>
          ${icon("chevron")} ${this.heading} ${this.aside ? html`<span class="aside">${this.aside}</span>` : nothing}
        </button>
      </h2>
      <div class="body" id="body" ?hidden=${!this.open}><slot></slot></div>`;
  }

  /** Kept are the names of those that stand otherwise than they do by themselves. */
  private toggle(): void {
    this.open = !this.open;
    const others = kept().filter((each) => each !== this.name);
    const turned = this.open === this.hasAttribute("folded");
    try {
      localStorage.setItem(PLACE, JSON.stringify(turned ? [...others, this.name] : others));
    } catch {
      // it folds all the same
    }
  }
}

const PLACE = "outfitter.folds";

function kept(): string[] {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? "[]") as string[];
  } catch {
    return [];
  }
}

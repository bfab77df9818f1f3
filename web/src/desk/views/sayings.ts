// Short lines at the edge of the page: something was done, or could not be.
import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../kit/icons.js";
import { base } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Desk } from "../model/desk.js";
import { look } from "../../kit/look.js";

@customElement("desk-sayings")
export class DeskSayings extends LitElement {
  static override styles = [
    base,
    look,
    css`
      :host {
        position: fixed;
        left: 16px;
        bottom: 16px;
        z-index: 20;
        display: grid;
        gap: 8px;
        width: min(268px, calc(100vw - 32px));
      }
      p {
        display: flex;
        align-items: flex-start;
        gap: 10px;
        padding: 8px 8px 8px 14px;
        border-radius: var(--of-radius);
        background: light-dark(#1c2125, #e9ebec);
        color: light-dark(#ffffff, #131618);
        font: 600 var(--of-text-s) / 1.4 var(--of-font);
        box-shadow: var(--of-shadow-3);
      }
      p > .icon {
        margin-top: 3px;
      }
      span {
        flex: 1;
        padding-top: 2px;
        overflow-wrap: anywhere;
      }
      button {
        display: grid;
        place-items: center;
        width: 28px;
        height: 28px;
      }
      button:focus-visible {
        outline-color: currentColor;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  private readonly watching = new Watching(this, () => [this.desk]);

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("role", "status");
    this.setAttribute("aria-live", "polite");
  }

  override render() {
    void this.watching;
    return repeat(
      this.desk.sayings,
      (saying) => saying.id,
      (saying) => html`<p class=${saying.tone}>
        ${saying.tone === "problem" ? icon("problem") : saying.tone === "done" ? icon("done") : ""} <span>${saying.text}</span>
        <button type="button" class="bare" aria-label="Dismiss" @click=${() => this.desk.unsay(saying.id)}>${icon("close")}</button>
      </p>`,
    );
  }
}

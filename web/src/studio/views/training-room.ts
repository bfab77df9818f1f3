// The training room: one place for what customers mean, one for what is suggested to them.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { look } from "../../kit/look.js";
import { base, controls } from "../../kit/styles.js";
import { Ranking } from "../model/ranking.js";
import type { Training } from "../model/training.js";
import "./ranking.js";
import "./training.js";

@customElement("studio-training-room")
export class StudioTrainingRoom extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
        flex: 1;
        display: flex;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
      }
      nav {
        display: flex;
        gap: 20px;
        padding: 0 20px;
        border-bottom: 1px solid var(--of-line);
        background: var(--of-surface);
      }
      a {
        margin-bottom: -1px;
        padding: 10px 2px 8px;
        border-bottom: 2px solid transparent;
        color: var(--of-text-2);
        font: 600 var(--of-text-s) / 1.4 var(--of-font);
        text-decoration: none;
      }
      a:hover {
        color: var(--of-text);
      }
      a[aria-current] {
        border-color: var(--of-accent);
        color: var(--of-text);
      }
      a:focus-visible {
        outline-offset: -3px;
      }
    `,
  ];
  @property({ attribute: false }) training!: Training;
  @property({ attribute: false }) ranking!: Ranking;
  /** Which of the two is looked at. */
  @property() place: "language" | "ranking" = "language";

  override render() {
    const ranks = this.place === "ranking";
    return html`<nav aria-label="What is trained">
        <a href="#training" aria-current=${ranks ? nothing : "page"}>What customers mean</a>
        <a href="#training/ranking" aria-current=${ranks ? "page" : nothing}>What is suggested</a>
      </nav>
      ${ranks ? html`<studio-ranking .ranking=${this.ranking}></studio-ranking>` : html`<studio-training .training=${this.training}></studio-training>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-training-room": StudioTrainingRoom;
  }
}

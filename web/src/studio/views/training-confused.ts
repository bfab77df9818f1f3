// What is taken for what, most often first.
import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { look } from "../../kit/look.js";
import { base, marks } from "../../kit/styles.js";
import { confusions, nameOf } from "../model/reading.js";
import type { Overview } from "../model/training-wire.js";
import { column } from "./studio-look.js";

const PAIRS = 8;

@customElement("studio-confused")
export class StudioConfused extends LitElement {
  static override styles = [
    base,
    marks,
    look,
    column,
    css`
      :host {
        display: block;
      }
      .pairs {
        display: grid;
        gap: 2px;
        margin-top: 8px;
      }
      summary {
        border-radius: var(--of-radius-s);
        cursor: pointer;
      }
      .pairs summary {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 8px;
        padding: 7px 8px;
        margin-inline: -8px;
        list-style: none;
      }
      .pairs summary::-webkit-details-marker {
        display: none;
      }
      .pairs summary:hover {
        background: var(--of-surface-2);
      }
      .pairs b {
        font-weight: 600;
      }
      .examples {
        display: grid;
        gap: 4px;
        padding: 2px 0 10px 12px;
        border-left: 2px solid var(--of-line);
        color: var(--of-text-2);
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) overview!: Overview;

  override render() {
    const pairs = confusions(this.overview).slice(0, PAIRS);
    return html`<section aria-labelledby="confused">
      <h2 id="confused">Most confused</h2>
      ${pairs.length === 0
        ? html`<p class="quiet">Nothing was taken for anything else yet.</p>`
        : html`<ul class="pairs" role="list">
            ${pairs.map(
              (pair) => html`<li>
                <details>
                  <summary>
                    <span><b>${nameOf(pair.intent)}</b> <span class="quiet">read as</span> ${nameOf(pair.readAs)}</span>
                    <span class="mark numbers">${pair.times}<span class="visually-hidden"> times</span></span>
                  </summary>
                  <ul class="examples" role="list">
                    ${pair.examples.map((example) => html`<li>“${example}”</li>`)}
                  </ul>
                </details>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-confused": StudioConfused;
  }
}

// The product at hand: what it is, what is supposed of the customer, and its two lists.
import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { money } from "../../kit/format.js";
import { look } from "../../kit/look.js";
import { base, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { words } from "../../kit/words.js";
import type { Studio } from "../model/studio.js";
import type { Detail } from "../model/wire.js";
import type { Workshop } from "../model/workshop.js";
import "./list.js";

@customElement("studio-product")
export class StudioProductView extends LitElement {
  static override styles = [
    base,
    marks,
    look,
    css`
      :host {
        display: block;
      }
      .product {
        display: flex;
        align-items: center;
        gap: 16px;
        margin-bottom: 24px;
      }
      .product img {
        border-radius: var(--of-radius);
        background: var(--of-surface-2);
      }
      .product h2 {
        font: 650 var(--of-text-xl) / 1.2 var(--of-font);
        letter-spacing: -0.01em;
      }
      .situation {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin: -8px auto 20px;
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
      .situation select {
        min-height: 28px;
        padding: 0 4px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius-s);
        background: var(--of-surface);
        color: var(--of-text);
        font: inherit;
      }
      studio-list {
        margin-bottom: 32px;
      }
    `,
  ];
  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) workshop!: Workshop;
  @property({ attribute: false }) detail!: Detail;
  private readonly watching = new Watching(this, () => [this.studio, this.workshop]);

  override render() {
    void this.watching;
    const { detail } = this;
    const { product } = detail;
    return html`<header class="product">
        <img src=${product.picture} alt="" width="64" height="64" />
        <div>
          <h2>${product.title}</h2>
          <p class="quiet">
            ${product.categoryName} · ${money(product.price)} ·
            ${product.inStock ? `${typeof product.stock === "number" ? product.stock : "some"} in stock` : html`<span class="mark problem">sold out</span>`}
          </p>
        </div>
      </header>
      ${this.situation()}
      <studio-list .studio=${this.studio} .detail=${detail} list="goes-with"></studio-list>
      <studio-list .studio=${this.studio} .detail=${detail} list="step-up"></studio-list>`;
  }

  /** As if it were another season, for another customer: what rules with conditions would do. */
  private situation() {
    const { seasons, segments, intents, channels } = this.workshop.choices;
    const choice = (name: string, label: string, usual: string, values: readonly string[]) =>
      html`<select aria-label=${label} @change=${(event: Event) => void this.studio.suppose({ [name]: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${!this.studio.situation[name]}>${usual}</option>
        ${values.map((value) => html`<option value=${value} ?selected=${this.studio.situation[name] === value}>${words(value)}</option>`)}
      </select>`;
    return html`<p class="situation">
      As if: ${choice("season", "Season", "today's season", seasons)} ${choice("segment", "Customer", "any customer", segments)}
      ${choice("intent", "Matter", "any matter", intents.map(({ id }) => id))} ${choice("channel", "Channel", "any channel", channels)}
    </p>`;
  }
}

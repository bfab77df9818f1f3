// The left column: find a product; typos are forgiven.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { money } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { later } from "../../kit/clock.js";
import "../../kit/states.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Studio } from "../model/studio.js";
import type { StudioProduct } from "../model/wire.js";

const ASK_AFTER_MILLIS = 120;

/** Event `chosen` with a product's handle. */
@customElement("studio-finder")
export class StudioFinder extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        min-height: 0;
        background: var(--of-ground);
      }
      .search {
        position: relative;
        padding: 12px;
      }
      .search .icon {
        position: absolute;
        left: 23px;
        top: 24px;
        color: var(--of-text-2);
      }
      .search input {
        padding-left: 36px;
      }
      .found {
        overflow-y: auto;
        padding: 0 8px 12px;
      }
      .row {
        display: grid;
        grid-template-columns: 40px minmax(0, 1fr);
        gap: 10px;
        align-items: center;
        width: 100%;
        padding: 6px 8px;
        border-radius: var(--of-radius-s);
        font-size: var(--of-text-s);
        line-height: 1.4;
      }
      .row:hover {
        background: var(--of-surface-2);
      }
      .row[aria-current="true"] {
        background: var(--of-surface);
        box-shadow: inset 3px 0 0 var(--of-accent), var(--of-shadow-1);
      }
      img {
        border-radius: var(--of-radius-s);
        background: var(--of-surface-2);
      }
      b {
        display: block;
        font-weight: 600;
      }
      .out {
        color: var(--of-problem);
        font-weight: 600;
      }
    `,
  ];
  @property({ attribute: false }) studio!: Studio;
  private readonly watching = new Watching(this, () => [this.studio]);
  private readonly patience = later(this);
  private timer: ReturnType<typeof setTimeout> | undefined;

  override render() {
    void this.watching;
    return html`<div class="search">
        ${icon("search")}
        <input class="field" type="search" aria-label="Find a product" placeholder="Find a product" autocomplete="off" spellcheck="false" @input=${this.typed} @keydown=${this.pressed} />
      </div>
      <nav class="found" aria-label="Products">${this.found()}</nav>`;
  }

  override focus(): void {
    this.renderRoot.querySelector("input")?.focus();
  }

  private found() {
    const { state, value, failure } = this.studio.found;
    if (!value) {
      if (state === "failed") return html`<kit-failed what="Products could not be loaded." .failure=${failure} @retry=${() => this.studio.find(this.studio.wanted)}></kit-failed>`;
      return this.patience.over ? html`<kit-skeleton lines="10"></kit-skeleton>` : nothing;
    }
    if (value.length === 0) return html`<kit-empty heading="Nothing found" hint="No product is named like “${this.studio.wanted}”."></kit-empty>`;
    return html`${state === "failed" ? html`<kit-offline @retry=${() => this.studio.find(this.studio.wanted)}></kit-offline>` : nothing}
      <ul role="list">
        ${value.map((product) => html`<li>${this.row(product)}</li>`)}
      </ul>`;
  }

  private row(product: StudioProduct) {
    return html`<button
      type="button"
      class="bare row"
      data-product=${product.id}
      aria-current=${this.studio.product === product.id ? "true" : "false"}
      @click=${() => this.dispatchEvent(new CustomEvent("chosen", { detail: product.id }))}
    >
      <img src=${product.picture} alt="" width="40" height="40" loading="lazy" />
      <span>
        <b class="line">${product.title}</b>
        <span class="quiet">${product.categoryName} · ${money(product.price)}</span>
        ${product.inStock ? nothing : html`<span class="out">sold out</span>`}
      </span>
    </button>`;
  }

  private typed(event: InputEvent): void {
    const text = (event.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.studio.find(text), ASK_AFTER_MILLIS);
  }

  private pressed(event: KeyboardEvent): void {
    const rows = this.renderRoot.querySelectorAll<HTMLElement>(".row");
    if (event.key === "ArrowDown") rows[0]?.focus();
    else if (event.key === "Enter") rows[0]?.click();
    else return;
    event.preventDefault();
  }
}

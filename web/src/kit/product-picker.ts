// Finds a product by its name, typos forgiven: a field, and beneath it the likeliest.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { money } from "./format.js";
import { icon } from "./icons.js";
import { look } from "./look.js";
import type { ProductCard } from "./shop.js";
import { base, controls } from "./styles.js";

const ASK_AFTER_MILLIS = 140;
const SHOWN = 6;

/** Event `chosen` with a product's handle. */
@customElement("kit-product-picker")
export class ProductPicker extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
        display: block;
        position: relative;
      }
      input {
        border-style: dashed;
        background: transparent;
        font-size: var(--of-text-s);
      }
      ul {
        position: absolute;
        z-index: 5;
        inset: calc(100% + 4px) 0 auto;
        padding: 4px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        box-shadow: var(--of-shadow-3);
        font-size: var(--of-text-s);
      }
      li {
        display: grid;
        grid-template-columns: 32px minmax(0, 1fr) auto;
        gap: 10px;
        align-items: center;
        padding: 5px 8px;
        border-radius: var(--of-radius-s);
        cursor: pointer;
      }
      li[aria-selected="true"] {
        background: var(--of-accent-soft);
        color: var(--of-on-accent-soft);
      }
      li[aria-selected="true"] .quiet {
        color: inherit;
      }
      img {
        border-radius: 4px;
        background: var(--of-surface-2);
      }
      .out {
        color: var(--of-problem);
      }
      .none {
        position: absolute;
        z-index: 5;
        inset: calc(100% + 4px) 0 auto;
        padding: 8px 12px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        box-shadow: var(--of-shadow-3);
        font-size: var(--of-text-s);
      }
    `,
  ];
  /** Products whose names are like the text, the likeliest first. */
  @property({ attribute: false }) search!: (text: string) => Promise<readonly ProductCard[]>;
  /** A product that cannot be chosen: the one at hand does not go with itself. */
  @property() without = "";
  @property() label = "Which product";
  @property() hint = "Which product";
  @state() private found: readonly ProductCard[] = [];
  @state() private at = 0;
  /** Why there is nothing to choose. */
  @state() private none = "";
  private text = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  override render() {
    const open = this.found.length > 0;
    return html`<input
        class="field"
        type="text"
        role="combobox"
        aria-label=${this.label}
        placeholder=${this.hint}
        aria-expanded=${open ? "true" : "false"}
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant=${open ? `option-${this.at}` : nothing}
        autocomplete="off"
        spellcheck="false"
        @input=${this.typed}
        @keydown=${this.pressed}
        @blur=${() => setTimeout(() => this.shut(), 150)}
      />
      <ul id="found" role="listbox" aria-label="Products found" ?hidden=${!open}>
        ${this.found.map((product, index) => this.option(product, index))}
      </ul>
      <p class=${this.none ? "none quiet" : "visually-hidden"} role="status">${this.none}</p>`;
  }

  override focus(): void {
    this.renderRoot.querySelector("input")?.focus();
  }

  private option(product: ProductCard, index: number) {
    return html`<li role="option" id="option-${index}" aria-selected=${index === this.at ? "true" : "false"} @pointermove=${() => (this.at = index)} @pointerdown=${(event: Event) => this.take(event, product)}>
      <img src=${product.picture} alt="" width="32" height="32" />
      <span class="line">${product.title} ${product.inStock ? nothing : html`<span class="out">${icon("problem")} sold out</span>`}</span>
      <span class="quiet">${money(product.price)}</span>
    </li>`;
  }

  private typed(event: InputEvent): void {
    this.text = (event.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(this.text), ASK_AFTER_MILLIS);
  }

  private async ask(text: string): Promise<void> {
    if (text.trim() === "") return this.shut();
    try {
      const found = await this.search(text.trim());
      if (text !== this.text) return; // a later question is on its way
      this.found = found.filter((product) => product.id !== this.without).slice(0, SHOWN);
      this.none = this.found.length === 0 ? "No product is named like this" : "";
    } catch {
      this.none = "Products cannot be searched now: the server cannot be reached";
    }
    this.at = 0;
  }

  private pressed(event: KeyboardEvent): void {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0 && this.found.length > 0) {
      event.preventDefault();
      this.at = (this.at + by + this.found.length) % this.found.length;
    } else if (event.key === "Enter") {
      const product = this.found[this.at];
      if (product) this.take(event, product);
    } else if (event.key === "Escape" && (this.found.length > 0 || this.none !== "")) {
      event.stopPropagation(); // it closes this list, and nothing around it
      this.shut();
    }
  }

  private take(event: Event, product: ProductCard): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector("input");
    if (input) input.value = "";
    this.shut();
    this.dispatchEvent(new CustomEvent("chosen", { detail: product.id }));
  }

  private shut(): void {
    this.text = "";
    this.none = "";
    this.found = [];
  }
}

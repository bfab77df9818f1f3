// A product as a small card, wherever products stand in a row or a grid.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { money } from "./format.js";
import { hex, type ProductCard } from "./shop.js";
import { base, marks } from "./styles.js";

/**
 * Picture, name, brand, price, colours, stars and stock of one product; the whole card is one link to `href`. More may stand
 * below it in the slot. Parts: `picture`, `title`, `price`.
 */
@customElement("kit-product-card")
export class ProductCardElement extends LitElement {
  static override styles = [
    base,
    marks,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      article {
        position: relative;
        display: grid;
        gap: var(--of-space-1);
        height: 100%;
        align-content: start;
        color: var(--of-text);
        font: var(--of-text-m) / 1.4 var(--of-font);
      }
      .picture {
        position: relative;
        aspect-ratio: 1;
        overflow: hidden;
        border-radius: var(--of-radius);
        background: var(--of-surface-2);
      }
      img {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: contain;
        transition: transform var(--of-motion) var(--of-ease);
      }
      article:hover img {
        transform: scale(1.03);
      }
      .mark {
        position: absolute;
        left: var(--of-space-1);
        top: var(--of-space-1);
        background: var(--of-surface);
        color: var(--of-text);
      }
      .brand {
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
      a {
        color: inherit;
        font-weight: 600;
        text-decoration: none;
        text-wrap: pretty;
      }
      a::after {
        content: "";
        position: absolute;
        inset: 0;
        border-radius: var(--of-radius);
      }
      a:focus-visible {
        outline: none;
      }
      a:focus-visible::after {
        outline: 2px solid var(--of-focus);
        outline-offset: 4px;
      }
      article:hover a {
        text-decoration: underline;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px var(--of-space-1);
      }
      .price {
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      .stars {
        color: var(--of-text-2);
        font-size: var(--of-text-s);
        white-space: nowrap;
      }
      .stars svg {
        width: 1em;
        height: 1em;
        vertical-align: -0.12em;
        fill: var(--of-waiting);
      }
      .colours {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 14px;
        color: var(--of-text-2);
        font-size: var(--of-text-xs);
      }
      .colours i {
        width: 14px;
        height: 14px;
        border: 1px solid var(--of-line-strong);
        border-radius: 50%;
      }
    `,
  ];
  @property({ attribute: false }) product: ProductCard | undefined;
  @property() href = "";
  /** Load the picture at once: for cards that are on the screen from the start. */
  @property({ type: Boolean }) eager = false;

  override render() {
    const product = this.product;
    if (!product) return nothing;
    return html`<article>
      <div class="picture" part="picture">
        <img src=${product.picture} alt="" loading=${this.eager ? "eager" : "lazy"} decoding="async" width="400" height="400" />
        ${product.inStock ? nothing : html`<span class="mark">Sold out</span>`}
      </div>
      <div>
        <div class="brand">${product.brand}</div>
        <a part="title" href=${this.href || `/p/${product.id}`}>${product.title}</a>
      </div>
      <div class="facts">
        <span class="price" part="price">${money(product.price)}</span>
        ${product.reviews > 0 ? stars(product.stars, product.reviews) : nothing}
      </div>
      ${product.colours.length > 1 ? this.colours(product) : nothing}
      <slot></slot>
    </article>`;
  }

  private colours(product: ProductCard) {
    const shown = product.colours.slice(0, 5);
    const names = product.colours.map((colour) => colour.name).join(", ");
    return html`<div class="colours" title=${names}>
      <span class="visually-hidden">Colours: ${names}</span>
      ${shown.map((colour) => html`<i .style=${`background:${hex(colour.code)}`}></i>`)}
      ${product.colours.length > shown.length ? html`<span>+${product.colours.length - shown.length}</span>` : nothing}
    </div>`;
  }
}

/** "★ 4.5 (23)", read aloud as a sentence. */
export function stars(mean: number, reviews: number) {
  return html`<span class="stars" role="img" aria-label="${mean.toFixed(1)} of 5 stars, ${reviews} reviews"
    ><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 1.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L1.5 7.7l5.9-.8z" /></svg>
    ${mean.toFixed(1)} <span>(${reviews})</span></span
  >`;
}

declare global {
  interface HTMLElementTagNameMap {
    "kit-product-card": ProductCardElement;
  }
}

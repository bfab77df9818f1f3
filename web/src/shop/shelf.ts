// A list of products: a category's, or what a search found.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { count } from "../kit/format.js";
import { Resource } from "../kit/resource.js";
import type { Category, ProductCard } from "../kit/shop.js";
import { base, controls } from "../kit/styles.js";
import { products, type Found } from "./api.js";
import { chat } from "./basket.js";
import { children, crumbs, ghosts, grid, lineage } from "./parts.js";
import { to } from "./routes.js";
import { shared } from "./styles.js";

const PAGE = 48;

const orders = {
  featured: { name: "Featured", compare: () => 0 },
  cheap: { name: "Price, low to high", compare: (a: ProductCard, b: ProductCard) => a.price.minor - b.price.minor },
  dear: { name: "Price, high to low", compare: (a: ProductCard, b: ProductCard) => b.price.minor - a.price.minor },
  stars: { name: "Best reviewed", compare: (a: ProductCard, b: ProductCard) => b.stars - a.stars || b.reviews - a.reviews },
};

@customElement("shop-shelf")
export class Shelf extends LitElement {
  static override styles = [
    base,
    controls,
    shared,
    css`
      :host {
        --card: 220px;
      }
      .page {
        display: grid;
        gap: var(--of-space-2) var(--of-space-4);
        padding-bottom: var(--of-space-6);
      }
      @media (min-width: 900px) {
        .page {
          grid-template-columns: 200px 1fr;
        }
      }
      .page > div {
        display: grid;
        gap: var(--of-space-3);
        align-content: start;
        min-width: 0;
      }
      header {
        display: grid;
        gap: 4px;
      }
      .shelves {
        display: flex;
        gap: 4px;
        margin: 0;
        padding: 4px 0;
        overflow-x: auto;
        list-style: none;
        scrollbar-width: none;
      }
      .shelves a {
        display: block;
        padding: 6px 12px;
        border-radius: var(--of-radius-round);
        color: var(--of-text);
        text-decoration: none;
        white-space: nowrap;
      }
      .shelves a:hover {
        background: var(--of-surface-2);
      }
      .shelves a[aria-current] {
        background: var(--of-accent-soft);
        color: var(--of-on-accent-soft);
        font-weight: 600;
      }
      @media (min-width: 900px) {
        .shelves {
          display: grid;
        }
        .shelves a {
          border-radius: var(--of-radius-s);
        }
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--of-space-1) var(--of-space-2);
      }
      .tools label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        font-size: var(--of-text-s);
      }
      .tools .field {
        width: auto;
      }
      input[type="checkbox"] {
        width: 18px;
        height: 18px;
        accent-color: var(--of-accent);
      }
      .more {
        justify-self: center;
      }
    `,
  ];
  @property({ attribute: false }) categories: readonly Category[] = [];
  /** A category's id; empty when `text` is searched for. */
  @property() category = "";
  @property() text = "";
  @state() private order: keyof typeof orders = "featured";
  @state() private inStock = false;
  @state() private pages = 1;

  private readonly found = new Resource(
    this,
    () => [this.category, this.text, this.pages] as const,
    (category, text, pages) => firstPages({ category, q: text }, pages),
    { keep: (now, before) => now[0] === before[0] && now[1] === before[1] },
  );

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("category") || changed.has("text")) this.pages = 1;
  }

  override render() {
    const path = lineage(this.categories, this.category);
    const here = path.at(-1);
    const name = this.text ? `Results for “${this.text}”` : (here?.name ?? "");
    const top = path[0];
    return html`<div class="wide">
      ${crumbs(this.text ? [{ name: "Search" }] : path.map((each, index) => (index === path.length - 1 ? { name: each.name } : { name: each.name, href: to.category(each.id) })))}
      <div class="page">
        ${this.nav(top)}
        <div>
          <header>
            <h1>${name}</h1>
            ${here ? html`<p class="quiet">${count(here.count, "product", "products")}</p>` : nothing}
          </header>
          ${this.found.render({
            ready: (found) => this.list(found.products, found.total),
            skeleton: () => ghosts(8),
            failed: "The products could not be loaded.",
          })}
        </div>
      </div>
    </div>`;
  }

  private nav(top: Category | undefined) {
    const shelves = top ? children(this.categories, top.id) : children(this.categories, null);
    return html`<nav aria-label=${top ? top.name : "All shelves"}>
      <ul class="shelves" role="list">
        ${top ? html`<li><a href=${to.category(top.id)} aria-current=${top.id === this.category ? "page" : nothing}>All ${top.name.toLowerCase()}</a></li>` : nothing}
        ${shelves.map((each) => html`<li><a href=${to.category(each.id)} aria-current=${each.id === this.category ? "page" : nothing}>${each.name}</a></li>`)}
      </ul>
    </nav>`;
  }

  private list(all: readonly ProductCard[], total: number) {
    if (total === 0) return this.nothingFound();
    const shown = all.filter((each) => !this.inStock || each.inStock).sort(orders[this.order].compare);
    return html`<div class="tools">
        <label><input type="checkbox" .checked=${this.inStock} @change=${(event: Event) => (this.inStock = (event.target as HTMLInputElement).checked)} />In stock only</label>
        <label
          >Sort by
          <select class="field" @change=${(event: Event) => (this.order = (event.target as HTMLSelectElement).value as keyof typeof orders)}>
            ${Object.entries(orders).map(([key, { name }]) => html`<option value=${key} ?selected=${key === this.order}>${name}</option>`)}
          </select>
        </label>
      </div>
      ${shown.length ? grid(shown) : html`<kit-empty heading="Nothing in stock right now" hint="Untick the filter to see what comes back."></kit-empty>`}
      ${all.length < total ? html`<button class="button more" type="button" @click=${() => this.pages++}>Show more (${total - all.length})</button>` : nothing}`;
  }

  private nothingFound() {
    if (!this.text) return html`<kit-empty heading="This shelf is empty" hint="Have a look at the others."></kit-empty>`;
    return html`<kit-empty heading="Nothing fits “${this.text}”" hint="Try fewer or other words, or tell us what you are up to.">
      <button class="button primary" type="button" @click=${() => this.ask()}>Ask us about it</button>
    </kit-empty>`;
  }

  private async ask(): Promise<void> {
    (await chat()).say(`I am looking for ${this.text}`);
  }
}

/** The first pages as one list; those that were shown before come from memory. */
async function firstPages(wanted: { category: string; q: string }, pages: number): Promise<Found> {
  const found = await Promise.all(Array.from({ length: pages }, (_, page) => products({ ...wanted, limit: PAGE, offset: PAGE * page })));
  return { total: found[0]?.total ?? 0, products: found.flatMap((page) => page.products) };
}

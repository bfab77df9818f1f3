// One product: picture in the chosen colour, what can be had of it, how it fits, how to care for it, what others say.
import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem } from "../kit/api.js";
import { colours, firstChoice, inColour, pricesDiffer, sizes, variantOf, type Chosen, type Option } from "../kit/choice.js";
import { count, money } from "../kit/format.js";
import { stars } from "../kit/product-card.js";
import { Resource } from "../kit/resource.js";
import { hex, type Category, type Variant } from "../kit/shop.js";
import { reason } from "../kit/states.js";
import { base, controls } from "../kit/styles.js";
import "../kit/time.js";
import { product, products, type Product, type Review, type SizeTable } from "./api.js";
import { basket, chat } from "./basket.js";
import { crumbs, grid, icon, lineage } from "./parts.js";
import { productStyles } from "./product-styles.js";
import { to } from "./routes.js";
import { shared } from "./styles.js";
import { Promises } from "./terms.js";

const NOTHING: Chosen = { colour: "", size: "" };
const ADDED_SHOWN = 4_000;

@customElement("shop-product")
export class ProductView extends LitElement {
  static override styles = [base, controls, shared, productStyles];
  @property({ attribute: false }) categories: readonly Category[] = [];
  @property() product = "";
  @state() private chosen: Chosen = NOTHING;
  @state() private progress: "none" | "adding" | "added" | "choose" | "failed" = "none";
  private why = "";
  private rest: ReturnType<typeof setTimeout> | undefined;

  private readonly promises = new Promises(this);
  private readonly shown = new Resource(
    this,
    () => [this.product] as const,
    async (id) => {
      const found = await product(id);
      this.chosen = firstChoice(found);
      this.progress = "none";
      document.title = `${found.title} · Ridge & Ramble`;
      return found;
    },
  );
  private readonly others = new Resource(
    this,
    () => [this.shown.value?.category ?? ""] as const,
    async (category) => (category ? (await products({ category, limit: 5 })).products : []),
  );

  override render() {
    return html`<div class="wide">
      ${this.shown.value ? nothing : html`<h1 class="visually-hidden">Product</h1>`}
      ${this.shown.render({
        ready: (value) => this.page(value),
        skeleton: () => html`<div class="page"><kit-skeleton class="picture" block></kit-skeleton><kit-skeleton lines="8"></kit-skeleton></div>`,
        failed: this.shown.failure instanceof Problem && this.shown.failure.status === 404 ? "We do not have this product." : "The product could not be loaded.",
      })}
    </div>`;
  }

  private page(shown: Product) {
    const variant = variantOf(shown, this.chosen);
    const path = lineage(this.categories, shown.category).map((each) => ({ name: each.name, href: to.category(each.id) }));
    return html`${crumbs([...path, { name: shown.title }])}
      <article class="page">
        <div class="picture"><img src=${picture(shown, this.chosen)} alt=${`${shown.title}${this.chosen.colour ? `, ${this.chosen.colour}` : ""}`} width="800" height="800" /></div>
        <div class="buy">
          <p class="brand">${shown.brand}</p>
          <h1>${shown.title}</h1>
          ${shown.reviews ? html`<a class="rating" href="#reviews" @click=${this.toReviews}>${stars(shown.stars, shown.reviews)}<span class="visually-hidden">to the reviews</span></a>` : nothing}
          <p class="price">${variant ? money(variant.price) : `${pricesDiffer(shown) ? "from " : ""}${money(shown.price)}`}</p>
          ${this.choice(shown)} ${stock(shown, variant)} ${this.act(shown, variant)}
          <button class="button quiet ask" type="button" @click=${() => this.ask(shown)}>${icon("chat")} Ask about this</button>
          <div class="text">${shown.description.split(/\n\n+/).map((each) => html`<p>${each}</p>`)}</div>
          ${shown.sizeTable ? details("Find your size", sizeTable(shown.sizeTable)) : nothing}
          ${shown.care ? details("Care", care(shown.care)) : nothing}
          ${details("Delivery and returns", html`<p>${this.promises.days ? `There in ${this.promises.days}, ${this.promises.cost}. Send it back within ${this.promises.returns}; ${this.promises.returnCost}.` : nothing} <a href=${to.article("returns")}>More about returns</a></p>`)}
        </div>
      </article>
      ${reviews(shown)} ${this.related(shown)}`;
  }

  private choice(shown: Product) {
    const offered = colours(shown);
    const fitting = sizes(shown, this.chosen.colour);
    return html`${offered.length > 1
        ? html`<fieldset>
            <legend>Colour: <b>${this.chosen.colour}</b></legend>
            <div class="options">${offered.map((each) => this.option("colour", each, each.name === this.chosen.colour))}</div>
          </fieldset>`
        : nothing}
      ${fitting.length > 1
        ? html`<fieldset class=${this.progress === "choose" ? "missing" : ""}>
            <legend>Size${this.chosen.size ? html`: <b>${this.chosen.size}</b>` : nothing}</legend>
            <div class="options">${fitting.map((each) => this.option("size", each, each.name === this.chosen.size))}</div>
            ${this.progress === "choose" ? html`<p class="hint" role="alert">Choose a size first.</p>` : nothing}
          </fieldset>`
        : nothing}`;
  }

  private option(kind: "colour" | "size", option: Option, checked: boolean) {
    const gone = option.stock === "out";
    const label = gone ? `${option.name}, sold out` : option.name;
    const choose = () => {
      const shown = this.shown.value;
      if (!shown) return;
      this.chosen = kind === "colour" ? inColour(shown, this.chosen, option.name) : { ...this.chosen, size: option.name };
      this.progress = "none";
    };
    return html`<label class="${kind} ${gone ? "gone" : ""}" title=${label}>
      <input type="radio" name=${kind} aria-label=${label} .checked=${checked} @change=${choose} />
      ${kind === "colour" ? html`<i .style=${`background:${hex(option.code || "#888")}`}></i>` : html`<span>${option.name}</span>`}
    </label>`;
  }

  private act(shown: Product, variant: Variant | undefined) {
    const gone = !shown.inStock || variant?.stock === "out";
    const words = { none: "Add to cart", choose: "Add to cart", failed: "Add to cart", adding: "Adding", added: "In your cart" }[this.progress];
    return html`<div class="act">
      <button class="button primary add" type="button" ?disabled=${gone} aria-busy=${this.progress === "adding"} @click=${() => this.add(variant)}>
        ${this.progress === "added" ? icon("check") : nothing} ${gone ? "Sold out" : words}
      </button>
      <p role="status" class=${this.progress === "failed" ? "failed" : "added"}>
        ${this.progress === "added" ? html`<a href="/cart">See your cart</a>` : this.progress === "failed" ? this.why : nothing}
      </p>
    </div>`;
  }

  private related(shown: Product) {
    const others = this.others.value?.filter((each) => each.id !== shown.id).slice(0, 4) ?? [];
    if (others.length === 0) return nothing;
    return html`<section class="more">
      <div class="between"><h2>More ${shown.categoryName.toLowerCase()}</h2><a href=${to.category(shown.category)}>See all</a></div>
      ${grid(others, 0)}
    </section>`;
  }

  private async add(variant: Variant | undefined): Promise<void> {
    if (this.progress === "adding") return;
    if (!variant) {
      this.progress = "choose";
      await this.updateComplete;
      this.shadowRoot?.querySelector<HTMLElement>(".missing input")?.focus();
      return;
    }
    this.progress = "adding";
    try {
      await basket.add(variant.sku);
      this.progress = "added";
      clearTimeout(this.rest);
      this.rest = setTimeout(() => this.progress === "added" && (this.progress = "none"), ADDED_SHOWN);
    } catch (failure) {
      this.why = reason(failure);
      this.progress = "failed";
    }
  }

  private async ask(shown: Product): Promise<void> {
    (await chat()).write(`I have a question about the ${shown.title}: `);
  }

  private toReviews(event: Event): void {
    event.preventDefault();
    this.shadowRoot?.getElementById("reviews")?.scrollIntoView({ block: "start" });
  }
}

/** The picture in the chosen colour. */
function picture(shown: Product, chosen: Chosen): string {
  return shown.variants.find((each) => each.colour === chosen.colour)?.picture ?? shown.picture;
}

function stock(shown: Product, variant: Variant | undefined) {
  if (!shown.inStock) return html`<p class="stock out">Sold out for now</p>`;
  if (!variant) return html`<p class="stock in">In stock</p>`;
  const where = variant.size ? ` in ${variant.size}` : "";
  const words = {
    in: `In stock${where}`,
    low: variant.quantity ? `Only ${variant.quantity} left${where}` : `Few left${where}`,
    out: `Sold out${where}`,
  }[variant.stock];
  return html`<p class="stock ${variant.stock}">${words}</p>`;
}

function details(title: string, inside: unknown) {
  return html`<details>
    <summary><h2>${title}</h2></summary>
    <div>${inside}</div>
  </details>`;
}

function sizeTable(table: SizeTable) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Size table">
    <table>
      <thead>
        <tr>
          ${table.columns.map((each) => html`<th scope="col">${each}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map((row) => html`<tr>${row.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

function care(text: string) {
  const lines = text.split(/\n+/).filter(Boolean);
  return lines.length > 1 ? html`<ul>${lines.map((each) => html`<li>${each}</li>`)}</ul>` : html`<p>${text}</p>`;
}

function reviews(shown: Product) {
  if (shown.reviewList.length === 0) return nothing;
  return html`<section id="reviews" class="reviews">
    <div class="between">
      <h2>${count(shown.reviews, "review", "reviews")}</h2>
      <p class="quiet">${shown.stars.toFixed(1)} of 5 stars on average</p>
    </div>
    <ul role="list">
      ${shown.reviewList.map(review)}
    </ul>
  </section>`;
}

function review(review: Review) {
  return html`<li>
    <p class="given" role="img" aria-label="${review.stars} of 5 stars"><span>${"★".repeat(review.stars)}</span><i>${"★".repeat(5 - review.stars)}</i></p>
    <h3>${review.title}</h3>
    <p>${review.body}</p>
    <p class="quiet">${review.author ?? "A customer"}, <kit-time at=${review.at}></kit-time></p>
  </li>`;
}

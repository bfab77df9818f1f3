import { LitElement, css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { count, money } from "../kit/format.js";
import type { CartLine } from "../kit/shop.js";
import { reason } from "../kit/states.js";
import { base, controls } from "../kit/styles.js";
import type { Order } from "./api.js";
import { basket, chat } from "./basket.js";
import { crumbs } from "./parts.js";
import { to } from "./routes.js";
import { shared } from "./styles.js";
import { Promises } from "./terms.js";

@customElement("shop-cart")
export class CartView extends LitElement {
  static override styles = [
    base,
    controls,
    shared,
    css`
      .page {
        display: grid;
        gap: var(--of-space-3) var(--of-space-6);
        align-items: start;
        padding: var(--of-space-2) 0 var(--of-space-6);
      }
      @media (min-width: 860px) {
        .page {
          grid-template-columns: 1fr 340px;
        }
        .sum {
          position: sticky;
          top: 88px;
        }
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .line {
        display: grid;
        grid-template-columns: 96px 1fr auto;
        gap: 4px var(--of-space-2);
        padding: var(--of-space-2) 0;
        border-top: 1px solid var(--of-line);
      }
      .line img {
        grid-row: span 2;
        width: 96px;
        height: 96px;
        border-radius: var(--of-radius-s);
        background: var(--of-picture);
        object-fit: contain;
      }
      .line a {
        color: inherit;
        font-weight: 600;
        text-decoration: none;
      }
      .line a:hover {
        text-decoration: underline;
      }
      .price {
        font-weight: 650;
        font-variant-numeric: tabular-nums;
        text-align: right;
      }
      .steps {
        display: flex;
        align-items: center;
        gap: 4px;
        align-self: end;
      }
      .steps output {
        min-width: 28px;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        text-align: center;
      }
      .remove {
        align-self: end;
        color: var(--of-text-2);
      }
      .sum {
        display: grid;
        gap: var(--of-space-2);
        padding: var(--of-space-3);
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius-l);
        background: var(--of-surface);
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 8px 0;
        font-variant-numeric: tabular-nums;
      }
      dd {
        text-align: right;
      }
      .total {
        padding-top: 8px;
        border-top: 1px solid var(--of-line);
        font-size: var(--of-text-l);
        font-weight: 680;
      }
      .button.primary {
        min-height: 52px;
      }
      .failed {
        color: var(--of-problem);
        font-weight: 600;
      }
      .thanks {
        display: grid;
        gap: var(--of-space-2);
        justify-items: start;
        max-width: 60ch;
        padding: var(--of-space-4) 0 var(--of-space-8);
      }
      .thanks .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--of-space-1);
      }
      .number {
        font-size: var(--of-text-l);
      }
    `,
  ];
  private readonly promises = new Promises(this);
  @state() private order: Order | undefined;
  @state() private why = "";
  @state() private paying = false;

  constructor() {
    super();
    basket.follow(this);
  }

  override render() {
    return html`<div class="wide">${crumbs([{ name: "Cart" }])} ${this.order ? this.thanks(this.order) : this.content()}</div>`;
  }

  private content() {
    const { items } = basket.cart;
    if (items.length) return this.page(items);
    if (basket.failure !== undefined)
      return html`<kit-failed what="Your cart could not be loaded." .failure=${basket.failure} @retry=${() => basket.load()}></kit-failed>`;
    if (!basket.known) return html`<h1>Your cart</h1>`;
    return html`<h1>Your cart</h1>
      <kit-empty heading="Nothing in it yet" hint="Boots are a good beginning."><a class="button primary" href="/">Have a look around</a></kit-empty>`;
  }

  private page(items: readonly CartLine[]) {
    return html`<h1>Your cart</h1>
      <div class="page">
        <ul role="list">
          ${repeat(
            items,
            (line) => line.sku,
            (line) => this.line(line),
          )}
        </ul>
        ${this.sum()}
      </div>`;
  }

  private line(line: CartLine) {
    const kind = [line.colour, line.size].filter(Boolean).join(", ");
    const { minor, currency } = line.price;
    return html`<li class="line">
      <img src=${line.picture} alt="" width="96" height="96" />
      <div>
        <a href=${to.product(line.product)}>${line.title}</a>
        <p class="quiet">${kind}</p>
      </div>
      <p class="price">${money({ minor: minor * line.quantity, currency })}</p>
      <div class="steps" role="group" aria-label="Quantity of ${line.title}">
        <button class="button icon small" type="button" aria-label="One less" @click=${() => this.set(line, line.quantity - 1)}>−</button>
        <output>${line.quantity}</output>
        <button class="button icon small" type="button" aria-label="One more" @click=${() => this.set(line, line.quantity + 1)}>+</button>
      </div>
      <button class="button quiet small remove" type="button" aria-label="Remove ${line.title}" @click=${() => this.set(line, 0)}>Remove</button>
    </li>`;
  }

  private sum() {
    const { total, currency } = basket.cart;
    const shipping = this.promises.shipping({ minor: total, currency });
    return html`<aside class="sum" aria-label="Summary">
      <dl>
        <dt>${count(basket.count, "item", "items")}</dt>
        <dd>${money({ minor: total, currency })}</dd>
        <dt>Delivery</dt>
        <dd>${shipping === null ? nothing : shipping.minor === 0 ? "free" : html`${money(shipping)} <span class="quiet">${this.promises.cost}</span>`}</dd>
        <dt class="total">Total</dt>
        <dd class="total">${money({ minor: total + (shipping?.minor ?? 0), currency })}</dd>
      </dl>
      <button class="button primary" type="button" aria-busy=${this.paying} @click=${this.checkout}>${this.paying ? "Placing your order" : "Buy now"}</button>
      <p class="quiet">This is a demo: nothing is charged, and nothing is sent.</p>
      <p class="failed" role="alert">${this.why || nothing}</p>
    </aside>`;
  }

  private thanks(order: Order) {
    return html`<div class="thanks" role="status">
      <h1>Thank you, that is on its way</h1>
      <p class="number">Your order is <b>${order.number}</b>, ${money({ minor: order.total, currency: order.currency })} ${order.shipping ? `with delivery (${money({ minor: order.shipping, currency: order.currency })})` : "with free delivery"}.</p>
      <p class="quiet">We pack it today. Ask in the chat where it is at any time.</p>
      <div class="acts">
        <button class="button" type="button" @click=${() => this.track(order)}>Where is my order?</button>
        <a class="button quiet" href="/">Look around</a>
      </div>
    </div>`;
  }

  private async set(line: CartLine, quantity: number): Promise<void> {
    this.why = "";
    try {
      await basket.set(line.sku, quantity);
    } catch (failure) {
      this.why = reason(failure);
    }
  }

  private async checkout(): Promise<void> {
    if (this.paying) return;
    this.paying = true;
    this.why = "";
    try {
      this.order = await basket.checkout();
      scrollTo(0, 0);
    } catch (failure) {
      this.why = reason(failure);
    } finally {
      this.paying = false;
    }
  }

  private async track(order: Order): Promise<void> {
    (await chat()).say(`Where is my order ${order.number}?`);
  }
}

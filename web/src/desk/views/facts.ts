// Orders and cart as the assist panel lists them.
import { html, nothing } from "lit";
import { money, type Money } from "../../kit/format.js";
import "../../kit/time.js";
import { words } from "../../kit/words.js";
import type { Cart, Order } from "../model/wire.js";

const SHOWN = 5;
const TONES: Readonly<Record<string, string>> = {
  delivered: "done", paid: "", placed: "", packed: "", shipped: "money", "in-transit": "money",
  late: "waiting", delayed: "waiting", lost: "problem", cancelled: "problem", returned: "problem",
};

export function orders(all: readonly Order[]) {
  if (all.length === 0) return html`<p class="quiet">No order yet.</p>`;
  return html`<ul class="orders" role="list">
      ${all.slice(0, SHOWN).map((order) => html`<li>${one(order)}</li>`)}
    </ul>
    ${all.length > SHOWN ? html`<p class="quiet">and ${all.length - SHOWN} older</p>` : nothing}`;
}

function one(order: Order) {
  const state = order.shipment?.state ?? order.state;
  const { carrier, tracking, expectedOn } = order.shipment ?? {};
  return html`<div class="order">
      <b class="numbers">${order.number}</b>
      <span class="mark ${TONES[state] ?? ""}">${words(state)}</span>
      <kit-time class="quiet" at=${order.placedAt}></kit-time>
      <span class="total">${money(amount(order.total, order.currency))}</span>
    </div>
    ${carrier || expectedOn
      ? html`<p class="quiet">${[carrier, tracking, expectedOn ? `expected ${date(expectedOn)}` : ""].filter(Boolean).join(" · ")}</p>`
      : nothing}
    ${order.returns?.length ? html`<p class="quiet">Return ${order.returns.map((each) => words(each.state ?? "started").toLowerCase()).join(", ")}</p>` : nothing}
    <ul class="things" role="list">
      ${order.lines.map((line) => html`<li>${thing(line, null)}</li>`)}
    </ul>`;
}

export function cart(content: Cart | null | undefined) {
  if (!content || content.items.length === 0) return html`<p class="quiet">Nothing in the cart.</p>`;
  return html`<ul class="things cart" role="list">
      ${content.items.map((item) => html`<li>${thing({ ...item, title: item.title ?? words(item.product ?? item.sku) }, item.price ?? null)}</li>`)}
    </ul>
    <p class="order"><span class="quiet">Total</span> <b class="total">${money(amount(content.total, content.currency))}</b></p>`;
}

interface Thing {
  readonly title: string;
  readonly size?: string | null;
  readonly colour?: string | null;
  readonly quantity: number;
  readonly product?: string | null;
  readonly picture?: string | null;
}

function thing(line: Thing, price: Money | number | null) {
  const kind = [line.size, line.colour].filter(Boolean).join(", ");
  return html`<span class="thing">
    <img src=${line.picture ?? `/pictures/${line.product ?? ""}.svg`} alt="" width="32" height="32" loading="lazy" />
    <span class="line" title=${line.title}>${line.title}${kind ? html` <span class="quiet">${kind}</span>` : nothing}</span>
    <span class="quiet numbers">${line.quantity > 1 ? `${line.quantity} ×` : ""} ${price !== null && typeof price === "object" ? money(price) : ""}</span>
  </span>`;
}

function amount(total: number | Money, currency: string | null | undefined): Money {
  return typeof total === "number" ? { minor: total, currency: currency ?? "EUR" } : total;
}

function date(day: string): string {
  return new Date(day).toLocaleDateString(document.documentElement.lang || "en", { weekday: "short", day: "numeric", month: "short" });
}

// What the shop's page asks of the server. What everybody may see is kept for a minute, so that going back is instant.
import { Api, query } from "../kit/api.js";
import type { Money } from "../kit/format.js";
import type { Cart, Category, ProductCard, Variant } from "../kit/shop.js";

export interface Product extends ProductCard {
  readonly description: string;
  readonly care: string;
  readonly sizeTable: SizeTable | null;
  readonly variants: readonly Variant[];
  readonly reviewList: readonly Review[];
}

export interface SizeTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Review {
  readonly author: string | null;
  readonly stars: number;
  readonly title: string;
  readonly body: string;
  readonly at: string;
}

export interface Article {
  readonly id: string;
  readonly title: string;
  /** Plain text; paragraphs are parted by an empty line. */
  readonly body: string;
}

export interface Found {
  readonly total: number;
  readonly products: readonly ProductCard[];
}

export interface Order {
  readonly number: string;
  /** In the currency's smallest unit, with `shipping`. */
  readonly total: number;
  readonly shipping: number;
  readonly currency: string;
}

export interface Terms {
  /** Ways to send, the usual one first. */
  readonly delivery: readonly Way[];
  readonly returns: { readonly windowDays: number; readonly fee: Money };
}

export interface Way {
  readonly price: Money;
  /** Worth of the goods from which it costs nothing. */
  readonly freeFrom?: Money | null;
  readonly daysMin: number;
  readonly daysMax: number;
}

/** A customer that a visitor of the demo may be. */
export interface DemoCustomer {
  readonly externalId: string;
  readonly name: string;
  readonly about: string;
}

export interface Demo {
  readonly customers: readonly DemoCustomer[];
  readonly accounts: readonly { readonly name: string; readonly password: string; readonly displayName: string; readonly role: string }[];
}

const KEPT = 60_000;
const open = new Api();
const kept = new Map<string, { readonly at: number; readonly value: Promise<unknown> }>();

export function categories(): Promise<Category[]> {
  return once("/api/shop/categories");
}

export function products(wanted: { category?: string; q?: string; limit?: number; offset?: number }): Promise<Found> {
  return once(query("/api/shop/products", wanted));
}

export function product(id: string): Promise<Product> {
  return once(`/api/shop/products/${encodeURIComponent(id)}`);
}

export function articles(): Promise<Article[]> {
  return once("/api/shop/articles");
}

export function article(id: string): Promise<Article> {
  return once(`/api/shop/articles/${encodeURIComponent(id)}`);
}

export function terms(): Promise<Terms> {
  return once("/api/shop/terms");
}

/** What the demo offers; null when this is no demo. */
export function demo(): Promise<Demo | null> {
  return open.get<Demo>("/api/demo").catch(() => null);
}

export async function demoIdentity(externalId: string): Promise<string> {
  return (await open.post<{ identity: string }>("/api/demo/identity", { externalId })).identity;
}

/** The visitor's own calls, in the name of whoever holds the token. */
export class Till {
  private readonly api: Api;

  constructor(token: (refused: boolean) => Promise<string>) {
    this.api = new Api({ token });
  }

  cart(): Promise<Cart> {
    return this.api.get("/api/shop/cart");
  }

  add(sku: string): Promise<Cart> {
    return this.api.post("/api/shop/cart/lines", { sku, quantity: 1 });
  }

  set(sku: string, quantity: number): Promise<Cart> {
    return this.api.put(`/api/shop/cart/lines/${encodeURIComponent(sku)}`, { quantity });
  }

  async checkout(): Promise<Order> {
    const { order } = await this.api.post<{ order: Order }>("/api/shop/checkout");
    kept.clear();
    return order;
  }
}

function once<T>(path: string): Promise<T> {
  const before = kept.get(path);
  if (before && Date.now() - before.at < KEPT) return before.value as Promise<T>;
  const value = open.get<T>(path);
  kept.set(path, { at: Date.now(), value });
  value.catch(() => kept.delete(path));
  return value;
}

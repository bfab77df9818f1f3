// Names and prices of the products on cards: a card carries only the product's handle, the rest is read when it is shown.
import { Api } from "./api.js";
import type { Money } from "./format.js";
import { Watchable } from "./watch.js";
import { words } from "./words.js";

export interface Shown {
  readonly title: string;
  readonly picture: string;
  readonly price: Money | null;
}

export class Products extends Watchable {
  private readonly known = new Map<string, Shown>();
  private readonly asked = new Set<string>();

  constructor(private readonly api: Api = new Api()) {
    super();
  }

  /** What to show now: the handle as words until the shop has answered. */
  of(id: string): Shown {
    const known = this.known.get(id);
    if (known) return known;
    void this.ask(id);
    return { title: words(id), picture: `/pictures/${id}.svg`, price: null };
  }

  private async ask(id: string): Promise<void> {
    if (this.asked.has(id)) return;
    this.asked.add(id);
    try {
      const { title, picture, price } = await this.api.get<Shown>(`/api/shop/products/${encodeURIComponent(id)}`);
      this.known.set(id, { title, picture, price });
      this.changed();
    } catch {
      // the handle as words does as well
    }
  }
}

export const products = new Products();

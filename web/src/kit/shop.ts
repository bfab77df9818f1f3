// What the shop's API says about products, carts and articles; the same shapes travel in chat cards and suggestions.
import type { Money } from "./format.js";

export interface Colour {
  readonly name: string;
  /** Hexadecimal, with or without the leading #. */
  readonly code: string;
}

export interface ProductCard {
  readonly id: string;
  readonly title: string;
  readonly brand: string;
  readonly category: string;
  readonly categoryName: string;
  /** The lowest price among the variants. */
  readonly price: Money;
  readonly colours: readonly Colour[];
  readonly inStock: boolean;
  /** Mean of the reviews, 0 to 5; 0 when there is none. */
  readonly stars: number;
  readonly reviews: number;
  readonly picture: string;
}

export interface Variant {
  readonly sku: string;
  /** Null when there is only one. */
  readonly size: string | null;
  readonly colour: string | null;
  readonly colourCode: string | null;
  readonly price: Money;
  readonly stock: "in" | "low" | "out";
  /** How many are left, told only when few are. */
  readonly quantity?: number;
  /** In this colour. */
  readonly picture?: string;
}

export interface Category {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly count: number;
}

export interface CartLine {
  readonly sku: string;
  readonly product: string;
  readonly title: string;
  readonly size: string | null;
  readonly colour: string | null;
  readonly quantity: number;
  readonly price: Money;
  readonly picture: string;
}

export interface Cart {
  readonly items: readonly CartLine[];
  /** In the currency's smallest unit. */
  readonly total: number;
  readonly currency: string;
}

/** Dispatched on the document when a cart changed outside of the page that shows it. */
export const CART_CHANGED = "outfitter-cart";

/** "#2f4f4f" from either way of writing it. */
export function hex(code: string): string {
  return code.startsWith("#") ? code : `#${code}`;
}

// What the studio API says, by its names there.
import type { Money } from "../../kit/format.js";
import type { ProductCard } from "../../kit/shop.js";

export type ListName = "goes-with" | "step-up";

/** What must be at hand for a rule to speak: one product, anything of a category, or nothing in particular. */
export interface Anchor {
  readonly product?: string | null;
  readonly category?: string | null;
  readonly any?: boolean;
}

export interface Rule {
  readonly id: string;
  /** What agents read beside a product that it moved. */
  readonly name: string;
  readonly act: "pin" | "exclude";
  readonly anchor: Anchor;
  readonly product: string;
  readonly list: ListName;
  /** Where a pin puts it, 1 is the top. */
  readonly place?: number | null;
}

export type StudioProduct = ProductCard & { readonly stock?: number | null };

export interface StudioItem {
  readonly product: string;
  readonly title: string;
  readonly picture?: string | null;
  readonly price: Money;
  readonly place?: number;
  readonly evidence: readonly string[];
  readonly rule?: { readonly name: string; readonly act: string } | null;
  readonly stock?: { readonly quantity: number | null; readonly size?: string | null } | null;
  readonly score?: number;
}

/** A pin that spoke but whose product cannot be shown. */
export interface HiddenPin {
  readonly rule: Rule | string;
  readonly product: string;
  readonly title?: string | null;
  readonly why: string;
}

export interface Lists {
  readonly goesWith: readonly StudioItem[];
  readonly stepUp: readonly StudioItem[];
  readonly hiddenPins?: readonly HiddenPin[];
}

export interface Detail {
  readonly product: StudioProduct;
  readonly live: Lists;
  readonly draft: Lists;
  readonly rules?: readonly Rule[];
}

export interface Draft {
  readonly rules: readonly Rule[];
  /** The rules that are live now. */
  readonly live?: readonly Rule[];
  /** Names this state of the draft, so that two people do not overwrite each other. */
  readonly version?: number | null;
  /** What the rules do that nobody may have meant. */
  readonly warnings?: readonly string[];
  /** The lists that would change most. */
  readonly changes?: readonly ChangedList[];
}

/** A list that publishing would change. */
export interface ChangedList {
  readonly product: string;
  readonly title: string;
  readonly list: string;
  readonly before: readonly { readonly product: string; readonly title: string }[];
  readonly after: readonly { readonly product: string; readonly title: string }[];
}

export interface Publication {
  readonly id: number;
  readonly publishedAt?: string | null;
  readonly at?: string | null;
  readonly account?: number | { readonly name: string } | null;
  readonly by?: string | null;
  readonly note?: string | null;
  readonly undoes?: number | null;
}

// What the studio API says, by its names there.
import type { Money } from "../../kit/format.js";
import type { ProductCard } from "../../kit/shop.js";

export type ListName = "goes-with" | "step-up";

export type Act = "pin" | "boost" | "bury" | "exclude" | "only-with" | "quota" | "bundle";

export type Kind = "product" | "category" | "brand" | "tag" | "set" | "price" | "margin" | "stock" | "segment" | "intent" | "channel" | "season";

/** One thing that must be so; `any` for values, `from` and `to` for a range: pence of a price, percent of a margin, pieces. */
export interface Condition {
  readonly is: Kind;
  readonly any?: readonly string[];
  readonly from?: number | null;
  readonly to?: number | null;
}

/** The products that a rule is about: exactly one of the three. */
export interface Target {
  readonly products?: readonly string[] | null;
  readonly set?: string | null;
  readonly selection?: readonly Condition[] | null;
}

export interface Rule {
  readonly id: string;
  /** What agents read beside a product that it moved. */
  readonly name: string;
  readonly act: Act;
  /** Where a pin puts it, 1 is the top. */
  readonly place?: number | null;
  /** How much a boost or a bury counts. */
  readonly percent?: number | null;
  /** How many a quota allows. */
  readonly most?: number | null;
  /** All must hold; none: always. */
  readonly when: readonly Condition[];
  readonly target: Target;
  /** Without one, it speaks in both. */
  readonly list?: ListName | null;
  readonly from?: string | null;
  readonly until?: string | null;
}

/** Two rules at odds; the one that `wins` has its way. */
export interface Conflict {
  readonly wins: string;
  readonly loses: string;
  readonly text: string;
}

export type StudioProduct = ProductCard & { readonly stock?: number | null };

export interface StudioItem {
  readonly product: string;
  readonly title: string;
  readonly picture?: string | null;
  readonly price: Money;
  readonly place?: number;
  /** Where it would stand if there were no rules. */
  readonly ownPlace?: number | null;
  readonly evidence: readonly string[];
  readonly rule?: { readonly name: string; readonly act: string } | null;
  readonly stock?: { readonly quantity: number | null; readonly size?: string | null } | null;
  readonly score?: number;
}

/** A pin that spoke but whose product cannot be shown. */
export interface HiddenPin {
  readonly rule: Rule;
  readonly list: ListName;
  readonly product: string;
  readonly title?: string | null;
  readonly why: string;
}

export interface Lists {
  readonly goesWith: readonly StudioItem[];
  readonly stepUp: readonly StudioItem[];
  readonly hiddenPins?: readonly HiddenPin[];
  /** Why there is nothing in a list. */
  readonly goesWithEmpty?: string | null;
  readonly stepUpEmpty?: string | null;
}

export interface Detail {
  readonly product: StudioProduct;
  readonly live: Lists;
  readonly draft: Lists;
  readonly rules?: readonly Rule[];
}

/** One of the conditions of a rule. */
export interface Spot {
  readonly part: "when" | "selection";
  readonly at: number;
}

/** Something to be said of one rule. */
export interface Remark {
  readonly rule: string;
  readonly text: string;
  /** Whether the rule does nothing at all for this reason. */
  readonly idle?: boolean;
  /** The condition it is about; none when it is about the rule. */
  readonly spot?: Spot | null;
}

export interface Draft {
  readonly rules: readonly Rule[];
  /** The rules that are live now. */
  readonly live?: readonly Rule[];
  /** Names this state of the draft, so that two people do not overwrite each other. */
  readonly version?: number | null;
  /** What the rules do that nobody may have meant. */
  readonly warnings?: readonly string[];
  readonly conflicts?: readonly Conflict[];
  /** What should be known of single rules. */
  readonly remarks?: readonly Remark[];
  /** The lists that would change most. */
  readonly changes?: readonly ChangedList[];
}

export interface Named {
  readonly product: string;
  readonly title: string;
  readonly picture: string;
}

/** A list that publishing would change. */
export interface ChangedList {
  readonly product: string;
  readonly title: string;
  readonly picture: string;
  readonly list: ListName;
  readonly before: readonly Named[];
  readonly after: readonly Named[];
}

export interface Publication {
  readonly id: number;
  readonly publishedAt: string;
  readonly effectiveAt: string;
  readonly state: "published" | "scheduled" | "cancelled";
  readonly by?: string | null;
  readonly note?: string | null;
  readonly undoes?: number | null;
  readonly restores?: number | null;
  readonly rules: number;
}

/** One publication with the rules that it puts in force. */
export interface Version {
  readonly publication: Publication;
  readonly rules: readonly Rule[];
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What a rule can be made of in this shop. */
export interface Choices {
  readonly categories: readonly Choice[];
  readonly brands: readonly string[];
  readonly tags: readonly string[];
  readonly segments: readonly string[];
  readonly intents: readonly Choice[];
  readonly channels: readonly string[];
  readonly seasons: readonly string[];
  readonly products: number;
  /** Of so many the cost is known. */
  readonly withCost: number;
  readonly currency: string;
}

export interface CuratedSet {
  readonly id: string;
  readonly name: string;
  readonly products: readonly Named[];
  readonly version: number;
  readonly changedAt: string;
  readonly by?: string | null;
  readonly usedBy: readonly string[];
}

export interface Side {
  readonly hits: number;
  readonly hitRate: number;
  /** Of what was hit, in minor units for each time asked. */
  readonly margin: number;
}

/** What the draft would have done to last month's orders. */
export interface Effect {
  readonly orders: number;
  readonly asked: number;
  readonly touched: number;
  readonly live: Side;
  readonly draft: Side;
  readonly low: number;
  readonly high: number;
  readonly marginKnown?: number | null;
  /** When the ranking was learned that it was tried with; null for the order before anything is learned. */
  readonly learnedAt?: string | null;
}

export interface Trial {
  readonly state: "none" | "running" | "done" | "failed";
  readonly version: number;
  readonly done: number;
  readonly of: number;
  readonly effect?: Effect | null;
  readonly verdict?: string | null;
}

export interface Imported {
  readonly version?: number | null;
  readonly rules: number;
  readonly faults: readonly { readonly line: number; readonly text: string }[];
}

// What the staff API and the live socket say, by their names there. Absent and null mean the same: not known.

import type { Money } from "../../kit/format.js";

export type { Money };

export type { Account, Role } from "../../kit/account.js";

export type Holder = "bot" | "waiting" | "claimed" | "ended";

/** One conversation in the queue. */
export interface Row {
  readonly conversation: string;
  readonly episode?: number | null;
  readonly holder: Holder;
  readonly customer: { readonly id: string | number; readonly name?: string | null };
  readonly headline?: string | null;
  readonly channel?: string | null;
  readonly waitingSince?: string | null;
  readonly virtualArrival?: string | null;
  readonly boundAt?: string | null;
  readonly claimedBy?: { readonly id: number; readonly name: string } | null;
  readonly lastMessage?: { readonly text: string; readonly at: string; readonly from: "customer" | "bot" | "agent" } | null;
  readonly problems?: number;
  /** Where the customer asked to be answered: "email:…" or "phone:…". */
  readonly contact?: string | null;
  readonly unread?: number | null;
  readonly position?: number | null;
  readonly head: number;
}

export interface Entry {
  readonly conversation: string;
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Reading {
  readonly intent: string;
  readonly probability: number;
}

/** Why the bot did what it did. */
export interface Trace {
  readonly readings: readonly Reading[];
  readonly slots: Readonly<Record<string, string>>;
  readonly proof?: string | null;
  readonly decision: string;
  readonly routine?: string | null;
  readonly millis: number;
  /** Why it did not act upon the first reading. */
  readonly doubt?: string | null;
}

/** A card as it travels with a reply. */
export interface CardRef {
  readonly product: string;
  readonly sku?: string | null;
  readonly suggestion?: string | null;
  readonly note?: string | null;
}

export interface Suggestion {
  readonly impression: string;
  readonly product: string;
  readonly title: string;
  readonly picture?: string | null;
  readonly price: Money;
  readonly list?: string;
  readonly place?: number;
  readonly evidence: readonly string[];
  /** What moved it, by `moved` places, upwards positive; null when it would not be here without the rule. */
  readonly rule?: { readonly name: string; readonly act: string; readonly moved?: number | null } | null;
  readonly stock?: { readonly quantity: number; readonly size?: string | null } | null;
  readonly card: CardRef;
}

export interface Suggestions {
  readonly held?: { readonly reason: string; readonly problem?: number | null } | null;
  readonly heldOut?: boolean;
  readonly goesWith: readonly Suggestion[];
  readonly stepUp: readonly Suggestion[];
  readonly computedAt?: string | null;
  readonly anchors?: readonly string[];
}

export interface OrderLine {
  readonly title: string;
  readonly size?: string | null;
  readonly colour?: string | null;
  readonly quantity: number;
  readonly product?: string | null;
  readonly sku?: string | null;
  readonly picture?: string | null;
}

export interface Order {
  readonly number: string;
  readonly placedAt: string;
  readonly state: string;
  readonly total: number | Money;
  readonly currency?: string | null;
  readonly lines: readonly OrderLine[];
  readonly shipment?: {
    readonly state: string;
    readonly carrier?: string | null;
    readonly tracking?: string | null;
    readonly expectedOn?: string | null;
  } | null;
  readonly returns?: readonly { readonly number?: string | null; readonly state?: string | null; readonly reason?: string | null }[];
}

export interface OpenProblem {
  readonly number: number;
  readonly kind: string;
  readonly severity: number;
  readonly title: string;
  readonly order?: string | null;
  readonly openedAt?: string | null;
  readonly seq?: number | null;
}

export interface PanelCustomer {
  readonly id: string | number;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly tier?: string | null;
  readonly locale?: string | null;
  readonly since?: string | null;
  readonly identified?: boolean;
  readonly proofs?: readonly string[];
  readonly facts?: Readonly<Record<string, unknown>> | readonly unknown[] | null;
  readonly orders?: number;
  readonly spent?: Money | null;
}

export interface BriefingLine {
  readonly label: string;
  readonly text: string;
  readonly seq?: number | null;
}

export interface Cart {
  readonly items: readonly {
    readonly sku: string;
    readonly product?: string | null;
    readonly title?: string | null;
    readonly size?: string | null;
    readonly colour?: string | null;
    readonly quantity: number;
    readonly price?: Money | number | null;
    readonly picture?: string | null;
  }[];
  readonly total: number | Money;
  readonly currency?: string | null;
}

export interface Panel {
  readonly conversation: string;
  readonly customer: PanelCustomer;
  readonly briefing?: { readonly wants?: string | null; readonly lines?: readonly BriefingLine[]; readonly nextStep?: string | null } | null;
  readonly problems: readonly OpenProblem[];
  readonly suggestions?: Suggestions | null;
  readonly orders?: readonly Order[];
  readonly cart?: Cart | null;
  readonly episodes?: readonly {
    readonly number: number;
    readonly openedAt?: string | null;
    readonly endedAt?: string | null;
    readonly outcome?: string | null;
    readonly headline?: string | null;
    readonly holder?: string | null;
    readonly seq?: number | null;
  }[];
  readonly contact?: { readonly kind: string; readonly value: string } | string | null;
}

/** A customer that a search found. */
export interface CustomerFound {
  readonly id?: string | number;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly conversation: string;
  readonly headline?: string | null;
}

// The server counts conversations; a page only ever compares them with addresses and keys, which are text.

export function rowOf(row: Row): Row {
  return { ...row, conversation: String(row.conversation) };
}

export function entryOf(entry: Entry): Entry {
  return { ...entry, conversation: String(entry.conversation) };
}

// What a merchandiser's hand does to the rules. Each act gives the new set; the old one stays as it was.
import { newKey } from "../../kit/key.js";
import type { Anchor, ListName, Rule } from "./wire.js";

export const LAST_PLACE = 20;

/** Where a hand is at work: this anchor's list. */
export interface Spot {
  readonly anchor: Anchor;
  readonly list: ListName;
}

export function sameAnchor(one: Anchor, other: Anchor): boolean {
  return (one.product ?? null) === (other.product ?? null) && (one.category ?? null) === (other.category ?? null) && (one.any ?? false) === (other.any ?? false);
}

/** Whether `rule` is about `product` at `spot`. */
function isAt(rule: Rule, spot: Spot, product: string): boolean {
  return rule.product === product && rule.list === spot.list && sameAnchor(rule.anchor, spot.anchor);
}

/**
 * Pins `product` to `place`. It keeps its rule, and that rule's name, when it was pinned here already. Of two pins to one
 * place the earlier stands there, so the newest goes before the others.
 */
export function pin(rules: readonly Rule[], spot: Spot, product: string, place: number, name: string): readonly Rule[] {
  const before = rules.find((rule) => rule.act === "pin" && isAt(rule, spot, product));
  const rest = rules.filter((rule) => !isAt(rule, spot, product));
  const pinned: Rule = {
    id: before?.id ?? newKey(),
    name: before?.name ?? name,
    act: "pin",
    anchor: spot.anchor,
    product,
    list: spot.list,
    place: Math.max(1, Math.min(LAST_PLACE, place)),
  };
  return [pinned, ...rest];
}

/** Lets each pin of `spot` name the place where its product stands in `order`, so that no two claim the same. */
export function settlePlaces(rules: readonly Rule[], spot: Spot, order: readonly string[]): readonly Rule[] {
  return rules.map((rule) => {
    const at = order.indexOf(rule.product);
    const here = rule.act === "pin" && at >= 0 && isAt(rule, spot, rule.product);
    return here ? { ...rule, place: Math.min(LAST_PLACE, at + 1) } : rule;
  });
}

export function exclude(rules: readonly Rule[], spot: Spot, product: string, name: string): readonly Rule[] {
  const rest = rules.filter((rule) => !isAt(rule, spot, product));
  return [...rest, { id: newKey(), name, act: "exclude", anchor: spot.anchor, product, list: spot.list }];
}

export function remove(rules: readonly Rule[], id: string): readonly Rule[] {
  return rules.filter((rule) => rule.id !== id);
}

export function change(rules: readonly Rule[], id: string, changed: Partial<Rule>): readonly Rule[] {
  return rules.map((rule) => (rule.id === id ? { ...rule, ...changed } : rule));
}

/** The pin or exclusion of `product` at `spot`, if a rule of exactly this anchor says so. */
export function ruleAt(rules: readonly Rule[], spot: Spot, product: string): Rule | undefined {
  return rules.find((rule) => isAt(rule, spot, product));
}

/** Whether `rule` has a say when `product` of `category` is at hand. */
export function speaksFor(rule: Rule, product: string, category: string): boolean {
  return rule.anchor.any === true || rule.anchor.product === product || rule.anchor.category === category;
}

/** One thing that publishing would change. */
export interface Difference {
  readonly kind: "added" | "changed" | "removed";
  readonly rule: Rule;
}

export function differences(live: readonly Rule[], draft: readonly Rule[]): readonly Difference[] {
  const before = new Map(live.map((rule) => [rule.id, rule]));
  const after = new Set(draft.map((rule) => rule.id));
  return [
    ...draft.flatMap((rule): Difference[] => {
      const was = before.get(rule.id);
      if (!was) return [{ kind: "added", rule }];
      return says(was) === says(rule) ? [] : [{ kind: "changed", rule }];
    }),
    ...live.filter((rule) => !after.has(rule.id)).map((rule): Difference => ({ kind: "removed", rule })),
  ];
}

function says(rule: Rule): string {
  const { anchor } = rule;
  return JSON.stringify([rule.name, rule.act, anchor.product ?? null, anchor.category ?? null, anchor.any ?? false, rule.product, rule.list, rule.place ?? null]);
}

const PLACES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

/** "first", "second" … "12th". */
export function placeName(place: number): string {
  return PLACES[place - 1] ?? `${place}th`;
}

export const listName = (list: ListName): string => (list === "goes-with" ? "goes with it" : "step up");

/** The rule as a sentence; `title` tells a product's name, `category` a category's. */
export function sentence(rule: Rule, title: (product: string) => string, category: (id: string) => string): string {
  const when = rule.anchor.product ? `When ${title(rule.anchor.product)} is at hand` : rule.anchor.category ? `When anything of ${category(rule.anchor.category)} is at hand` : "Always";
  const what = rule.act === "pin" ? `show ${title(rule.product)} ${placeName(rule.place ?? 1)}` : `never show ${title(rule.product)}`;
  return `${when}, ${what} in “${listName(rule.list)}”.`;
}

const WHYS: Readonly<Record<string, string>> = {
  "sold-out": "sold out",
  owned: "the customer owns it",
  excluded: "another rule excludes it",
  inactive: "no longer in the assortment",
  unknown: "no such product",
  "returned-for-fault": "returned for a fault",
  "in-cart": "in the cart already",
  "at-hand": "it is the product at hand",
  declined: "declined by this customer",
};

export function whyHidden(why: string): string {
  return WHYS[why] ?? why.replace(/-/g, " ");
}

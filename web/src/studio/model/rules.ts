// What a merchandiser's hand does to the rules. Each act gives the new set; the old one stays as it was.
import { newKey } from "../../kit/key.js";
import type { Condition, ListName, Rule } from "./wire.js";

export const LAST_PLACE = 20;

/** Where a hand is at work: one list about one product at hand. */
export interface Spot {
  readonly product: string;
  readonly list: ListName;
}

const at = (spot: Spot): readonly Condition[] => [{ is: "product", any: [spot.product] }];

/** The one product that `rule` names; undefined when it names several, a set or a selection. */
export function onlyProduct(rule: Rule): string | undefined {
  const products = rule.target.products ?? [];
  return products.length === 1 ? products[0] : undefined;
}

/** The one product at hand that `rule` speaks for, and nothing else decides. */
export function onlyAtHand(rule: Rule): string | undefined {
  const [condition, ...more] = rule.when;
  return more.length === 0 && condition?.is === "product" && condition.any?.length === 1 ? condition.any[0] : undefined;
}

/** Whether `rule` pins or excludes `product` at `spot` and nowhere else. */
function isAt(rule: Rule, spot: Spot, product: string): boolean {
  return (rule.act === "pin" || rule.act === "exclude") && onlyProduct(rule) === product && rule.list === spot.list && onlyAtHand(rule) === spot.product;
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
    when: at(spot),
    target: { products: [product] },
    list: spot.list,
    place: Math.max(1, Math.min(LAST_PLACE, place)),
  };
  return [pinned, ...rest];
}

/** Lets each pin of `spot` name the place where its product stands in `order`, so that no two claim the same. */
export function settlePlaces(rules: readonly Rule[], spot: Spot, order: readonly string[]): readonly Rule[] {
  return rules.map((rule) => {
    const product = onlyProduct(rule) ?? "";
    const stands = order.indexOf(product);
    const here = rule.act === "pin" && stands >= 0 && isAt(rule, spot, product);
    return here ? { ...rule, place: Math.min(LAST_PLACE, stands + 1) } : rule;
  });
}

export function exclude(rules: readonly Rule[], spot: Spot, product: string, name: string): readonly Rule[] {
  const rest = rules.filter((rule) => !isAt(rule, spot, product));
  return [...rest, { id: newKey(), name, act: "exclude", when: at(spot), target: { products: [product] }, list: spot.list }];
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

/** The conditions with another one at `at`. */
export function put(conditions: readonly Condition[], at: number, condition: Condition): readonly Condition[] {
  return conditions.map((each, index) => (index === at ? condition : each));
}

/** Puts the rule `id` right before the rule `other`, or right after it. */
export function besides(rules: readonly Rule[], id: string, other: string, after: boolean): readonly Rule[] {
  const moved = rules.find((rule) => rule.id === id);
  if (!moved || id === other) return rules;
  return rules.flatMap((rule) => (rule.id === id ? [] : rule.id !== other ? [rule] : after ? [rule, moved] : [moved, rule]));
}

/** One thing that publishing would change. */
export interface Difference {
  readonly kind: "added" | "changed" | "moved" | "removed";
  readonly rule: Rule;
}

export function differences(live: readonly Rule[], draft: readonly Rule[]): readonly Difference[] {
  const before = new Map(live.map((rule) => [rule.id, rule]));
  const after = new Set(draft.map((rule) => rule.id));
  const still = inOrder(
    live.map((rule) => rule.id).filter((id) => after.has(id)),
    draft.map((rule) => rule.id).filter((id) => before.has(id)),
  );
  return [
    ...draft.flatMap((rule): Difference[] => {
      const was = before.get(rule.id);
      if (!was) return [{ kind: "added", rule }];
      if (says(was) !== says(rule)) return [{ kind: "changed", rule }];
      return still.has(rule.id) ? [] : [{ kind: "moved", rule }];
    }),
    ...live.filter((rule) => !after.has(rule.id)).map((rule): Difference => ({ kind: "removed", rule })),
  ];
}

/** Of the same things in two orders, as many as can be that stand in the same one in both. */
function inOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const was = new Map(before.map((id, index) => [id, index]));
  const chains: string[][] = [];
  let longest: readonly string[] = [];
  for (const id of after) {
    const at = was.get(id) ?? 0;
    const best = chains.filter((chain) => (was.get(chain.at(-1) ?? "") ?? 0) < at).reduce<string[]>((one, other) => (other.length > one.length ? other : one), []);
    const chain = [...best, id];
    chains.push(chain);
    if (chain.length > longest.length) longest = chain;
  }
  return new Set(longest);
}

/** Whether both say the same, whoever wrote them down. */
export function same(one: Rule, other: Rule): boolean {
  return says(one) === says(other);
}

function says(rule: Rule): string {
  const told = ({ is, any, from, to }: Condition): unknown => [is, any ?? [], from ?? null, to ?? null];
  const { target } = rule;
  return JSON.stringify([
    [rule.name, rule.act, rule.place ?? null, rule.percent ?? null, rule.most ?? null, rule.list ?? null, rule.from ?? null, rule.until ?? null],
    rule.when.map(told),
    [target.products ?? null, target.set ?? null, target.selection?.map(told) ?? null],
  ]);
}

const PLACES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

/** "first", "second" … "12th". */
export function placeName(place: number): string {
  return PLACES[place - 1] ?? placeWord(place);
}

/** "1st", "2nd", "23rd". */
export function placeWord(place: number): string {
  const teen = place % 100 > 10 && place % 100 < 14;
  return `${place}${(teen ? undefined : ["th", "st", "nd", "rd"][place % 10]) ?? "th"}`;
}

export const listName = (list: ListName): string => (list === "goes-with" ? "goes with it" : "step up");

const WHYS: Readonly<Record<string, string>> = {
  "sold-out": "sold out",
  owned: "the customer owns it",
  excluded: "another rule excludes it",
  "only-with": "another rule shows it only elsewhere",
  quota: "a quota is full",
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

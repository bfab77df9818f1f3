// What the studio makes of "why not this product?": signals and counts in words, and what to do about it.
import { count } from "../../kit/format.js";
import type { Term, Why } from "../../kit/why.js";
import { ruleAt, type Spot } from "./rules.js";
import type { Rule } from "./wire.js";

const SIGNALS: Readonly<Record<string, string>> = {
  confidence: "Bought with it",
  lately: "Bought with it lately",
  counted: "Times bought with it",
  cosine: "Bought with it more than alone",
  ridge: "Fits all that is at hand",
  titles: "Named alike",
  own: "Bought before",
  favourites: "Ordered in this season",
  "looked-at-next": "Looked at next",
  "price-step": "A step up in price",
  "same-purpose": "Serves the same purpose",
  "better-rated": "Better rated",
  "often-chosen": "Often chosen",
  "price-sense": "What they usually pay",
};

export interface Bar {
  readonly name: string;
  /** Of what the best candidate has, 0 to 1. */
  readonly share: number;
  /** "+1.2": what it adds to the score; empty when that is next to nothing. */
  readonly adds: string;
  readonly against: boolean;
}

const isSilent = ({ share }: Term): boolean => share < 0.005;

/** What the signals say, those that count most first; the ones that say nothing are {@link silent}. */
export function bars(terms: readonly Term[]): readonly Bar[] {
  return terms
    .filter((term) => !isSilent(term))
    .map(({ signal, share, weight }) => ({
      name: nameOf(signal),
      share: Math.max(0, Math.min(1, share)),
      adds: Math.abs(weight) < 0.05 ? "" : `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(1)}`,
      against: weight <= -0.05,
    }));
}

/** The names of the signals that know nothing of it. */
export function silent(terms: readonly Term[]): readonly string[] {
  return terms.filter(isSilent).map(({ signal }) => nameOf(signal));
}

const nameOf = (signal: string): string => SIGNALS[signal] ?? signal;

/** The raw counts with each anchor: "in 5 of the 67 orders with Fellwalker Mid Boots". */
export function counts(why: Why, title: (id: string) => string): readonly string[] {
  return why.anchors.map((anchor) => {
    const together = why.together.find((each) => each.with === anchor);
    if (!together) return `never ordered with ${title(anchor)}`;
    const { orders, of, declined } = together;
    const bought = orders === 0 ? `in none of the ${count(of, "order", "orders")}` : `in ${orders} of ${count(of, "order", "orders")}`;
    const said = declined === 0 ? "" : `; agents said ${declined === 1 ? "once" : `${declined} times`} that it does not go with it`;
    return `${bought} with ${title(anchor)}${said}`;
  });
}

/** What moved it, or keeps it out, in words; null when no rule has a hand in it. */
export function ruleWords(why: Why): string | null {
  if (why.excludedBy) return `The rule “${why.excludedBy}” keeps it out`;
  if (!why.movedBy) return null;
  if (why.moved === 0) return why.rankedAt ? `The rule “${why.movedBy}” puts it here` : `The rule “${why.movedBy}” brings it in`;
  return `The rule “${why.movedBy}” moved it ${why.moved > 0 ? "up" : "down"} by ${count(Math.abs(why.moved), "place", "places")}`;
}

/** The one thing to do about it: pin it, open the rule, allow it again; null when nothing can be done here. */
export type Step = { readonly kind: "pin" } | { readonly kind: "open"; readonly rule: string } | { readonly kind: "allow"; readonly rule: Rule } | null;

const PINNABLE: readonly string[] = ["further-down", "nothing-known", "instead", "no-step"];

export function nextStep(why: Why, rules: readonly Rule[], spot: Spot): Step {
  if (why.verdict === "rule") {
    const own = ruleAt(rules, spot, why.product);
    if (own && own.id === why.rule) return { kind: "allow", rule: own };
    return why.rule ? { kind: "open", rule: why.rule } : null;
  }
  if (why.verdict === "shown" && why.rule) return { kind: "open", rule: why.rule };
  return PINNABLE.includes(why.verdict) || (why.verdict === "shown" && why.place !== 1) ? { kind: "pin" } : null;
}

// A rule in words: "When anything of Boots is at hand and it is winter, boost Wool Sock by 30 % in “goes with it”."
import { words } from "../../kit/words.js";
import { listName, placeName } from "./rules.js";
import type { Act, Condition, Kind, Rule, Target } from "./wire.js";

/** What things are called. */
export interface Names {
  readonly product: (id: string) => string;
  readonly category: (id: string) => string;
  readonly set: (id: string) => string;
}

export const ACTS: readonly (readonly [Act, string])[] = [
  ["pin", "pin"],
  ["boost", "boost"],
  ["bury", "bury"],
  ["exclude", "never show"],
  ["only-with", "show only here"],
  ["quota", "limit"],
  ["bundle", "show together"],
];

/** Words for strengths that nobody has to reckon with. */
export const STRENGTHS: readonly (readonly [number, string])[] = [
  [10, "a little"],
  [30, "clearly"],
  [75, "strongly"],
];

export function sentence(rule: Rule, names: Names): string {
  const when = rule.when.map((condition) => clause(condition, names, "at hand")).join(" and ");
  const list = rule.list ? `in “${listName(rule.list)}”` : "in both lists";
  const what = deed(rule, names);
  return `${when ? `When ${when}, ${what}` : what.charAt(0).toUpperCase() + what.slice(1)} ${list}${dates(rule)}.`;
}

/** What the rule does to what. */
export function deed(rule: Rule, names: Names): string {
  const what = targetWords(rule.target, names);
  switch (rule.act) {
    case "pin":
      return `show ${what} ${placeName(rule.place ?? 1)}`;
    case "boost":
      return `boost ${what} by ${rule.percent ?? 0} %`;
    case "bury":
      return `bury ${what} by ${rule.percent ?? 0} %`;
    case "exclude":
      return `never show ${what}`;
    case "only-with":
      return `and nowhere else show ${what}`;
    case "quota":
      return `show at most ${rule.most ?? 1} of ${what}`;
    case "bundle":
      return `show ${what} together`;
  }
}

export function targetWords(target: Target, names: Names): string {
  if (target.set) return `the set ${names.set(target.set)}`;
  if (target.products) return list(target.products.map(names.product), "and");
  return (target.selection ?? []).map((condition) => clause(condition, names, "")).join(" and ") || "nothing yet";
}

/** One condition: "anything of Boots is at hand", of a target "anything of Boots". */
export function clause(condition: Condition, names: Names, atHand: "at hand" | ""): string {
  const any = condition.any ?? [];
  const is = atHand ? " is at hand" : "";
  switch (condition.is) {
    case "product":
      return list(any.map(names.product)) + is;
    case "category":
      return `anything of ${list(any.map(names.category))}${is}`;
    case "brand":
      return `anything by ${list(any)}${is}`;
    case "tag":
      return `anything for ${list(any)}${is}`;
    case "set":
      return `anything of the set ${list(any.map(names.set))}${is}`;
    case "price":
      return `what costs ${range(condition, (minor) => (minor / 100).toFixed(minor % 100 === 0 ? 0 : 2))}${is}`;
    case "margin":
      return `what earns ${range(condition, (percent) => `${percent} %`)}${is}`;
    case "stock":
      return `what has ${range(condition, String)} in stock${is}`;
    case "segment":
      return `the customer is ${list(any)}`;
    case "intent":
      return `it is about ${list(any.map((intent) => words(intent).toLowerCase()))}`;
    case "channel":
      return `the customer writes by ${list(any)}`;
    case "season":
      return `it is ${list(any)}`;
  }
}

/** Whether a condition looks at a product, and so can be part of a selection. */
export function isAboutProduct(kind: Kind): boolean {
  return !["segment", "intent", "channel", "season"].includes(kind);
}

export function isRange(kind: Kind): boolean {
  return kind === "price" || kind === "margin" || kind === "stock";
}

function dates(rule: Rule): string {
  return `${rule.from ? `, from ${day(rule.from)}` : ""}${rule.until ? `, until ${day(rule.until)}` : ""}`;
}

function day(instant: string): string {
  return new Date(instant).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
}

function range({ from, to }: Condition, say: (value: number) => string): string {
  if (from != null && to != null) return `${say(from)} to ${say(to)}`;
  return from != null ? `${say(from)} or more` : `at most ${say(to ?? 0)}`;
}

/** "boots, socks and wax". */
export function list(values: readonly string[], last = "or"): string {
  return values.length < 2 ? (values[0] ?? "…") : `${values.slice(0, -1).join(", ")} ${last} ${values[values.length - 1] ?? ""}`;
}

// What happened, as one line for the agent; what opens beneath it are the entry's own facts.
import { count } from "../../kit/format.js";
import { words } from "../../kit/words.js";
import { channelName } from "./delivery.js";
import type { Entry, Suggestion } from "./wire.js";

export interface Sentence {
  readonly icon: "person" | "queue" | "bot" | "problem" | "done" | "proof" | "cart" | "order" | "return" | "spark" | "link" | "dot";
  readonly text: string;
  readonly tone: "plain" | "problem" | "done" | "money";
}

type Body = Readonly<Record<string, unknown>>;

const REASONS: Readonly<Record<string, string>> = {
  asked: "the customer asked for a person",
  "not-understood": "the bot did not understand",
  problem: "something is not right",
  "not-allowed": "the bot does not settle this",
  failed: "the bot could not finish",
};

const PROBLEM_KINDS: Readonly<Record<string, string>> = {
  damaged: "Damaged",
  "wrong-item": "Wrong item",
  late: "Late",
  missing: "Missing",
  other: "Other",
};

const DECLINE_REASONS: Readonly<Record<string, string>> = {
  "not-now": "Not now",
  "does-not-go": "Does not go with it",
  "too-dear": "Too dear",
  "has-one": "Has one already",
  other: "Another reason",
};

export const problemKinds = Object.entries(PROBLEM_KINDS);
export const declineReasons = Object.entries(DECLINE_REASONS);

export function problemKind(kind: string): string {
  return PROBLEM_KINDS[kind] ?? words(kind);
}

export function severity(level: number): string {
  return ["Small", "Serious", "Grave"][level - 1] ?? "Serious";
}

/** The rule that moved a suggestion, and by how much: "Snow first, up 3 places". */
export function ruleWords({ name, moved }: NonNullable<Suggestion["rule"]>): string {
  if (moved === 0) return name;
  if (moved === undefined || moved === null) return `${name}, brought in by it`;
  return `${name}, ${moved > 0 ? "up" : "down"} ${count(Math.abs(moved), "place", "places")}`;
}

/** The line for `entries`, which are of one kind. */
export function sentence(entries: readonly Entry[]): Sentence {
  const last = entries[entries.length - 1];
  if (!last) return plain("dot", "");
  return of(last.kind, last.body, entries.length);
}

function of(kind: string, body: Body, times: number): Sentence {
  switch (kind) {
    case "handed-off":
      return plain("queue", `Handed to a person: ${REASONS[text(body, "reason")] ?? words(text(body, "reason"))}`);
    case "claimed":
      return plain("person", `${text(body, "agent") || "An agent"} took the conversation`);
    case "released":
      return plain("queue", "Put back into the queue");
    case "returned-to-bot":
      return plain("bot", body["account"] ? "Given back to the bot" : "The customer stays with the bot");
    case "episode-ended":
      return { icon: "done", tone: "done", text: ended(text(body, "outcome")) };
    case "problem-opened":
      return { icon: "problem", tone: "problem", text: `Problem opened: ${text(body, "title")}${order(body)}` };
    case "problem-closed":
      return { icon: "done", tone: "done", text: `Problem closed: ${words(text(body, "how")) || "put right"}` };
    case "proved":
      return plain("proof", proved(body["proof"]));
    case "proof-failed":
      return plain("proof", `Proof for order ${text(body, "order")} failed${repeated(times)}${body["closed"] ? "; the order is closed for an hour" : ""}`);
    case "contact-left":
      return plain("person", `Wants to be answered by ${text(body, "kind")}: ${text(body, "value")}`);
    case "cart-changed":
      return { icon: "cart", tone: "money", text: cart(body, times) };
    case "order-placed":
      return { icon: "order", tone: "money", text: `Ordered ${text(body, "order")}` };
    case "order-cancelled":
      return plain("order", `Order ${text(body, "order")} was cancelled`);
    case "parcel-moved":
      return plain("order", `Parcel of order ${text(body, "order")}: ${words(text(body, "state"))}`);
    case "cart-left":
      return plain("cart", `Went without ordering what lay in the cart (${pieces(body)} in it)`);
    case "return-moved":
      return plain("return", `Return for order ${text(body, "order")}: ${words(text(body, "state"))}`);
    case "return-started":
      return plain("return", `Return ${text(body, "number")} started for order ${text(body, "order")}${body["faulty"] ? " (faulty)" : ""}`);
    case "suggestions-shown":
      return plain("spark", `${body["heldOut"] ? "Comparison group: suggestions withheld" : "Suggestions shown"}${repeated(times)}`);
    case "suggestion-accepted":
      return { icon: "spark", tone: "money", text: `Suggestion sent: ${words(text(body, "product"))}` };
    case "suggestion-declined":
      return plain("spark", `Suggestion declined: ${words(text(body, "product"))} (${(DECLINE_REASONS[text(body, "reason")] ?? "other").toLowerCase()})`);
    case "signal":
      return plain("dot", body["kind"] === "reaction" ? (text(body, "text") ? `Reacted with ${text(body, "text")}` : "Took a reaction back") : `${channelName(text(body, "address"))}: ${words(text(body, "text"))}`);
    case "not-delivered":
      return { icon: "problem", tone: "problem", text: `A reply was not delivered by ${channelName(text(body, "channel"))}: ${text(body, "reason")}` };
    case "possibly-same":
      return plain("link", `Perhaps the same person as in conversation ${text(body, "other")}; left apart, as each is verified by ${body["kind"] === "customer" ? "the shop" : channelName(text(body, "kind"))}`);
    case "merged":
      return plain("link", "An earlier conversation of this customer was joined");
    case "unmerged":
      return plain("link", "The joining was undone");
    case "erased":
      return plain("dot", "Erased at the customer's wish");
    default:
      return plain("dot", words(kind));
  }
}

/** The facts beneath the line: name and value, without what is empty. */
export function facts(entry: Entry): readonly (readonly [string, string])[] {
  return Object.entries(entry.body)
    .filter(([name]) => !["account", "impressions", "impression", "number", "suggestion"].includes(name))
    .map(([name, value]) => [words(name), shown(value)] as const)
    .filter(([, value]) => value !== "");
}

function plain(icon: Sentence["icon"], line: string): Sentence {
  return { icon, text: line, tone: "plain" };
}

function text(body: Body, name: string): string {
  const value = body[name];
  return value === undefined || value === null ? "" : String(value);
}

function order(body: Body): string {
  return body["order"] ? ` (order ${text(body, "order")})` : "";
}

function repeated(times: number): string {
  return times > 1 ? ` · ${times} times` : "";
}

function ended(outcome: string): string {
  if (outcome === "solved-by-bot") return "Solved by the bot";
  if (outcome === "solved-by-person") return "Solved by a person";
  return outcome === "left" ? "The customer left it" : words(outcome);
}

function proved(proof: unknown): string {
  const { kind, order: number } = (proof ?? {}) as { kind?: string; order?: string };
  if (kind === "order") return `Proved that order ${number ?? ""} is theirs`;
  if (kind === "verified-address") return "The channel vouches for this address";
  return "Proved by the shop's signed identity";
}

function cart(body: Body, times: number): string {
  const inside = pieces(body);
  const added = text(body, "added");
  const what = added ? `Put ${words(added)} into the cart` : inside === 0 ? "Emptied the cart" : "Changed the cart";
  return `${what}${inside > 0 ? ` (${inside} in it)` : ""}${repeated(times)}`;
}

function pieces(body: Body): number {
  const items = Array.isArray(body["items"]) ? (body["items"] as { quantity?: number }[]) : [];
  return items.reduce((sum, item) => sum + (item.quantity ?? 1), 0);
}

/** A value of any shape in words; empty when there is nothing to say. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(shown).filter(Boolean).join(", ");
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([name, each]) => `${words(name)}: ${shown(each)}`)
      .join(" · ");
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

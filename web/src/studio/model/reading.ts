// How the training room says things: intents, masked parts, figures.
import { words } from "../../kit/words.js";
import type { Confusion, Did, Figures, Measure, Overview } from "./training-wire.js";

const NAMES: Readonly<Record<string, string>> = {
  none: "None of our matters",
  unfinished: "Asks for nothing yet",
  person: "Wants a person",
  "are-you-a-bot": "Are you a bot?",
  "my-data": "My data",
  "goes-with": "What goes with it",
};

/** An intent as people call it. */
export function nameOf(intent: string): string {
  return NAMES[intent] ?? words(intent);
}

/** A piece of a message: words as they were written, or what stands in the place of something private. */
export interface Part {
  readonly text: string;
  readonly masked: boolean;
}

const MASKED: Readonly<Record<string, string>> = {
  mail: "e-mail",
  phone: "phone",
  postcode: "postcode",
  order: "order number",
  card: "card number",
  number: "number",
  link: "link",
  name: "name",
  address: "address",
};

/** `masked` in its pieces; a mark that nobody made stays text. */
export function parts(masked: string): readonly Part[] {
  // Marks were set apart by blanks, also where no letter touched them.
  return masked
    .replace(/(_[a-z]+_) (?=[.,;:!?)'’])/g, "$1")
    .split(/(_[a-z]+_)/)
    .filter((piece) => piece !== "")
    .map((piece) => {
      const mark = MASKED[piece.slice(1, -1)];
      return mark !== undefined && /^_[a-z]+_$/.test(piece) ? { text: mark, masked: true } : { text: piece, masked: false };
    });
}

/** What the bot did, in a few words. */
export function deed(did: Did, routine: string | null | undefined): { readonly text: string; readonly tone: "" | "waiting" | "problem" | "done" } {
  if (did === "answered") return { text: routine ? `Answered: ${nameOf(routine).toLowerCase()}` : "Answered", tone: "done" };
  if (did === "asked-back") return { text: "Asked what was meant", tone: "waiting" };
  if (did === "handed-over") return { text: routine ? `To a person: ${nameOf(routine).toLowerCase()}` : "To a person, not understood", tone: "problem" };
  return { text: "Waiting for a person", tone: "" };
}

/** "92.4 %", or "9 ms" for what is a time. */
export function shown(measure: Measure, value: number): string {
  return measure === "slowest-millis" ? `${value < 10 ? value.toFixed(1) : Math.round(value)} ms` : percent(value);
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

const LABELS: Readonly<Record<Measure, string>> = {
  accuracy: "Our matters read right",
  "unknown-recall": "Noticed as none of ours",
  "calibration-error": "Off in how sure it is",
  "slowest-millis": "Slowest messages",
  "lessons-right": "Corrections kept back",
};

export function label(measure: Measure): string {
  return LABELS[measure];
}

export function figure(figures: Figures, measure: Measure): number {
  if (measure === "accuracy") return figures.accuracy;
  if (measure === "unknown-recall") return figures.unknownRecall;
  if (measure === "calibration-error") return figures.calibrationError;
  if (measure === "slowest-millis") return figures.slowestMillis;
  return figures.lessonsRight;
}

/** How far a meter of this measure is filled, from 0 to 1. */
export function filled(measure: Measure, value: number): number {
  const full = measure === "calibration-error" ? 0.2 : measure === "slowest-millis" ? 100 : 1;
  return Math.max(0, Math.min(1, value / full));
}

/** Which intents are taken for which others: by what customers wrote and was corrected, and by the held-out messages. */
export function confusions(overview: Overview): readonly Confusion[] {
  const pairs = new Map<string, Confusion>();
  for (const each of [...overview.misread, ...(overview.live?.figures.confused ?? [])]) {
    const key = `${each.intent} ${each.readAs}`;
    const before = pairs.get(key);
    pairs.set(key, before ? { ...before, times: before.times + each.times, examples: [...before.examples, ...each.examples] } : each);
  }
  return [...pairs.values()].sort((a, b) => b.times - a.times);
}

// How the studio says what the ranking learned.
import { count } from "../../kit/format.js";
import type { Chosen, Report, Standing } from "./ranking-wire.js";
import { listName } from "./rules.js";

const SIGNALS: Readonly<Record<string, string>> = {
  RIDGE: "what completes a cart",
  CONFIDENCE: "what is bought together",
  LATELY: "what is bought together lately",
  COSINE: "what is bought together more than by chance",
  COUNTED: "how often it is bought together",
  TITLES: "titles that are alike",
  OWN: "what the customer bought before",
};

/** A signal as people call it. */
export function signalName(signal: string): string {
  return SIGNALS[signal] ?? signal.toLowerCase();
}

/** A result this many standard errors away from nought is hardly chance: one in twenty, one-sided. */
const BEYOND_CHANCE = 1.645;

/** What choices showed about one list. */
export type Finding = "too-few" | "better" | "worse" | "unclear";

export function finding({ enough, gain, error }: Chosen): Finding {
  if (!enough) return "too-few";
  if (Math.abs(gain) <= BEYOND_CHANCE * error) return "unclear";
  return gain > 0 ? "better" : "worse";
}

/** What the gain may truly be, nine times in ten. */
export function range({ gain, error }: Chosen): readonly [number, number] {
  return [gain - BEYOND_CHANCE * error, gain + BEYOND_CHANCE * error];
}

export function findingWords(chosen: Chosen): string {
  const what = finding(chosen);
  if (what === "too-few") return `${chosen.choices} of the ${chosen.needed} that are needed`;
  if (what === "unclear") return "no clear difference";
  if (what === "worse") return "further down, and that is hardly chance";
  return chosen.used ? "further up, and that is hardly chance" : "further up, but it would sell less";
}

/** What the gate decided, in a sentence. */
export function sentence(report: Report): string {
  const found = `of what was bought in orders it had not seen it had ${share(report.hits)} among the first ten, the best signal alone ${share(report.bestSignalHits)}`;
  if (report.used && report.source === "impressions") return "It is live: what agents and customers chose stands further up than before, beyond chance.";
  if (report.used) return `It is live: ${found}.`;
  const byChoices = report.chosen.find(({ list, enough }) => list === "goes-with" && enough);
  if (byChoices && report.hits > report.bestSignalHits) return "What ranked before stays: what was chosen would not stand further up, beyond chance.";
  return `What ranked before stays: ${found}.`;
}

/** What the live ranking learned from. */
export function learnedFrom({ live, lessons }: Standing): string {
  if (!live) return "Nothing was learned yet: what is bought together most stands first.";
  const whole = lessons.find(({ report }) => report.at === live.at);
  const orders = whole ? ` among ${whole.orders.toLocaleString("en-GB")} orders` : "";
  const chosen = whole?.report.chosen.filter(({ used }) => used) ?? [];
  const choices = chosen.map((each) => `${count(each.choices, "choice", "choices")} of “${listName(each.list)}”`);
  const own = live.source === "impressions" ? `, and from ${choices.join(" and ") || "what was chosen of what agents were shown"}` : "";
  return `Learned from ${count(live.choices, "purchase", "purchases")} at the end of the log${orders}${own}.`;
}

export function share(part: number): string {
  return `${(100 * part).toFixed(1)}\u00a0%`;
}

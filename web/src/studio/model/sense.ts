// What makes no sense in a rule, in words for the field where it stands.
import { list, isRange } from "./sentence.js";
import type { Condition, Kind, Rule } from "./wire.js";

/** Of these a thing, or a conversation, has one: two conditions with no value in common can never both hold. */
const SINGLE: readonly Kind[] = ["product", "brand", "season", "intent", "channel"];

/** What is wrong with one condition by itself; null when nothing is. */
export function wrong({ is, from, to }: Condition): string | null {
  if (!isRange(is)) return null;
  if (is !== "margin" && ((from ?? 0) < 0 || (to ?? 0) < 0)) return `A ${is} is never below nought`;
  return from != null && to != null && from > to ? "The least is above the most" : null;
}

/** Why the condition at `at` can never hold beside an earlier one; null when it can. */
export function contradiction(conditions: readonly Condition[], at: number): string | null {
  const late = conditions[at];
  if (!late) return null;
  const odd = conditions.slice(0, at).some((early) => early.is === late.is && apart(early, late));
  return odd ? `It can never be both: another condition asks for another ${late.is}` : null;
}

function apart(one: Condition, other: Condition): boolean {
  if (isRange(one.is)) return below(one, other) || below(other, one);
  const [these = [], those = []] = [one.any, other.any];
  return SINGLE.includes(one.is) && these.length > 0 && those.length > 0 && !these.some((value) => those.includes(value));
}

const below = (one: Condition, other: Condition): boolean => one.to != null && other.from != null && one.to < other.from;

/** What is wrong with the condition at `at` among the others. */
export function fault(conditions: readonly Condition[], at: number): string | null {
  const condition = conditions[at];
  return condition ? (wrong(condition) ?? contradiction(conditions, at)) : null;
}

/** The first thing that makes no sense in a rule; null when all does. */
export function nonsense(rule: Rule): string | null {
  for (const conditions of [rule.when, rule.target.selection ?? []]) {
    for (let at = 0; at < conditions.length; at++) {
      const found = fault(conditions, at);
      if (found) return found;
    }
  }
  return endsEarly(rule);
}

export function endsEarly({ from, until }: Rule): string | null {
  return from && until && from >= until ? "It ends before it begins" : null;
}

/** Warnings of lists that would be empty, as one. */
export function emptied(warnings: readonly string[]): string | null {
  if (warnings.length === 0) return null;
  const names = warnings.slice(0, 3).map((each) => each.replace(/^.* for /, ""));
  const more = warnings.length - names.length;
  const of = more > 0 ? `${names.join(", ")} and ${more} more` : list(names, "and");
  return `${warnings.length === 1 ? "One list" : `${warnings.length} lists`} would be empty: beside ${of} nothing would be left to show`;
}

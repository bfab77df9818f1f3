// What makes no sense in a rule, in words for the field where it stands.
import { same } from "./rules.js";
import { list, isRange } from "./sentence.js";
import type { Condition, Draft, Rule, Spot } from "./wire.js";

/** What is wrong with one condition by itself; null when nothing is. */
export function wrong({ is, from, to }: Condition): string | null {
  if (!isRange(is)) return null;
  if (is !== "margin" && ((from ?? 0) < 0 || (to ?? 0) < 0)) return `A ${is} is never below nought`;
  return from != null && to != null && from > to ? "The least is above the most" : null;
}

/** What cannot be saved of a rule; null when nothing is wrong. Whether it makes sense is the server's to say, in its remarks. */
export function malformed(rule: Rule): string | null {
  const found = [...rule.when, ...(rule.target.selection ?? [])].map(wrong).find((fault) => fault !== null);
  return found ?? endsEarly(rule);
}

/** What the server remarks on the condition at `at` of a part of `rule`, as long as the draft has the rule as it stands here. */
export function remarkAt(draft: Pick<Draft, "rules" | "remarks"> | null, rule: Rule, part: Spot["part"], at: number): string | null {
  const kept = draft?.rules.find(({ id }) => id === rule.id);
  if (!kept || !same(kept, rule)) return null;
  return draft?.remarks?.find((remark) => remark.rule === rule.id && remark.spot?.part === part && remark.spot.at === at)?.text ?? null;
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

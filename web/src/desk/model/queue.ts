import type { Row } from "./wire.js";

/** The left column: who waits, what is mine, what others have. */
export interface Groups {
  readonly waiting: readonly Row[];
  readonly mine: readonly Row[];
  readonly others: readonly Row[];
}

const instant = (text: string | null | undefined): number => (text ? Date.parse(text) : Number.POSITIVE_INFINITY);

/** Lowest virtual arrival first; nobody is overtaken by somebody who only looks more urgent. */
export function byVirtualArrival(one: Row, other: Row): number {
  const a = instant(one.virtualArrival ?? one.waitingSince);
  const b = instant(other.virtualArrival ?? other.waitingSince);
  if (a !== b) return a - b;
  return one.conversation < other.conversation ? -1 : 1;
}

/** Customers who await an answer first, the longest wait on top; then the others, the latest on top. */
export function byAnswerOwed(one: Row, other: Row): number {
  const owed = Number(owesAnswer(other)) - Number(owesAnswer(one));
  if (owed !== 0) return owed;
  const a = instant(one.lastMessage?.at);
  const b = instant(other.lastMessage?.at);
  if (a !== b) return owesAnswer(one) ? a - b : b - a;
  return one.conversation < other.conversation ? -1 : 1;
}

/** Whether the last word was the customer's. */
export function owesAnswer(row: Row): boolean {
  return row.lastMessage?.from === "customer";
}

export function groups(rows: Iterable<Row>, me: number): Groups {
  const waiting: Row[] = [];
  const mine: Row[] = [];
  const others: Row[] = [];
  for (const row of rows) {
    if (row.holder === "waiting") waiting.push(row);
    else if (row.holder === "claimed") (row.claimedBy?.id === me ? mine : others).push(row);
  }
  waiting.sort(byVirtualArrival);
  mine.sort(byAnswerOwed);
  others.sort(byAnswerOwed);
  return { waiting, mine, others };
}

/** How long somebody has waited, against the bound after which nobody may overtake. */
export interface Wait {
  readonly minutes: number;
  /** From 0 (just arrived) to 1: from then on nobody who arrives can overtake. */
  readonly share: number;
}

export function waitOf(row: Row, now: number): Wait | null {
  if (!row.waitingSince) return null;
  const since = Date.parse(row.waitingSince);
  const waited = Math.max(0, now - since);
  const bound = row.boundAt ? Date.parse(row.boundAt) : since + 3 * 60_000;
  const allowed = Math.max(1, bound - since);
  return {
    minutes: Math.floor(waited / 60_000),
    share: Math.min(1, waited / allowed),
  };
}

/**
 * The order in which `next` is drawn while a hand rests on the list: everything keeps its place (also what has gone), and
 * what is new comes last. Without a hand it is simply `next`.
 */
export function arrange(before: readonly string[], next: readonly string[], held: boolean): readonly string[] {
  if (!held) return next;
  const known = new Set(before);
  return [...before, ...next.filter((id) => !known.has(id))];
}

import type { Entry, Trace } from "./wire.js";

/** One thing in the middle column. */
export type Item =
  | { readonly type: "day"; readonly key: string; readonly at: string }
  | { readonly type: "episode"; readonly key: string; readonly entry: Entry; readonly number: number }
  | { readonly type: "said"; readonly key: string; readonly entry: Entry; readonly by: Speaker; readonly follows: boolean; readonly trace: Entry | null }
  | { readonly type: "note"; readonly key: string; readonly entry: Entry }
  | { readonly type: "event"; readonly key: string; readonly entries: readonly Entry[] };

export type Speaker = "customer" | "bot" | "agent";

const SPEAKERS: Readonly<Record<string, Speaker>> = {
  "customer-message": "customer",
  "bot-message": "bot",
  "agent-message": "agent",
};
/** Kinds that come often and say little: neighbours of the same kind are drawn as one line. */
const QUIET = new Set(["suggestions-shown", "cart-changed", "proof-failed"]);
const GROUPED_MILLIS = 5 * 60_000;

export const entryKey = (entry: Pick<Entry, "conversation" | "seq">): string => `${entry.conversation}:${entry.seq}`;

/** `known` with `more` added, in order, each entry once; `more` of a conversation not yet known goes to the front. */
export function merge(known: readonly Entry[], more: readonly Entry[]): readonly Entry[] {
  if (more.length === 0) return known;
  const order: string[] = [];
  const lists = new Map<string, Map<number, Entry>>();
  const knownConversations = new Set(known.map((entry) => entry.conversation));
  const older = more.filter((entry) => !knownConversations.has(entry.conversation));
  const rest = more.filter((entry) => knownConversations.has(entry.conversation));
  for (const entry of known.length === 0 ? more : [...older, ...known, ...rest]) {
    let list = lists.get(entry.conversation);
    if (!list) {
      list = new Map();
      lists.set(entry.conversation, list);
      order.push(entry.conversation);
    }
    list.set(entry.seq, entry);
  }
  return order.flatMap((id) => [...(lists.get(id)?.values() ?? [])].sort((a, b) => a.seq - b.seq));
}

/** The stream as it is drawn: messages grouped by speaker, each bot turn with its reason, quiet events folded together. */
export function items(entries: readonly Entry[]): readonly Item[] {
  const out: Item[] = [];
  let day = "";
  let trace: Entry | null = null;
  for (const entry of entries) {
    if (entry.kind === "bot-trace") {
      trace = entry;
      continue;
    }
    const date = new Date(entry.at).toDateString();
    if (date !== day) {
      day = date;
      out.push({ type: "day", key: `day:${entryKey(entry)}`, at: entry.at });
    }
    const by = SPEAKERS[entry.kind];
    if (entry.kind === "customer-message") trace = null;
    const previous = out[out.length - 1];
    if (entry.kind === "episode-opened") {
      // The customer's first words stand in the stream before the entry that opens the episode; the divider goes above.
      const divider: Item = { type: "episode", key: entryKey(entry), entry, number: Number(entry.body["number"]) };
      if (previous?.type === "said" && previous.by === "customer") {
        out.splice(out.length - 1, 1, divider, { ...previous, follows: false });
      } else {
        out.push(divider);
      }
    } else if (by) {
      out.push({ type: "said", key: entryKey(entry), entry, by, follows: follows(previous, entry, by), trace: by === "bot" ? trace : null });
    } else if (entry.kind === "note") {
      out.push({ type: "note", key: entryKey(entry), entry });
    } else if (previous?.type === "event" && QUIET.has(entry.kind) && previous.entries[0]?.kind === entry.kind) {
      out[out.length - 1] = { ...previous, entries: [...previous.entries, entry] };
    } else {
      out.push({ type: "event", key: entryKey(entry), entries: [entry] });
    }
  }
  return out;
}

function follows(previous: Item | undefined, entry: Entry, by: Speaker): boolean {
  if (previous?.type !== "said" || previous.by !== by) return false;
  if (by === "agent" && previous.entry.body["account"] !== entry.body["account"]) return false;
  return Date.parse(entry.at) - Date.parse(previous.entry.at) < GROUPED_MILLIS;
}

/** A trace's body with everything that may be absent filled in. */
export function traceOf(entry: Pick<Entry, "body">): Trace {
  const body = entry.body as Partial<Trace>;
  return {
    readings: [...(body.readings ?? [])].sort((a, b) => b.probability - a.probability),
    slots: body.slots ?? {},
    proof: body.proof ?? null,
    decision: body.decision ?? "",
    routine: body.routine ?? null,
    millis: body.millis ?? 0,
    doubt: body.doubt ?? null,
  };
}

// What the agent sent and the stream does not show yet. It survives a reload: a message that may not have arrived is never
// silently forgotten, and trying it again cannot send it twice.
import type { DraftCard, Shelf } from "./drafts.js";
import type { Entry } from "./wire.js";

export interface Pending {
  /** The act's key: the same for every try, so that it can have only one effect. */
  readonly key: string;
  /** Where it was typed; whatever is open by now, it goes there. */
  readonly conversation: string;
  readonly kind: "reply" | "note";
  readonly text: string;
  readonly cards: readonly DraftCard[];
  readonly at: string;
  readonly state: "sending" | "waiting" | "refused";
  /** Why it was refused, in words for the agent. */
  readonly problem: string | null;
  /** The conversation's head when it was sent. */
  readonly head: number;
}

export class Outbox {
  private list: readonly Pending[];

  constructor(
    private readonly shelf: Shelf,
    private readonly account: number,
  ) {
    this.list = this.read();
  }

  get all(): readonly Pending[] {
    return this.list;
  }

  of(conversation: string): readonly Pending[] {
    return this.list.filter((each) => each.conversation === conversation);
  }

  find(key: string): Pending | undefined {
    return this.list.find((each) => each.key === key);
  }

  put(pending: Pending): void {
    const known = this.list.some((each) => each.key === pending.key);
    this.keep(known ? this.list.map((each) => (each.key === pending.key ? pending : each)) : [...this.list, pending]);
  }

  drop(key: string): void {
    this.keep(this.list.filter((each) => each.key !== key));
  }

  /** Forgets what `entries` show to have arrived. */
  settle(entries: readonly Entry[]): void {
    const left = settled(this.list, entries, this.account);
    if (left.length !== this.list.length) this.keep(left);
  }

  private keep(list: readonly Pending[]): void {
    this.list = list;
    try {
      if (list.length === 0) this.shelf.removeItem(this.place);
      else this.shelf.setItem(this.place, JSON.stringify(list));
    } catch {
      // kept in memory; only a reload would lose it
    }
  }

  private read(): readonly Pending[] {
    try {
      const kept = JSON.parse(this.shelf.getItem(this.place) ?? "[]") as Pending[];
      return kept.map((each) => (each.state === "sending" ? { ...each, state: "waiting" } : each));
    } catch {
      return [];
    }
  }

  private get place(): string {
    return `outfitter.outbox.${this.account}`;
  }
}

/** What is left of `pendings` once `entries` are known; each entry settles one at most, the oldest first. */
export function settled(pendings: readonly Pending[], entries: readonly Entry[], account: number): readonly Pending[] {
  const left = [...pendings];
  for (const entry of entries) {
    const index = left.findIndex((each) => became(each, entry, account));
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}

/** Whether `entry` is what became of `pending`: by who said what, where, after it was sent. */
function became(pending: Pending, entry: Entry, account: number): boolean {
  const kind = pending.kind === "reply" ? "agent-message" : "note";
  return (
    entry.kind === kind &&
    entry.conversation === pending.conversation &&
    entry.seq > pending.head &&
    entry.body["account"] === account &&
    entry.body["text"] === pending.text
  );
}

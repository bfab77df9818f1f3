// Everything that the desk's page knows and does; the views only show it and pass on what the agent wants.
import { Problem, Unreachable } from "../../kit/api.js";
import { newKey } from "../../kit/key.js";
import type { Live, LiveFrame, LiveStatus } from "../../kit/live.js";
import { Watchable } from "../../kit/watch.js";
import { Drafts, type DraftCard, type Shelf } from "./drafts.js";
import { Outbox, type Pending } from "./outbox.js";
import { groups, type Groups } from "./queue.js";
import { Reads } from "./reads.js";
import type { Done, NewProblem, Staff } from "./staff.js";
import { Tabs } from "./tabs.js";
import { Thread } from "./thread.js";
import { rowOf, type Account, type CardRef, type Entry, type Holder, type Row, type Suggestion } from "./wire.js";

/** A line that the page says once, at its edge. */
export interface Saying {
  readonly id: number;
  readonly text: string;
  readonly tone: "plain" | "problem" | "done";
}

/** Acts that change who has a conversation. */
export type Step = "claim" | "release" | "solve" | "return-to-bot";

const STEPS: Readonly<Record<Step, { readonly done: string; readonly failed: string }>> = {
  claim: { done: "", failed: "Not claimed" },
  release: { done: "Put back into the queue", failed: "Not released" },
  solve: { done: "Solved", failed: "Not solved" },
  "return-to-bot": { done: "The bot has it again", failed: "Not given back" },
};

const SAID_MILLIS = 6_000;

export class Desk extends Watchable {
  readonly rows = new Map<string, Row>();
  readonly gone = new Map<string, Row>();
  readonly threads = new Map<string, Thread>();
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  readonly reads: Reads;
  readonly tabs: Tabs;
  present: readonly { readonly id: number; readonly name: string }[] = [];
  sayings: readonly Saying[] = [];
  /** Whether the queue has been told once. */
  known = false;
  status: LiveStatus = "connecting";
  /** When the server was last heard; what stands on the screen is as old as that. */
  heardAt = 0;
  /** Conversation and step of what has been asked and not yet answered. */
  readonly busy = new Map<string, Step>();
  /** Conversations whose reply goes out as soon as the claim that is under way has succeeded. */
  private readonly due = new Set<string>();
  private lastSaying = 0;

  constructor(
    readonly account: Account,
    readonly staff: Staff,
    private readonly live: Live,
    shelf: Shelf,
  ) {
    super();
    this.drafts = new Drafts(shelf, account.id);
    this.outbox = new Outbox(shelf, account.id);
    this.reads = new Reads(shelf, account.id);
    this.tabs = new Tabs(shelf, account.id);
    live.onFrame((frame) => this.receive(frame));
    live.onStatus((status) => this.line(status));
    for (const id of this.tabs.all) this.thread(id);
  }

  start(): void {
    this.live.start();
  }

  reconnect(): void {
    this.live.retryNow();
  }

  // ---- what is there ----------------------------------------------------------------------------------------

  get groups(): Groups {
    return groups(this.rows.values(), this.account.id);
  }

  /** What to tell of a line that never stood. */
  get lineFailure(): Unreachable {
    return new Unreachable("The live connection does not stand.");
  }

  get current(): Thread | null {
    return this.tabs.current ? (this.threads.get(this.tabs.current) ?? null) : null;
  }

  row(id: string): Row | undefined {
    return this.rows.get(id);
  }

  /** Who has it: by the queue when it is in there, else by its own entries. */
  holder(id: string): { readonly holder: Holder; readonly by: { readonly id: number; readonly name: string } | null } {
    const row = this.rows.get(id);
    if (row) return { holder: row.holder, by: row.claimedBy ?? null };
    return this.threads.get(id)?.standing ?? { holder: "ended", by: null };
  }

  isMine(id: string): boolean {
    const { holder, by } = this.holder(id);
    return holder === "claimed" && by?.id === this.account.id;
  }

  /** Whether one may claim it: nobody has it, or one's role takes over from colleagues. */
  mayClaim(id: string): boolean {
    const { holder } = this.holder(id);
    return holder === "waiting" || holder === "bot" || (holder === "claimed" && !this.isMine(id) && this.account.role !== "agent");
  }

  nameOf(id: string): string {
    const name = this.rows.get(id)?.customer.name ?? this.threads.get(id)?.panel?.customer.name ?? this.gone.get(id)?.customer.name;
    return name?.trim() || `Visitor ${id}`;
  }

  /** Customer's messages not yet seen: how many, as far as known; 1 when only that there are some. */
  unread(id: string): number {
    const row = this.rows.get(id);
    const thread = this.threads.get(id);
    const read = this.reads.of(id);
    if (thread?.load === "ready") {
      return thread.entries.filter((entry) => entry.kind === "customer-message" && entry.conversation === id && entry.seq > read).length;
    }
    if (!row || row.lastMessage?.from !== "customer") return 0;
    return read > 0 && row.head <= read ? 0 : Math.max(1, row.unread ?? 1);
  }

  // ---- opening and closing ----------------------------------------------------------------------------------

  open(id: string): void {
    this.tabs.open(id);
    this.thread(id);
    for (const other of [...this.threads.keys()]) if (!this.tabs.all.includes(other)) this.forget(other);
    this.seen();
    this.changed();
  }

  close(id: string): void {
    this.tabs.close(id);
    this.forget(id);
    this.changed();
  }

  private forget(id: string): void {
    this.threads.delete(id);
    this.live.unwatch(id);
  }

  /** The next open conversation, or the one before. */
  step(by: 1 | -1): void {
    const next = this.tabs.beside(by);
    if (next) this.open(next);
  }

  /** What is on the screen now has been seen. */
  seen(): void {
    const thread = this.current;
    if (!thread || thread.load !== "ready" || this.reads.of(thread.id) >= thread.head) return;
    this.reads.read(thread.id, thread.head);
    this.changed();
  }

  private thread(id: string): Thread {
    let thread = this.threads.get(id);
    if (!thread) {
      const follow = (after: number) => this.live.watch(id, after);
      thread = new Thread(id, this.staff, follow, (of, entries) => this.arrived(of, entries));
      this.threads.set(id, thread);
      void thread.start();
    }
    return thread;
  }

  private arrived(thread: Thread, entries: readonly Entry[]): void {
    this.outbox.settle(entries);
    thread.touch();
    this.changed();
  }

  // ---- acts -------------------------------------------------------------------------------------------------

  /** Takes a step that changes who has it; shown as done at once, and taken back with the reason when refused. */
  async take(step: Step, id: string): Promise<boolean> {
    if (this.busy.has(id)) return false;
    this.busy.set(id, step);
    this.changed();
    try {
      const done = await this.call(step, id);
      this.threads.get(done.conversation)?.learn(done.entries, done.head);
      if (step === "claim") this.claimed(id, done.head);
      if (STEPS[step].done) this.say(`${this.nameOf(id)}: ${STEPS[step].done.toLowerCase()}`, "done");
      return true;
    } catch (failure) {
      this.say(`${STEPS[step].failed}: ${reasonOf(failure)}`, "problem");
      return false;
    } finally {
      this.busy.delete(id);
      this.due.delete(id);
      this.changed();
    }
  }

  /** The answer to our claim may be here before the queue's news of it; or after news that is newer still. */
  private claimed(id: string, head: number): void {
    const row = this.rows.get(id);
    const known = row !== undefined && row.head > head;
    if (row && !known) this.rows.set(id, { ...row, holder: "claimed", claimedBy: { id: this.account.id, name: this.account.displayName } });
    if (this.due.has(id) && (!known || this.isMine(id))) this.send(id);
  }

  /** Whether our claim of it is under way; then what the composer holds is sent when it has succeeded, and kept when not. */
  sendOnceClaimed(id: string): boolean {
    if (this.busy.get(id) !== "claim") return false;
    this.due.add(id);
    return true;
  }

  private call(step: Step, id: string): Promise<Done> {
    if (step === "claim") return this.staff.claim(id);
    if (step === "release") return this.staff.release(id);
    return step === "solve" ? this.staff.solve(id) : this.staff.returnToBot(id);
  }

  /** Sends what the composer of `id` holds. The text leaves the composer at once and stands in the stream as on its way. */
  send(id: string): void {
    const draft = this.drafts.of(id);
    const note = draft.mode === "note";
    const text = (note ? draft.note : draft.text).trim();
    if (text === "" && (note || draft.cards.length === 0)) return;
    const pending: Pending = {
      key: newKey(),
      conversation: id,
      kind: note ? "note" : "reply",
      text,
      cards: note ? [] : draft.cards,
      at: new Date().toISOString(),
      state: "sending",
      problem: null,
      head: this.threads.get(id)?.head ?? 0,
    };
    this.drafts.change(id, note ? { note: "", mode: "reply" } : { text: "", cards: [] });
    void this.deliver(pending);
  }

  /** Tries `key` again, as the same act. */
  again(key: string): void {
    const pending = this.outbox.find(key);
    if (pending && pending.state !== "sending") void this.deliver({ ...pending, state: "sending", problem: null });
  }

  /** Takes what was not sent back into the composer. */
  recall(key: string): void {
    const pending = this.outbox.find(key);
    if (!pending) return;
    this.outbox.drop(key);
    const draft = this.drafts.of(pending.conversation);
    if (pending.kind === "note") this.drafts.change(pending.conversation, { note: joined(pending.text, draft.note), mode: "note" });
    else this.drafts.change(pending.conversation, { text: joined(pending.text, draft.text), cards: [...pending.cards, ...draft.cards], mode: "reply" });
    this.touch(pending.conversation);
  }

  private async deliver(pending: Pending): Promise<void> {
    this.outbox.put(pending);
    this.touch(pending.conversation);
    try {
      const { conversation, key, text } = pending;
      const done = await (pending.kind === "note" ? this.staff.note(conversation, key, text) : this.staff.reply(conversation, key, text, pending.cards.map(refOf)));
      this.outbox.drop(key);
      this.threads.get(done.conversation)?.learn(done.entries, done.head);
    } catch (failure) {
      if (!this.outbox.find(pending.key)) return; // it did arrive
      const refused = failure instanceof Problem;
      this.outbox.put({ ...pending, state: refused ? "refused" : "waiting", problem: reasonOf(failure) });
      if (refused) this.say(`Not sent to ${this.nameOf(pending.conversation)}: ${reasonOf(failure)}`, "problem");
    }
    this.touch(pending.conversation);
  }

  /** Puts a suggestion into the composer as a card; says why when it cannot be used now. */
  insert(id: string, suggestion: Suggestion): boolean {
    const thread = this.threads.get(id);
    const held = thread?.heldBecause;
    if (held) {
      this.say(held, "problem");
      return false;
    }
    this.drafts.add(id, cardOf(suggestion));
    thread?.used.add(suggestion.impression);
    this.touch(id);
    return true;
  }

  /** Puts a sentence into the reply, after what stands there. */
  write(id: string, sentence: string): void {
    const { text } = this.drafts.of(id);
    this.drafts.change(id, { text: [text.trimEnd(), sentence].filter(Boolean).join(" "), mode: "reply" });
    this.touch(id);
  }

  async decline(id: string, suggestion: Suggestion, reason: string): Promise<void> {
    const thread = this.threads.get(id);
    thread?.used.add(suggestion.impression);
    this.touch(id);
    await this.attempt(`${suggestion.title} could not be declined`, () => this.staff.decline(id, suggestion.impression, reason), () => {
      thread?.used.delete(suggestion.impression);
      this.touch(id);
    });
  }

  openProblem(id: string, problem: NewProblem): Promise<boolean> {
    return this.attempt("The problem could not be opened", () => this.staff.openProblem(id, problem));
  }

  closeProblem(id: string, number: number, how: string): Promise<boolean> {
    return this.attempt("The problem could not be closed", () => this.staff.closeProblem(id, number, how));
  }

  typing(id: string): void {
    this.live.typing(id);
  }

  private async attempt(failed: string, act: () => Promise<unknown>, undo: () => void = () => {}): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (failure) {
      undo();
      this.say(`${failed}: ${reasonOf(failure)}`, "problem");
      return false;
    }
  }

  say(text: string, tone: Saying["tone"] = "plain"): void {
    const saying = { id: ++this.lastSaying, text, tone };
    this.sayings = [...this.sayings.slice(-2), saying];
    setTimeout(() => this.unsay(saying.id), SAID_MILLIS);
    this.changed();
  }

  unsay(id: number): void {
    this.sayings = this.sayings.filter((each) => each.id !== id);
    this.changed();
  }

  /** A draft changed, or something on its way did. */
  touch(id: string): void {
    this.threads.get(id)?.touch();
    this.changed();
  }

  // ---- the line ---------------------------------------------------------------------------------------------

  private line(status: LiveStatus): void {
    this.status = status;
    if (status === "live") {
      for (const pending of this.outbox.all) if (pending.state === "waiting") this.again(pending.key);
      for (const thread of this.threads.values()) if (thread.load === "failed" || thread.panelLoad === "failed") void thread.start();
    }
    this.changed();
  }

  private receive(frame: LiveFrame): void {
    this.heardAt = Date.now();
    switch (frame.type) {
      case "queue":
        for (const id of [...this.rows.keys()]) this.leave(id);
        for (const row of frame["rows"] as Row[]) this.put(rowOf(row));
        this.known = true;
        break;
      case "row":
        this.put(rowOf(frame["row"] as Row));
        break;
      case "gone":
        this.leave(String(frame["conversation"]));
        break;
      case "moved":
        this.moved(String(frame["conversation"]), String(frame["into"]));
        break;
      case "staff":
        this.present = frame["present"] as { id: number; name: string }[];
        break;
      default:
        if (frame["conversation"] !== undefined) this.threads.get(String(frame["conversation"]))?.receive(frame);
    }
    this.changed();
  }

  /** The customer turned out to be one that we know: the conversation goes on in theirs, and so does what was typed. */
  private moved(id: string, into: string): void {
    this.leave(id);
    if (!this.threads.has(id)) return;
    this.drafts.move(id, into);
    this.tabs.replace(id, into);
    this.forget(id);
    this.thread(into);
  }

  private put(row: Row): void {
    this.gone.delete(row.conversation);
    this.rows.set(row.conversation, row);
  }

  private leave(id: string): void {
    const row = this.rows.get(id);
    if (row) this.gone.set(id, row);
    this.rows.delete(id);
  }
}

/** Why something failed, as the end of a sentence. */
export function reasonOf(failure: unknown): string {
  if (failure instanceof Unreachable) return "the server cannot be reached";
  if (failure instanceof Problem) return failure.detail || failure.title;
  return "something went wrong on this page";
}

function cardOf(suggestion: Suggestion): DraftCard {
  return {
    ...suggestion.card,
    suggestion: suggestion.card.suggestion ?? suggestion.impression,
    title: suggestion.title,
    price: suggestion.price,
    picture: suggestion.picture ?? null,
    size: suggestion.stock?.size ?? null,
  };
}

function refOf(card: DraftCard): CardRef {
  return {
    product: card.product,
    ...(card.sku ? { sku: card.sku } : {}),
    ...(card.suggestion ? { suggestion: card.suggestion } : {}),
    ...(card.note ? { note: card.note } : {}),
  };
}

function joined(one: string, other: string): string {
  return [one, other].filter((each) => each.trim() !== "").join("\n");
}

// One visitor's chat in one tab: ties the line, the transcript and the store together, and tells the element when to draw.
import type { Activity, Holding } from "./activity.js";
import { Line, type LineState } from "./line.js";
import { Outbox } from "./outbox.js";
import { Store } from "./store.js";
import { Transcript } from "./transcript.js";
import { subjectOf, Visit, type Identity } from "./visit.js";

/** An identity, a way to ask for a fresh one, or null when nobody is signed in. */
export type IdentitySource = Identity | (() => Promise<Identity | null>) | null;

const KEPT = 100;
const TYPING_EVERY = 3_000;
const TYPING_LASTS = 6_000;
/** How long a page may take to say who is signed in, before a signed-in history is given up. */
const IDENTITY_WAIT = 3_000;
/** A stream that stays silent this long has nothing from before. */
const CATCH_UP_WAIT = 1_000;
/** A cut shorter than this is not worth a word. */
const CUT_SHOWN_AFTER = 1_200;

export interface SessionListener {
  /** Something to draw has changed. */
  readonly changed: () => void;
  /** The chat belongs to somebody else now. */
  readonly replaced: () => void;
}

export class Session {
  readonly transcript = new Transcript();
  readonly store: Store;
  holding: Holding = { holder: "bot" };
  /** The line has been cut for longer than a moment. */
  cut = false;
  /** Somebody on the other side is writing. */
  typing = false;
  /** What was said before has arrived, as far as there can be something. */
  caughtUp = true;

  private readonly visit: Visit;
  private readonly outbox: Outbox;
  private line: Line | undefined;
  private source: IdentitySource | undefined;
  /** Whom the page named last; empty for nobody. */
  private subject = "";
  private sourceSaid: () => void = () => undefined;
  private sourceKnown: Promise<void>;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private cutTimer: ReturnType<typeof setTimeout> | undefined;
  private typedAt = 0;
  private looking = false;
  private readonly unwatch: () => void;
  /** False once it was stopped. */
  alive = true;

  constructor(
    readonly base: string,
    private readonly listener: SessionListener,
  ) {
    this.store = new Store(base);
    this.sourceKnown = new Promise((resolve) => (this.sourceSaid = resolve));
    this.visit = new Visit({ base, store: this.store, identity: () => this.identity(), replaced: () => this.begin() });
    this.outbox = new Outbox({
      post: (key, text) => this.post(key, text),
      accepted: (key, id) => this.settled(() => this.transcript.accept(key, id)),
      refused: (key, reason) => this.settled(() => this.transcript.refuse(key, reason)),
    });
    this.unwatch = this.store.watch((what) => this.elsewhere(what));
  }

  /** This browser has chatted before, so that something may be unread. */
  get returning(): boolean {
    return this.store.seen !== undefined && (this.store.visitor?.subject === "" || this.source !== undefined);
  }

  get unread(): number {
    return this.looking ? 0 : this.transcript.unreadAfter(this.store.lastRead);
  }

  /** Takes up the conversation, once. */
  async start(): Promise<void> {
    if (this.line) return;
    const line = (this.line = this.newLine(""));
    await this.settleIdentity();
    if (this.line !== line) return;
    this.caughtUp = !this.signedIn;
    const seen = this.store.seen;
    if (seen && seen.visitor === this.store.visitor?.visitor) {
      this.transcript.restore(seen.messages, this.store.pending);
      this.line = this.newLine(seen.watermark);
      this.caughtUp = true;
    }
    this.line.start();
    this.retryAll();
    this.listener.changed();
  }

  stop(): void {
    this.alive = false;
    this.line?.stop();
    this.line = undefined;
    this.unwatch();
    clearTimeout(this.typingTimer);
    clearTimeout(this.cutTimer);
  }

  /** Whether the customer has the messages before their eyes. */
  look(looking: boolean): void {
    this.looking = looking;
    this.markRead();
    this.listener.changed();
  }

  say(text: string): void {
    const key = crypto.randomUUID();
    this.transcript.send(key, text, Date.now());
    this.typedAt = 0;
    this.settled(() => this.outbox.put(key, text));
  }

  retry(key: string): void {
    const message = this.transcript.pending.find((each) => each.key === key);
    if (!message) return;
    this.settled(() => this.transcript.retry(key));
    this.outbox.put(key, message.text);
  }

  /** The customer is writing; told at most every three seconds. */
  typed(): void {
    if (this.line?.state !== "live" || Date.now() - this.typedAt < TYPING_EVERY) return;
    this.typedAt = Date.now();
    void this.line.post({ type: "typing", from: { id: this.visit.me } }).catch(() => undefined);
  }

  /** Says who is signed in. Somebody else's history disappears at once. */
  async identify(source: IdentitySource): Promise<void> {
    const first = this.source === undefined;
    this.source = source;
    const subject = subjectOf(await this.identity());
    if (this.source !== source) return;
    const stored = this.store.visitor;
    const before = this.subject;
    this.subject = subject;
    // Who leaves while the sign-in is still on its way is not in the store yet, and wrote as that customer all the same.
    const left = [before, stored?.subject ?? ""].some((each) => each !== "" && each !== subject);
    if (left) this.forget();
    else if (subject !== "" && stored?.subject !== subject) this.join();
    this.sourceSaid();
    if (first) this.listener.changed();
  }

  /** A token for the shop's own calls in this visitor's name. */
  async token(refused = false): Promise<string> {
    return (await this.visit.credentials(refused)).token;
  }

  /** The network came back, or went, or the page woke up. */
  network(online: boolean): void {
    if (online) this.line?.hurry();
    else this.line?.renew();
  }

  private newLine(watermark: string): Line {
    return new Line({
      base: this.base,
      watermark,
      credentials: (refused) => this.visit.credentials(refused),
      receive: (activities, mark) => this.receive(activities, mark),
      changed: (state) => this.lineIs(state),
      lost: () => this.begin(),
    });
  }

  private async post(key: string, text: string): Promise<string> {
    await this.start();
    const { userId } = await this.visit.credentials();
    return (this.line ?? this.newLine("")).post({ type: "message", from: { id: userId }, text, channelData: { clientActivityID: key } });
  }

  private receive(activities: readonly Activity[], watermark: string): void {
    const fresh = this.transcript.take(activities, this.visit.me);
    for (const activity of activities) this.transient(activity);
    if (fresh.some((each) => each.author === "bot" || each.author === "agent")) this.stopTyping();
    this.caughtUp = true;
    if (fresh.length) this.keep(watermark);
    this.markRead();
    this.listener.changed();
  }

  private transient(activity: Activity): void {
    if (activity.type === "event" && activity.name === "outfitter/holder") this.holding = activity.value as Holding;
    if (activity.type !== "typing" || activity.from?.role === "user" || activity.from?.id === this.visit.me) return;
    this.typing = true;
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => this.stopTyping(), TYPING_LASTS);
  }

  private stopTyping(): void {
    clearTimeout(this.typingTimer);
    if (!this.typing) return;
    this.typing = false;
    this.listener.changed();
  }

  private keep(watermark: string): void {
    const visitor = this.store.visitor?.visitor;
    if (visitor) this.store.seen = { visitor, watermark, messages: this.transcript.kept(KEPT) };
  }

  private markRead(): void {
    if (this.looking && this.transcript.newest) this.store.lastRead = this.transcript.newest;
  }

  private settled(act: () => void): void {
    act();
    this.store.pending = this.transcript.pending;
    this.listener.changed();
  }

  private lineIs(state: LineState): void {
    clearTimeout(this.cutTimer);
    if (state === "cut") this.cutTimer = setTimeout(() => this.showCut(true), CUT_SHOWN_AFTER);
    else this.showCut(false);
    if (state !== "live") return;
    if (!this.caughtUp) setTimeout(() => this.settled(() => (this.caughtUp = true)), CATCH_UP_WAIT);
    this.retryAll();
  }

  /** Sends what has not arrived, but for what the server has refused. */
  private retryAll(): void {
    for (const each of this.transcript.pending) if (!each.reason) this.retry(each.key);
  }

  private showCut(cut: boolean): void {
    this.cut = cut;
    this.listener.changed();
  }

  private get signedIn(): boolean {
    return this.source !== undefined && this.source !== null;
  }

  private async identity(): Promise<Identity | null> {
    if (this.source === undefined) await this.settleIdentity();
    return typeof this.source === "function" ? this.source() : (this.source ?? null);
  }

  /** A visitor who was signed in shows nothing until the page has said who is signed in now. */
  private async settleIdentity(): Promise<void> {
    if (this.source !== undefined || !this.store.visitor?.subject) return;
    await Promise.race([this.sourceKnown, new Promise((resolve) => setTimeout(resolve, IDENTITY_WAIT))]);
    if (this.source === undefined) await this.identify(null);
  }

  /** Signed in: this visitor's messages join the customer's, in the order that the server gives them. */
  private join(): void {
    this.visit.reset();
    this.begin();
  }

  /** Signed out, or somebody else: nothing of before stays. */
  private forget(): void {
    this.store.forget();
    this.outbox.clear();
    this.transcript.clear();
    this.visit.reset();
    this.begin();
  }

  /** Empties the screen and begins with the first message that the server will show. */
  private begin(): void {
    const running = this.line !== undefined;
    this.line?.stop();
    this.store.seen = undefined;
    this.transcript.restore([], this.transcript.pending);
    this.holding = { holder: "bot" };
    this.typing = false;
    this.caughtUp = !this.signedIn;
    this.line = running ? this.newLine("") : undefined;
    this.line?.start();
    this.listener.replaced();
    this.listener.changed();
  }

  /** Another tab changed what the browser keeps. */
  private elsewhere(what: string): void {
    const visitor = this.store.visitor?.visitor ?? "";
    if (what === "visitor" && this.visit.visitor !== "" && visitor !== this.visit.visitor) {
      this.outbox.clear();
      this.transcript.clear();
      this.visit.reset();
      this.begin();
    }
    this.listener.changed();
  }
}

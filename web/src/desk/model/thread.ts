// One open conversation: what was said in it, what the assist panel knows of it, and what is still on its way.
import type { LiveFrame } from "../../kit/live.js";
import { Watchable } from "../../kit/watch.js";
import type { Delivery, Way } from "./delivery.js";
import { Held } from "./hold.js";
import { PAGE, type Staff } from "./staff.js";
import { standing, type Standing } from "./standing.js";
import { merge } from "./stream.js";
import { entryOf, type Entry, type Panel, type Suggestion, type Suggestions } from "./wire.js";

export type Load = "loading" | "ready" | "failed";

const TYPING_MILLIS = 6_000;
/** A talk of hours is drawn anew with every message: what is long past waits behind "show what was before". */
const MOST_ENTRIES = 300;
const KEPT_ENTRIES = 150;
export const NO_SUGGESTIONS: Suggestions = { goesWith: [], stepUp: [] };

export class Thread extends Watchable {
  entries: readonly Entry[] = [];
  head = 0;
  load: Load = "loading";
  failure: unknown;
  /** Whether the server has told of everything back to the beginning. */
  complete = false;
  loadingOlder = false;
  panel: Panel | null = null;
  panelLoad: Load = "loading";
  panelFailure: unknown;
  typingUntil = 0;
  /** Where a reply goes now; null until the server has told. */
  way: Way | null = null;
  /** How far replies have come that had to be brought somewhere, by the entry's key. */
  readonly deliveries = new Map<string, Delivery>();
  /** The entry that a link of the briefing pointed at last. */
  pointed: string | null = null;
  /** Impressions that the agent has put in the composer or declined, until the next list comes. */
  readonly used = new Set<string>();
  /** What entries told that are no longer kept here. */
  private lastStanding: Standing | null = null;
  readonly suggestions = new Held<Suggestions>(NO_SUGGESTIONS, () => this.changed());

  constructor(
    readonly id: string,
    private readonly staff: Staff,
    private readonly follow: (after: number) => void,
    private readonly arrived: (thread: Thread, entries: readonly Entry[]) => void,
  ) {
    super();
  }

  /** Reads the newest page and the panel, then follows what comes. */
  async start(): Promise<void> {
    await Promise.all([this.startEntries(), this.startPanel()]);
  }

  async startEntries(): Promise<void> {
    this.load = this.entries.length > 0 ? "ready" : "loading";
    this.failure = undefined;
    this.changed();
    try {
      const page = await this.staff.entries(this.id);
      this.take(page.entries, page.head);
      // A page may be short because it leaves out what staff may not see; a very short one is all there is.
      this.complete = page.entries.length < PAGE / 2;
      this.load = "ready";
      this.follow(this.head);
    } catch (failure) {
      this.failure = failure;
      if (this.load === "loading") this.load = "failed";
    }
    this.changed();
  }

  async startPanel(): Promise<void> {
    this.panelFailure = undefined;
    try {
      this.show(await this.staff.panel(this.id));
    } catch (failure) {
      this.panelFailure = failure;
      if (!this.panel) this.panelLoad = "failed";
    }
    this.changed();
  }

  async older(): Promise<void> {
    const first = this.entries[0];
    if (this.complete || this.loadingOlder || !first) return;
    this.loadingOlder = true;
    this.changed();
    try {
      const page = await this.staff.entries(this.id, `${first.conversation}.${first.seq}`);
      const known = this.entries.length;
      this.entries = merge(page.entries, this.entries);
      this.complete = this.entries.length === known;
    } finally {
      this.loadingOlder = false;
      this.changed();
    }
  }

  /** Lets go of the oldest entries, for when the newest are being read. */
  trim(): void {
    if (this.entries.length <= MOST_ENTRIES || this.loadingOlder) return;
    this.lastStanding = this.standing;
    this.entries = this.entries.slice(-KEPT_ENTRIES);
    this.complete = false;
    this.changed();
  }

  receive(frame: LiveFrame): void {
    if (frame.type === "entries") {
      this.take(((frame["entries"] ?? []) as Entry[]).map(entryOf), Number(frame["head"]));
      if (this.load === "failed") this.load = "ready";
    } else if (frame.type === "panel") {
      this.show(frame["panel"] as Panel);
    } else if (frame.type === "suggestions") {
      this.offer(frame["suggestions"] as Suggestions);
    } else if (frame.type === "way") {
      this.way = frame["way"] as Way;
    } else if (frame.type === "deliveries") {
      for (const each of frame["deliveries"] as Delivery[]) this.deliveries.set(`${each.conversation}:${each.seq}`, each);
    } else if (frame.type === "typing") {
      this.typingUntil = Date.now() + TYPING_MILLIS;
      setTimeout(() => this.changed(), TYPING_MILLIS + 50);
    }
    this.changed();
  }

  get customerTypes(): boolean {
    return Date.now() < this.typingUntil;
  }

  get standing(): Standing | null {
    return standing(this.entries) ?? this.lastStanding;
  }

  /** Suggestions in the order of their keys: goes with it, then step up, as they stand on the screen. */
  get shownSuggestions(): readonly Suggestion[] {
    return [...this.suggestions.shown.goesWith, ...this.suggestions.shown.stepUp];
  }

  /** Why no suggestion can be used now, in words; null when they can. The newest state decides, not the one on the screen. */
  get heldBecause(): string | null {
    const { held, heldOut } = this.suggestions.newest;
    if (heldOut) return "Comparison group: this customer gets no suggestions";
    if (held) return held.reason;
    return null;
  }

  /** Takes in what an act of one's own wrote, before the socket tells of it. */
  learn(entries: readonly Entry[], head: number): void {
    if (entries.length === 0) return;
    this.take(entries, head);
    this.changed();
  }

  point(key: string | null): void {
    this.pointed = key;
    this.changed();
  }

  touch(): void {
    this.changed();
  }

  private take(entries: readonly Entry[], head: number): void {
    this.entries = merge(this.entries, entries);
    this.head = Math.max(this.head, head || 0);
    if (entries.some((entry) => entry.kind === "customer-message")) this.typingUntil = 0;
    this.arrived(this, entries);
  }

  private show(panel: Panel): void {
    this.panel = panel;
    this.panelLoad = "ready";
    this.offer(panel.suggestions ?? NO_SUGGESTIONS);
  }

  private offer(suggestions: Suggestions): void {
    this.used.clear();
    this.suggestions.offer(suggestions);
  }
}

// What was said, as this page knows it: the server's messages in the server's order, then our own that are still on the way.
import type { Activity, HeroCard } from "./activity.js";

/** `notice` is nobody: something that happened. */
export type Author = "customer" | "bot" | "agent" | "notice";

export interface Message {
  /** The same from the first drawing to the last, also when the server names the message meanwhile. */
  readonly key: string;
  /** The server's name for it; missing while it is on its way. */
  readonly id?: string;
  readonly author: Author;
  /** The agent's name, empty for others; of a notice the person that it is about. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of a notice: what happened, 'claimed' or 'returned-to-bot'. */
  readonly text: string;
  readonly cards: readonly HeroCard[];
  /** Answers offered with it. */
  readonly buttons: readonly string[];
  /** Only of the customer's own. */
  readonly delivery?: Delivery;
  /** Why it failed, when the server said so. */
  readonly reason?: string;
}

export type Delivery = "sending" | "sent" | "failed";

/** Messages of one author that stand close together. */
export interface Group {
  readonly author: Author;
  readonly name: string;
  readonly messages: readonly Message[];
  /** True when a heading with the day stands above it. */
  readonly newDay: boolean;
}

const TOGETHER = 5 * 60_000;
const NOTICES = ["claimed", "returned-to-bot"];

/** Not shared between tabs: each has its own, fed by its own stream. */
export class Transcript {
  private said: Message[] = [];
  private ids = new Set<string>();
  private outgoing: Message[] = [];

  get messages(): readonly Message[] {
    return this.outgoing.length ? [...this.said, ...this.outgoing] : this.said;
  }

  /** Those of ours that the server has not taken yet, oldest first. */
  get pending(): readonly Message[] {
    return this.outgoing.filter((each) => each.delivery !== "sent");
  }

  /** The newest message that the server has named; empty when there is none. */
  get newest(): string {
    return this.said.at(-1)?.id ?? "";
  }

  /** Answers offered by the newest message; none once the customer has said something after it. */
  get offers(): readonly string[] {
    return this.messages.findLast((each) => each.author !== "notice")?.buttons ?? [];
  }

  /** Adds what a stream brought; whatever is here already changes nothing. Returns what is new. */
  take(activities: readonly Activity[], me: string): readonly Message[] {
    const fresh: Message[] = [];
    for (const activity of activities) {
      if (!activity.id || this.ids.has(activity.id)) continue;
      const read = activity.type === "message" ? readMessage(activity, me) : readNotice(activity);
      if (!read) continue;
      const message = this.settle(read, activity.channelData?.clientActivityID);
      this.ids.add(activity.id);
      this.said.push(message);
      fresh.push(message);
    }
    return fresh;
  }

  send(key: string, text: string, at: number): void {
    this.outgoing.push({ key, author: "customer", name: "", at, text, cards: [], buttons: [], delivery: "sending" });
  }

  /** The server has taken it and calls it so. */
  accept(key: string, id: string): void {
    if (this.ids.has(id)) this.outgoing = this.outgoing.filter((each) => each.key !== key);
    else this.mark(key, { id, delivery: "sent" });
  }

  refuse(key: string, reason: string): void {
    this.mark(key, { delivery: "failed", reason });
  }

  retry(key: string): void {
    this.mark(key, { delivery: "sending", reason: "" });
  }

  discard(key: string): void {
    this.outgoing = this.outgoing.filter((each) => each.key !== key);
  }

  /** How many messages of others came after the one last read. */
  unreadAfter(read: string): number {
    const from = read ? this.said.findIndex((each) => each.id === read) : -1;
    return this.said.slice(from + 1).filter((each) => each.author === "bot" || each.author === "agent").length;
  }

  /** The last messages that the server has named, for the next page. */
  kept(limit: number): readonly Message[] {
    return this.said.slice(-limit);
  }

  restore(said: readonly Message[], outgoing: readonly Message[]): void {
    this.said = said.filter((each) => each.id);
    this.ids = new Set(this.said.map((each) => each.id ?? ""));
    this.outgoing = [...outgoing];
  }

  clear(): void {
    this.restore([], []);
  }

  /** An echo of ours keeps the key that it was drawn with, and leaves the messages on their way. */
  private settle(message: Message, clientKey: string | undefined): Message {
    const mine = this.outgoing.find((each) => each.key === clientKey || each.id === message.id);
    if (!mine) return message;
    this.discard(mine.key);
    return { ...message, key: mine.key };
  }

  private mark(key: string, change: Partial<Message>): void {
    this.outgoing = this.outgoing.map((each) => (each.key === key ? { ...each, ...change } : each));
  }
}

/** Splits messages where the author changes, after a pause and at midnight. */
export function groups(messages: readonly Message[]): readonly Group[] {
  const found: (Group & { messages: Message[] })[] = [];
  let before: Message | undefined;
  for (const message of messages) {
    const newDay = !before || new Date(before.at).toDateString() !== new Date(message.at).toDateString();
    const open = found.at(-1);
    if (open && before && !newDay && before.author === message.author && before.name === message.name && message.at - before.at < TOGETHER) {
      open.messages.push(message);
    } else {
      found.push({ author: message.author, name: message.name, messages: [message], newDay });
    }
    before = message;
  }
  return found;
}

function readMessage(activity: Activity, me: string): Message {
  const author = activity.channelData?.outfitter?.author;
  const mine = activity.from?.role === "user" || activity.from?.id === me;
  return {
    ...nothingSaid(activity),
    author: mine ? "customer" : author?.kind === "agent" ? "agent" : "bot",
    name: mine || author?.kind !== "agent" ? "" : (author.name ?? activity.from?.name ?? ""),
    text: activity.text ?? "",
    cards: (activity.attachments ?? []).flatMap((each) => (each.content && each.contentType.endsWith("card.hero") ? [each.content] : [])),
    buttons: (activity.suggestedActions?.actions ?? []).map((each) => each.value ?? each.title),
    ...(mine ? { delivery: "sent" as const } : {}),
  };
}

/** Somebody took over or left; undefined for events that are not to be seen. */
function readNotice(activity: Activity): Message | undefined {
  const what = NOTICES.find((each) => activity.name === `outfitter/${each}`);
  if (activity.type !== "event" || !what) return undefined;
  return { ...nothingSaid(activity), name: (activity.value as { agent?: string } | undefined)?.agent ?? "", text: what };
}

function nothingSaid(activity: Activity): Message {
  const at = Date.parse(activity.timestamp ?? "");
  const id = activity.id ?? "";
  return { key: id, id, author: "notice", name: "", at: Number.isNaN(at) ? Date.now() : at, text: "", cards: [], buttons: [] };
}

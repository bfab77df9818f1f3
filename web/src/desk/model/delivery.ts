// How far replies have come that had to be brought to a messaging app, and where the next one goes.

export type DeliveryState = "waiting" | "retrying" | "held" | "sent" | "delivered" | "read" | "failed";

export interface Delivery {
  readonly conversation: number | string;
  readonly seq: number;
  readonly channel: string;
  readonly state: DeliveryState;
  readonly reason?: string | null;
  readonly at: string;
}

/** Where a reply goes now; `until` and `outside` are there where a service lets a shop write for a while only. */
export interface Way {
  readonly channel: string;
  readonly name: string;
  readonly until?: string | null;
  readonly outside?: "template" | "held" | null;
}

const NAMES: Readonly<Record<string, string>> = { site: "site", whatsapp: "WhatsApp", messenger: "Messenger", telegram: "Telegram", sms: "SMS", email: "e-mail" };

const WORDS: Readonly<Record<DeliveryState, string>> = {
  waiting: "on its way",
  retrying: "trying again",
  held: "waits for the customer",
  sent: "sent",
  delivered: "delivered",
  read: "read",
  failed: "not delivered",
};

/** What people call a channel; an address ("whatsapp:44…") tells its own. */
export function channelName(addressOrChannel: string): string {
  const channel = addressOrChannel.split(":")[0] ?? "";
  return NAMES[channel === "shop" ? "site" : channel] ?? channel;
}

export function deliveryWords(delivery: Delivery): string {
  return `${channelName(delivery.channel)}: ${WORDS[delivery.state] ?? delivery.state}`;
}

export interface WayLine {
  readonly text: string;
  /** Whether a reply will not go out at once. */
  readonly closed: boolean;
}

const HOUR = 3_600_000;

/** What the composer says of where a reply goes; null for the site, where it is simply there. */
export function wayLine(way: Way | null, now: number): WayLine | null {
  if (!way || way.channel === "site") return null;
  if (!way.until) return { text: `by ${way.name}`, closed: false };
  const left = Date.parse(way.until) - now;
  if (left > 0) return { text: `by ${way.name}, ${spell(left)} left to write freely`, closed: false };
  const then = way.outside === "template" ? "a template asks the customer to write; your reply waits for that" : "your reply waits until the customer writes again";
  return { text: `${way.name}'s time to write freely is over: ${then}`, closed: true };
}

function spell(millis: number): string {
  const hours = Math.floor(millis / HOUR);
  return hours >= 1 ? `${hours} h` : `${Math.max(1, Math.floor(millis / 60_000))} min`;
}

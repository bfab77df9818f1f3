// The customer of the story: signs in at the shop, speaks by Direct Line from a second device, buys through the shop's API.
import { Api } from "../kit/api.js";
import { newKey } from "../kit/key.js";
import type { Activity, ChatProduct } from "../widget/activity.js";
import { Line, type Credentials } from "../widget/line.js";

interface Variant {
  readonly sku: string;
  readonly stock: string;
}

export class Customer {
  /** Messages of ours that came since the last mark. */
  heard: readonly Activity[] = [];
  private credentials: Promise<Credentials> | null = null;
  private line: Line | null = null;
  private readonly known = new Set<string>();
  private caughtUp = false;

  constructor(
    private readonly externalId: string,
    private readonly api: Api = new Api(),
  ) {}

  async start(): Promise<void> {
    if (this.line) return;
    const me = await this.signedIn(false);
    this.line = new Line({
      base: "",
      watermark: "",
      credentials: (renewed) => this.signedIn(renewed),
      receive: (activities) => this.receive(activities, me.userId),
      changed: () => {},
      lost: () => {},
    });
    this.line.start();
  }

  stop(): void {
    this.line?.stop();
    this.line = null;
    this.credentials = null;
  }

  /** From here on, only what comes anew counts as heard. */
  mark(): void {
    this.heard = [];
    this.caughtUp = true;
  }

  async typing(): Promise<void> {
    const { userId } = await this.signedIn(false);
    await this.line?.post({ type: "typing", from: { id: userId } });
  }

  async say(text: string): Promise<void> {
    const { userId } = await this.signedIn(false);
    if (!this.line) throw new Error("The customer's line does not stand.");
    await this.line.post({ type: "message", text, from: { id: userId }, channelData: { clientActivityID: newKey() } });
  }

  /** What the bot offered last to press; empty when it asked nothing. */
  get offered(): readonly string[] {
    const last = this.heard[this.heard.length - 1];
    return (last?.suggestedActions?.actions ?? []).map((action) => action.value ?? action.title);
  }

  /** The product card that came last. */
  get card(): ChatProduct | null {
    const cards = this.heard.flatMap((activity) => activity.attachments ?? []).flatMap((each) => (each.content?.product ? [each.content.product] : []));
    return cards[cards.length - 1] ?? null;
  }

  async addToCart(card: ChatProduct): Promise<void> {
    const sku = card.sku ?? (await this.firstInStock(card));
    const bearer = new Api({ token: async (renewed) => (await this.signedIn(renewed)).token });
    await bearer.post("/api/shop/cart/lines", { sku, quantity: 1, ...(card.suggestion ? { suggestion: card.suggestion } : {}) });
  }

  private async firstInStock(card: ChatProduct): Promise<string> {
    const variants: readonly Variant[] = card.variants ?? (await this.api.get<{ variants: readonly Variant[] }>(`/api/shop/products/${encodeURIComponent(card.id)}`)).variants;
    const variant = variants.find((each) => each.stock !== "out");
    if (!variant) throw new Error(`${card.title} is sold out.`);
    return variant.sku;
  }

  private receive(activities: readonly Activity[], me: string): void {
    for (const activity of activities) {
      if (activity.type !== "message" || activity.from?.id === me || (activity.id && this.known.has(activity.id))) continue;
      if (activity.id) this.known.add(activity.id);
      if (this.caughtUp) this.heard = [...this.heard, activity];
    }
  }

  private signedIn(renewed: boolean): Promise<Credentials> {
    if (renewed || !this.credentials) {
      this.credentials = this.api
        .post<{ identity: string }>("/api/demo/identity", { externalId: this.externalId })
        .then(({ identity }) => this.api.post<Credentials>("/api/site/token", { identity }));
      this.credentials.catch(() => (this.credentials = null));
    }
    return this.credentials;
  }
}

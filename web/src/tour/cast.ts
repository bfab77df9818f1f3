// Does what the story says: the customer by the public API, agent and merchandiser in their own pages.
import type { Desk } from "../desk/model/desk.js";
import type { Thread } from "../desk/model/thread.js";
import { pin, type Spot } from "../studio/model/rules.js";
import type { Customer } from "./customer.js";
import { pausing } from "./player.js";
import type { Stage } from "./stage.js";
import type { Act, Step, Until } from "./story.js";

const LOOK_EVERY_MILLIS = 60;
const PATIENCE_MILLIS = 20_000;
const MOST_ANSWERS = 4;

export interface CastOptions {
  readonly stage: Stage;
  readonly customer: Customer;
  /** The customer's name, by which the desk finds the conversation. */
  readonly name: string;
  /** Milliseconds a sign while somebody types; 0 types at once. */
  readonly typing: number;
}

export class Cast {
  private conversation: string | null = null;
  private pinned: { readonly product: string; readonly rule: string } | null = null;
  private anchor: string | null = null;
  /** The conversation's head when somebody last began to act: only what came after it counts. */
  private since = 0;

  constructor(private readonly options: CastOptions) {}

  /** Does one step, and waits for what must come of it. */
  async perform(step: Step, signal: AbortSignal): Promise<void> {
    const { stage, customer } = this.options;
    await stage.chat(signal);
    await customer.start();
    const desk = await stage.desk(signal);
    if (step.act.do !== "open" && step.act.do !== "look") this.since = this.conversation ? (desk.threads.get(this.conversation)?.head ?? 0) : 0;
    if (step.act.do !== "answer" && step.act.do !== "add-to-cart") customer.mark();
    await this.act(step.act, desk, signal);
    await this.wait(step.until, desk, signal);
  }

  /** Leaves nothing of an earlier play behind: no open problem, no claimed conversation. */
  async tidy(signal: AbortSignal): Promise<void> {
    const desk = await this.options.stage.desk(signal);
    const id = await this.find(desk).catch(() => null);
    if (!id) return;
    const thread = await this.open(desk, id, signal);
    const { holder } = desk.holder(id);
    if (holder !== "waiting" && holder !== "claimed") return;
    if (holder === "waiting") await desk.take("claim", id);
    for (const problem of thread.panel?.problems ?? []) await desk.closeProblem(id, problem.number, "Was no problem");
    if (desk.isMine(id)) await desk.take("solve", id);
  }

  private async act(act: Act, desk: Desk, signal: AbortSignal): Promise<void> {
    switch (act.do) {
      case "say":
        return this.say(act.text, signal);
      case "answer":
        return this.answer(desk, signal);
      case "add-to-cart":
        return this.addToCart();
      case "look":
        return;
      case "find":
      case "pin":
      case "publish":
        return this.merchandise(act, desk, signal);
      default:
        return this.serve(act, desk, signal);
    }
  }

  // ---- the customer ---------------------------------------------------------------------------------------------

  private async say(text: string, signal: AbortSignal): Promise<void> {
    const { customer, typing } = this.options;
    if (typing > 0) {
      await customer.typing();
      await pausing(Math.min(2_500, text.length * typing), signal);
    }
    await customer.say(text);
  }

  private async answer(desk: Desk, signal: AbortSignal): Promise<void> {
    const { customer } = this.options;
    for (let asked = 0; asked < MOST_ANSWERS && !this.isWaiting(desk); asked++) {
      const [first] = customer.offered;
      if (!first) return;
      customer.mark();
      await this.say(first, signal);
      await this.patiently("The bot did not answer.", signal, () => customer.heard.length > 0 || this.isWaiting(desk));
      await pausing(this.options.typing * 20, signal);
    }
  }

  private isWaiting(desk: Desk): boolean {
    const holder = this.conversation ? desk.holder(this.conversation).holder : "bot";
    return holder === "waiting" || holder === "claimed";
  }

  private async addToCart(): Promise<void> {
    const { customer, stage } = this.options;
    const card = customer.card;
    if (!card) throw new Error("No product card has come.");
    await customer.addToCart(card);
    stage.tell("phone", "outfitter-cart");
  }

  // ---- the agent ------------------------------------------------------------------------------------------------

  private async serve(act: Act, desk: Desk, signal: AbortSignal): Promise<void> {
    const id = await this.find(desk);
    const thread = await this.open(desk, id, signal);
    switch (act.do) {
      case "claim":
        if (!desk.isMine(id)) await desk.take("claim", id);
        return;
      case "reply":
        return this.reply(desk, thread, act.text, signal);
      case "close-problem":
        for (const problem of thread.panel?.problems ?? []) await desk.closeProblem(id, problem.number, act.how);
        return;
      case "insert":
        this.anchor = thread.suggestions.newest.anchors?.[0] ?? null;
        this.options.stage.press("desk", { key: "1", code: "Digit1", altKey: true });
        return;
      case "solve":
        if (desk.isMine(id)) await desk.take("solve", id);
        return;
      default:
        return;
    }
  }

  private async reply(desk: Desk, thread: Thread, text: string, signal: AbortSignal): Promise<void> {
    const { typing } = this.options;
    for (let written = typing > 0 ? 1 : text.length; written <= text.length; written++) {
      desk.drafts.change(thread.id, { text: text.slice(0, written), mode: "reply" });
      desk.touch(thread.id);
      if (written % 12 === 1) desk.typing(thread.id);
      if (typing > 0) await pausing(typing, signal);
    }
    desk.send(thread.id);
  }

  /** The conversation's number; the desk's own search knows it once the customer has spoken. */
  private async find(desk: Desk): Promise<string> {
    if (this.conversation) return this.conversation;
    const found = await desk.staff.customers(this.options.name);
    const known = found.find((each) => each.name === this.options.name && each.conversation) ?? found.find((each) => each.conversation);
    if (!known) throw new Error(`The desk does not find ${this.options.name}.`);
    return (this.conversation = known.conversation);
  }

  private async open(desk: Desk, id: string, signal: AbortSignal): Promise<Thread> {
    if (desk.tabs.current !== id) this.options.stage.go("desk", `/desk#${id}`);
    await this.patiently("The conversation does not open.", signal, () => desk.tabs.current === id && desk.current?.load === "ready" && desk.current.panel !== null);
    const thread = desk.threads.get(id);
    if (!thread) throw new Error("The conversation is not open.");
    return thread;
  }

  // ---- the merchandiser -----------------------------------------------------------------------------------------

  private async merchandise(act: Act, desk: Desk, signal: AbortSignal): Promise<void> {
    const { stage } = this.options;
    const studio = await stage.studio(signal);
    const anchor = (this.anchor ??= desk.current?.suggestions.newest.anchors?.[0] ?? null);
    if (!anchor) throw new Error("The suggestions do not say what they start from.");
    if (act.do === "find") {
      stage.go("studio", `/studio#${encodeURIComponent(anchor)}`);
      await this.patiently("The studio does not show the product.", signal, () => studio.detail.value?.product.id === anchor);
    } else if (act.do === "pin") {
      // One that this customer may be offered, or the pin could not show: what she owns is never suggested.
      const offered = desk.current?.suggestions.newest.goesWith.slice(1).map((each) => each.product) ?? [];
      const free = studio.detail.value?.draft.goesWith.filter((each) => !each.rule).reverse() ?? [];
      const item = free.find((each) => offered.includes(each.product)) ?? free[0];
      if (!item) throw new Error("Nothing is left to be pinned.");
      const spot: Spot = { product: anchor, list: "goes-with" };
      this.pinned = { product: item.product, rule: `${item.title} first` };
      await studio.edit((rules) => pin(rules, spot, item.product, 1, `${item.title} first`));
    } else if (act.do === "publish") {
      await studio.publish(act.note);
    }
  }

  // ---- what must have happened ----------------------------------------------------------------------------------

  private async wait(until: Until, desk: Desk, signal: AbortSignal): Promise<void> {
    if (!until) return;
    if (!("studio" in until) && !("heard" in until)) await this.open(desk, await this.found(desk, signal), signal);
    await this.patiently(missing(until), signal, async () => this.holds(until, desk, signal));
  }

  private async found(desk: Desk, signal: AbortSignal): Promise<string> {
    await this.patiently(`The desk does not find ${this.options.name}.`, signal, async () => (await this.find(desk).catch(() => null)) !== null);
    return this.find(desk);
  }

  private async holds(until: NonNullable<Until>, desk: Desk, signal: AbortSignal): Promise<boolean> {
    const { customer, stage } = this.options;
    if ("heard" in until) {
      if (until.heard === "card") return customer.card !== null;
      return customer.heard.some((each) => (each.channelData?.outfitter?.author?.kind ?? "bot") === until.heard);
    }
    if ("studio" in until) {
      const studio = await stage.studio(signal);
      const { pinned } = this;
      if (until.studio === "product") return studio.detail.value !== null;
      const lists = until.studio === "pinned" ? studio.detail.value?.draft : studio.detail.value?.live;
      return pinned !== null && lists?.goesWith[0]?.product === pinned.product;
    }
    const thread = desk.current;
    if (!thread) return false;
    if ("holder" in until) return desk.holder(thread.id).holder === until.holder;
    if ("composer" in until) return desk.drafts.of(thread.id).cards.length > 0;
    if ("entry" in until) return thread.entries.some((entry) => entry.kind === until.entry && entry.conversation === thread.id && entry.seq > this.since);
    const { held, goesWith, stepUp } = thread.suggestions.newest;
    if (until.suggestions === "held") return held != null;
    if (until.suggestions === "alive") return held == null && goesWith.length + stepUp.length > 0;
    return this.pinned !== null && goesWith[0]?.product === this.pinned.product && goesWith[0].rule != null;
  }

  private async patiently(otherwise: string, signal: AbortSignal, holds: () => boolean | Promise<boolean>): Promise<void> {
    const until = Date.now() + PATIENCE_MILLIS;
    while (Date.now() < until) {
      if (await holds()) return;
      await pausing(LOOK_EVERY_MILLIS, signal);
    }
    throw new Error(otherwise);
  }
}

function missing(until: NonNullable<Until>): string {
  if ("heard" in until) return until.heard === "card" ? "No card has reached the customer." : `Nothing of the ${until.heard} has reached the customer.`;
  if ("holder" in until) return `The conversation is not ${until.holder}.`;
  if ("suggestions" in until) return until.suggestions === "ruled" ? "The suggestions do not show the pinned product." : `The suggestions are not ${until.suggestions}.`;
  if ("entry" in until) return `The desk has no new ${until.entry.replace(/-/g, " ")}.`;
  if ("composer" in until) return "The composer holds no card.";
  return "The studio does not show it.";
}

// The cart as the page knows it. It belongs to whoever chats: the chat's token names the visitor, and what is bought in the chat
// shows here at once.
import type { ReactiveControllerHost } from "lit";
import { CART_CHANGED, type Cart } from "../kit/shop.js";
import type { OutfitterChat } from "../widget/chat.js";
import { Till, type Order } from "./api.js";

const EMPTY: Cart = { items: [], total: 0, currency: "GBP" };

export class Basket {
  cart: Cart = EMPTY;
  failure: unknown;
  /** False until it is known what lies in it. */
  known = false;
  private readonly hosts = new Set<ReactiveControllerHost>();
  private readonly till = new Till(async (refused) => (await chat()).token(refused));
  private newest = 0;

  /** Loads the cart, and follows what happens to it elsewhere. */
  start(): void {
    document.addEventListener(CART_CHANGED, (event) => this.told((event as CustomEvent<Cart | undefined>).detail));
    document.addEventListener("outfitter-visitor", () => void this.load());
    void this.load();
  }

  /** Draws `host` anew whenever the cart changes. */
  follow(host: ReactiveControllerHost): void {
    host.addController({
      hostConnected: () => this.hosts.add(host),
      hostDisconnected: () => this.hosts.delete(host),
    });
  }

  get count(): number {
    return this.cart.items.reduce((sum, line) => sum + line.quantity, 0);
  }

  /** A visitor whom nobody knows has an empty cart; to ask would make a visitor of everybody who looks. */
  async load(): Promise<void> {
    const known = (await chat()).known;
    await this.settle(() => (known ? this.till.cart() : Promise.resolve(EMPTY))).catch(() => undefined);
  }

  add(sku: string): Promise<void> {
    return this.settle(() => this.till.add(sku));
  }

  /** Sets how many; none takes the line away. Shown at once, and taken back when it fails. */
  async set(sku: string, quantity: number): Promise<void> {
    const before = this.cart;
    const items = before.items.map((line) => (line.sku === sku ? { ...line, quantity } : line)).filter((line) => line.quantity > 0);
    this.put({ ...before, items, total: items.reduce((sum, line) => sum + line.price.minor * line.quantity, 0) });
    try {
      await this.settle(() => this.till.set(sku, quantity));
    } catch (failure) {
      this.put(before);
      throw failure;
    }
  }

  async checkout(): Promise<Order> {
    const order = await this.till.checkout();
    this.newest++;
    this.put({ ...EMPTY, currency: order.currency });
    return order;
  }

  private told(cart: Cart | undefined): void {
    if (cart?.items) this.put(cart);
    else void this.load();
  }

  private async settle(call: () => Promise<Cart>): Promise<void> {
    const mine = ++this.newest;
    try {
      const cart = await call();
      if (mine === this.newest) this.put(cart);
    } catch (failure) {
      this.failure = failure;
      this.draw();
      throw failure;
    }
  }

  private put(cart: Cart): void {
    this.cart = cart;
    this.known = true;
    this.failure = undefined;
    this.draw();
  }

  private draw(): void {
    this.hosts.forEach((host) => host.requestUpdate());
  }
}

/** The chat on this page, once its script has come. */
export async function chat(): Promise<OutfitterChat> {
  await customElements.whenDefined("outfitter-chat");
  return document.querySelector("outfitter-chat") as OutfitterChat;
}

export const basket = new Basket();

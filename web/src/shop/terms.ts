// What the shop promises about sending and taking back, in words; nothing is said before the shop has said it.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { money, type Money } from "../kit/format.js";
import { terms, type Terms } from "./api.js";

export class Promises implements ReactiveController {
  private known: Terms | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    terms().then(
      (known) => {
        this.known = known;
        this.host.requestUpdate();
      },
      () => undefined, // a page without promises is better than no page
    );
  }

  /** "3 to 5 working days" by the usual way. */
  get days(): string {
    const usual = this.known?.delivery[0];
    if (!usual) return "";
    return `${usual.daysMin === usual.daysMax ? usual.daysMin : `${usual.daysMin} to ${usual.daysMax}`} working days`;
  }

  /** "free from £60", "£4.90", "free". */
  get cost(): string {
    const usual = this.known?.delivery[0];
    if (!usual) return "";
    if (usual.price.minor === 0) return "free";
    return usual.freeFrom ? `free from ${round(usual.freeFrom)}` : money(usual.price);
  }

  /** What sending goods of this worth costs; null as long as nobody knows. */
  shipping(goods: Money): Money | null {
    const usual = this.known?.delivery[0];
    if (!usual) return null;
    const free = usual.freeFrom && usual.freeFrom.currency === goods.currency && goods.minor >= usual.freeFrom.minor;
    return free ? { ...usual.price, minor: 0 } : usual.price;
  }

  /** "30 days". */
  get returns(): string {
    return this.known ? `${this.known.returns.windowDays} days` : "";
  }

  /** "it costs you nothing", "it costs £3.00". */
  get returnCost(): string {
    if (!this.known) return "";
    const { fee } = this.known.returns;
    return fee.minor === 0 ? "it costs you nothing" : `it costs ${money(fee)}`;
  }
}

/** Whole pounds without their zeros. */
function round(amount: Money): string {
  return money(amount).replace(/[.,]00(?!\d)/, "");
}

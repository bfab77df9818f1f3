// What could be offered now, in two lists. It never moves under the hand: what is new waits until pointer and focus have
// left, and a key takes what is on the screen.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import "../../kit/controls.js";
import type { WaDropdown, WaSelected } from "../../kit/controls.js";
import { money } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { products } from "../../kit/products.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Desk } from "../model/desk.js";
import { declineReasons, ruleWords } from "../model/sentences.js";
import type { Thread } from "../model/thread.js";
import type { Suggestion } from "../model/wire.js";
import { look } from "../../kit/look.js";
import "./why-not.js";

/** Event `inserted` when a card went into the composer. */
@customElement("desk-suggestions")
export class DeskSuggestions extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    css`
      :host {
        display: block;
      }
      .status {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 28px;
        margin: 0 -6px 4px;
        padding: 2px 6px;
        border-radius: var(--of-radius-s);
        color: var(--of-text-2);
        font-size: var(--of-text-xs);
      }
      .status.held {
        background: var(--of-problem-soft);
        color: var(--of-problem);
        font-weight: 600;
      }
      .status button {
        margin-left: auto;
        color: var(--of-accent);
        font-weight: 600;
        text-decoration: underline;
      }
      h3 {
        margin: 8px 0 4px;
        color: var(--of-text-2);
        font: 650 var(--of-text-xs) / 1.4 var(--of-font);
      }
      ul {
        display: grid;
        gap: 6px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
      }
      li:hover:not(.off) {
        border-color: var(--of-line-strong);
      }
      .use {
        display: grid;
        grid-template-columns: 52px minmax(0, 1fr);
        gap: 10px;
        padding: 8px 0 8px 8px;
        border-radius: var(--of-radius);
        font-size: var(--of-text-s);
        line-height: 1.4;
      }
      .use[aria-disabled="true"] {
        cursor: not-allowed;
      }
      .off img {
        filter: grayscale(1);
        opacity: 0.55;
      }
      .off b,
      .off .price,
      .off .rule {
        color: var(--of-text-2);
      }
      img {
        width: 52px;
        height: 52px;
        border-radius: var(--of-radius-s);
        background: var(--of-surface-2);
      }
      .top {
        display: flex;
        gap: 8px;
        align-items: baseline;
      }
      .top b {
        flex: 1;
        font-weight: 600;
      }
      .price {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .evidence {
        display: block;
        color: var(--of-text-2);
        font-size: var(--of-text-xs);
      }
      .rule {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        color: var(--of-money);
        font-weight: 600;
        font-size: var(--of-text-xs);
      }
      .side {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: space-between;
        padding: 6px 6px 4px;
      }
      .no {
        display: grid;
        place-items: center;
        width: 24px;
        height: 24px;
        border-radius: 4px;
        color: var(--of-text-2);
      }
      .no:hover {
        background: var(--of-surface-2);
      }
      .none {
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) thread!: Thread;
  private readonly watching = new Watching(this, () => [this.thread, products]);

  override render() {
    void this.watching;
    const { goesWith, stepUp } = this.thread.suggestions.shown;
    if (this.thread.suggestions.newest.heldOut) return this.heldOut();
    return html`<div
      @pointerenter=${() => this.hold("pointer")}
      @pointerleave=${() => this.release("pointer")}
      @focusin=${() => this.hold("focus")}
      @focusout=${() => this.release("focus")}
    >
      ${this.status()}
      ${goesWith.length + stepUp.length === 0
        ? html`<p class="none">${this.nothing()}</p>`
        : html`${this.list("Goes with it", goesWith, 0)} ${this.list("Step up", stepUp, goesWith.length)}`}
    </div>
    <desk-why-not .desk=${this.desk} .thread=${this.thread} @inserted=${() => this.dispatchEvent(new CustomEvent("inserted"))}></desk-why-not>`;
  }

  /** Takes the suggestion in `place` (from 1) as it stands on the screen. */
  insert(place: number): void {
    const suggestion = this.thread.shownSuggestions[place - 1];
    if (suggestion) this.use(suggestion);
  }

  /** Opens the menu of reasons for the suggestion in `place`. */
  decline(place: number): void {
    const menu = this.renderRoot.querySelectorAll<WaDropdown>("wa-dropdown")[place - 1];
    if (menu) menu.open = true;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".use")?.focus();
  }

  /** Why both lists are empty, as far as the desk knows; of a single product "Why not …?" tells more. */
  private nothing(): string {
    const [first] = this.thread.suggestions.shown.anchors ?? [];
    if (!first) return "Nothing to suggest yet. It needs a product in the conversation, the cart or an order.";
    return `Nothing is left to suggest with ${products.of(first).title}: rules keep it out, it cannot be had, or nothing true speaks for it. Ask below why a product is not here.`;
  }

  private status() {
    const because = this.thread.heldBecause;
    if (because) return html`<p class="status held" role="status">${icon("problem")} <span>${because}</span></p>`;
    if (this.thread.suggestions.stale) {
      return html`<p class="status" role="status">
        Newer ones wait until you leave the list
        <button type="button" class="bare" @click=${() => this.thread.suggestions.apply()}>Show them</button>
      </p>`;
    }
    return html`<p class="status">Live: changes with every message and the cart</p>`;
  }

  private heldOut() {
    return html`<p class="status held" role="status">${icon("spark")} <span>${this.thread.heldBecause}</span></p>
      <p class="none">A few customers never get suggestions, so that what suggestions bring can be measured.</p>`;
  }

  private list(heading: string, suggestions: readonly Suggestion[], before: number) {
    if (suggestions.length === 0) return nothing;
    return html`<h3>${heading}</h3>
      <ul role="list" aria-label=${heading}>
        ${repeat(suggestions, (each) => each.impression, (each, index) => this.item(each, before + index + 1))}
      </ul>`;
  }

  private item(suggestion: Suggestion, place: number) {
    const off = this.thread.heldBecause !== null;
    const used = this.thread.used.has(suggestion.impression);
    const { title, price, picture, evidence, rule, product } = suggestion;
    return html`<li class=${off || used ? "off" : ""} data-product=${product}>
      <button
        type="button"
        class="bare use"
        aria-disabled=${off || used ? "true" : "false"}
        aria-keyshortcuts=${place <= 9 ? `Alt+${place}` : nothing}
        title=${off ? (this.thread.heldBecause ?? "") : `Put ${title} into the composer`}
        @click=${() => this.use(suggestion)}
      >
        <img src=${picture ?? `/pictures/${product}.svg`} alt="" width="52" height="52" loading="lazy" />
        <span>
          <span class="top"><b>${title}</b> <span class="price">${money(price)}</span></span>
          ${evidence.map((line) => html`<span class="evidence">${line}</span>`)}
          ${rule ? html`<span class="rule">${icon("pin")} ${ruleWords(rule)}</span>` : nothing}
        </span>
      </button>
      <span class="side">
        ${place <= 9 ? html`<kbd>Alt ${place}</kbd>` : html`<span></span>`}
        <wa-dropdown placement="bottom-end" @wa-select=${(event: WaSelected) => this.declined(suggestion, event)}>
          <button slot="trigger" type="button" class="bare no" aria-label="Decline ${title}" ?disabled=${used}>${icon("close")}</button>
          ${declineReasons.map(([code, label]) => html`<wa-dropdown-item value=${code}>${label}</wa-dropdown-item>`)}
        </wa-dropdown>
      </span>
    </li>`;
  }

  private use(suggestion: Suggestion): void {
    if (this.thread.used.has(suggestion.impression) && this.desk.drafts.of(this.thread.id).cards.some((card) => card.product === suggestion.product)) return;
    if (this.desk.insert(this.thread.id, suggestion)) this.dispatchEvent(new CustomEvent("inserted"));
  }

  private declined(suggestion: Suggestion, event: WaSelected): void {
    void this.desk.decline(this.thread.id, suggestion, event.detail.item.value);
  }

  private hold(hand: string): void {
    this.thread.suggestions.hold(hand);
  }

  private release(hand: string): void {
    this.thread.suggestions.release(hand);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.release("pointer");
    this.release("focus");
  }
}

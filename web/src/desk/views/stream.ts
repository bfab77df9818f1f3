// The middle column: one stream of the customer's life, the newest below.
import { LitElement, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { clock, day, exact } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import "../../kit/states.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Desk } from "../model/desk.js";
import { facts, sentence } from "../model/sentences.js";
import { entryKey, items, type Item } from "../model/stream.js";
import type { Thread } from "../model/thread.js";
import type { Entry } from "../model/wire.js";
import { later } from "../../kit/clock.js";
import { look } from "../../kit/look.js";
import { said, pendingMessage } from "./said.js";
import { streamLook } from "./stream-look.js";
import "./why.js";

const NEAR_END = 80;

@customElement("desk-stream")
export class DeskStream extends LitElement {
  static override styles = [base, controls, marks, look, streamLook];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) thread!: Thread;
  @state() private away = false;
  private readonly watching = new Watching(this, () => [this.thread]);
  private readonly patience = later(this);
  private stick = true;
  /** What grows after it was drawn (pictures, reasons) must not push the newest message out of sight. */
  private readonly growth = new ResizeObserver(() => this.stick && this.toEnd());
  private grown: Element | null = null;
  private lastPointed: string | null = null;
  private drawn: { from: readonly Entry[]; items: readonly Item[] } = { from: [], items: [] };

  override render() {
    void this.watching;
    const { thread } = this;
    if (thread.load === "failed") {
      return html`<kit-failed
        what="This conversation could not be loaded."
        .failure=${thread.failure}
        @retry=${() => thread.startEntries()}
      ></kit-failed>`;
    }
    if (thread.load === "loading") {
      return this.patience.over ? html`<div class="page"><kit-skeleton lines="8"></kit-skeleton></div>` : nothing;
    }
    const all = this.items();
    return html`
      <div class="scroll" tabindex="0" role="log" aria-label="Conversation with ${this.desk.nameOf(thread.id)}" @scroll=${this.scrolled}>
        <div class="page">
          ${this.beginning()}
          ${repeat(all, (item) => item.key, (item) => this.item(item))}
          ${this.desk.outbox.of(thread.id).map((pending) => pendingMessage(this.desk, pending))}
          ${all.length === 0 ? html`<kit-empty heading="Nothing said yet" hint="What the customer writes appears here."></kit-empty>` : nothing}
          <div class="typing quiet" aria-live="polite">${thread.customerTypes ? html`<i></i><i></i><i></i> ${this.desk.nameOf(thread.id)} is typing` : nothing}</div>
        </div>
      </div>
      ${this.away
        ? html`<button type="button" class="button small latest" @click=${() => this.latest()}>${icon("down")} Latest</button>`
        : nothing}
    `;
  }

  /** Goes to the newest message. */
  latest(): void {
    this.stick = true;
    this.toEnd();
  }

  /** Opens the reason of the bot's last words; false when there is none. */
  why(): boolean {
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>("desk-why");
    const last = buttons[buttons.length - 1];
    last?.scrollIntoView({ block: "nearest" });
    last?.shadowRoot?.querySelector("button")?.click();
    return last !== undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("thread")) {
      this.stick = true;
      this.away = false;
      this.patience.restart();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.growth.disconnect();
    this.grown = null;
  }

  override updated(): void {
    this.watchGrowth();
    if (this.thread.pointed !== this.lastPointed) {
      this.lastPointed = this.thread.pointed;
      if (this.lastPointed) this.show(this.lastPointed);
    } else if (this.stick) {
      this.thread.trim();
      this.toEnd();
    }
  }

  /** The same objects as long as nothing new was said. */
  private items(): readonly Item[] {
    const { entries } = this.thread;
    if (this.drawn.from !== entries) this.drawn = { from: entries, items: items(entries) };
    return this.drawn.items;
  }

  private beginning() {
    if (this.thread.complete) return html`<p class="begin quiet">The beginning of this conversation</p>`;
    return html`<p class="begin">
      <button type="button" class="button quiet small" ?disabled=${this.thread.loadingOlder} @click=${this.older}>
        ${this.thread.loadingOlder ? "Loading what was before" : "Show what was before"}
      </button>
    </p>`;
  }

  private item(item: Item) {
    switch (item.type) {
      case "day":
        return html`<p class="day"><span title=${exact(item.at)}>${day(item.at)}</span></p>`;
      case "episode":
        return html`<p class="episode" id=${item.key}><span>Episode ${item.number}</span></p>`;
      case "said":
        return said(this.desk, this.thread, item, this.thread.pointed === item.key);
      case "note":
        return this.note(item.entry);
      case "event":
        return this.event(item.key, item.entries);
    }
  }

  private note(entry: Entry) {
    return html`<article class="note ${this.thread.pointed === entryKey(entry) ? "pointed" : ""}" id=${entryKey(entry)}>
      <header>${icon("note")} <b>${String(entry.body["agent"] ?? "Note")}</b> <span class="quiet">private note</span> ${at(entry.at)}</header>
      <p class="text">${String(entry.body["text"] ?? "")}</p>
    </article>`;
  }

  private event(key: string, entries: readonly Entry[]) {
    const { text, icon: name, tone } = sentence(entries);
    const last = entries[entries.length - 1];
    if (!last) return nothing;
    return html`<details class="event ${tone} ${this.thread.pointed === key ? "pointed" : ""}" id=${key}>
      <summary>${icon(name)} <span>${text}</span> ${at(last.at)}</summary>
      <dl>
        ${entries.slice(-4).map((entry) => facts(entry).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`))}
        <dt>Entry</dt>
        <dd class="numbers">${last.seq}, ${exact(last.at)}</dd>
      </dl>
    </details>`;
  }

  private async older(): Promise<void> {
    const scroll = this.scroller;
    const fromEnd = scroll ? scroll.scrollHeight - scroll.scrollTop : 0;
    this.stick = false;
    await this.thread.older();
    await this.updateComplete;
    if (scroll) scroll.scrollTop = scroll.scrollHeight - fromEnd;
  }

  private show(key: string): void {
    const target = this.renderRoot.querySelector<HTMLElement>(`[id="${key}"]`);
    if (!target) return;
    this.stick = false;
    if (target instanceof HTMLDetailsElement) target.open = true;
    target.scrollIntoView({ block: "center" });
    target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
  }

  private scrolled(): void {
    const scroll = this.scroller;
    if (!scroll) return;
    const left = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight;
    this.stick = left < NEAR_END;
    this.away = left > 3 * NEAR_END;
  }

  private watchGrowth(): void {
    const page = this.renderRoot.querySelector(".scroll .page");
    if (page === this.grown) return;
    this.growth.disconnect();
    this.grown = page;
    if (page && this.scroller) {
      this.growth.observe(page);
      this.growth.observe(this.scroller);
    }
  }

  private toEnd(): void {
    const scroll = this.scroller;
    if (scroll) scroll.scrollTop = scroll.scrollHeight;
  }

  private get scroller(): HTMLElement | null {
    return this.renderRoot.querySelector(".scroll");
  }
}

export function at(instant: string) {
  return html`<time class="quiet" datetime=${instant} title=${exact(instant)}>${clock(instant)}</time>`;
}

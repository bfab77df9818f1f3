// Putting things in order by hand: dragged by mouse, pen or finger, or moved with the arrow keys from their grip. Every move is
// said aloud, and the focus stays on what was moved.
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { icon } from "./icons.js";

/** Something that stands in an order. */
export interface Sorted {
  readonly id: string;
  readonly name: string;
}

/** One of the orders of a component; a thing is moved within its own. */
export interface Order {
  readonly key: string;
  readonly items: readonly Sorted[];
  /** Puts the item at `from` to `to`, both counted from 0. */
  readonly move: (from: number, to: number) => void;
}

const DRAG_FROM = 4;

/**
 * Gives a component grips. Each row is an element with the attributes `data-order` (the order's key) and `data-item` (the
 * item's id), and has in it what {@link grip} draws; a mouse may take hold of the row itself, too. The component draws
 * {@link status} once.
 */
export class Sorting implements ReactiveController {
  private dragged: { readonly order: string; readonly id: string } | null = null;
  private over = -1;
  private said = "";
  private focusOn: string | null = null;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  /** What `item` is moved by. */
  grip(order: Order, at: number, drawn: unknown = nothing): TemplateResult {
    const { name } = order.items[at] ?? { name: "" };
    return html`<button
      type="button"
      class="bare grip"
      aria-label="${name}, place ${at + 1}: move with the arrow keys"
      title="Drag, or move with the arrow keys"
      @keydown=${(event: KeyboardEvent) => this.pressed(event, order, at)}
    >
      ${drawn}${icon("grip")}
    </button>`;
  }

  /** "dragged" for the row that is in the hand, "over" for the one whose place it would take. */
  look(order: Order, at: number): string {
    if (this.dragged?.order !== order.key) return "";
    if (order.items[at]?.id === this.dragged.id) return "dragged";
    return at === this.over ? "over" : "";
  }

  /** For a row's `pointerdown`. */
  readonly hold = (event: PointerEvent, order: Order, at: number): void => {
    const item = order.items[at];
    const path = event.composedPath() as HTMLElement[];
    const row = event.currentTarget as HTMLElement;
    const inRow = path.slice(0, path.indexOf(row));
    const byGrip = inRow.some((each) => each.classList?.contains("grip"));
    const writes = inRow.some((each) => /^(?:INPUT|SELECT|TEXTAREA)$/.test(each.tagName ?? ""));
    if (!item || event.button !== 0 || (!byGrip && (writes || event.pointerType !== "mouse"))) return;
    const began = { x: event.clientX, y: event.clientY };
    const moves = (now: PointerEvent): void => {
      if (!this.dragged && Math.hypot(now.clientX - began.x, now.clientY - began.y) < DRAG_FROM) return;
      if (!this.dragged) {
        this.dragged = { order: order.key, id: item.id };
        row.setPointerCapture(event.pointerId); // from now on: before, a click on a button of the row is that button's
      }
      this.reach(order, now);
    };
    const ends = (now: Event): void => {
      window.removeEventListener("pointermove", moves);
      for (const each of ENDS) window.removeEventListener(each, ends);
      window.removeEventListener("keydown", gives);
      const { over } = this;
      const dropped = this.dragged !== null && now.type === "pointerup";
      this.dragged = null;
      this.over = -1;
      this.host.requestUpdate();
      if (dropped && over >= 0 && over !== at) this.put(order, at, over);
    };
    const gives = (key: KeyboardEvent): void => {
      if (key.key === "Escape") ends(key);
    };
    window.addEventListener("pointermove", moves);
    for (const each of ENDS) window.addEventListener(each, ends);
    window.addEventListener("keydown", gives);
  };

  /** The last move in words, for screen readers. */
  status(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.said}</p>`;
  }

  /** Says something else in the same place. */
  say(text: string): void {
    this.said = text;
  }

  /** A row that a newer answer puts elsewhere would lose the focus on its way, and the next key would go nowhere. */
  hostUpdate(): void {
    const focused = this.host.shadowRoot?.activeElement;
    const row = focused?.classList.contains("grip") ? focused.closest<HTMLElement>("[data-item]") : null;
    if (row) this.focusOn ??= nameOf(row);
  }

  hostUpdated(): void {
    if (!this.focusOn) return;
    const row = this.rows().find((each) => nameOf(each) === this.focusOn);
    const grip = row?.querySelector<HTMLElement>(".grip");
    if (grip && this.host.shadowRoot?.activeElement !== grip) grip.focus();
    this.focusOn = null;
  }

  private rows(order?: Order): HTMLElement[] {
    const all = [...(this.host.shadowRoot?.querySelectorAll<HTMLElement>("[data-item]") ?? [])];
    return order ? all.filter((row) => row.dataset["order"] === order.key) : all;
  }

  private reach(order: Order, { clientX, clientY }: PointerEvent): void {
    const rows = this.rows(order);
    const nearest = rows
      .map((row, index) => [index, distance(row.getBoundingClientRect(), clientX, clientY)] as const)
      .reduce((best, each) => (each[1] < best[1] ? each : best), [-1, Number.POSITIVE_INFINITY] as const)[0];
    if (nearest === this.over) return;
    const on = Math.sign(nearest - (this.over < 0 ? nearest : this.over));
    this.over = nearest;
    rows[nearest + on]?.scrollIntoView({ block: "nearest" });
    this.host.requestUpdate();
  }

  private pressed(event: KeyboardEvent, order: Order, at: number): void {
    const by = event.key === "ArrowUp" || event.key === "ArrowLeft" ? -1 : event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (at + by >= 0 && at + by < order.items.length) this.put(order, at, at + by);
  }

  private put(order: Order, from: number, to: number): void {
    const item = order.items[from];
    if (!item) return;
    this.said = `${item.name}: place ${to + 1} of ${order.items.length}`;
    this.focusOn = `${order.key} ${item.id}`;
    order.move(from, to);
    this.host.requestUpdate();
  }
}

const ENDS = ["pointerup", "pointercancel"] as const;

const nameOf = (row: HTMLElement): string => `${row.dataset["order"]} ${row.dataset["item"]}`;

function distance(box: DOMRect, x: number, y: number): number {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}

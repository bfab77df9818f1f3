// The left column: who waits, what is mine, what others have.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { initials } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import "../../kit/states.js";
import { base, controls, marks } from "../../kit/styles.js";
import "../../kit/time.js";
import { Watching } from "../../kit/watch.js";
import { channelName } from "../model/delivery.js";
import type { Desk } from "../model/desk.js";
import { arrange, waitOf } from "../model/queue.js";
import type { Row } from "../model/wire.js";
import { look } from "../../kit/look.js";
import { Clock, later } from "../../kit/clock.js";

type Section = "waiting" | "mine" | "others";

const HEADINGS: Readonly<Record<Section, string>> = { waiting: "Waiting", mine: "Mine", others: "Others" };

/** Event `chosen` with the conversation's id when a row is opened. */
@customElement("desk-queue")
export class DeskQueue extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--of-ground);
      }
      .lists {
        flex: 1;
        overflow-y: auto;
        padding: 0 var(--of-space-1) var(--of-space-2);
      }
      h2 {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        justify-content: space-between;
        padding: var(--of-space-2) var(--of-space-1) 6px;
        background: var(--of-ground);
        color: var(--of-text-2);
        font: 650 var(--of-text-xs) / 1.4 var(--of-font);
      }
      ul {
        display: grid;
        gap: 2px;
      }
      .row {
        position: relative;
        display: grid;
        grid-template-columns: 32px minmax(0, 1fr);
        column-gap: 10px;
        width: 100%;
        padding: 10px var(--of-space-1);
        border-radius: var(--of-radius-s);
        color: var(--of-text);
        font: var(--of-text-s) / 1.4 var(--of-font);
      }
      .row:hover {
        background: var(--of-surface-2);
      }
      .row[aria-current="true"] {
        background: var(--of-surface);
        box-shadow: inset 3px 0 0 var(--of-accent), var(--of-shadow-1);
      }
      .row.gone .name {
        color: var(--of-text-2);
        font-weight: 500;
      }
      .row.gone .avatar {
        background: none;
        border: 1px dashed var(--of-line-strong);
      }
      .top {
        display: flex;
        gap: var(--of-space-1);
        align-items: baseline;
      }
      .name {
        flex: 1;
        font-weight: 600;
        font-size: var(--of-text-m);
      }
      .unread .name,
      .unread .said {
        font-weight: 700;
        color: var(--of-text);
      }
      .said {
        display: block;
        color: var(--of-text-2);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 8px;
        margin-top: 3px;
        color: var(--of-text-2);
        font-size: var(--of-text-xs);
      }
      .count {
        min-width: 18px;
        padding: 0 5px;
        border-radius: 9px;
        background: var(--of-accent);
        color: var(--of-on-accent);
        font: 700 0.6875rem / 18px var(--of-font);
        text-align: center;
      }
      .wait {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      .bar {
        width: 44px;
        height: 4px;
        overflow: hidden;
        border-radius: 2px;
        background: var(--of-surface-3);
      }
      .bar i {
        display: block;
        height: 100%;
        background: var(--of-waiting);
      }
      .over {
        color: var(--of-waiting);
        font-weight: 650;
      }
      .none {
        padding: 4px var(--of-space-1) 8px;
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
      /* Between a phone and a wide screen: a rail of faces, each with its bar and count. */
      @media (min-width: 641px) and (max-width: 1100px) {
        .lists {
          padding-inline: 6px;
        }
        h2 {
          justify-content: center;
          padding: 12px 0 4px;
          font-size: 0.625rem;
        }
        h2 .numbers,
        .none,
        .name,
        .said,
        .top kit-time,
        .foot > :not(.wait),
        .wait .minutes {
          display: none;
        }
        .row {
          grid-template-columns: 1fr;
          justify-items: center;
          padding: 6px 2px;
        }
        .row .avatar {
          width: 36px;
          height: 36px;
        }
        .top {
          position: absolute;
          top: 2px;
          right: 0;
        }
        .foot {
          margin-top: 4px;
        }
        .bar {
          width: 32px;
        }
      }
      .skeleton {
        padding: var(--of-space-2) var(--of-space-1);
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  private readonly watching = new Watching(this, () => [this.desk]);
  private readonly clock = new Clock(this, 10_000);
  private readonly patience = later(this);
  private readonly orders = new Map<Section, readonly string[]>();
  private readonly hands = new Set<string>();

  override render() {
    void this.watching;
    if (!this.desk.known) return this.loading();
    const { waiting, mine, others } = this.desk.groups;
    return html`<nav
      class="lists"
      aria-label="Conversations"
      @pointerenter=${() => this.hold("pointer")}
      @pointerleave=${() => this.release("pointer")}
      @focusin=${() => this.hold("focus")}
      @focusout=${() => this.release("focus")}
    >
      ${this.section("waiting", waiting, "Nobody is waiting.")} ${this.section("mine", mine, "Claim somebody who waits: press N.")}
      ${others.length > 0 || this.orders.get("others")?.length ? this.section("others", others, "") : nothing}
    </nav>`;
  }

  /** Moves the focus to the row below (1) or above (-1). */
  move(by: 1 | -1): void {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>(".row")];
    const at = rows.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    const current = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
    const from = at >= 0 ? at : current;
    rows[from < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, from + by))]?.focus();
  }

  private loading() {
    if (this.desk.status === "cut") {
      return html`<kit-failed
        what="The queue could not be loaded."
        .failure=${this.desk.lineFailure}
        @retry=${() => this.desk.reconnect()}
      ></kit-failed>`;
    }
    return this.patience.over ? html`<kit-skeleton class="skeleton" lines="9"></kit-skeleton>` : nothing;
  }

  private section(section: Section, rows: readonly Row[], none: string) {
    const ids = arrange(this.orders.get(section) ?? [], rows.map((row) => row.conversation), this.hands.size > 0);
    this.orders.set(section, ids);
    return html`<section aria-labelledby=${section}>
      <h2 id=${section}><span>${HEADINGS[section]}</span><span class="numbers">${rows.length || ""}</span></h2>
      ${ids.length === 0
        ? html`<p class="none">${none}</p>`
        : html`<ul role="list">
            ${repeat(ids, (id) => id, (id) => html`<li>${this.row(section, id)}</li>`)}
          </ul>`}
    </section>`;
  }

  private row(section: Section, id: string) {
    const row = this.desk.row(id) ?? this.desk.gone.get(id);
    if (!row) return nothing;
    const here = this.sectionOf(row) === section && this.desk.row(id) !== undefined;
    const unread = section === "others" ? 0 : this.desk.unread(id);
    const name = this.desk.nameOf(id);
    return html`<button
      type="button"
      class="bare row ${unread > 0 ? "unread" : ""} ${here ? "" : "gone"}"
      data-conversation=${id}
      title=${name}
      aria-current=${this.desk.tabs.current === id ? "true" : "false"}
      @click=${() => this.choose(id)}
    >
      <span class="avatar" aria-hidden="true">${initials(name)}</span>
      <span>
        <span class="top">
          <span class="name line">${name}</span>
          ${unread > 0 ? html`<span class="count">${unread}<span class="visually-hidden"> unread</span></span>` : nothing}
          ${row.lastMessage ? html`<kit-time class="quiet" at=${row.lastMessage.at}></kit-time>` : nothing}
        </span>
        <span class="said line">${line(row)}</span>
        <span class="foot">${here ? this.foot(section, row) : this.fate(row)}</span>
      </span>
    </button>`;
  }

  private foot(section: Section, row: Row) {
    const wait = section === "waiting" ? waitOf(row, this.clock.now) : null;
    const draft = this.desk.drafts.has(row.conversation);
    return html`
      ${wait
        ? html`<span class="wait ${wait.share === 1 ? "over" : ""}" title=${wait.share === 1 ? "Nobody who arrives now can overtake" : "Once the bar is full, nobody who arrives can overtake"}>
            <span class="bar" aria-hidden="true"><i .style=${`width: ${Math.round(wait.share * 100)}%`}></i></span>
            <span class="minutes">waits ${wait.minutes} min</span>
          </span>`
        : nothing}
      ${section === "others" && row.claimedBy ? html`<span>${row.claimedBy.name}</span>` : nothing}
      <span>${channelName(row.channel ?? "site")}</span>
      ${row.problems
        ? html`<span class="mark problem">${icon("problem")} ${row.problems === 1 ? "problem" : `${row.problems} problems`}</span>`
        : nothing}
      ${row.contact ? html`<span title=${row.contact}>answer by ${row.contact.split(":")[0]}</span>` : nothing}
      ${draft ? html`<span class="mark">draft</span>` : nothing}
    `;
  }

  /** What became of a row that kept its place only because a hand rests on the list. */
  private fate(row: Row) {
    const { holder, by } = this.desk.holder(row.conversation);
    if (holder === "claimed") return by?.id === this.desk.account.id ? "yours now" : `${by?.name ?? "A colleague"} has it`;
    if (holder === "waiting") return "back in the queue";
    return holder === "bot" ? "with the bot" : "closed";
  }

  private sectionOf(row: Row): Section {
    if (row.holder === "waiting") return "waiting";
    return row.claimedBy?.id === this.desk.account.id ? "mine" : "others";
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent("chosen", { detail: id }));
  }

  private hold(hand: string): void {
    this.hands.add(hand);
  }

  private release(hand: string): void {
    if (this.hands.delete(hand) && this.hands.size === 0) this.requestUpdate();
  }
}

/** One line: what the customer wants, or what was said last. */
function line(row: Row): string {
  if (row.holder !== "waiting" && row.lastMessage) {
    const by = row.lastMessage.from === "customer" ? "" : row.lastMessage.from === "bot" ? "Bot: " : `${row.claimedBy?.name?.split(" ")[0] ?? "Agent"}: `;
    return by + row.lastMessage.text;
  }
  return row.headline ?? row.lastMessage?.text ?? "";
}

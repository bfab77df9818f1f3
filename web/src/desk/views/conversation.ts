// The middle column: the open conversations as tabs, then the one in front: its head, its stream, its composer.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { icon } from "../../kit/icons.js";
import "../../kit/states.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Desk, Step } from "../model/desk.js";
import { waitOf } from "../model/queue.js";
import { Clock } from "../../kit/clock.js";
import "./composer.js";
import type { DeskComposer } from "./composer.js";
import { look } from "../../kit/look.js";
import "./stream.js";
import type { DeskStream } from "./stream.js";

/** Event `problem` when one is to be opened by hand. */
@customElement("desk-conversation")
export class DeskConversation extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: auto auto minmax(0, 1fr) auto;
        min-width: 0;
        min-height: 0;
        background: var(--of-surface);
      }
      .tabs {
        display: flex;
        gap: 2px;
        min-height: 38px;
        padding: 4px var(--of-space-1) 0;
        overflow-x: auto;
        background: var(--of-ground);
        border-bottom: 1px solid var(--of-line);
        scrollbar-width: none;
      }
      .tab {
        display: flex;
        flex: none;
        align-items: center;
        max-width: 200px;
        border: 1px solid transparent;
        border-bottom: 0;
        border-radius: var(--of-radius-s) var(--of-radius-s) 0 0;
        color: var(--of-text-2);
        font: var(--of-text-s) / 1.4 var(--of-font);
      }
      .tab.front {
        margin-bottom: -1px;
        border-color: var(--of-line);
        background: var(--of-surface);
        color: var(--of-text);
      }
      .tab:hover:not(.front) {
        background: var(--of-surface-2);
      }
      .tab .go {
        display: flex;
        align-items: center;
        gap: 6px;
        min-width: 0;
        padding: 6px 2px 6px 10px;
      }
      .tab .x {
        display: grid;
        place-items: center;
        width: 24px;
        height: 24px;
        margin-right: 4px;
        border-radius: 4px;
      }
      .tab .x:hover {
        background: var(--of-surface-3);
      }
      .count {
        min-width: 17px;
        padding: 0 4px;
        border-radius: 9px;
        background: var(--of-accent);
        color: var(--of-on-accent);
        font: 700 0.6875rem / 17px var(--of-font);
        text-align: center;
      }
      .small {
        font-size: var(--of-text-xs);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        min-height: 52px;
        padding: 6px var(--of-space-2) 6px var(--of-space-3);
        border-bottom: 1px solid var(--of-line);
      }
      .who {
        flex: 1 1 160px;
        min-width: 0;
      }
      h2 {
        font: 650 var(--of-text-l) / 1.3 var(--of-font);
      }
      .what {
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
      .acts {
        display: flex;
        gap: 6px;
      }
      .nothing {
        grid-row: 1 / -1;
        align-self: center;
      }
      @media (max-width: 760px) {
        .head {
          padding: 6px 12px;
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  private readonly watching = new Watching(this, () => [this.desk, this.desk.current]);
  private readonly clock = new Clock(this, 10_000);

  override render() {
    void this.watching;
    const thread = this.desk.current;
    if (!thread) return this.empty();
    return html`${this.tabs()} ${this.head(thread.id)}
    ${keyed(thread.id, html`<desk-stream .desk=${this.desk} .thread=${thread}></desk-stream>
      <desk-composer .desk=${this.desk} conversation=${thread.id} @left=${() => this.leave()} @sent=${() => this.stream?.latest()}></desk-composer>`)}`;
  }

  get composer(): DeskComposer | null {
    return this.renderRoot.querySelector("desk-composer");
  }

  get stream(): DeskStream | null {
    return this.renderRoot.querySelector("desk-stream");
  }

  private leave(): void {
    this.stream?.renderRoot.querySelector<HTMLElement>(".scroll")?.focus();
  }

  private empty() {
    const first = this.desk.groups.waiting[0];
    return html`<div class="nothing">
      ${this.desk.known && !first
        ? html`<kit-empty heading="All served" hint="Nobody is waiting. Who needs a person next appears on the left, and Ctrl K finds anybody."></kit-empty>`
        : html`<kit-empty heading="Choose a conversation" hint="Open one on the left, or take the first in the queue.">
            ${first ? html`<button type="button" class="button primary" @click=${() => this.first(first.conversation)}>Claim ${this.desk.nameOf(first.conversation)} <kbd>N</kbd></button>` : nothing}
          </kit-empty>`}
    </div>`;
  }

  private first(id: string): void {
    this.desk.open(id);
    void this.desk.take("claim", id);
  }

  private tabs() {
    return html`<div class="tabs" role="group" aria-label="Open conversations">${this.desk.tabs.all.map((id) => this.tab(id))}</div>`;
  }

  private tab(id: string) {
    const front = this.desk.tabs.current === id;
    const name = this.desk.nameOf(id);
    const unread = front ? 0 : this.desk.unread(id);
    const row = this.desk.row(id);
    const wait = row?.holder === "waiting" ? waitOf(row, this.clock.now) : null;
    return html`<span class="tab ${front ? "front" : ""}">
      <button type="button" class="bare go" aria-current=${front ? "true" : "false"} data-tab=${id} @click=${() => this.desk.open(id)}>
        <span class="line">${name}</span>
        ${unread > 0 ? html`<span class="count">${unread}<span class="visually-hidden"> unread</span></span>` : nothing}
        ${wait ? html`<span class="small numbers">${wait.minutes} min</span>` : nothing}
        ${!front && this.desk.drafts.has(id) ? html`<span class="small" title="A draft is kept">${icon("note")}<span class="visually-hidden">draft</span></span>` : nothing}
      </button>
      <button type="button" class="bare x" aria-label="Close ${name}" @click=${() => this.desk.close(id)}>${icon("close")}</button>
    </span>`;
  }

  private head(id: string) {
    const row = this.desk.row(id);
    const { holder, by } = this.desk.holder(id);
    const mine = this.desk.isMine(id);
    const problems = this.desk.threads.get(id)?.panel?.problems.length ?? row?.problems ?? 0;
    return html`<header class="head">
      <div class="who">
        <h2 class="line">${this.desk.nameOf(id)}</h2>
        <p class="what line">
          ${holder === "claimed" ? (mine ? "With you" : `With ${by?.name ?? "a colleague"}`) : holder === "waiting" ? "Waiting for a person" : holder === "bot" ? "With the bot" : "Closed"}${row?.headline ? ` · ${row.headline}` : ""}
        </p>
      </div>
      ${problems > 0 ? html`<span class="mark problem">${icon("problem")} ${problems === 1 ? "1 open problem" : `${problems} open problems`}</span>` : nothing}
      <div class="acts">${this.acts(id, mine)}</div>
    </header>`;
  }

  private acts(id: string, mine: boolean) {
    const busy = this.desk.busy.get(id);
    const act = (step: Step, label: string) =>
      html`<button type="button" class="button quiet small" data-act=${step} ?disabled=${busy !== undefined} @click=${() => this.desk.take(step, id)}>${busy === step ? `${label}…` : label}</button>`;
    if (mine) {
      return html`${act("return-to-bot", "Back to the bot")} ${act("release", "Release")}
        <button type="button" class="button small" data-act="solve" ?disabled=${busy !== undefined} @click=${() => this.desk.take("solve", id)}>
          ${icon("done")} ${busy === "solve" ? "Solving" : "Solve"}
        </button>`;
    }
    return nothing; // the composer offers to claim
  }
}

// The training room: what customers really wrote, and the model that learns from it.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { later } from "../../kit/clock.js";
import "../../kit/controls.js";
import type { WaDialog } from "../../kit/controls.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import "../../kit/states.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { nameOf } from "../model/reading.js";
import type { Training } from "../model/training.js";
import type { Message, Which } from "../model/training-wire.js";
import "./training-message.js";
import type { StudioMessage } from "./training-message.js";
import "./training-model.js";

type Pane = "messages" | "model";

const WHICH: readonly (readonly [Which, string])[] = [
  ["to-look-at", "To look at"],
  ["corrected", "Corrected"],
  ["all", "All"],
];
const KEYS: readonly (readonly [string, string])[] = [
  ["j  k", "next and previous message"],
  ["1  2  3", "it means the first, second or third reading"],
  ["0", "it is none of our matters"],
  ["e", "it means something else"],
  ["s", "skip: nothing is to be learned from it"],
  ["u", "take the last correction back"],
  ["/", "search"],
  ["?", "these keys"],
];
const ASK_AFTER_MILLIS = 200;

@customElement("studio-training")
export class StudioTraining extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
        flex: 1;
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(320px, 400px);
        grid-template-rows: minmax(0, 1fr);
        min-height: 0;
      }
      .messages {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        min-height: 0;
        background: var(--of-ground);
      }
      .filters {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding: 10px 24px;
        border-bottom: 1px solid var(--of-line);
        background: var(--of-surface);
      }
      .tabs {
        display: flex;
        gap: 2px;
        padding: 3px;
        border-radius: var(--of-radius-s);
        background: var(--of-surface-2);
      }
      .tabs button {
        min-height: 30px;
        padding: 0 12px;
        border: 0;
        border-radius: 4px;
        background: none;
        color: var(--of-text-2);
        font: 600 var(--of-text-s) / 1.4 var(--of-font);
        white-space: nowrap;
        cursor: pointer;
      }
      .tabs [aria-pressed="true"] {
        background: var(--of-surface);
        color: var(--of-text);
        box-shadow: var(--of-shadow-1);
      }
      .search {
        position: relative;
        flex: 1 1 160px;
      }
      .search .icon {
        position: absolute;
        left: 10px;
        top: 10px;
        color: var(--of-text-2);
      }
      .search input {
        padding-left: 32px;
      }
      .filters .field {
        min-height: 36px;
        padding-block: 4px;
        font-size: var(--of-text-s);
      }
      .filters select {
        flex: 0 1 180px;
        width: auto;
        min-width: 0;
      }
      .scroll {
        position: relative;
        overflow-y: auto;
        padding: 16px 24px 64px;
      }
      .scroll > * {
        max-width: 820px;
        margin-inline: auto;
      }
      ul {
        display: grid;
        gap: 10px;
      }
      .end {
        display: flex;
        justify-content: center;
        padding-top: 16px;
      }
      .newer {
        position: sticky;
        z-index: 2;
        top: 0;
        display: flex;
        justify-content: center;
        height: 0;
      }
      .newer .button {
        border-color: var(--of-accent);
        color: var(--of-accent);
        box-shadow: var(--of-shadow-2);
      }
      .saying {
        position: sticky;
        z-index: 3;
        bottom: -44px;
        display: flex;
        align-items: center;
        gap: 8px;
        width: fit-content;
        padding: 8px 14px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        box-shadow: var(--of-shadow-2);
        font: 600 var(--of-text-s) / 1.4 var(--of-font);
      }
      .saying:empty {
        display: none;
      }
      .saying.bad {
        color: var(--of-problem);
      }
      .empty {
        padding-top: 10vh;
      }
      studio-model {
        overflow-y: auto;
        border-left: 1px solid var(--of-line);
      }
      .panes {
        display: none;
      }
      .keys {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 8px 20px;
        color: var(--of-text);
        font: var(--of-text-s) / 1.5 var(--of-font);
      }
      .head {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-bottom: 14px;
      }
      .head h2 {
        color: var(--of-text);
        font: 650 var(--of-text-l) / 1.3 var(--of-font);
      }
      wa-dialog {
        --width: 460px;
        --spacing: 24px;
      }
      @media (max-width: 1000px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: auto minmax(0, 1fr);
        }
        .panes {
          display: flex;
          gap: 4px;
          padding: 6px 10px;
          border-bottom: 1px solid var(--of-line);
          background: var(--of-surface);
        }
        .panes button {
          flex: 1;
          min-height: 36px;
          border: 0;
          border-radius: var(--of-radius-s);
          background: none;
          color: var(--of-text-2);
          font: 600 var(--of-text-s) / 1.4 var(--of-font);
          cursor: pointer;
        }
        .panes [aria-pressed="true"] {
          background: var(--of-surface-2);
          color: var(--of-text);
        }
        studio-model {
          border: 0;
        }
        .aside {
          display: none;
        }
        .filters {
          padding: 8px 12px;
        }
        .tabs {
          flex: 1 0 100%;
        }
        .tabs button {
          flex: 1;
        }
        .scroll {
          padding: 12px 12px 64px;
        }
        .hint {
          display: none;
        }
      }
    `,
  ];
  @property({ attribute: false }) training!: Training;
  @state() private pane: Pane = "messages";
  @state() private keys = false;
  private readonly watching = new Watching(this, () => [this.training]);
  private readonly patience = later(this);
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.pressed);
    this.training.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.pressed);
    this.training.close();
  }

  override render() {
    void this.watching;
    const { saying } = this.training;
    return html`<nav class="panes" aria-label="Columns">${this.paneButton("messages", "Messages")} ${this.paneButton("model", "Model, training")}</nav>
      <section class="messages ${this.pane === "messages" ? "" : "aside"}" aria-label="What customers wrote">
        ${this.filters()}
        <div class="scroll">
          ${this.training.newer ? html`<div class="newer"><button type="button" class="button small" @click=${() => this.training.again()}>${icon("up")} New messages</button></div>` : nothing}
          ${this.list()}
          <p class="saying ${saying?.bad ? "bad" : ""}" role="status">${saying ? html`${icon(saying.bad ? "problem" : "done")} <span>${saying.text}</span>` : nothing}</p>
        </div>
      </section>
      <studio-model class=${this.pane === "model" ? "" : "aside"} .training=${this.training}></studio-model>
      ${this.keys ? this.help() : nothing}`;
  }

  private paneButton(name: Pane, label: string) {
    return html`<button type="button" aria-pressed=${this.pane === name ? "true" : "false"} @click=${() => (this.pane = name)}>${label}</button>`;
  }

  private filters() {
    const { filter, toLookAt, corrected, meanings } = this.training;
    const counts: Readonly<Record<Which, number | null>> = { "to-look-at": toLookAt, corrected, all: null };
    return html`<div class="filters">
      <div class="tabs" role="group" aria-label="Which messages">
        ${WHICH.map(
          ([which, label]) =>
            html`<button type="button" aria-pressed=${filter.which === which ? "true" : "false"} @click=${() => this.filter({ which })}>
              ${label} ${counts[which] === null ? nothing : html`<span class="quiet numbers">${counts[which]?.toLocaleString("en-GB")}</span>`}
            </button>`,
        )}
      </div>
      <div class="search">
        ${icon("search")}
        <input class="field" type="search" aria-label="Search messages" placeholder="Search messages" autocomplete="off" spellcheck="false" .value=${filter.words} @input=${this.typed} />
      </div>
      <select class="field" aria-label="Only one meaning" @change=${(event: Event) => this.filter({ intent: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${filter.intent === ""}>Any meaning</option>
        ${meanings.map(({ intent }) => html`<option value=${intent} ?selected=${filter.intent === intent}>${nameOf(intent)}</option>`)}
      </select>
      <button type="button" class="button quiet icon small hint" aria-label="Keys" title="Keys (?)" @click=${() => (this.keys = true)}>${icon("help")}</button>
    </div>`;
  }

  private list() {
    const { state: now, value, failure } = this.training.list;
    if (!value) {
      if (now === "failed") return html`<kit-failed what="The messages could not be loaded." .failure=${failure} @retry=${() => this.training.again()}></kit-failed>`;
      return this.patience.over ? html`<kit-skeleton lines="14"></kit-skeleton>` : nothing;
    }
    return html`${now === "failed" ? html`<kit-offline @retry=${() => this.training.again()}></kit-offline>` : nothing}
    ${value.length === 0
      ? html`<div class="empty">${this.empty()}</div>`
      : html`<ul role="list">
            ${value.map(
              (message) =>
                html`<li>
                  <studio-message
                    data-id=${message.id}
                    .message=${message}
                    .meanings=${this.training.meanings}
                    ?current=${this.training.current === message.id}
                    @chosen=${(event: CustomEvent<string | null>) => void this.training.correct(message, event.detail)}
                    @undone=${() => void this.training.undo(message)}
                    @focusin=${() => this.training.select(message.id)}
                  ></studio-message>
                </li>`,
            )}
          </ul>
          ${this.training.more
            ? html`<div class="end"><button type="button" class="button small" ?disabled=${this.training.busy === "older"} @click=${() => this.training.older()}>${this.training.busy === "older" ? "Loading" : "Older messages"}</button></div>`
            : nothing}`}`;
  }

  private empty() {
    const { which, words, intent } = this.training.filter;
    if (words || intent) {
      return html`<kit-empty heading="Nothing found" hint="No message here has these words or this meaning.">
        <button type="button" class="button" @click=${() => this.filter({ words: "", intent: "" })}>Show all of them</button>
      </kit-empty>`;
    }
    if (which === "to-look-at") {
      return html`<kit-empty heading="Nothing to look at" hint="What the bot was not sure of, asked back about or handed over comes here, without anything that tells who wrote it.">
        <button type="button" class="button" @click=${() => this.filter({ which: "all" })}>See all messages</button>
      </kit-empty>`;
    }
    if (which === "corrected") {
      return html`<kit-empty heading="Nothing corrected yet" hint="Say of a message what it means with one click, then train: the bot learns how your customers write.">
        <button type="button" class="button" @click=${() => this.filter({ which: "to-look-at" })}>Messages to look at</button>
      </kit-empty>`;
    }
    return html`<kit-empty heading="No message yet" hint="As soon as customers write to the bot, what they wrote and how it was read stands here. Try it: write to the bot in the shop."><a href="/">To the shop</a></kit-empty>`;
  }

  private help() {
    return html`<wa-dialog open without-header light-dismiss label="Keys" @wa-after-hide=${() => (this.keys = false)}>
      <div class="head">
        <h2>Keys</h2>
        <button type="button" class="button quiet small" autofocus @click=${this.closeHelp}>Close</button>
      </div>
      <dl class="keys">
        ${KEYS.map(([shown, does]) => html`<dt>${shown.split(/\s+/).map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${does}</dd>`)}
      </dl>
    </wa-dialog>`;
  }

  private closeHelp(): void {
    const dialog = this.renderRoot.querySelector<WaDialog>("wa-dialog");
    if (dialog) dialog.open = false;
  }

  private filter(part: Partial<Training["filter"]>): void {
    clearTimeout(this.timer);
    this.patience.restart();
    void this.training.find({ ...this.training.filter, ...part });
  }

  private typed(event: InputEvent): void {
    const words = (event.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.filter({ words }), ASK_AFTER_MILLIS);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    const typing = target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || this.keys) return;
    if (this.act(event.key)) event.preventDefault();
  };

  private act(key: string): boolean {
    if (key === "?") this.keys = true;
    else if (key === "/") this.renderRoot.querySelector<HTMLElement>("input")?.focus();
    else if (key === "j") this.move(1);
    else if (key === "k") this.move(-1);
    else if (key === "u") this.takeBack();
    else return this.say(key);
    return true;
  }

  /** Says of the message at hand what it means, and goes on to the next. */
  private say(key: string): boolean {
    const message = this.training.list.value?.find((each) => each.id === this.training.current);
    if (!message) return false;
    if (key === "e") {
      this.card(message.id)?.other();
      return true;
    }
    const intent = key === "s" ? null : key === "0" ? "none" : message.readings[Number(key) - 1]?.intent;
    if (!/^[0-3s]$/.test(key) || intent === undefined) return false;
    void this.training.correct(message, intent);
    this.move(1);
    return true;
  }

  private takeBack(): void {
    const now = this.training.list.value?.find((each) => each.id === this.training.current);
    const message = now?.correction ? now : this.training.lastDone();
    if (!message) return;
    void this.training.undo(message);
    this.go(message);
  }

  private move(by: number): void {
    const all = this.training.list.value ?? [];
    const at = all.findIndex((each) => each.id === this.training.current);
    const next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))];
    if (next) this.go(next);
  }

  private go(message: Message): void {
    this.pane = "messages";
    this.training.select(message.id);
    void this.updateComplete.then(() => {
      const card = this.card(message.id);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: "nearest" });
    });
  }

  private card(id: number) {
    return this.renderRoot.querySelector<StudioMessage>(`studio-message[data-id="${id}"]`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-training": StudioTraining;
  }
}

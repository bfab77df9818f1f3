// The training room: what customers really wrote, and the model that learns from it.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Filter, Training } from "../model/training.js";
import type { Message } from "../model/training-wire.js";
import { floating, panes } from "./studio-look.js";
import "./training-filters.js";
import type { StudioFilters } from "./training-filters.js";
import "./training-keys.js";
import "./training-list.js";
import type { StudioMessages } from "./training-list.js";
import "./training-model.js";

type Pane = "messages" | "model";

@customElement("studio-training")
export class StudioTraining extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    panes,
    floating,
    css`
      :host {
        position: relative;
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
      studio-model {
        overflow-y: auto;
        border-left: 1px solid var(--of-line);
      }
      @media (max-width: 1000px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: auto minmax(0, 1fr);
        }
        studio-model {
          border: 0;
        }
        .aside {
          display: none;
        }
      }
    `,
  ];
  @property({ attribute: false }) training!: Training;
  @state() private pane: Pane = "messages";
  @state() private keys = false;
  @query("studio-filters") private readonly filters!: StudioFilters | null;
  @query("studio-messages") private readonly messages!: StudioMessages | null;
  private readonly watching = new Watching(this, () => [this.training]);

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
    const { training } = this;
    const { filter, saying, toLookAt, corrected } = training;
    const filtered = (event: CustomEvent<Partial<Filter>>) => void training.find({ ...training.filter, ...event.detail });
    return html`<nav class="panes" aria-label="Columns">${this.paneButton("messages", "Messages")} ${this.paneButton("model", "Model, training")}</nav>
      <section class="messages ${this.pane === "messages" ? "" : "aside"}" aria-label="What customers wrote">
        <studio-filters
          .filter=${filter}
          .counts=${{ "to-look-at": toLookAt, corrected, all: null }}
          .meanings=${training.meanings}
          @filtered=${filtered}
          @help=${() => (this.keys = true)}
        ></studio-filters>
        <studio-messages .training=${training} @filtered=${filtered}></studio-messages>
      </section>
      <studio-model class=${this.pane === "model" ? "" : "aside"} .training=${training}></studio-model>
      <p class="saying ${saying?.bad ? "bad" : ""}" role="status">${saying ? html`${icon(saying.bad ? "problem" : "done")} <span>${saying.text}</span>` : nothing}</p>
      ${this.keys ? html`<studio-keys @closed=${() => (this.keys = false)}></studio-keys>` : nothing}`;
  }

  private paneButton(name: Pane, label: string) {
    return html`<button type="button" aria-pressed=${this.pane === name ? "true" : "false"} @click=${() => (this.pane = name)}>${label}</button>`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    const typing = target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || this.keys) return;
    if (this.act(event.key)) event.preventDefault();
  };

  private act(key: string): boolean {
    if (key === "?") this.keys = true;
    else if (key === "/") this.filters?.search();
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
      this.messages?.card(message.id)?.other();
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
      const card = this.messages?.card(message.id);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: "nearest" });
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-training": StudioTraining;
  }
}

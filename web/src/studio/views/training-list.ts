// The messages, and what stands in their place while there is none.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { later } from "../../kit/clock.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import "../../kit/states.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Filter, Training } from "../model/training.js";
import "./training-message.js";
import type { StudioMessage } from "./training-message.js";

/** Event `filtered` with another filter, where this one leaves nothing. */
@customElement("studio-messages")
export class StudioMessages extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
        display: block;
        position: relative;
        overflow-y: auto;
        padding: 16px 24px 64px;
      }
      :host > * {
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
        justify-content: flex-end;
        height: 0;
        padding-right: 12px;
      }
      .newer .button {
        border-color: var(--of-accent);
        color: var(--of-accent);
        box-shadow: var(--of-shadow-2);
      }
      .empty {
        padding-top: 10vh;
      }
      @media (max-width: 1000px) {
        :host {
          padding: 12px 12px 64px;
        }
      }
    `,
  ];
  @property({ attribute: false }) training!: Training;
  private readonly watching = new Watching(this, () => [this.training]);
  private readonly patience = later(this);

  private waiting = true;

  /** The card of a message that is shown. */
  card(id: number): StudioMessage | null {
    return this.renderRoot.querySelector<StudioMessage>(`studio-message[data-id="${id}"]`);
  }

  override willUpdate(): void {
    const waiting = !this.training.list.value;
    if (waiting && !this.waiting) this.patience.restart();
    this.waiting = waiting;
  }

  override render() {
    void this.watching;
    return html`${this.training.newer ? html`<div class="newer"><button type="button" class="button small" @click=${() => this.training.again()}>${icon("up")} New messages</button></div>` : nothing} ${this.list()}`;
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

  private filter(part: Partial<Filter>): void {
    this.dispatchEvent(new CustomEvent("filtered", { detail: part }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-messages": StudioMessages;
  }
}

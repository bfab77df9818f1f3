// Where the agent writes. It names its customer, keeps each conversation's draft, and sends to the conversation it was
// typed in, whatever is open by then.
import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { money } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { wayLine } from "../model/delivery.js";
import type { Desk } from "../model/desk.js";
import type { DraftCard } from "../model/drafts.js";
import { look } from "../../kit/look.js";
import { composerLook } from "./composer-look.js";

const TYPING_EVERY_MILLIS = 3_000;

@customElement("desk-composer")
export class DeskComposer extends LitElement {
  static override styles = [base, controls, look, composerLook];
  @property({ attribute: false }) desk!: Desk;
  @property() conversation = "";
  private readonly watching = new Watching(this, () => [this.desk, this.desk.threads.get(this.conversation)]);
  private typedAt = 0;

  override render() {
    void this.watching;
    const id = this.conversation;
    const draft = this.desk.drafts.of(id);
    const note = draft.mode === "note";
    const name = this.desk.nameOf(id);
    const { holder, by } = this.desk.holder(id);
    const mine = this.desk.isMine(id);
    return html`<form class="box ${note ? "note" : ""}" @submit=${this.submitted} aria-label=${note ? `Note about ${name}` : `Reply to ${name}`}>
      <div class="head">
        <div class="modes" role="group" aria-label="What to write">
          <button type="button" aria-pressed=${note ? "false" : "true"} @click=${() => this.mode("reply")}>Reply</button>
          <button type="button" aria-pressed=${note ? "true" : "false"} @click=${() => this.mode("note")}>Note</button>
        </div>
        <span class="to line">${note ? html`only staff see it` : html`to <b>${name}</b>`}</span>
        ${mine || note ? nothing : html`<span class="who">${whoHas(holder, by?.name)}</span>`}
      </div>
      ${note ? nothing : this.way()}
      ${draft.cards.length > 0 && !note
        ? html`<ul class="chips" role="list" aria-label="Cards that go with it">${draft.cards.map((card) => html`<li>${this.chip(card)}</li>`)}</ul>`
        : nothing}
      <textarea
        rows="2"
        .value=${note ? draft.note : draft.text}
        aria-label=${note ? `Private note about ${name}` : `Reply to ${name}`}
        placeholder=${note ? "A note for colleagues" : mine ? `Write to ${name}` : placeholder(holder)}
        @input=${this.typed}
        @keydown=${this.pressed}
      ></textarea>
      <div class="foot">
        <span class="hint quiet"><kbd>Ctrl .</kbd> ${note ? "reply" : "note"} <kbd>Alt 1</kbd> card</span>
        ${this.action(note, mine, holder, by?.name)}
      </div>
    </form>`;
  }

  /** Puts the cursor at the end of what is written. */
  override focus(): void {
    const field = this.field;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  mode(mode: "reply" | "note"): void {
    this.desk.drafts.change(this.conversation, { mode });
    this.desk.touch(this.conversation);
    void this.updateComplete.then(() => this.focus());
  }

  toggle(): void {
    this.mode(this.desk.drafts.of(this.conversation).mode === "note" ? "reply" : "note");
  }

  override updated(): void {
    const field = this.field;
    if (!field) return;
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 220)}px`;
  }

  private action(note: boolean, mine: boolean, holder: string, name: string | undefined) {
    if (note) return html`<button class="button primary small" type="submit">${icon("note")} Keep note</button>`;
    if (mine) return html`<button class="button primary small" type="submit">${icon("send")} Send <kbd>↵</kbd></button>`;
    if (!this.desk.mayClaim(this.conversation) && holder !== "claimed") return html`<button class="button small" type="button" disabled>Closed</button>`;
    if (!this.desk.mayClaim(this.conversation)) return html`<button class="button small" type="button" disabled>${name ?? "A colleague"} has it</button>`;
    const asking = this.desk.busy.get(this.conversation) === "claim";
    return html`<button class="button primary small" type="button" ?disabled=${asking} @click=${() => this.desk.take("claim", this.conversation)}>
      ${asking ? "Claiming" : holder === "waiting" ? "Claim" : holder === "bot" ? "Take over" : `Take over from ${name ?? "colleague"}`} <kbd>C</kbd>
    </button>`;
  }

  private way() {
    const line = wayLine(this.desk.threads.get(this.conversation)?.way ?? null, Date.now());
    return line ? html`<p class="way ${line.closed ? "closed" : ""}">${line.closed ? icon("clock") : nothing} ${line.text}</p>` : nothing;
  }

  private chip(card: DraftCard) {
    return html`<span class="chip">
      ${card.picture ? html`<img src=${card.picture} alt="" width="28" height="28" />` : nothing}
      <span class="line"><b>${card.title}</b> <span class="quiet">${card.price ? money(card.price) : ""}${card.size ? ` · ${card.size}` : ""}</span></span>
      <button type="button" class="bare" aria-label="Remove ${card.title}" @click=${() => this.takeOut(card)}>${icon("close")}</button>
    </span>`;
  }

  private takeOut(card: DraftCard): void {
    this.desk.drafts.remove(this.conversation, card.product);
    this.desk.touch(this.conversation);
    this.focus();
  }

  private typed(event: InputEvent): void {
    const text = (event.target as HTMLTextAreaElement).value;
    const note = this.desk.drafts.of(this.conversation).mode === "note";
    this.desk.drafts.change(this.conversation, note ? { note: text } : { text });
    this.desk.touch(this.conversation);
    if (note || !this.desk.isMine(this.conversation) || Date.now() - this.typedAt < TYPING_EVERY_MILLIS) return;
    this.typedAt = Date.now();
    this.desk.typing(this.conversation);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      this.dispatchEvent(new CustomEvent("left"));
    } else if (event.key === "Backspace" && this.field?.value === "") {
      const { cards, mode } = this.desk.drafts.of(this.conversation);
      const last = cards[cards.length - 1];
      if (last && mode === "reply") this.takeOut(last);
    }
  }

  private submitted(event: Event): void {
    event.preventDefault();
    this.send();
  }

  private send(): void {
    const id = this.conversation;
    const note = this.desk.drafts.of(id).mode === "note";
    if (!note && !this.desk.isMine(id)) {
      if (this.desk.sendOnceClaimed(id)) return;
      const { holder, by } = this.desk.holder(id);
      this.desk.say(holder === "claimed" ? `${by?.name ?? "A colleague"} has this conversation; your draft is kept` : "Claim the conversation first; your draft is kept", "problem");
      return;
    }
    this.desk.send(id);
    this.dispatchEvent(new CustomEvent("sent"));
    void this.updateComplete.then(() => this.focus());
  }

  private get field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }
}

function placeholder(holder: string): string {
  if (holder === "claimed") return "You can leave a note";
  return holder === "ended" ? "Closed: the customer's next message goes on" : "A draft is kept until you claim";
}

function whoHas(holder: string, name: string | undefined): string {
  if (holder === "claimed") return `${name ?? "A colleague"} has it`;
  if (holder === "waiting") return "nobody has it yet";
  return holder === "bot" ? "the bot is answering" : "closed";
}

// Ctrl K: customers, conversations and acts, found while typing.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import "../../kit/controls.js";
import { base } from "../../kit/styles.js";
import type { Desk } from "../model/desk.js";
import { find, type Choice } from "../model/palette.js";
import { look } from "../../kit/look.js";

const ASK_AFTER_MILLIS = 160;

/** Events: `chosen` with a {@link Choice}, `closed`. */
@customElement("desk-palette")
export class DeskPalette extends LitElement {
  static override styles = [
    base,
    look,
    css`
      wa-dialog {
        --width: 560px;
        --spacing: 0px;
      }
      wa-dialog::part(dialog) {
        margin-top: 12vh;
        overflow: hidden;
      }
      input {
        width: 100%;
        padding: 16px 20px;
        border: 0;
        border-bottom: 1px solid var(--of-line);
        outline: none;
        background: transparent;
        color: var(--of-text);
        font: var(--of-text-l) / 1.4 var(--of-font);
      }
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--of-text-2);
        opacity: 1;
      }
      .list {
        max-height: min(420px, 60vh);
        padding: 6px;
        overflow-y: auto;
        color: var(--of-text);
        font: var(--of-text-m) / 1.4 var(--of-font);
      }
      .group {
        padding: 8px 14px 4px;
        color: var(--of-text-2);
        font: 650 var(--of-text-xs) / 1.4 var(--of-font);
      }
      [role="option"] {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 14px;
        border-radius: var(--of-radius-s);
        cursor: pointer;
      }
      [aria-selected="true"] {
        background: var(--of-accent-soft);
        color: var(--of-on-accent-soft);
      }
      [aria-selected="true"] .quiet {
        color: inherit;
      }
      .label {
        flex: 1;
        min-width: 0;
      }
      .none {
        padding: 20px;
        text-align: center;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) acts: readonly Choice[] = [];
  @state() private text = "";
  @state() private at = 0;
  @state() private customers: readonly Choice[] = [];
  @state() private failed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private abort: AbortController | undefined;

  override render() {
    const groups = this.found;
    const all = groups.flatMap((group) => group.choices);
    let place = 0;
    return html`<wa-dialog open without-header light-dismiss label="Find" @wa-after-hide=${() => this.dispatchEvent(new CustomEvent("closed"))}>
      <input
        autofocus
        type="text"
        role="combobox"
        aria-label="Find customers, conversations and acts"
        aria-expanded="true"
        aria-controls="list"
        aria-activedescendant=${all.length > 0 ? `option-${this.at}` : nothing}
        autocomplete="off"
        spellcheck="false"
        placeholder="Find a customer, a conversation, an act"
        .value=${this.text}
        @input=${this.typed}
        @keydown=${(event: KeyboardEvent) => this.pressed(event, all)}
      />
      <div class="list" id="list" role="listbox" aria-label="Found" tabindex="-1">
        ${groups.map(
          (group) => html`<div role="group" aria-label=${group.heading}>
            <div class="group" aria-hidden="true">${group.heading}</div>
            ${group.choices.map((choice) => this.option(choice, place++))}
          </div>`,
        )}
      </div>
      ${all.length === 0
        ? html`<p class="none quiet">${this.failed ? "Customers cannot be searched now: the server cannot be reached." : `Nothing found for “${this.text}”.`}</p>`
        : nothing}
    </wa-dialog>`;
  }

  private option(choice: Choice, place: number) {
    return html`<div
      role="option"
      id="option-${place}"
      aria-selected=${place === this.at ? "true" : "false"}
      @pointermove=${() => (this.at = place)}
      @click=${() => this.choose(choice)}
    >
      <span class="label line">${choice.label}</span>
      ${choice.about ? html`<span class="quiet line">${choice.about}</span>` : nothing} ${choice.key ? html`<kbd>${choice.key}</kbd>` : nothing}
    </div>`;
  }

  private get found() {
    return find(this.text, this.acts, this.customers);
  }

  private typed(event: InputEvent): void {
    this.text = (event.target as HTMLInputElement).value;
    this.at = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), ASK_AFTER_MILLIS);
  }

  private async ask(): Promise<void> {
    this.abort?.abort();
    const text = this.text.trim();
    if (text.length < 2) {
      this.customers = [];
      return;
    }
    const abort = (this.abort = new AbortController());
    try {
      const found = await this.desk.staff.customers(text, abort.signal);
      this.failed = false;
      this.customers = found.map((each) => ({
        id: `customer:${each.conversation}`,
        group: "Customers",
        label: each.name ?? each.email ?? `Visitor ${each.conversation}`,
        about: each.email ?? each.headline ?? "",
        conversation: each.conversation,
      }));
    } catch {
      if (!abort.signal.aborted) this.failed = true;
    }
  }

  private pressed(event: KeyboardEvent, all: readonly Choice[]): void {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0 && all.length > 0) {
      event.preventDefault();
      this.at = (this.at + by + all.length) % all.length;
      void this.updateComplete.then(() => this.renderRoot.querySelector(`#option-${this.at}`)?.scrollIntoView({ block: "nearest" }));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const choice = all[this.at];
      if (choice) this.choose(choice);
    }
  }

  private choose(choice: Choice): void {
    const dialog = this.renderRoot.querySelector<HTMLElement & { open: boolean }>("wa-dialog");
    if (dialog) dialog.open = false;
    this.dispatchEvent(new CustomEvent("chosen", { detail: choice }));
  }
}

// Any meaning there is, found by its name or by what it means.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { look } from "../../kit/look.js";
import { base, controls } from "../../kit/styles.js";
import { nameOf } from "../model/reading.js";
import type { Meaning } from "../model/training-wire.js";

/** Event `chosen` with an intent. */
@customElement("studio-other")
export class StudioOther extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
        display: block;
        position: relative;
      }
      .field {
        min-height: 32px;
        padding: 3px 10px;
        border-style: dashed;
        background: transparent;
        font-size: var(--of-text-s);
      }
      .field.chosen {
        border-style: solid;
        border-color: var(--of-done);
        background: var(--of-done-soft);
      }
      .field.chosen::placeholder {
        color: var(--of-done);
        font-weight: 600;
      }
      ul {
        position: absolute;
        z-index: 5;
        inset: calc(100% + 4px) auto auto 0;
        width: min(360px, 82vw);
        max-height: 280px;
        overflow-y: auto;
        padding: 4px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        box-shadow: var(--of-shadow-3);
        font: var(--of-text-s) / 1.4 var(--of-font);
      }
      li {
        padding: 6px 10px;
        border-radius: var(--of-radius-s);
        cursor: pointer;
      }
      li b {
        display: block;
        font-weight: 600;
      }
      li span {
        display: block;
        color: var(--of-text-2);
        font-size: var(--of-text-xs);
      }
      li[aria-selected="true"],
      li[aria-selected="true"] span {
        background: var(--of-accent-soft);
        color: var(--of-on-accent-soft);
      }
      @media (max-width: 700px) {
        ul {
          inset: calc(100% + 4px) 0 auto auto;
        }
      }
      .none {
        padding: 8px 10px;
        color: var(--of-text-2);
      }
    `,
  ];
  @property({ attribute: false }) meanings: readonly Meaning[] = [];
  /** The meaning chosen here before; empty for none. */
  @property() chosen = "";
  @state() private open = false;
  @state() private text = "";
  @state() private at = 0;
  @query("input") private readonly input!: HTMLInputElement;

  override focus(): void {
    this.input.focus();
  }

  override render() {
    const found = this.open ? this.found : [];
    return html`<input
        class="field ${this.chosen ? "chosen" : ""}"
        type="text"
        role="combobox"
        aria-label=${this.chosen ? `It means: ${nameOf(this.chosen)}. Choose another meaning` : "Choose another meaning"}
        placeholder=${this.chosen ? nameOf(this.chosen) : "Something else …"}
        aria-expanded=${this.open ? "true" : "false"}
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant=${found.length > 0 ? `option-${this.at}` : nothing}
        autocomplete="off"
        spellcheck="false"
        @focus=${() => (this.open = true)}
        @input=${this.typed}
        @keydown=${this.pressed}
        @blur=${() => this.shut()}
      />
      <ul id="found" role="listbox" aria-label="Meanings" ?hidden=${!this.open}>
        ${found.map(
          ({ intent, means }, index) => html`<li role="option" id="option-${index}" aria-selected=${index === this.at ? "true" : "false"} @pointermove=${() => (this.at = index)} @pointerdown=${(event: Event) => this.take(event, intent)}>
            <b>${nameOf(intent)}</b><span>${means}</span>
          </li>`,
        )}
        ${this.open && found.length === 0 ? html`<li role="option" aria-disabled="true" aria-selected="false" class="none">No such meaning</li>` : nothing}
      </ul>`;
  }

  /** Names that begin so come first, then other names, then what they mean. */
  private get found(): readonly Meaning[] {
    const wanted = this.text.trim().toLowerCase();
    if (!wanted) return this.meanings;
    const rank = (each: Meaning) => {
      const name = nameOf(each.intent).toLowerCase();
      return name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : each.means.toLowerCase().includes(wanted) ? 2 : 3;
    };
    return this.meanings.filter((each) => rank(each) < 3).sort((a, b) => rank(a) - rank(b));
  }

  private typed(): void {
    this.text = this.input.value;
    this.at = 0;
    this.open = true;
  }

  private pressed(event: KeyboardEvent): void {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const found = this.found;
    if (by !== 0 && found.length > 0) {
      event.preventDefault();
      this.open = true;
      this.at = (this.at + by + found.length) % found.length;
      void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" }));
    } else if (event.key === "Enter" && this.open) {
      const meaning = found[this.at];
      if (meaning) this.take(event, meaning.intent);
    } else if (event.key === "Escape") {
      this.input.blur();
    }
  }

  private take(event: Event, intent: string): void {
    event.preventDefault();
    this.input.value = "";
    this.shut();
    this.input.blur();
    this.dispatchEvent(new CustomEvent("chosen", { detail: intent }));
  }

  private shut(): void {
    this.open = false;
    this.text = "";
    this.at = 0;
    this.input.value = "";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-other": StudioOther;
  }
}

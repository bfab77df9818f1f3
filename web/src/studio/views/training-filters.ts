// Which of the messages one wants to see.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { base, controls } from "../../kit/styles.js";
import { nameOf } from "../model/reading.js";
import type { Filter } from "../model/training.js";
import type { Meaning, Which } from "../model/training-wire.js";

const WHICH: readonly (readonly [Which, string])[] = [
  ["to-look-at", "To look at"],
  ["corrected", "Corrected"],
  ["all", "All"],
];
const ASK_AFTER_MILLIS = 200;

/** Events: `filtered` with what changed of the filter, for words once nobody types; `help`. */
@customElement("studio-filters")
export class StudioFilters extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
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
      .field {
        min-height: 36px;
        padding-block: 4px;
        font-size: var(--of-text-s);
      }
      select.field {
        flex: 0 1 180px;
        width: auto;
        min-width: 0;
      }
      @media (max-width: 1000px) {
        :host {
          padding: 8px 12px;
        }
        .tabs {
          flex: 1 0 100%;
        }
        .tabs button {
          flex: 1;
        }
        .hint {
          display: none;
        }
      }
    `,
  ];
  @property({ attribute: false }) filter!: Filter;
  @property({ attribute: false }) counts!: Readonly<Record<Which, number | null>>;
  @property({ attribute: false }) meanings: readonly Meaning[] = [];
  @query("input") private readonly words!: HTMLElement | null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Lets one type what is searched. */
  search(): void {
    this.words?.focus();
  }

  override render() {
    const { filter, counts, meanings } = this;
    return html`<div class="tabs" role="group" aria-label="Which messages">
        ${WHICH.map(
          ([which, label]) =>
            html`<button type="button" aria-pressed=${filter.which === which ? "true" : "false"} @click=${() => this.change({ which })}>
              ${label} ${counts[which] === null ? nothing : html`<span class="quiet numbers">${counts[which]?.toLocaleString("en-GB")}</span>`}
            </button>`,
        )}
      </div>
      <div class="search">
        ${icon("search")}
        <input class="field" type="search" aria-label="Search messages" placeholder="Search messages" autocomplete="off" spellcheck="false" .value=${filter.words} @input=${this.typed} />
      </div>
      <select class="field" aria-label="Only one meaning" @change=${(event: Event) => this.change({ intent: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${filter.intent === ""}>Any meaning</option>
        ${meanings.map(({ intent }) => html`<option value=${intent} ?selected=${filter.intent === intent}>${nameOf(intent)}</option>`)}
      </select>
      <button type="button" class="button quiet icon small hint" aria-label="Keys" title="Keys (?)" @click=${() => this.dispatchEvent(new CustomEvent("help"))}>${icon("help")}</button>`;
  }

  private change(part: Partial<Filter>): void {
    clearTimeout(this.timer);
    this.dispatchEvent(new CustomEvent("filtered", { detail: part }));
  }

  private typed(event: InputEvent): void {
    const words = (event.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.change({ words }), ASK_AFTER_MILLIS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-filters": StudioFilters;
  }
}

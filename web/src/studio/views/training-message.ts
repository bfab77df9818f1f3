// One message: what was written, how it was read, and what it means.
import { LitElement, css, html, nothing, svg } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { base, controls, marks } from "../../kit/styles.js";
import { doubtWords } from "../../kit/doubt.js";
import "../../kit/time.js";
import { deed, nameOf, parts } from "../model/reading.js";
import type { Meaning, Message, Reading } from "../model/training-wire.js";
import "./training-other.js";
import type { StudioOther } from "./training-other.js";

const READINGS = 3;

/** Events: `chosen` with an intent, or null for "nothing to learn"; `undone`. Its size never changes by what is chosen. */
@customElement("studio-message")
export class StudioMessage extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    css`
      :host {
        display: block;
        scroll-margin: 16px;
        border-radius: var(--of-radius);
      }
      article {
        display: grid;
        gap: 10px;
        padding: 14px 16px 12px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        font: var(--of-text-s) / 1.5 var(--of-font);
      }
      :host([current]) article {
        border-color: var(--of-accent);
        box-shadow: 0 0 0 1px var(--of-accent);
      }
      article:focus-visible {
        outline-offset: 3px;
      }
      .text {
        color: var(--of-text);
        font-size: var(--of-text-l);
        line-height: 1.45;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      .masked {
        display: inline-block;
        padding: 0 7px;
        border: 1px dashed var(--of-line-strong);
        border-radius: var(--of-radius-round);
        color: var(--of-text-2);
        font: 500 var(--of-text-xs) / 1.55 var(--of-font);
        vertical-align: 0.1em;
      }
      .meta {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        min-height: 32px;
        margin-block: -5px;
        color: var(--of-text-2);
        font-size: var(--of-text-xs);
      }
      .meta .mark {
        white-space: normal;
      }
      .heard {
        margin-left: auto;
      }
      .readings {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 8px;
      }
      .reading {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 2px 8px;
        align-items: center;
        min-height: 44px;
        padding: 7px 10px 8px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius-s);
        background: var(--of-surface);
        color: var(--of-text);
        font: 600 var(--of-text-s) / 1.35 var(--of-font);
        text-align: left;
        cursor: pointer;
        transition:
          background var(--of-quick),
          border-color var(--of-quick);
      }
      .reading:hover {
        border-color: var(--of-accent);
        background: var(--of-accent-soft);
      }
      .reading[aria-pressed="true"] {
        border-color: var(--of-done);
        background: var(--of-done-soft);
        color: var(--of-done);
      }
      .reading .share {
        color: var(--of-text-2);
        font-weight: 500;
      }
      .reading[aria-pressed="true"] .share {
        color: inherit;
      }
      .reading .icon {
        width: 16px;
        height: 16px;
      }
      .bar {
        grid-column: 1 / -1;
        width: 100%;
        height: 4px;
        border-radius: 2px;
        background: var(--of-surface-3);
      }
      .bar rect {
        fill: var(--of-accent);
      }
      .reading[aria-pressed="true"] .bar rect {
        fill: var(--of-done);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
        min-height: 32px;
      }
      .acts .button[aria-pressed="true"] {
        border-color: var(--of-done);
        background: var(--of-done-soft);
        color: var(--of-done);
      }
      studio-other {
        flex: 0 1 200px;
        min-width: 140px;
      }
      .said {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      @media (max-width: 700px) {
        article {
          padding: 12px;
        }
        .text {
          font-size: var(--of-text-m);
        }
        .readings {
          grid-template-columns: minmax(0, 1fr);
          gap: 6px;
        }
        kbd {
          display: none;
        }
        .reading {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .by {
          display: none;
        }
        studio-other {
          flex: 1 1 120px;
          min-width: 120px;
        }
      }
    `,
  ];
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) meanings: readonly Meaning[] = [];
  /** Whether the keys act on it. */
  @property({ type: Boolean, reflect: true }) current = false;
  @query("article") private readonly article!: HTMLElement | null;
  @query("studio-other") private readonly others!: StudioOther | null;

  override focus(options?: FocusOptions): void {
    this.article?.focus(options);
  }

  /** Lets one choose from all meanings. */
  other(): void {
    this.others?.focus();
  }

  override render() {
    const { message } = this;
    const did = deed(message.did, message.routine);
    const doubt = doubtWords(message.doubt);
    return html`<article tabindex="-1" aria-label="Message">
      <p class="text">${parts(message.text).map((part) => (part.masked ? html`<span class="masked" title="Taken out before it was kept">${part.text}</span>` : part.text))}</p>
      <div class="meta">
        <span class="mark ${did.tone}">${did.text}</span>
        ${this.said()}
        ${doubt ? html`<span>${doubt}</span>` : nothing}
        <kit-time class="heard" at=${message.at}></kit-time>
      </div>
      <div class="readings" role="group" aria-label="What it means">${message.readings.slice(0, READINGS).map((reading, index) => this.reading(reading, index))}</div>
      <div class="acts">
        <button type="button" class="button small" aria-pressed=${this.means("none")} title="It is none of our matters" @click=${() => this.choose("none")}>${this.key("0")} None of these</button>
        <button type="button" class="button quiet small" aria-pressed=${this.skipped} title="Nothing is to be learned from it" @click=${() => this.choose(null)}>${this.key("s")} Skip</button>
        <studio-other .meanings=${this.meanings} .chosen=${this.elsewhere} @chosen=${(event: CustomEvent<string>) => this.chooseOther(event.detail)}></studio-other>
      </div>
    </article>`;
  }

  private reading(reading: Reading, index: number) {
    const chosen = this.means(reading.intent);
    const share = Math.round(100 * reading.probability);
    return html`<button type="button" class="reading" aria-pressed=${chosen} title=${this.meanings.find((each) => each.intent === reading.intent)?.means ?? ""} @click=${() => this.choose(reading.intent)}>
      ${chosen === "true" ? html`<span>${icon("done")}</span>` : this.key(String(index + 1))}
      <span class="line">${nameOf(reading.intent)}</span>
      <span class="share numbers">${share} %</span>
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${Math.max(1, share)} height="4" rx="2" />`}</svg>
    </button>`;
  }

  private key(key: string) {
    return html`<kbd aria-hidden="true">${key}</kbd>`;
  }

  private said() {
    const correction = this.message.correction;
    if (!correction) return nothing;
    return html`<span class="said">
      <span class="by">${correction.by ? `${correction.by}, ` : nothing}<kit-time at=${correction.at}></kit-time></span>
      <button type="button" class="button quiet small" @click=${this.undo}>${icon("undo")} Undo</button>
    </span>`;
  }

  /** A meaning that no button on the card stands for. */
  private get elsewhere(): string {
    const intent = this.message.correction?.intent;
    if (!intent || intent === "none") return "";
    return this.message.readings.slice(0, READINGS).some((reading) => reading.intent === intent) ? "" : intent;
  }

  private get skipped(): "true" | "false" {
    const correction = this.message.correction;
    return correction && !correction.intent ? "true" : "false";
  }

  private means(intent: string): "true" | "false" {
    return this.message.correction?.intent === intent ? "true" : "false";
  }

  // The button that was pressed goes: the focus stays on the card.
  private undo(): void {
    this.focus();
    this.dispatchEvent(new CustomEvent("undone"));
  }

  private chooseOther(intent: string): void {
    this.focus();
    this.choose(intent);
  }

  private choose(intent: string | null): void {
    const now = this.message.correction;
    if (now && (now.intent ?? null) === intent) this.dispatchEvent(new CustomEvent("undone"));
    else this.dispatchEvent(new CustomEvent("chosen", { detail: intent }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-message": StudioMessage;
  }
}

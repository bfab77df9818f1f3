// "Why?" beside a bot's turn: what it understood, how sure it was, what was proved, how long it took.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ref, createRef } from "lit/directives/ref.js";
import "../../kit/controls.js";
import type { WaPopover } from "../../kit/controls.js";
import { base, controls } from "../../kit/styles.js";
import { words } from "../../kit/words.js";
import { doubtWords } from "../../kit/doubt.js";
import type { Trace } from "../model/wire.js";
import { look } from "../../kit/look.js";

const SHOWN = 5;

@customElement("desk-why")
export class DeskWhy extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
        display: inline-block;
      }
      .ask {
        padding: 2px 6px;
        border-radius: var(--of-radius-s);
        color: var(--of-accent);
        font: 600 var(--of-text-xs) / 1.4 var(--of-font);
      }
      .ask:hover {
        background: var(--of-surface-2);
      }
      wa-popover {
        --max-width: 340px;
      }
      .why {
        display: grid;
        gap: 10px;
        width: 300px;
        color: var(--of-text);
        font: var(--of-text-s) / 1.45 var(--of-font);
        text-align: left;
      }
      h3 {
        font: 650 var(--of-text-m) / 1.3 var(--of-font);
      }
      h4 {
        margin-bottom: 4px;
        color: var(--of-text-2);
        font: 650 var(--of-text-xs) / 1.4 var(--of-font);
      }
      .reading {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 72px 4ch;
        gap: 8px;
        align-items: center;
      }
      .bar {
        height: 6px;
        border-radius: 3px;
        background: var(--of-surface-3);
      }
      .bar i {
        display: block;
        height: 100%;
        border-radius: 3px;
        background: var(--of-accent);
      }
      .number {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 2px 12px;
        overflow-wrap: anywhere;
      }
      dt {
        color: var(--of-text-2);
      }
    `,
  ];
  @property({ attribute: false }) trace!: Trace;
  @state() private open = false;
  private readonly bubble = createRef<WaPopover>();

  override render() {
    return html`<button
        type="button"
        id="ask"
        class="bare ask"
        aria-expanded=${this.open ? "true" : "false"}
        @click=${() => (this.open = true)}
      >
        Why?
      </button>
      ${this.open
        ? html`<wa-popover ${ref(this.bubble)} for="ask" placement="top-end" distance="6" @wa-after-hide=${() => (this.open = false)}
            >${this.reasons()}</wa-popover
          >`
        : nothing}`;
  }

  override updated(): void {
    const popover = this.bubble.value;
    if (this.open && popover && !popover.open) requestAnimationFrame(() => (popover.open = true));
  }

  private reasons() {
    const { readings, slots, proof, decision, routine, millis } = this.trace;
    const doubt = doubtWords(this.trace.doubt);
    const found = Object.entries(slots);
    return html`<div class="why">
      <h3>${words(decision) || "Answered"}${routine ? html`: ${words(routine).toLowerCase()}` : nothing}</h3>
      <section>
        <h4>Readings</h4>
        ${readings.length === 0
          ? html`<p class="quiet">Nothing was read in this turn.</p>`
          : readings.slice(0, SHOWN).map(
              ({ intent, probability }) => html`<div class="reading">
                <span class="line">${words(intent)}</span>
                <span class="bar" aria-hidden="true"><i .style=${`width: ${Math.round(probability * 100)}%`}></i></span>
                <span class="number">${Math.round(probability * 100)} %</span>
              </div>`,
            )}
        ${doubt ? html`<p class="quiet">${doubt}.</p>` : nothing}
      </section>
      ${found.length > 0
        ? html`<section>
            <h4>Found in the text</h4>
            <dl>${found.map(([name, value]) => html`<dt>${words(name)}</dt><dd>${value}</dd>`)}</dl>
          </section>`
        : nothing}
      <dl>
        <dt>Proof</dt>
        <dd>${proof || "none"}</dd>
        <dt>Took</dt>
        <dd>${millis < 10 ? millis.toFixed(1) : Math.round(millis)} ms</dd>
      </dl>
    </div>`;
  }
}

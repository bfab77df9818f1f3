// Which keys the training room has.
import { LitElement, css, html } from "lit";
import { customElement, query } from "lit/decorators.js";
import "../../kit/controls.js";
import type { WaDialog } from "../../kit/controls.js";
import { look } from "../../kit/look.js";
import { base, controls } from "../../kit/styles.js";

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

/** Opens where it is put. Event `closed`: it may be taken away. */
@customElement("studio-keys")
export class StudioKeys extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
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
    `,
  ];
  @query("wa-dialog") private readonly dialog!: WaDialog | null;

  override render() {
    return html`<wa-dialog open without-header light-dismiss label="Keys" @wa-after-hide=${() => this.dispatchEvent(new CustomEvent("closed"))}>
      <div class="head">
        <h2>Keys</h2>
        <button type="button" class="button quiet small" autofocus @click=${this.close}>Close</button>
      </div>
      <dl class="keys">
        ${KEYS.map(([shown, does]) => html`<dt>${shown.split(/\s+/).map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${does}</dd>`)}
      </dl>
    </wa-dialog>`;
  }

  private close(): void {
    if (this.dialog) this.dialog.open = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-keys": StudioKeys;
  }
}

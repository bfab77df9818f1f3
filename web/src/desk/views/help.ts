// All keys of the desk; "?" opens it.
import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import "../../kit/controls.js";
import { base, controls } from "../../kit/styles.js";
import { KEYS } from "../model/keys.js";
import { look } from "../../kit/look.js";

/** Events: `letters` (whether single letters count), `closed`. */
@customElement("desk-help")
export class DeskHelp extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      wa-dialog {
        --width: 720px;
        --spacing: 24px;
      }
      .all {
        columns: 2 260px;
        column-gap: 32px;
        color: var(--of-text);
        font: var(--of-text-s) / 1.5 var(--of-font);
      }
      .head {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-bottom: 12px;
      }
      h2 {
        font: 650 var(--of-text-l) / 1.3 var(--of-font);
      }
      section {
        break-inside: avoid;
        margin-bottom: 14px;
      }
      h3 {
        margin-bottom: 4px;
        color: var(--of-text-2);
        font: 650 var(--of-text-xs) / 1.4 var(--of-font);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: 4px 16px;
      }
      dd {
        text-align: right;
      }
      label {
        display: flex;
        gap: 8px;
        margin-top: 8px;
        font: var(--of-text-s) / 1.4 var(--of-font);
      }
    `,
  ];
  @property({ type: Boolean }) letters = true;

  override render() {
    const groups = [...new Set(KEYS.map((key) => key.group))];
    return html`<wa-dialog open without-header light-dismiss label="Keys" @wa-after-hide=${() => this.dispatchEvent(new CustomEvent("closed"))}>
      <div class="head">
        <h2>Keys</h2>
        <button type="button" class="button quiet small" autofocus @click=${this.close}>Close</button>
      </div>
      <div class="all">
        ${groups.map(
          (group) => html`<section>
            <h3>${group}</h3>
            <dl>${KEYS.filter((key) => key.group === group).map((key) => html`<dt>${key.label}</dt><dd>${keysOf(key.shown)}</dd>`)}</dl>
          </section>`,
        )}
      </div>
      <label>
        <input type="checkbox" .checked=${this.letters} @change=${(event: Event) => this.dispatchEvent(new CustomEvent("letters", { detail: (event.target as HTMLInputElement).checked }))} />
        Single letters act (the keys with Ctrl or Alt always do)
      </label>
    </wa-dialog>`;
  }

  private close(): void {
    const dialog = this.renderRoot.querySelector<HTMLElement & { open: boolean }>("wa-dialog");
    if (dialog) dialog.open = false;
  }
}

function keysOf(shown: readonly string[]) {
  const between = shown.some((each) => each.endsWith("9")) ? " to " : " or ";
  return shown.map((each, index) => html`${index > 0 ? between : ""}<kbd>${each}</kbd>`);
}

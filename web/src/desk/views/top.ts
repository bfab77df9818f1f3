// The slim bar above everything: where one is, who is here, whether the line stands.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import "../../kit/controls.js";
import type { WaSelected } from "../../kit/controls.js";
import { initials } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { mayMerchandise } from "../../kit/account.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Desk } from "../model/desk.js";
import { look } from "./look.js";

/** Events: `palette`, `help`, `out`. */
@customElement("desk-top")
export class DeskTop extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 6px 12px;
        min-height: 48px;
        padding: 0 var(--of-space-2);
        border-bottom: 1px solid var(--of-line);
        background: var(--of-surface);
      }
      .brand {
        font-weight: 700;
        font-size: var(--of-text-m);
        letter-spacing: -0.01em;
      }
      nav {
        display: flex;
        gap: 2px;
      }
      nav a {
        padding: 4px 10px;
        border-radius: var(--of-radius-s);
        color: var(--of-text-2);
        font: 600 var(--of-text-s) / 1.5 var(--of-font);
        text-decoration: none;
      }
      nav a:hover {
        background: var(--of-surface-2);
      }
      nav a[aria-current] {
        background: var(--of-surface-2);
        color: var(--of-text);
      }
      .find {
        display: flex;
        flex: 0 1 320px;
        align-items: center;
        gap: 8px;
        min-height: 32px;
        min-width: 0;
        margin: 0 auto;
        padding: 0 8px 0 10px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius-s);
        background: var(--of-ground);
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
      .find:hover {
        border-color: var(--of-line-strong);
      }
      .find span {
        flex: 1;
      }
      .present {
        display: flex;
      }
      .present .avatar {
        margin-left: -6px;
        border: 2px solid var(--of-surface);
        box-sizing: content-box;
      }
      .state {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--of-text-2);
        font-size: var(--of-text-xs);
      }
      .state i {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--of-done);
      }
      .state.cut i {
        background: none;
        border: 2px solid var(--of-waiting);
      }
      .me {
        display: grid;
        place-items: center;
        width: 36px;
        height: 36px;
        border-radius: 50%;
      }
      @media (max-width: 760px) {
        :host {
          padding: 0 10px;
        }
        .brand,
        .present,
        .find span,
        .find kbd,
        .help {
          display: none;
        }
        .find {
          flex: 0 0 auto;
          margin-left: auto;
          margin-right: 0;
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("role", "banner");
  }

  private readonly watching = new Watching(this, () => [this.desk]);

  override render() {
    void this.watching;
    const { account, present, status } = this.desk;
    const others = present.filter((each) => each.id !== account.id);
    return html`
      <span class="brand">Outfitter</span>
      <nav aria-label="Surfaces">
        <a href="/desk" aria-current="page">Desk</a>
        ${mayMerchandise(account) ? html`<a href="/studio">Studio</a>` : nothing}
      </nav>
      <button type="button" class="bare find" @click=${() => this.tell("palette")}>
        ${icon("search")} <span class="line">Find or do anything</span> <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      ${others.length > 0
        ? html`<span class="present" role="img" aria-label="Also here: ${others.map((each) => each.name).join(", ")}" title="Also here: ${others.map((each) => each.name).join(", ")}">
            ${others.slice(0, 4).map((each) => html`<span class="avatar small">${initials(each.name)}</span>`)}
          </span>`
        : nothing}
      <span class="state ${status}" role="status"><i></i>${status === "live" ? "live" : status === "cut" ? "reconnecting" : "connecting"}</span>
      <button type="button" class="button quiet icon small help" aria-label="All keys" title="All keys (?)" @click=${() => this.tell("help")}>${icon("help")}</button>
      <wa-dropdown placement="bottom-end" @wa-select=${(event: WaSelected) => this.tell(event.detail.item.value)}>
        <button slot="trigger" type="button" class="bare me">
          <span class="avatar" aria-hidden="true">${initials(account.displayName)}</span>
          <span class="visually-hidden">${account.displayName}, ${account.role}: menu</span>
        </button>
        <wa-dropdown-item value="help">Keys</wa-dropdown-item>
        <wa-dropdown-item value="out">Sign out ${account.displayName}</wa-dropdown-item>
      </wa-dropdown>
    `;
  }

  private tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}

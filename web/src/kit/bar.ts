// The slim bar above the staff's pages: where one is, where else one may go, who one is.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { mayMerchandise, mayServe, signOut, type Account } from "./account.js";
import "./controls.js";
import type { WaSelected } from "./controls.js";
import { initials } from "./format.js";
import { base } from "./styles.js";

/** Slots: the middle of the bar (default) and `end`, before the account's menu. */
@customElement("kit-bar")
export class Bar extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 6px 12px;
        min-height: 48px;
        padding: 0 var(--of-space-2);
        border-bottom: 1px solid var(--of-line);
        background: var(--of-surface);
        font: var(--of-text-s) / 1.5 var(--of-font);
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
        font-weight: 600;
        text-decoration: none;
      }
      nav a:hover {
        background: var(--of-surface-2);
      }
      nav a[aria-current] {
        background: var(--of-surface-2);
        color: var(--of-text);
      }
      .middle {
        display: flex;
        flex: 1;
        justify-content: center;
        min-width: 0;
      }
      .me {
        display: grid;
        place-items: center;
        width: 36px;
        height: 36px;
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: none;
        cursor: pointer;
      }
      .avatar {
        display: grid;
        place-items: center;
        width: 30px;
        height: 30px;
        border-radius: 50%;
        background: var(--of-accent-soft);
        color: var(--of-on-accent-soft);
        font: 650 var(--of-text-xs) / 1 var(--of-font);
      }
      @media (max-width: 760px) {
        :host {
          padding: 0 10px;
        }
        .brand {
          display: none;
        }
      }
    `,
  ];
  @property({ attribute: false }) account!: Account;
  /** The surface that one is on. */
  @property() here: "desk" | "studio" | "people" = "desk";

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("role", "banner");
    // Named after its page: the tour shows several of these side by side.
    this.setAttribute("aria-label", `Top of the ${this.here}`);
  }

  override render() {
    const { account } = this;
    return html`
      <span class="brand">Outfitter</span>
      <nav aria-label="From the ${this.here} to">
        ${mayServe(account) ? this.surface("desk", "Desk") : nothing} ${mayMerchandise(account) ? this.surface("studio", "Studio") : nothing}
        ${account.role === "admin" ? this.surface("people", "People") : nothing}
      </nav>
      <div class="middle"><slot></slot></div>
      <slot name="end"></slot>
      <wa-dropdown placement="bottom-end" @wa-select=${(event: WaSelected) => this.chosen(event)}>
        <button slot="trigger" type="button" class="me">
          <span class="avatar" aria-hidden="true">${initials(account.displayName)}</span>
          <span class="visually-hidden">${account.displayName}, ${account.role}: menu</span>
        </button>
        <wa-dropdown-item value="own">Your account</wa-dropdown-item>
        <wa-dropdown-item value="out">Sign out ${account.displayName}</wa-dropdown-item>
      </wa-dropdown>
    `;
  }

  private surface(name: "desk" | "studio" | "people", label: string) {
    return html`<a href="/${name}" aria-current=${this.here === name ? "page" : nothing}>${label}</a>`;
  }

  private chosen(event: WaSelected): void {
    if (event.detail.item.value === "own") location.assign("/people");
    if (event.detail.item.value === "out") void signOut();
  }
}

// Everybody's own account, and for admins everybody's.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Account } from "../kit/account.js";
import "../kit/bar.js";
import { look } from "../kit/look.js";
import { base } from "../kit/styles.js";
import "./accounts.js";
import type { People } from "./accounts.js";
import "./audit.js";
import type { Audit } from "./audit.js";
import "./own.js";

@customElement("people-app")
export class PeopleApp extends LitElement {
  static override styles = [
    base,
    look,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100dvh;
      }
      main {
        display: grid;
        gap: 40px;
        width: min(960px, 100%);
        margin: 0 auto;
        padding: 24px 16px 64px;
      }
      h1 {
        font-size: var(--of-text-2xl);
        letter-spacing: -0.02em;
      }
    `,
  ];
  @property({ attribute: false }) account!: Account;

  override render() {
    const admin = this.account.role === "admin";
    return html`<kit-bar .account=${this.account} here="people"></kit-bar>
      <main>
        <h1>${admin ? "People" : "Your account"}</h1>
        ${admin ? html`<people-accounts .me=${this.account} @changed=${this.changed}></people-accounts>` : nothing}
        <people-own .account=${this.account} @changed=${this.changed}></people-own>
        ${admin ? html`<people-audit></people-audit>` : nothing}
      </main>`;
  }

  /** What was done a moment ago stands in the log at once. */
  private changed(): void {
    this.renderRoot.querySelector<Audit>("people-audit")?.reload();
    this.renderRoot.querySelector<People>("people-accounts")?.reload();
  }
}

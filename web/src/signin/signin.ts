// Name and password; in the demo one click on a card does.
import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { placeAfter, type Account, type Role } from "../kit/account.js";
import { Api, Problem } from "../kit/api.js";
import { initials } from "../kit/format.js";
import { reason } from "../kit/states.js";
import { base, controls } from "../kit/styles.js";
import { signinLook } from "./look.js";

interface DemoAccount {
  readonly name: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: Role;
}

const OPENS: Readonly<Record<Role, string>> = {
  agent: "serves customers at the desk",
  merchandiser: "decides in the studio what goes with what",
  supervisor: "desk and studio",
  admin: "everything",
};

@customElement("outfitter-signin")
export class SignIn extends LitElement {
  static override styles = [base, controls, signinLook];
  /** Where to go back to. */
  @property({ attribute: false }) from: string | null = null;
  @state() private demo: readonly DemoAccount[] = [];
  @state() private wrong = "";
  @state() private asking = false;
  private readonly api = new Api();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.findDemo();
  }

  override render() {
    return html`<main>
      <header>
        <p class="brand">Outfitter</p>
        <h1>Sign in</h1>
      </header>
      <form @submit=${this.submitted}>
        ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
        <label><span class="label">Name</span><input class="field" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus /></label>
        <label><span class="label">Password</span><input class="field" name="password" type="password" autocomplete="current-password" required /></label>
        <button class="button primary" type="submit" ?disabled=${this.asking}>${this.asking ? "Signing in" : "Sign in"}</button>
      </form>
      ${this.demo.length > 0 ? this.demoCards() : html`<p class="hint">No account yet? An admin can invite you.</p>`}
    </main>`;
  }

  private demoCards() {
    return html`<section>
      <h2>Demo: sign in with one click</h2>
      <div class="demo">
        ${this.demo.map(
          (account) => html`<button type="button" data-account=${account.name} ?disabled=${this.asking} @click=${() => void this.enter(account.name, account.password)}>
            <span class="avatar" aria-hidden="true">${initials(account.displayName)}</span>
            <span><b>${account.displayName}</b><span class="hint">${account.role}: ${OPENS[account.role]}</span></span>
          </button>`,
        )}
      </div>
    </section>`;
  }

  private submitted(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    void this.enter(String(form.get("name")).trim(), String(form.get("password")));
  }

  private async enter(name: string, password: string): Promise<void> {
    this.asking = true;
    this.wrong = "";
    try {
      const { account } = await this.api.post<{ account: Account }>("/api/session", { name, password });
      location.assign(placeAfter(this.from, account));
    } catch (failure) {
      this.asking = false;
      this.wrong = failure instanceof Problem && failure.status === 401 ? failure.detail || "Name or password is wrong." : reason(failure);
    }
  }

  /** Only a demo tells its accounts; anywhere else this is not found, and nothing shows. */
  private async findDemo(): Promise<void> {
    try {
      this.demo = (await this.api.get<{ accounts: DemoAccount[] }>("/api/demo")).accounts;
    } catch {
      this.demo = [];
    }
  }
}

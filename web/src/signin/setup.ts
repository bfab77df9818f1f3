// Whoever holds a one-use link lets themselves in: the first admin with a name of their choice, others with the one they have.
import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { placeAfter, type Account, type Role } from "../kit/account.js";
import { Api } from "../kit/api.js";
import { Resource } from "../kit/resource.js";
import { reason } from "../kit/states.js";
import { base, controls } from "../kit/styles.js";
import { signinLook } from "./look.js";

interface Invitation {
  readonly role: Role;
  readonly name?: string | null;
  readonly displayName?: string | null;
}

@customElement("outfitter-setup")
export class Setup extends LitElement {
  static override styles = [base, controls, signinLook];
  @property({ attribute: false }) token = "";
  @state() private wrong = "";
  @state() private asking = false;
  private readonly api = new Api();
  private readonly invitation = new Resource(this, () => [this.token] as const, (token, signal) => this.api.post<Invitation>("/api/invitation", { token }, signal));

  override render() {
    const { value, failure } = this.invitation;
    return html`<main>
      <header>
        <p class="brand">Outfitter</p>
        <h1>${value && !value.name ? "Create the first admin" : "Welcome"}</h1>
      </header>
      ${value ? this.form(value) : failure === undefined ? nothing : html`<p class="wrong" role="alert">${reason(failure)}</p><p class="hint"><a href="/signin">To the sign-in</a></p>`}
    </main>`;
  }

  private form({ name, displayName, role }: Invitation) {
    return html`<form @submit=${this.submitted}>
      <p class="hint">This link works once. ${name ? `You sign in as ${name}, ${role}.` : "You can invite everybody else afterwards."}</p>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      <label><span class="label">Your name, as customers read it</span><input class="field" name="displayName" autocomplete="name" .value=${displayName ?? ""} required maxlength="80" autofocus /></label>
      ${name
        ? html`<input type="text" name="name" autocomplete="username" .value=${name} hidden readonly />`
        : html`<label><span class="label">Name to sign in with</span><input class="field" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="80" /></label>`}
      <label><span class="label">Password, at least 12 characters</span><input class="field" name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="200" /></label>
      <button class="button primary" type="submit" ?disabled=${this.asking}>${this.asking ? "One moment" : name ? "Set password and sign in" : "Create admin"}</button>
    </form>`;
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (field: string): string => String(form.get(field)).trim();
    const chosen = this.invitation.value?.name ? {} : { name: text("name") };
    this.asking = true;
    this.wrong = "";
    try {
      const { account } = await this.api.post<{ account: Account }>("/api/setup", { token: this.token, ...chosen, displayName: text("displayName"), password: String(form.get("password")) });
      location.assign(account.role === "admin" ? "/" : placeAfter(null, account));
    } catch (failure) {
      this.asking = false;
      this.wrong = reason(failure);
    }
  }
}

// The first start: whoever holds the one-use link becomes the first admin.
import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Api } from "../kit/api.js";
import { reason } from "../kit/states.js";
import { base, controls } from "../kit/styles.js";
import { signinLook } from "./look.js";

@customElement("outfitter-setup")
export class Setup extends LitElement {
  static override styles = [base, controls, signinLook];
  @property({ attribute: false }) token = "";
  @state() private wrong = "";
  @state() private asking = false;
  private readonly api = new Api();

  override render() {
    return html`<main>
      <header>
        <p class="brand">Outfitter</p>
        <h1>Create the first admin</h1>
      </header>
      <form @submit=${this.submitted}>
        <p class="hint">This link works once. You can invite everybody else afterwards.</p>
        ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
        <label><span class="label">Your name, as customers read it</span><input class="field" name="displayName" autocomplete="name" required maxlength="80" autofocus /></label>
        <label><span class="label">Name to sign in with</span><input class="field" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="80" /></label>
        <label><span class="label">Password, at least 12 characters</span><input class="field" name="password" type="password" autocomplete="new-password" required minlength="12" /></label>
        <button class="button primary" type="submit" ?disabled=${this.asking}>${this.asking ? "Creating" : "Create admin"}</button>
      </form>
    </main>`;
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const name = String(form.get("name")).trim();
    const password = String(form.get("password"));
    this.asking = true;
    this.wrong = "";
    try {
      await this.api.post("/api/setup", { token: this.token, name, displayName: String(form.get("displayName")).trim(), password });
      location.assign("/desk");
    } catch (failure) {
      this.asking = false;
      this.wrong = reason(failure);
    }
  }
}

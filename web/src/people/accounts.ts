// The staff's accounts: who there is, invite, another role, reset, disable.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Account, Role } from "../kit/account.js";
import { Api } from "../kit/api.js";
import { exact } from "../kit/format.js";
import { look } from "../kit/look.js";
import { Resource } from "../kit/resource.js";
import { reason } from "../kit/states.js";
import { base, controls, marks } from "../kit/styles.js";
import "../kit/time.js";
import { words } from "../kit/words.js";
import { peopleLook } from "./look.js";
import { ROLES, type Invitation, type Row, type State } from "./wire.js";

const TONES: Readonly<Record<State, string>> = { active: "done", invited: "waiting", locked: "problem", disabled: "" };

type Asking = { readonly id: number; readonly act: "disable" | "reset" };

/** Event: `changed`, when something was done. */
@customElement("people-accounts")
export class People extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    peopleLook,
    css`
      .rows > li {
        grid-template-columns: minmax(0, 1fr) 150px minmax(0, 1fr) 220px;
      }
      .sure {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding: 8px 12px;
        border-radius: var(--of-radius-s);
        background: var(--of-waiting-soft);
        color: var(--of-text);
      }
      .sure span {
        flex: 1 1 260px;
      }
      .invite {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 160px auto;
        align-items: end;
        margin-top: 16px;
      }
      .invite select.field {
        min-height: 40px;
      }
      .link {
        display: grid;
        gap: 8px;
        margin-top: 16px;
        padding: 12px 16px;
        border-radius: var(--of-radius);
        background: var(--of-done-soft);
        color: var(--of-text);
        font-size: var(--of-text-s);
      }
      .link div {
        display: flex;
        gap: 8px;
      }
      @media (max-width: 760px) {
        .rows > li,
        .invite {
          grid-template-columns: minmax(0, 1fr);
        }
        .rows select {
          max-width: 220px;
        }
      }
    `,
  ];
  @property({ attribute: false }) me!: Account;
  @state() private asking: Asking | undefined;
  @state() private link: Invitation | undefined;
  @state() private copied = false;
  @state() private wrong = "";
  private readonly api = new Api();
  private readonly all = new Resource(this, () => [] as const, (signal) => this.api.get<{ accounts: Row[] }>("/api/accounts", signal));

  reload(): void {
    void this.all.reload();
  }

  override render() {
    return html`<section aria-labelledby="accounts">
      <h2 id="accounts">Accounts</h2>
      ${this.all.render({ ready: ({ accounts }) => html`<ul role="list" class="rows">${accounts.map((row) => this.row(row))}</ul>`, failed: "The accounts could not be loaded." })}
      <p class="wrong" role="alert">${this.wrong}</p>
      <div role="status">${this.link ? this.linked(this.link) : nothing}</div>
      ${this.form()}
    </section>`;
  }

  private row(row: Row) {
    const own = row.id === this.me.id;
    return html`<li data-account=${row.name}>
      <div><b>${row.displayName}</b>${own ? html` <span class="quiet">you</span>` : nothing}<br /><span class="quiet">${row.name}${row.demo ? ", for the demo" : ""}</span></div>
      ${own || row.state === "disabled"
        ? html`<span>${words(row.role)}</span>`
        : html`<select class="field" aria-label="Role of ${row.displayName}" @change=${(event: Event) => void this.appoint(row, event.target as HTMLSelectElement)}>
            ${ROLES.map((role) => html`<option value=${role} ?selected=${role === row.role}>${words(role)}</option>`)}
          </select>`}
      <span><span class="mark ${TONES[row.state]}">${row.state}</span> <span class="quiet">${row.signedInAt ? html`signed in <kit-time at=${row.signedInAt}></kit-time>` : "never signed in"}</span></span>
      ${own ? html`<span></span>` : this.acts(row)} ${this.asking?.id === row.id ? this.sure(row, this.asking.act) : nothing}
    </li>`;
  }

  private acts(row: Row) {
    const reset = row.state === "disabled" ? "Let in again" : row.state === "invited" ? "New link" : "Reset";
    return html`<span class="acts">
      <button type="button" class="button small" @click=${() => this.ask(row, "reset")}>${reset}<span class="visually-hidden"> ${row.displayName}</span></button>
      ${row.state === "disabled" ? nothing : html`<button type="button" class="button small" @click=${() => this.ask(row, "disable")}>Disable<span class="visually-hidden"> ${row.displayName}</span></button>`}
    </span>`;
  }

  private sure(row: Row, act: Asking["act"]) {
    const what =
      act === "disable"
        ? `${row.displayName} is signed out everywhere at once and cannot sign in any more.`
        : `The password of ${row.displayName} ends and every session with it; a link lets them set another, once.`;
    return html`<div class="sure" role="group" aria-label="Are you sure?" @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.cancel()}>
      <span>${what}</span>
      <button type="button" class="button small ${act === "disable" ? "danger" : "primary"}" data-sure @click=${() => void this.go(row, act)}>${act === "disable" ? "Disable" : "Make the link"}</button>
      <button type="button" class="button small quiet" @click=${() => this.cancel()}>Cancel</button>
    </div>`;
  }

  private linked(link: Invitation) {
    return html`<div class="link">
      <span>Give this link to <b>${link.name}</b>. It works once, until ${exact(link.expiresAt)}, and is shown only now.</span>
      <div>
        <input class="field" readonly aria-label="Link for ${link.name}" .value=${location.origin + link.path} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
        <button type="button" class="button" @click=${() => void this.copy()}>${this.copied ? "Copied" : "Copy"}</button>
      </div>
    </div>`;
  }

  private form() {
    return html`<form class="invite" aria-label="Invite somebody" @submit=${this.invite}>
      <label><span class="label">Name to sign in with</span><input class="field" name="name" required maxlength="80" autocomplete="off" autocapitalize="none" spellcheck="false" /></label>
      <label><span class="label">Name that customers read</span><input class="field" name="displayName" required maxlength="80" autocomplete="off" /></label>
      <label><span class="label">Role</span><select class="field" name="role">${ROLES.map((role) => html`<option value=${role}>${words(role)}</option>`)}</select></label>
      <button type="submit" class="button primary">Invite</button>
    </form>`;
  }

  private ask(row: Row, act: Asking["act"]): void {
    this.asking = { id: row.id, act };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("[data-sure]")?.focus());
  }

  private cancel(): void {
    const id = this.asking?.id;
    this.asking = undefined;
    const name = this.all.value?.accounts.find((row) => row.id === id)?.name ?? "";
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-account="${CSS.escape(name)}"] .acts button`)?.focus());
  }

  private async go(row: Row, act: Asking["act"]): Promise<void> {
    await this.did(async () => {
      const answer = await this.api.post<Invitation | undefined>(`/api/accounts/${row.id}/${act}`);
      if (act === "reset") this.show(answer);
    });
    this.cancel();
  }

  private async appoint(row: Row, field: HTMLSelectElement): Promise<void> {
    const done = await this.did(() => this.api.put(`/api/accounts/${row.id}/role`, { role: field.value as Role }));
    if (!done) field.value = row.role;
  }

  private async invite(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const text = (name: string): string => String(given.get(name)).trim();
    const done = await this.did(async () => this.show(await this.api.post<Invitation>("/api/accounts", { name: text("name"), displayName: text("displayName"), role: text("role") })));
    if (done) form.reset();
  }

  private show(link: Invitation | undefined): void {
    this.copied = false;
    this.link = link;
  }

  private async copy(): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLInputElement>(".link input");
    if (!field) return;
    field.select();
    await navigator.clipboard?.writeText(field.value).then(
      () => (this.copied = true),
      () => undefined, // it is selected: one key copies it
    );
  }

  /** Does it, tells the page, and says why when it was refused. */
  private async did(act: () => Promise<unknown>): Promise<boolean> {
    this.wrong = "";
    try {
      await act();
      this.dispatchEvent(new CustomEvent("changed"));
      return true;
    } catch (failure) {
      this.wrong = reason(failure);
      return false;
    }
  }
}

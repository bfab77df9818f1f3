// One's own account: another password, and where one is signed in.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Account } from "../kit/account.js";
import { Api } from "../kit/api.js";
import { look } from "../kit/look.js";
import { Resource } from "../kit/resource.js";
import { reason } from "../kit/states.js";
import { base, controls, marks } from "../kit/styles.js";
import "../kit/time.js";
import { peopleLook } from "./look.js";
import type { Session } from "./wire.js";

/** Event: `changed`, when something was done. */
@customElement("people-own")
export class Own extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    peopleLook,
    css`
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.3fr);
        gap: 32px;
        align-items: start;
      }
      .rows > li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .others {
        margin-top: 12px;
      }
      @media (max-width: 760px) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  @property({ attribute: false }) account!: Account;
  @state() private wrong = "";
  @state() private said = "";
  @state() private trouble = "";
  private readonly api = new Api();
  private readonly sessions = new Resource(this, () => [] as const, (signal) => this.api.get<{ sessions: Session[] }>("/api/sessions", signal));

  override render() {
    return html`<div class="sides">
      <section aria-labelledby="password">
        <h2 id="password">Your password</h2>
        <form class="card" @submit=${this.change}>
          <input type="text" name="username" autocomplete="username" .value=${this.account.name} hidden readonly />
          <label><span class="label">Password as it is now</span><input class="field" type="password" name="present" autocomplete="current-password" required /></label>
          <label><span class="label">New password, at least 12 characters</span><input class="field" type="password" name="password" autocomplete="new-password" required minlength="12" maxlength="200" /></label>
          <button type="submit" class="button">Change password</button>
          <p class="wrong" role="alert">${this.wrong}</p>
          <p class="said" role="status">${this.said}</p>
        </form>
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">Where you are signed in</h2>
        ${this.sessions.render({ ready: ({ sessions }) => this.list(sessions), failed: "Your sessions could not be loaded." })}
        <p class="wrong" role="alert">${this.trouble}</p>
      </section>
    </div>`;
  }

  private list(sessions: readonly Session[]) {
    return html`<ul role="list" class="rows">
        ${sessions.map(
          (session) => html`<li>
            <div>
              <b>${session.browser || "An unknown browser"}</b> ${session.current ? html`<span class="mark done">this device</span>` : nothing}<br />
              <span class="quiet">${session.network ? `from ${session.network}, ` : ""}since <kit-time at=${session.createdAt}></kit-time>, last used <kit-time at=${session.seenAt}></kit-time></span>
            </div>
            ${session.current ? nothing : html`<button type="button" class="button small" @click=${() => void this.end(`/api/sessions/${session.id}`)}>End<span class="visually-hidden"> the session of ${session.browser || "an unknown browser"}</span></button>`}
          </li>`,
        )}
      </ul>
      ${sessions.length > 1 ? html`<button type="button" class="button small others" @click=${() => void this.end("/api/sessions")}>End all others</button>` : nothing}`;
  }

  private async end(path: string): Promise<void> {
    this.trouble = "";
    try {
      await this.api.delete(path);
    } catch (failure) {
      this.trouble = reason(failure);
    }
    await this.sessions.reload();
    this.dispatchEvent(new CustomEvent("changed"));
  }

  private async change(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    this.wrong = this.said = "";
    try {
      await this.api.post("/api/session/password", { present: given.get("present"), password: given.get("password") });
      form.reset();
      this.said = "Changed. You are signed out everywhere else.";
      await this.sessions.reload();
    } catch (failure) {
      this.wrong = reason(failure);
    }
    this.dispatchEvent(new CustomEvent("changed"));
  }
}

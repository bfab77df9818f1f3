// The operator's page: the snippet with the actual values, and for admins whether it works.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { mayMerchandise, mayServe, type Account } from "../kit/account.js";
import { Api } from "../kit/api.js";
import { count } from "../kit/format.js";
import { icon } from "../kit/icons.js";
import { look } from "../kit/look.js";
import { Resource } from "../kit/resource.js";
import { base, controls, marks } from "../kit/styles.js";
import "../kit/time.js";
import { policy, snippet, withOrigin } from "./snippet.js";

interface Asked {
  readonly origin: string;
  readonly allowed: boolean;
  readonly times: number;
  readonly lastAt: string;
}

interface Setup {
  readonly address: string;
  readonly addressSet: boolean;
  readonly origins: readonly string[];
  readonly asked: readonly Asked[];
  readonly identities: boolean;
  readonly strangeProxy?: string | null;
}

const EVERY = 4_000;

@customElement("start-app")
export class StartApp extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    css`
      :host {
        display: block;
      }
      main {
        display: grid;
        gap: 32px;
        width: min(760px, 100%);
        margin: 0 auto;
        padding: 40px 16px 64px;
      }
      .brand {
        color: var(--of-text-2);
        font-weight: 700;
      }
      h1 {
        margin-top: 4px;
        font-size: var(--of-text-2xl);
        letter-spacing: -0.02em;
      }
      header p + p {
        margin-top: 8px;
      }
      header nav {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 16px;
      }
      h2 {
        margin-bottom: 8px;
        font: 650 var(--of-text-l) / 1.3 var(--of-font);
      }
      section > p {
        margin-bottom: 8px;
      }
      .code {
        position: relative;
      }
      pre {
        margin: 0;
        padding: 14px 16px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        color: var(--of-text);
        font: var(--of-text-s) / 1.6 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .code .button {
        margin-top: 8px;
      }
      code {
        padding: 1px 5px;
        border-radius: 4px;
        background: var(--of-surface-2);
        font: 0.9em / 1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
        overflow-wrap: anywhere;
      }
      .checks {
        display: grid;
        gap: 8px;
      }
      .checks li {
        display: grid;
        grid-template-columns: 88px minmax(0, 1fr);
        gap: 4px 12px;
        justify-items: start;
        align-items: start;
        padding: 12px 16px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        font-size: var(--of-text-s);
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) account: Account | null = null;
  @state() private copied = "";
  private readonly api = new Api();
  private readonly setup = new Resource(this, () => [this.account?.role === "admin"] as const, (admin, signal) => (admin ? this.api.get<Setup>("/api/site", signal) : new Promise<Setup>(() => {})));
  private watching: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.watching = setInterval(() => this.account?.role === "admin" && document.visibilityState === "visible" && void this.setup.reload(), EVERY);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.watching);
  }

  override render() {
    const address = this.setup.value?.address ?? location.origin;
    return html`<main>
      <header>
        <p class="brand">Outfitter</p>
        <h1>The chat of your shop is served here</h1>
        <p>Put it on the shop's own pages with the two lines below; your people answer at the desk.</p>
        ${this.doors()}
      </header>
      <section aria-labelledby="snippet">
        <h2 id="snippet">On the shop's pages</h2>
        <p>Before <code>&lt;/body&gt;</code>, on every page that shall have the chat.</p>
        ${this.code("snippet", snippet(address))}
      </section>
      ${this.account?.role === "admin" ? this.checks() : nothing}
      <section aria-labelledby="policy">
        <h2 id="policy">If the shop has a Content Security Policy</h2>
        <p>Add these to the sources that it lists already. No inline style or script is needed.</p>
        ${this.code("policy", policy(address))}
      </section>
    </main>`;
  }

  private doors() {
    const { account } = this;
    if (!account) return html`<nav aria-label="Staff"><a class="button primary" href="/signin?from=/">Sign in</a></nav>`;
    return html`<nav aria-label="Staff">
      ${mayServe(account) ? html`<a class="button" href="/desk">Desk</a>` : nothing} ${mayMerchandise(account) ? html`<a class="button" href="/studio">Studio</a>` : nothing}
      <a class="button" href="/people">${account.role === "admin" ? "People" : "Your account"}</a>
    </nav>`;
  }

  private code(name: string, text: string) {
    return html`<div class="code">
      <pre tabindex="0" role="region" aria-label=${name}>${text}</pre>
      <button type="button" class="button small" @click=${() => void this.copy(name, text)}>${this.copied === name ? "Copied" : "Copy"}<span class="visually-hidden"> the ${name}</span></button>
    </div>`;
  }

  private checks() {
    return html`<section aria-labelledby="checks">
      <h2 id="checks">Does it work?</h2>
      <p class="quiet">Open a page of the shop and look here; this list keeps itself up to date.</p>
      <div role="status">${this.setup.render({ ready: (setup) => html`<ul role="list" class="checks">${this.origins(setup)} ${this.address(setup)} ${this.proxy(setup)} ${this.identities(setup)}</ul>`, failed: "What works could not be found out." })}</div>
    </section>`;
  }

  private origins(setup: Setup) {
    const never = setup.origins.filter((each) => !setup.asked.some((asked) => asked.allowed && asked.origin === each));
    return html`${setup.asked
        .filter((asked) => !asked.allowed)
        .map((asked) =>
          this.check(
            "problem",
            "refused",
            html`Origin <b>${asked.origin}</b> was refused ${count(asked.times, "time", "times")}, last <kit-time at=${asked.lastAt}></kit-time>. If it is your shop's, add it to <code>OUTFITTER_ORIGINS</code> and restart:
              <code>OUTFITTER_ORIGINS=${withOrigin(setup.origins, asked.origin)}</code>`,
          ),
        )}
      ${setup.asked.filter((asked) => asked.allowed).map((asked) => this.check("done", "works", html`Pages of <b>${asked.origin}</b> have asked ${count(asked.times, "time", "times")}, last <kit-time at=${asked.lastAt}></kit-time>.`))}
      ${never.map((origin) => this.check("", "waits", html`<b>${origin}</b> is allowed and has not asked since the start.`))}
      ${setup.origins.length + setup.asked.length === 0 ? this.check("", "waits", html`No other origin is allowed yet: <code>OUTFITTER_ORIGINS=https://your-shop.example</code>`) : nothing}`;
  }

  private address(setup: Setup) {
    if (!setup.addressSet) return this.check("waiting", "guess", html`The address is the one that you used, ${setup.address}. Behind a proxy set <code>OUTFITTER_PUBLIC_URL</code>.`);
    return setup.address === location.origin
      ? this.check("done", "works", html`<code>OUTFITTER_PUBLIC_URL</code> is ${setup.address}, where you are now.`)
      : this.check("waiting", "differs", html`<code>OUTFITTER_PUBLIC_URL</code> is ${setup.address}, and you are at ${location.origin}.`);
  }

  private proxy(setup: Setup) {
    if (!setup.strangeProxy) return nothing;
    return this.check("problem", "proxy", html`${setup.strangeProxy} passes requests of others on and is not believed, so that limits count all visitors as one. If it is your proxy: <code>OUTFITTER_TRUSTED_PROXIES=${setup.strangeProxy}</code>`);
  }

  private identities(setup: Setup) {
    return setup.identities
      ? this.check("done", "works", html`The shop can say who is signed in: <code>OUTFITTER_IDENTITY_SECRET</code> is set.`)
      : this.check("", "off", html`The shop cannot say who is signed in. Set <code>OUTFITTER_IDENTITY_SECRET</code> to a long random text that the shop's server knows too.`);
  }

  private check(tone: string, word: string, text: unknown) {
    return html`<li><span class="mark ${tone}">${tone === "done" ? icon("done") : tone === "problem" ? icon("problem") : nothing}${word}</span> <span>${text}</span></li>`;
  }

  private async copy(name: string, text: string): Promise<void> {
    await navigator.clipboard?.writeText(text).then(
      () => (this.copied = name),
      () => undefined,
    );
  }
}

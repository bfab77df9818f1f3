// <outfitter-chat>: the launcher, the panel, and all that belongs to a place on somebody else's page: focus, keyboard, language,
// the size of the screen.
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { Api } from "../kit/api.js";
import { base, buttons } from "../kit/styles.js";
import { tokens } from "../kit/tokens.js";
import { accentSheet } from "./accent.js";
import { Cards } from "./cards.js";
import { icon } from "./icons.js";
import { answers, dots, ghosts, header, home, strip } from "./parts.js";
import type { Phone } from "./phone.js";
import { Session, type IdentitySource } from "./session.js";
import { stream } from "./stream.js";
import { styles } from "./styles.js";
import { counted, fill, textsFor, type Texts } from "./texts/texts.js";

const PHONE = "(max-width: 560px)";
const SHOWN_AT_FIRST = 50;
const LONGEST = 4_000;
/** Closer to the end than this counts as reading the newest message. */
const AT_END = 48;
const GHOST_AFTER = 150;

/** Where the script came from is where the server is. */
const HOME = new URL(".", import.meta.url).href.replace(/\/$/, "");

/** An attribute is text: a JWT as it is, the pair as JSON, nothing for nobody. */
const wordIn = (text: string): IdentitySource => (text.startsWith("{") ? (JSON.parse(text) as IdentitySource) : text || null);

/**
 * The chat of a shop's site.
 *
 * Attributes: `shop` (its name), `lang`, `theme` (light, dark; else the visitor's own), `accent` (a colour, #rrggbb), `side`
 * (left, right), `identity` (the signed word about who is signed in, also as JSON; remove it after sign-out).
 * CSS: custom properties `--of-*`, `--outfitter-edge`, `--outfitter-layer`; parts `launcher`, `panel`, `header`, `group`,
 * `bubble`, `cards`, `card`, `composer`.
 * Properties and methods: `identity`, `identify(identity)`, `logout()`, `show()`, `hide()`, `say(text)`, `write(text)`, `token()`, `known`.
 * Events: `outfitter-open`, `outfitter-close`, `outfitter-visitor` (the visitor is somebody else now, or has just signed in); on
 * the document `outfitter-cart` when the cart changed in the chat. A page without a reference may dispatch `outfitter-identity`
 * on the document, with the identity, or null after sign-out, as its detail.
 */
export class OutfitterChat extends LitElement {
  static override styles = [tokens, base, buttons, styles];
  // Declared by hand: the decorators would cost half a kilobyte.
  static override properties = {
    shop: {},
    accent: {},
    identity: { noAccessor: true },
    opened: { state: true },
    draft: { state: true },
    shown: { state: true },
    below: { state: true },
    ghosts: { state: true },
  };
  shop = "";
  accent = "";
  private opened = false;
  private draft = "";
  private shown = SHOWN_AT_FIRST;
  private below = false;
  private ghosts = false;

  readonly base = HOME;
  private readonly cards = new Cards(this);
  private lookedForOtherApp = false;
  private otherApp: Phone | undefined;
  private session = this.newSession();
  private given: IdentitySource | undefined;
  private readonly phone = matchMedia(PHONE);
  private atEnd = true;
  private listening: AbortController | undefined;

  /** Who is signed in: the shop's signed word, a function that fetches it, or null for nobody. */
  get identity(): IdentitySource | undefined {
    return this.given;
  }

  set identity(identity: IdentitySource | undefined) {
    this.given = typeof identity === "string" ? wordIn(identity) : identity;
    if (this.given !== undefined) void this.session.identify(this.given);
  }

  /** Says who is signed in: the shop's signed word, or a function that fetches a fresh one. */
  identify(identity: IdentitySource): void {
    this.identity = identity;
  }

  /** Nobody is signed in any more: nothing of who was stays in this browser. */
  logout(): void {
    this.identity = null;
  }

  get texts(): Texts {
    return textsFor(this.tag);
  }

  get tag(): string {
    return this.lang || document.documentElement.lang || "en";
  }

  /** True when this browser has a visitor already, so that asking for a token makes nothing new. */
  get known(): boolean {
    return this.session.store.visitor !== undefined || (this.given !== undefined && this.given !== null);
  }

  /** A bearer token for the shop's API in the name of whoever chats here; `refused` when the last one was. */
  token(refused = false): Promise<string> {
    return this.session.token(refused);
  }

  show(): void {
    if (this.opened) return;
    this.opened = true;
    this.session.store.open = true;
    void this.session
      .start()
      .then(() => this.lookForOtherApp())
      .catch(() => undefined);
    this.dispatchEvent(new CustomEvent("outfitter-open", { bubbles: true, composed: true }));
  }

  hide(): void {
    if (!this.opened) return;
    const inside = this.shadowRoot?.activeElement;
    this.opened = false;
    this.session.store.open = false;
    this.session.look(false);
    if (inside) void this.updateComplete.then(() => this.inner<HTMLElement>(".launcher").focus());
    this.dispatchEvent(new CustomEvent("outfitter-close", { bubbles: true, composed: true }));
  }

  /** Says something in the customer's name, as a button on the page might ("Ask about this product"). */
  say(text: string): void {
    this.show();
    this.session.say(text);
    this.atEnd = true;
  }

  /** Opens with the beginning of a message for the customer to finish. */
  write(text: string): void {
    this.draft = text;
    this.show();
    void this.updateComplete.then(() => {
      this.field.focus();
      this.field.setSelectionRange(text.length, text.length);
    });
  }

  /** @internal */
  focusComposer(): void {
    void this.updateComplete.then(() => (this.renderRoot.querySelector("textarea") ?? this.inner<HTMLElement>("h2")).focus());
  }

  /** @internal */
  leaving(): void {
    if (this.phone.matches) this.hide();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const listening = (this.listening = new AbortController());
    const { signal } = listening;
    if (!this.session.alive) this.session = this.newSession();
    document.addEventListener("outfitter-identity", (event) => (this.identity = (event as CustomEvent<IdentitySource>).detail), { signal });
    addEventListener("online", () => this.session.network(true), { signal });
    addEventListener("offline", () => this.session.network(false), { signal });
    document.addEventListener("visibilitychange", () => this.visible(), { signal });
    this.phone.addEventListener("change", () => this.place(), { signal });
    for (const kind of ["resize", "scroll"]) visualViewport?.addEventListener(kind, () => this.fit(), { signal });
    if (this.given !== undefined) void this.session.identify(this.given);
    if (this.session.store.open && !this.phone.matches) this.show();
    else whenIdle(() => this.takeUp());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening?.abort();
    this.session.stop();
  }

  override render() {
    const { texts, opened } = this;
    const unread = this.session.unread;
    const news = unread ? counted(texts.unread, unread, this.tag) : "";
    return html`<button
        class="launcher"
        part="launcher"
        type="button"
        aria-label=${opened ? texts.close : [texts.launcher, news].filter(Boolean).join(", ")}
        aria-expanded=${opened}
        aria-haspopup="dialog"
        @click=${() => (opened ? this.hide() : this.show())}
      >
        ${icon(opened ? "down" : "chat")} ${unread ? html`<span class="count" aria-hidden="true">${unread > 99 ? "99+" : unread}</span>` : nothing}
      </button>
      <div class="visually-hidden" role="status" aria-live="polite">${news}</div>
      <dialog part="panel" aria-label=${fill(texts.dialog, { shop: this.shopName })} @cancel=${this.cancelled} @keydown=${this.key}>
        ${opened ? this.inside() : nothing}
      </dialog>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("accent")) this.colour();
    if (changed.has("opened" as never) && this.opened !== this.panel.open) {
      this.place();
      if (this.opened) this.opening();
    }
    if (this.opened && this.atEnd) this.toEnd();
    if (this.opened) this.renderRoot.querySelectorAll(".row").forEach((row) => edges(row));
  }

  private inside(): TemplateResult {
    const messages = this.session.transcript.messages;
    const empty = messages.length === 0;
    return html`${header(this.texts, this.shop, this.session.holding, this.otherApp, () => this.hide())} ${strip(this.texts, this.tag, this.session.holding)}
      <div class="scroll" tabindex="0" role="region" aria-label=${this.texts.log} @scroll=${this.scrolled}>
        ${empty && !this.session.caughtUp ? (this.ghosts ? ghosts() : nothing) : nothing} ${empty && this.session.caughtUp ? home(this.texts, this.choose) : nothing}
        <div role="log" aria-live="polite" aria-relevant="additions" aria-label=${this.texts.log}>
          ${messages.length > this.shown
            ? html`<p class="earlier"><button type="button" @click=${this.earlier}>${this.texts.earlier}</button></p>`
            : nothing}
          ${stream(messages.slice(-this.shown), { texts: this.texts, tag: this.tag, cards: this.cards, retry: (key) => this.session.retry(key) })}
          ${this.session.typing ? dots(this.texts, this.session.holding) : nothing}
        </div>
        ${answers(this.texts, this.session.transcript, this.choose)}
      </div>
      ${this.below
        ? html`<button class="newest" type="button" @click=${() => this.toEnd(true)}>${icon("down")}${this.texts.newest}</button>`
        : nothing}
      <div role="status">${this.session.cut ? html`<p class="strip quiet">${navigator.onLine ? this.texts.reconnecting : this.texts.offline}</p>` : nothing}</div>
      ${this.otherApp?.open ? this.otherApp.form() : this.composer()}`;
  }

  private composer(): TemplateResult {
    const { texts } = this;
    const empty = this.draft.trim() === "";
    return html`<form part="composer" @submit=${this.submit}>
      <textarea
        rows="1"
        maxlength=${LONGEST}
        aria-label=${texts.placeholder}
        placeholder=${texts.placeholder}
        enterkeyhint="send"
        autocomplete="off"
        .value=${this.draft}
        @input=${this.typed}
        @keydown=${this.enter}
      ></textarea>
      <button class="send" aria-label=${texts.send} aria-disabled=${empty}>${icon("send")}</button>
    </form>`;
  }

  private get panel(): HTMLDialogElement {
    return this.inner("dialog");
  }

  private get field(): HTMLTextAreaElement {
    return this.inner("textarea");
  }

  private get scroller(): HTMLElement {
    return this.inner(".scroll");
  }

  private inner<T extends Element>(selector: string): T {
    return this.renderRoot.querySelector(selector) as T;
  }

  private get shopName(): string {
    return this.shop || location.hostname;
  }

  private newSession(): Session {
    return new Session(HOME, {
      changed: () => this.sessionChanged(),
      replaced: () => {
        this.cards.clear();
        this.otherApp?.clear();
        this.dispatchEvent(new CustomEvent("outfitter-visitor", { bubbles: true, composed: true }));
      },
    });
  }

  private sessionChanged(): void {
    if (!this.opened) this.takeUp();
    this.requestUpdate();
  }

  /** Whoever chatted before hears of news without opening the panel. */
  private takeUp(): void {
    if (this.isConnected && this.session.returning) void this.session.start();
  }

  /** Where a shop has an app that goes by telephone numbers, the form for it is fetched; without an answer there is none. */
  private async lookForOtherApp(): Promise<void> {
    if (this.lookedForOtherApp) return;
    this.lookedForOtherApp = true;
    const api = new Api({ base: HOME, token: (refused) => this.token(refused) });
    const { services } = await api.get<{ services: string[] }>("/api/site/phone").catch(() => ({ services: [] as string[] }));
    if (!services[0]) return;
    const { Phone } = (await import(`${HOME}/widget-phone.js`)) as typeof import("./phone.js");
    this.otherApp = new Phone(this, services[0]);
    this.requestUpdate();
  }

  private opening(): void {
    this.atEnd = true;
    this.ghosts = false;
    setTimeout(() => (this.ghosts = true), GHOST_AFTER);
    this.session.look(document.visibilityState === "visible");
    if (this.phone.matches) this.inner<HTMLElement>("h2").focus();
    else this.field.focus();
  }

  /** Beside the page on a large screen; on a phone in front of it, with the focus kept inside. */
  private place(): void {
    if (this.panel.open) this.panel.close();
    if (!this.opened) return;
    if (this.phone.matches) this.panel.showModal();
    else this.panel.show();
    this.fit();
  }

  /** The sheet is what the keyboard leaves of the screen. */
  private fit(): void {
    const view = visualViewport;
    if (!view || !this.opened) return;
    const keyboard = innerHeight - view.height > 120;
    this.panel.style.setProperty("--view-height", `${view.height}px`);
    this.panel.style.setProperty("--view-top", `${view.offsetTop}px`);
    if (keyboard) this.panel.style.setProperty("--view-bottom", "0px");
    else this.panel.style.removeProperty("--view-bottom");
    if (this.atEnd) this.toEnd();
  }

  private colour(): void {
    const root = this.shadowRoot;
    if (!root) return;
    const own = root.adoptedStyleSheets.filter((sheet) => sheet !== this.coloured);
    this.coloured = accentSheet(this.accent);
    root.adoptedStyleSheets = this.coloured ? [...own, this.coloured] : own;
  }

  private coloured: CSSStyleSheet | undefined;

  private visible(): void {
    const visible = document.visibilityState === "visible";
    if (visible) this.session.network(true);
    if (this.opened) this.session.look(visible);
  }

  private readonly choose = (text: string): void => {
    this.session.say(text);
    this.atEnd = true;
    if (this.phone.matches) this.scroller.focus({ preventScroll: true });
    else this.field.focus();
  };

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.draft.trim();
    if (!text) return;
    this.draft = "";
    this.atEnd = true;
    this.session.say(text);
    this.field.focus();
  }

  private enter(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
  }

  private typed(): void {
    this.draft = this.field.value;
    if (this.draft.trim()) this.session.typed();
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Escape") this.cancelled(event);
  }

  private cancelled(event: Event): void {
    event.preventDefault();
    this.hide();
  }

  private scrolled(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.atEnd = scrollHeight - scrollTop - clientHeight < AT_END;
    this.below = !this.atEnd;
  }

  private toEnd(smooth = false): void {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  private earlier(): void {
    const { scrollHeight, scrollTop } = this.scroller;
    this.shown += SHOWN_AT_FIRST;
    this.atEnd = false;
    void this.updateComplete.then(() => (this.scroller.scrollTop = scrollTop + this.scroller.scrollHeight - scrollHeight));
  }
}

/** Shows the arrows only towards cards that are out of sight. */
function edges(row: Element): void {
  const update = () => {
    row.parentElement?.classList.toggle("more-back", row.scrollLeft > 8);
    row.parentElement?.classList.toggle("more-on", row.scrollLeft + row.clientWidth < row.scrollWidth - 8);
  };
  update();
  (row as HTMLElement).onscroll = update;
}

function whenIdle(act: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: 2_000 });
  else setTimeout(act, 300);
}

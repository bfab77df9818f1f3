// The studio: find a product, see what goes with it and why, decide otherwise, see the effect, publish.
import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import "../../kit/bar.js";
import { later } from "../../kit/clock.js";
import { look } from "../../kit/look.js";
import "../../kit/states.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Studio } from "../model/studio.js";
import { Imports } from "../model/imports.js";
import { Todos } from "../model/todos.js";
import { Ranking } from "../model/ranking.js";
import { Training } from "../model/training.js";
import { Workshop } from "../model/workshop.js";
import { appLook } from "./app-look.js";
import "./finder.js";
import "./import.js";
import "./product.js";
import "./publish.js";
import "./rule-room.js";
import "./rules.js";
import "./set-room.js";
import { panes } from "./studio-look.js";
import "./todos.js";
import "./training-room.js";

type Section = "merchandising" | "rules" | "sets" | "training";
type Pane = "find" | "lists" | "rules";

const TITLES: Readonly<Record<Section, string>> = { merchandising: "Studio", rules: "Rules", sets: "Sets", training: "Training room" };

const isRoom = (name: string): name is Section => name !== "merchandising" && name in TITLES;

@customElement("studio-app")
export class StudioApp extends LitElement {
  static override styles = [base, controls, marks, look, panes, appLook];
  @property({ attribute: false }) studio!: Studio;
  @state() private section: Section = "merchandising";
  @state() private pane: Pane = "find";
  /** Which part of the training room is open. */
  @state() private place: "language" | "ranking" = "language";
  private rooms: Training | undefined;
  private readonly ranking = new Ranking();
  private bench: Workshop | undefined;
  private listed: Todos | undefined;
  private readonly imports = new Imports(() => this.studio.imported());
  private readonly watching = new Watching(this, () => [this.studio, this.workshop, this.listed]);
  private readonly patience = later(this);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.followAddress);
    window.addEventListener("popstate", this.followAddress);
    window.addEventListener("keydown", this.pressed);
    window.addEventListener("focus", this.refresh);
    this.followAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.followAddress);
    window.removeEventListener("popstate", this.followAddress);
    window.removeEventListener("keydown", this.pressed);
    window.removeEventListener("focus", this.refresh);
  }

  private get workshop(): Workshop {
    return (this.bench ??= new Workshop(this.studio));
  }

  private get todos(): Todos {
    if (!this.listed) {
      this.listed = new Todos(this.studio);
      void this.listed.load();
    }
    return this.listed;
  }

  override render() {
    void this.watching;
    return html`<kit-bar .account=${this.studio.account} here="studio">${this.sections()}</kit-bar> ${this.room()}`;
  }

  private sections() {
    return html`<nav class="sections" aria-label="Sections of the studio">
      <a href="#" aria-current=${this.section === "merchandising" ? "page" : nothing} @click=${this.toMerchandising}>Products</a>
      <a href="#rules" aria-current=${this.section === "rules" ? "page" : nothing}>Rules</a>
      <a href="#sets" aria-current=${this.section === "sets" ? "page" : nothing}>Sets</a>
      <a href="#training" aria-current=${this.section === "training" ? "page" : nothing}>Training<span class="long"> room</span></a>
    </nav>`;
  }

  private room() {
    if (this.section === "training") return this.training();
    if (this.section === "merchandising") return this.merchandising();
    const rules = this.section === "rules";
    return html`<main class="room" aria-label=${rules ? "Rules" : "Sets"}>
      <h1 class="visually-hidden">Studio: ${rules ? "the rules that move suggestions" : "sets curated by hand"}</h1>
      ${rules ? html`<studio-rule-room .workshop=${this.workshop}></studio-rule-room>` : html`<studio-set-room .workshop=${this.workshop}></studio-set-room>`}
    </main>`;
  }

  private training() {
    this.rooms ??= new Training(this.studio.account.displayName);
    return html`<main class="room" aria-label="Training room">
      <h1 class="visually-hidden">Training room: ${this.place === "ranking" ? "what is suggested, and how well" : "what customers wrote, and what it means"}</h1>
      <studio-training-room .training=${this.rooms} .ranking=${this.ranking} .place=${this.place}></studio-training-room>
    </main>`;
  }

  private merchandising() {
    return html`<nav class="panes" aria-label="Columns">
        ${this.paneButton("find", "Find")} ${this.paneButton("lists", this.studio.detail.value?.product.title ?? "Product")} ${this.paneButton("rules", "Rules, publish", this.todos.open.length)}
      </nav>
      <main aria-label="Studio" data-pane=${this.pane}>
        <h1 class="visually-hidden">Studio: what goes with what</h1>
        <studio-finder .studio=${this.studio} @chosen=${(event: CustomEvent<string>) => this.open(event.detail)}></studio-finder>
        <section class="middle" aria-label="What goes with it">${this.middle()}</section>
        <aside class="side" aria-label="Rules and publishing">
          <studio-publish .studio=${this.studio}></studio-publish>
          <studio-todos .todos=${this.todos}></studio-todos>
          <studio-rules .studio=${this.studio}></studio-rules>
          <studio-import .imports=${this.imports}></studio-import>
        </aside>
      </main>`;
  }

  /** @param waiting how much is to do there */
  private paneButton(name: Pane, label: string, waiting = 0) {
    return html`<button type="button" class="line" aria-pressed=${this.pane === name ? "true" : "false"} @click=${() => (this.pane = name)}>${label}${waiting > 0 ? html` <span class="mark waiting">${waiting}<span class="visually-hidden"> to do</span></span>` : nothing}</button>`;
  }

  private middle() {
    const { detail, product } = this.studio;
    if (!product) {
      return html`<div class="empty"><kit-empty heading="Choose a product" hint="See what the desk suggests with it, what is a step up, and why. Press / to search."></kit-empty></div>`;
    }
    if (detail.value) {
      return html`${detail.state === "failed" ? html`<kit-offline @retry=${() => this.studio.loadDetail()}></kit-offline>` : nothing} <studio-product .studio=${this.studio} .workshop=${this.workshop} .detail=${detail.value}></studio-product>`;
    }
    if (detail.state === "failed") {
      return html`<kit-failed what="This product could not be loaded." .failure=${detail.failure} @retry=${() => this.studio.loadDetail()}></kit-failed>`;
    }
    return this.patience.over ? html`<kit-skeleton lines="12"></kit-skeleton>` : nothing;
  }

  private open(product: string): void {
    if (location.hash !== `#${product}`) history.pushState(null, "", `#${encodeURIComponent(product)}`);
    this.pane = "lists";
    this.patience.restart();
    void this.studio.choose(product);
  }

  private readonly followAddress = (): void => {
    const product = decodeURIComponent(location.hash.slice(1));
    const [room = "", rule] = product.split("/");
    this.section = isRoom(room) ? room : "merchandising";
    this.place = this.section === "training" && rule === "ranking" ? "ranking" : "language";
    document.title = `${TITLES[this.section]} · Outfitter`;
    void this.workshop.open();
    if (this.section === "rules" && rule) void this.studio.ready().then(() => this.workshop.choose(rule));
    if (this.section !== "merchandising") return;
    if (product && product !== this.studio.product) this.open(product);
  };

  private readonly toMerchandising = (event: Event): void => {
    event.preventDefault();
    const product = this.studio.product;
    history.pushState(null, "", product ? `#${encodeURIComponent(product)}` : location.pathname);
    this.followAddress();
  };

  /** Whoever comes back to this window sees what colleagues did meanwhile. */
  private readonly refresh = (): void => {
    this.studio.refresh();
    void this.listed?.load();
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    const typing = target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (this.section !== "merchandising" || event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.pane = "find";
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("studio-finder")?.focus());
  };
}

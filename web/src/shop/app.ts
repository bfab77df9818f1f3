// The frame around the views: demo bar, head, the view that the address names, foot.
import { LitElement, css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Resource } from "../kit/resource.js";
import type { Category } from "../kit/shop.js";
import { base, controls } from "../kit/styles.js";
import { categories } from "./api.js";
import "./articles.js";
import { basket } from "./basket.js";
import "./cart.js";
import "./demo-bar.js";
import "./header.js";
import "./home.js";
import { lineage } from "./parts.js";
import "./product.js";
import { Router, to, type Route } from "./routes.js";
import "./shelf.js";
import { shared } from "./styles.js";

const NAME = "Ridge & Ramble";

@customElement("shop-app")
export class App extends LitElement {
  static override styles = [
    base,
    controls,
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100dvh;
      }
      header {
        display: contents;
      }
      main {
        flex: 1;
        outline: none;
      }
      footer {
        padding: var(--of-space-4) 0 96px;
        border-top: 1px solid var(--of-line);
        background: var(--of-surface);
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
      footer .wide {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--of-space-1) var(--of-space-4);
      }
      footer nav {
        display: flex;
        gap: var(--of-space-2);
      }
      footer a {
        color: inherit;
      }
      .skip {
        position: absolute;
        z-index: 30;
        left: var(--of-space-2);
        top: var(--of-space-1);
      }
      .skip:not(:focus) {
        clip-path: inset(50%);
      }
    `,
  ];
  @state() private route: Route = { view: "home" };
  @query("main") private main!: HTMLElement;
  private readonly all = new Resource(this, () => [] as const, () => categories());
  private readonly router = new Router((route, arrived) => void this.turn(route, arrived));

  override connectedCallback(): void {
    super.connectedCallback();
    basket.start();
    this.router.start();
  }

  override render() {
    const shelves = this.all.value ?? [];
    return html`<nav aria-label="Skip"><a class="button skip" href="#main" @click=${this.skip}>Skip to the content</a></nav>
      <shop-demo-bar></shop-demo-bar>
      <header aria-label="Shop"><shop-header .categories=${shelves} .route=${this.route} @search=${(event: CustomEvent<string>) => this.router.go(to.search(event.detail))}></shop-header></header>
      <main id="main" aria-label="Shop" tabindex="-1">${this.all.failure && !this.all.value ? this.closed() : this.view(shelves)}</main>
      <footer>
        <div class="wide">
          <span>${NAME} is the demo shop of Outfitter. Its products and its customers are invented.</span>
          <nav aria-label="Foot"><a href="/articles">Help</a><a href="/cart">Cart</a></nav>
        </div>
      </footer>`;
  }

  protected override updated(): void {
    if (this.heading) document.title = this.heading;
  }

  private view(shelves: readonly Category[]) {
    const { route } = this;
    switch (route.view) {
      case "home":
        return html`<shop-home .categories=${shelves}></shop-home>`;
      case "category":
        return html`<shop-shelf .categories=${shelves} category=${route.id} text=""></shop-shelf>`;
      case "search":
        return html`<shop-shelf .categories=${shelves} category="" text=${route.text}></shop-shelf>`;
      case "product":
        return html`<shop-product .categories=${shelves} product=${route.id}></shop-product>`;
      case "cart":
        return html`<shop-cart></shop-cart>`;
      case "articles":
        return html`<shop-articles></shop-articles>`;
      case "article":
        return html`<shop-article article=${route.id}></shop-article>`;
      case "missing":
        return html`<h1 class="visually-hidden">Not found</h1><kit-empty heading="There is nothing at this address" hint="It may have moved."><a class="button primary" href="/">To the shop</a></kit-empty>`;
    }
  }

  private closed() {
    return html`<h1 class="visually-hidden">${NAME}</h1>
      ${this.all.render({ ready: () => nothing, failed: "The shop could not be loaded." })}`;
  }

  /** The page's title; empty where the view knows it better. */
  private get heading(): string {
    const { route } = this;
    if (route.view === "category") return `${lineage(this.all.value ?? [], route.id).at(-1)?.name ?? "Products"} · ${NAME}`;
    if (route.view === "search") return `“${route.text}” · ${NAME}`;
    if (route.view === "cart") return `Cart · ${NAME}`;
    if (route.view === "articles") return `Help · ${NAME}`;
    if (route.view === "product" || route.view === "article") return "";
    return route.view === "home" ? `${NAME}: gear for the long way round` : NAME;
  }

  /** Shows another view; keyboards and screen readers begin at its start. */
  private async turn(route: Route, arrived: () => void): Promise<void> {
    this.route = route;
    await this.updateComplete;
    if (this.hasUpdated && document.activeElement !== document.body) this.main.focus({ preventScroll: true });
    requestAnimationFrame(() => requestAnimationFrame(arrived));
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.main.focus();
  }
}

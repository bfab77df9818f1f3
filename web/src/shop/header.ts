// The shop's head: name, categories, search, cart; on a phone the categories and the search fold into a menu.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Category } from "../kit/shop.js";
import { base, controls } from "../kit/styles.js";
import { basket } from "./basket.js";
import { children, icon } from "./parts.js";
import { to, type Route } from "./routes.js";

/** Event `search` with the text as its detail. */
@customElement("shop-header")
export class Header extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        position: sticky;
        z-index: 20;
        top: 0;
        border-bottom: 1px solid var(--of-line);
        background: var(--of-surface);
      }
      .head {
        display: flex;
        align-items: center;
        gap: var(--of-space-2);
        width: min(1240px, 100% - 2 * var(--of-space-2));
        min-height: 64px;
        margin-inline: auto;
      }
      .logo {
        display: flex;
        align-items: center;
        gap: 10px;
        color: var(--of-text);
        font-size: 1.25rem;
        font-weight: 750;
        letter-spacing: -0.02em;
        text-decoration: none;
        white-space: nowrap;
      }
      .logo img {
        width: 32px;
        height: 32px;
      }
      nav.top {
        display: flex;
        width: min(1240px, 100% - 2 * var(--of-space-2));
        margin: -8px auto 0;
      }
      .shelf {
        position: relative;
      }
      .shelf > a {
        display: flex;
        align-items: center;
        min-height: 44px;
        padding: 0 12px;
        color: var(--of-text);
        font-weight: 600;
        text-decoration: none;
        white-space: nowrap;
      }
      .shelf:first-child > a {
        margin-left: -12px;
      }
      .shelf > a[aria-current] {
        box-shadow: inset 0 -3px var(--of-accent);
      }
      .shelf > ul {
        position: absolute;
        top: calc(100% - 2px);
        left: -8px;
        visibility: hidden;
        min-width: 208px;
        margin: 0;
        padding: 8px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        box-shadow: var(--of-shadow-2);
        opacity: 0;
        list-style: none;
        transition:
          opacity var(--of-quick),
          visibility var(--of-quick);
      }
      .shelf:hover > ul,
      .shelf:focus-within > ul {
        visibility: visible;
        opacity: 1;
      }
      .shelf li a,
      .menu li a {
        display: flex;
        justify-content: space-between;
        gap: var(--of-space-2);
        padding: 8px;
        border-radius: var(--of-radius-s);
        color: var(--of-text);
        text-decoration: none;
      }
      li a:hover {
        background: var(--of-surface-2);
      }
      li span {
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
      form {
        display: flex;
        flex: 1;
        justify-content: center;
        margin: 0;
      }
      .search {
        position: relative;
        width: min(420px, 100%);
      }
      .search .field {
        padding-left: 40px;
        border-radius: var(--of-radius-round);
        background: var(--of-ground);
      }
      .search .icon {
        position: absolute;
        left: 12px;
        top: 10px;
        color: var(--of-text-2);
        pointer-events: none;
      }
      .icon {
        width: 20px;
        height: 20px;
        flex: none;
      }
      .cart {
        position: relative;
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        padding: 0 4px;
        color: var(--of-text);
        font-weight: 600;
        text-decoration: none;
      }
      .cart .icon {
        width: 26px;
        height: 26px;
      }
      .number {
        display: grid;
        place-items: center;
        min-width: 22px;
        height: 22px;
        padding: 0 6px;
        border-radius: 11px;
        background: var(--of-accent);
        color: var(--of-on-accent);
        font-size: var(--of-text-xs);
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      .burger {
        display: none;
      }
      dialog {
        width: min(340px, 88vw);
        height: 100dvh;
        max-height: none;
        margin: 0;
        padding: var(--of-space-2);
        border: 0;
        background: var(--of-surface);
        color: var(--of-text);
        overflow-y: auto;
      }
      dialog::backdrop {
        background: #0008;
      }
      .menu h2 {
        margin: var(--of-space-2) 8px 4px;
        font-size: var(--of-text-m);
      }
      .menu ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .menu form {
        margin: var(--of-space-1) 0;
      }
      .menu .search {
        width: 100%;
      }
      .close {
        display: flex;
        justify-content: space-between;
        align-items: center;
      }
      @media (max-width: 960px) {
        nav.top {
          display: none;
        }
        .burger {
          display: inline-flex;
          order: -1;
        }
      }
      @media (max-width: 560px) {
        .head {
          gap: var(--of-space-1);
          min-height: 56px;
        }
        .head > form {
          display: none;
        }
        .cart {
          margin-left: auto;
        }
        .cart .word {
          position: absolute;
          clip-path: inset(50%);
        }
      }
    `,
  ];
  @property({ attribute: false }) categories: readonly Category[] = [];
  @property({ attribute: false }) route: Route = { view: "home" };
  @query("dialog") private menu!: HTMLDialogElement;

  constructor() {
    super();
    basket.follow(this);
  }

  override render() {
    const top = children(this.categories, null);
    const count = basket.count;
    return html`<div class="head">
        <a class="logo" href="/"><img src="/shop-icon.svg" alt="" width="32" height="32" />Ridge &amp; Ramble</a>
        <button class="button quiet icon burger" type="button" aria-label="Menu" @click=${() => this.menu.showModal()}>${icon("menu")}</button>
        ${this.search()}
        <a class="cart" href="/cart">
          ${icon("cart")}<span class="word">Cart</span> ${count ? html`<span class="number">${count}</span>` : nothing}
          <span class="visually-hidden">${count === 1 ? "item" : count ? "items" : "is empty"}</span>
        </a>
      </div>
      <nav class="top" aria-label="Categories">${top.map((each) => this.shelf(each))}</nav>
      <dialog class="menu" aria-label="Menu" @click=${this.menuClicked}>
        <div class="close">
          <a class="logo" href="/">Ridge &amp; Ramble</a>
          <button class="button quiet icon" type="button" aria-label="Close menu" @click=${() => this.menu.close()}>${icon("close")}</button>
        </div>
        ${this.search()}
        ${top.map((each) => html`<h2>${each.name}</h2>${this.leaves(each)}`)}
        <h2>Help</h2>
        <ul role="list">
          <li><a href="/articles">Help articles</a></li>
        </ul>
      </dialog>`;
  }

  private shelf(category: Category) {
    const inside = this.route.view === "category" && (this.route.id === category.id || this.route.id.startsWith(`${category.id}/`));
    return html`<div class="shelf">
      <a href=${to.category(category.id)} aria-current=${inside ? "true" : nothing}>${category.name}</a>
      ${this.leaves(category)}
    </div>`;
  }

  private leaves(category: Category) {
    return html`<ul role="list">
      ${children(this.categories, category.id).map((each) => html`<li><a href=${to.category(each.id)}>${each.name} <span>${each.count}</span></a></li>`)}
    </ul>`;
  }

  private search() {
    const text = this.route.view === "search" ? this.route.text : "";
    return html`<form role="search" @submit=${this.submit}>
      <div class="search">${icon("search")}<input class="field" type="search" name="q" aria-label="Search the shop" placeholder="Search" autocomplete="off" .value=${text} /></div>
    </form>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get("q") ?? "").trim();
    if (!text) return;
    this.menu.close();
    this.dispatchEvent(new CustomEvent("search", { detail: text }));
  }

  /** A link or the ground beside the menu closes it. */
  private menuClicked(event: Event): void {
    if (event.target === this.menu || (event.target as Element).closest("a")) this.menu.close();
  }
}

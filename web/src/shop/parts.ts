// Small parts that several of the shop's views show.
import { html, svg, type TemplateResult } from "lit";
import type { Category, ProductCard } from "../kit/shop.js";
import "../kit/product-card.js";
import { to } from "./routes.js";

export function grid(products: readonly ProductCard[], eager = 4): TemplateResult {
  return html`<ul class="grid" role="list">
    ${products.map((product, index) => html`<li><kit-product-card .product=${product} href=${to.product(product.id)} ?eager=${index < eager}></kit-product-card></li>`)}
  </ul>`;
}

export function ghosts(count: number): TemplateResult {
  return html`<div class="grid">${Array.from({ length: count }, () => html`<kit-skeleton class="ghost" block></kit-skeleton>`)}</div>`;
}

export function crumbs(path: readonly { readonly name: string; readonly href?: string }[]): TemplateResult {
  return html`<nav aria-label="Breadcrumb">
    <ol class="crumbs">
      <li><a href="/">Home</a></li>
      ${path.map((step) => html`<li>${step.href ? html`<a href=${step.href}>${step.name}</a>` : html`<span aria-current="page">${step.name}</span>`}</li>`)}
    </ol>
  </nav>`;
}

/** The categories from the top down to `id`. */
export function lineage(all: readonly Category[], id: string): readonly Category[] {
  const found: Category[] = [];
  for (let each = all.find((category) => category.id === id); each; each = all.find((category) => category.id === each?.parent)) found.unshift(each);
  return found;
}

export function children(all: readonly Category[], parent: string | null): readonly Category[] {
  return all.filter((category) => (category.parent ?? null) === parent && category.count > 0);
}

export function icon(name: keyof typeof shapes): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">
    ${shapes[name]}
  </svg>`;
}

const shapes = {
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
  cart: svg`<path d="M3.5 4.5H6l2.3 10.5h9.4l2-7.5H7"/><circle cx="9.5" cy="19" r="1.3"/><circle cx="16.5" cy="19" r="1.3"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  chat: svg`<path d="M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z"/>`,
  truck: svg`<path d="M3 6.5h11v10H3zM14 10h4l3 3v3.5h-7z"/><circle cx="7.5" cy="17.5" r="1.8"/><circle cx="17" cy="17.5" r="1.8"/>`,
  back: svg`<path d="M8.5 5 4.5 9l4 4"/><path d="M4.5 9H14a5 5 0 0 1 0 10H8"/>`,
  mend: svg`<path d="M14.5 5.5a4 4 0 0 0-5 5L4 16v4h4l5.5-5.5a4 4 0 0 0 5-5L16 12l-4-4z"/>`,
  ruler: svg`<path d="M3 9h18v6H3zM7 9v3M11 9v2.5M15 9v3M19 9v2.5"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
};

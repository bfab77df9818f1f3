// The shop's addresses. The server answers all of them with the same page; from there on, links change the view in place.

export type Route =
  | { readonly view: "home" }
  | { readonly view: "category"; readonly id: string }
  | { readonly view: "product"; readonly id: string }
  | { readonly view: "search"; readonly text: string }
  | { readonly view: "cart" }
  | { readonly view: "articles" }
  | { readonly view: "article"; readonly id: string }
  | { readonly view: "missing" };

/** Which view an address names; `missing` for addresses that are not the shop's. */
export function routeOf(url: URL): Route {
  const [, first = "", ...rest] = url.pathname.replace(/\/$/, "").split("/").map(decodeURIComponent);
  const id = rest.join("/");
  if (first === "" && !id) return { view: "home" };
  if (first === "c" && id) return { view: "category", id };
  if (first === "p" && id) return { view: "product", id };
  if (first === "search" && !id) return { view: "search", text: url.searchParams.get("q") ?? "" };
  if (first === "cart" && !id) return { view: "cart" };
  if (first === "articles") return id ? { view: "article", id } : { view: "articles" };
  return { view: "missing" };
}

export const to = {
  category: (id: string) => `/c/${id.split("/").map(encodeURIComponent).join("/")}`,
  product: (id: string) => `/p/${encodeURIComponent(id)}`,
  search: (text: string) => `/search?q=${encodeURIComponent(text)}`,
  article: (id: string) => `/articles/${encodeURIComponent(id)}`,
};

/**
 * Follows links of this shop without loading the page anew, also those inside components such as the chat. Going back returns
 * to where one had scrolled.
 */
export class Router {
  private readonly scrolled = new Map<string, number>();
  private key = "";

  /** @param changed draws the view; `arrived` is called when it stands */
  constructor(private readonly changed: (route: Route, arrived: () => void) => void) {}

  start(): void {
    history.scrollRestoration = "manual";
    this.key = stateKey() || this.rename();
    addEventListener("popstate", () => this.returned());
    document.addEventListener("click", (event) => this.clicked(event));
    this.changed(routeOf(new URL(location.href)), () => undefined);
  }

  go(address: string): void {
    this.remember();
    this.key = crypto.randomUUID();
    history.pushState({ key: this.key }, "", address);
    this.changed(routeOf(new URL(location.href)), () => scrollTo(0, 0));
  }

  private returned(): void {
    this.remember();
    this.key = stateKey() || this.rename();
    const top = this.scrolled.get(this.key) ?? 0;
    this.changed(routeOf(new URL(location.href)), () => scrollTo(0, top));
  }

  private clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((each): each is HTMLAnchorElement => each instanceof HTMLAnchorElement);
    if (!link?.href || link.target || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || routeOf(url).view === "missing" || url.hash) return;
    event.preventDefault();
    if (url.href !== location.href) this.go(url.pathname + url.search);
    else scrollTo(0, 0);
  }

  private remember(): void {
    this.scrolled.set(this.key, scrollY);
  }

  private rename(): string {
    const key = crypto.randomUUID();
    history.replaceState({ key }, "");
    return key;
  }
}

function stateKey(): string {
  return (history.state as { key?: string } | null)?.key ?? "";
}

// Product cards in the stream: a row to swipe through, and a choice of colour and size that puts the product into the cart.
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { Api, Problem } from "../kit/api.js";
import { colours, firstChoice, inColour, pricesDiffer, sizes, variantOf, type Chosen, type Option } from "../kit/choice.js";
import { money } from "../kit/format.js";
import { CART_CHANGED, hex, type Variant } from "../kit/shop.js";
import type { ChatProduct, HeroCard } from "./activity.js";
import { icon } from "./icons.js";
import { counted, fill, type Texts } from "./texts/texts.js";
import { safeAddress } from "./words.js";

interface CardState {
  readonly chosen: Chosen;
  readonly open: boolean;
  readonly progress: "none" | "adding" | "added" | "failed";
  /** Why it failed, as the shop said. */
  readonly reason: string;
}

interface CardsHost extends ReactiveControllerHost {
  readonly texts: Texts;
  readonly tag: string;
  readonly base: string;
  token(refused?: boolean): Promise<string>;
  /** The customer goes to a page of the shop. */
  leaving(): void;
}

/** Remembers for each card on the screen what is being chosen. */
export class Cards implements ReactiveController {
  private readonly states = new Map<string, CardState>();

  constructor(private readonly host: CardsHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  clear(): void {
    this.states.clear();
  }

  row(key: string, cards: readonly HeroCard[]): TemplateResult {
    const { texts } = this.host;
    return html`<div class="cards" part="cards">
      <ul class="row" role="list" aria-label=${texts.products} tabindex=${cards.length > 1 ? 0 : -1}>
        ${cards.map((card, index) => html`<li>${this.card(`${key} ${index}`, card)}</li>`)}
      </ul>
      ${cards.length > 1
        ? html`<button class="turn back" type="button" aria-label=${texts.previous} @click=${(event: Event) => turn(event, -1)}>${icon("left")}</button>
            <button class="turn on" type="button" aria-label=${texts.next} @click=${(event: Event) => turn(event, 1)}>${icon("right")}</button>`
        : nothing}
    </div>`;
  }

  private card(key: string, card: HeroCard): TemplateResult {
    const { texts, base, tag } = this.host;
    const product = card.product;
    const title = card.title ?? product?.title ?? "";
    const picture = safeAddress(card.images?.[0]?.url ?? product?.picture, base);
    const page = safeAddress(card.buttons?.find((each) => each.type === "openUrl")?.value, base);
    const state = product ? this.state(key, product) : undefined;
    const variant = product && state ? variantOf(product, state.chosen) : undefined;
    const note = product?.note ?? card.text;
    return html`<article class="card" part="card">
      ${picture ? html`<img src=${picture} alt="" width="240" height="192" loading="lazy" decoding="async" @error=${unseen} />` : nothing}
      <h3>${title}</h3>
      <p class="price">${product ? price(product, variant, texts, tag) : card.subtitle}</p>
      ${product?.variants?.length ? stock(product, variant, texts, tag) : nothing} ${note ? html`<p class="why">${note}</p>` : nothing}
      ${product && state?.open ? this.chooser(key, product, state) : nothing}
      <div class="acts">
        ${product?.variants?.length && state ? this.buy(key, product, state, variant) : nothing}
        ${page && !state?.open
          ? html`<a class="button" href=${page} aria-label=${fill(texts.viewProduct, { title })} @click=${() => this.host.leaving()}>${texts.view}</a>`
          : nothing}
      </div>
      <p class="outcome" role="status">${state?.progress === "failed" ? state.reason || texts.addFailed : nothing}</p>
    </article>`;
  }

  private buy(key: string, product: ChatProduct, state: CardState, variant: Variant | undefined): TemplateResult {
    const { texts } = this.host;
    if (state.progress === "added") {
      return html`<button class="button done" type="button" @click=${() => this.put(key, { ...state, progress: "none", open: true })}>
        ${icon("check")}<span role="status">${texts.added}</span>
      </button>`;
    }
    const several = (product.variants?.length ?? 0) > 1;
    const gone = !product.variants?.some((each) => each.stock !== "out");
    if (several && !state.open) {
      const label = sizes(product, state.chosen.colour).length > 1 ? texts.choose : texts.chooseOption;
      return html`<button class="button primary" type="button" ?disabled=${gone} @click=${(event: Event) => this.unfold(event, key, state)}>
        ${gone ? texts.out : label}
      </button>`;
    }
    const ready = variant !== undefined && variant.stock !== "out";
    return html`<button
        class="button primary"
        type="button"
        ?disabled=${!ready}
        aria-busy=${state.progress === "adding"}
        @click=${(event: Event) => ready && this.add(event, key, product, state, variant.sku)}
      >
        ${gone ? texts.out : state.progress === "adding" ? texts.adding : texts.add}
      </button>
      ${several
        ? html`<button class="button" type="button" @click=${() => this.put(key, { ...state, open: false, progress: "none" })}>${texts.cancel}</button>`
        : nothing}`;
  }

  private chooser(key: string, product: ChatProduct, state: CardState): TemplateResult {
    const { texts } = this.host;
    const { colour, size } = state.chosen;
    const offered = colours(product);
    const fitting = sizes(product, colour);
    return html`<div class="chooser">
      ${offered.length > 1
        ? html`<fieldset>
            <legend>${texts.colour}: <b>${colour}</b></legend>
            ${offered.map((each) => this.option(`${key} colour`, each, each.name === colour, () => this.choose(key, state, inColour(product, state.chosen, each.name))))}
          </fieldset>`
        : nothing}
      ${fitting.length > 1
        ? html`<fieldset>
            <legend>${texts.size}</legend>
            ${fitting.map((each) => this.option(`${key} size`, each, each.name === size, () => this.choose(key, state, { colour, size: each.name })))}
          </fieldset>`
        : nothing}
    </div>`;
  }

  private option(group: string, option: Option, checked: boolean, choose: () => void): TemplateResult {
    const gone = option.stock === "out";
    const name = gone ? fill(this.host.texts.soldOutOption, { size: option.name }) : option.name;
    return html`<label class=${option.code ? "swatch" : "size"} title=${name}>
      <input type="radio" name=${group} aria-label=${name} .checked=${checked} ?disabled=${gone} @change=${choose} />
      ${option.code ? html`<i .style=${`background:${hex(option.code)}`}></i>` : html`<span>${option.name}</span>`}
    </label>`;
  }

  private state(key: string, product: ChatProduct): CardState {
    const state = this.states.get(key) ?? { chosen: firstChoice(product), open: false, progress: "none", reason: "" };
    this.states.set(key, state);
    return state;
  }

  private put(key: string, state: CardState): void {
    this.states.set(key, state);
    this.host.requestUpdate();
  }

  private choose(key: string, state: CardState, chosen: Chosen): void {
    this.put(key, { ...state, chosen, progress: "none" });
  }

  /** Opens the choice and moves the focus there, because the button that had it goes away. */
  private unfold(event: Event, key: string, state: CardState): void {
    const article = (event.currentTarget as Element).closest("article");
    this.put(key, { ...state, open: true });
    void this.host.updateComplete.then(() => {
      article?.querySelector<HTMLElement>(".size input:checked, .size input:enabled, .swatch input:checked")?.focus();
      article?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    });
  }

  private async add(event: Event, key: string, product: ChatProduct, state: CardState, sku: string): Promise<void> {
    if (state.progress === "adding") return;
    const article = (event.currentTarget as Element).closest("article");
    this.put(key, { ...state, progress: "adding", reason: "" });
    const api = new Api({ base: this.host.base, token: (refused) => this.host.token(refused) });
    try {
      const cart = await api.post("/api/shop/cart/lines", { sku, quantity: 1, ...(product.suggestion ? { suggestion: product.suggestion } : {}) });
      this.put(key, { ...state, open: false, progress: "added", reason: "" });
      document.dispatchEvent(new CustomEvent(CART_CHANGED, { detail: cart }));
      await this.host.updateComplete;
      article?.querySelector<HTMLElement>(".acts button")?.focus();
    } catch (failure) {
      this.put(key, { ...state, progress: "failed", reason: failure instanceof Problem ? failure.detail : "" });
    }
  }
}

function price(product: ChatProduct, variant: Variant | undefined, texts: Texts, tag: string): string {
  if (variant) return money(variant.price, tag);
  return pricesDiffer(product) ? fill(texts.from, { price: money(product.price, tag) }) : money(product.price, tag);
}

function stock(product: ChatProduct, variant: Variant | undefined, texts: Texts, tag: string): TemplateResult {
  if (!variant) {
    const some = product.variants?.some((each) => each.stock !== "out");
    return html`<p class="stock ${some ? "in" : "out"}">${some ? texts.inStock : texts.out}</p>`;
  }
  const several = sizes(product, variant.colour ?? "").length > 1;
  const size = variant.size ?? "";
  const said =
    variant.stock === "out"
      ? several ? fill(texts.outIn, { size }) : texts.out
      : variant.stock === "in"
        ? several ? fill(texts.inStockIn, { size }) : texts.inStock
        : variant.quantity == null
          ? several ? fill(texts.lowIn, { size }) : texts.low
          : counted(several ? texts.fewIn : texts.few, variant.quantity, tag, { size });
  return html`<p class="stock ${variant.stock}">${said}</p>`;
}

/** A picture that cannot be had leaves its place empty. */
function unseen(event: Event): void {
  (event.target as HTMLElement).style.visibility = "hidden";
}

function turn(event: Event, direction: number): void {
  const row = (event.currentTarget as Element).parentElement?.querySelector(".row");
  row?.scrollBy({ left: direction * ((row.firstElementChild?.clientWidth ?? 240) + 8), behavior: "smooth" });
}

// One list, live and draft side by side. In the draft a product is dragged, or moved with the arrow keys, and is pinned
// where it is put down.
import { LitElement, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { money } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import "../../kit/product-picker.js";
import { products } from "../../kit/products.js";
import { Sorting, type Order } from "../../kit/sorting.js";
import { sortingLook } from "../../kit/sorting-look.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { gone, moves, putAt, type Move } from "../model/compare.js";
import { exclude, listName, onlyProduct, pin, remove, ruleAt, settlePlaces, whyHidden, type Spot } from "../model/rules.js";
import type { Studio } from "../model/studio.js";
import type { Detail, HiddenPin, ListName, Rule, StudioItem } from "../model/wire.js";
import { listLook } from "./list-look.js";
import "./why.js";

@customElement("studio-list")
export class StudioList extends LitElement {
  static override styles = [base, controls, marks, look, sortingLook, listLook];
  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) detail!: Detail;
  @property() list: ListName = "goes-with";
  /** The product of which is told why it is here or not. */
  @state() private asked: string | null = null;
  private readonly watching = new Watching(this, () => [this.studio, products]);
  private readonly sorting = new Sorting(this);

  override render() {
    void this.watching;
    const live = this.items(this.detail.live);
    const draft = this.items(this.detail.draft);
    const leaves = gone(live, draft);
    const change = moves(live, draft);
    const order: Order = {
      key: this.list,
      items: draft.map(({ product, title }) => ({ id: product, name: title })),
      move: (from, to) => this.move(draft, from, to),
    };
    return html`<section aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${this.list === "goes-with" ? "Goes with it" : "Step up"}</h2>
        <kit-product-picker id="why-not" .search=${this.studio.pick} .without=${this.detail.product.id} label="Why not this product in “${listName(this.list)}”?" hint="Why not …?" @chosen=${(event: CustomEvent<string>) => this.ask(event.detail)}></kit-product-picker>
      </div>
      ${this.why()}
      <div class="sides">
        <div>
          <h3>Live now</h3>
          ${live.length === 0 ? html`<p class="none">Nothing is shown. ${this.whyEmpty(this.detail.live)}</p>` : html`<ol role="list">${live.map((item, index) => this.live(item, index, leaves.has(item.product)))}</ol>`}
        </div>
        <div>
          <h3>Draft</h3>
          ${draft.length === 0 ? html`<p class="none">Nothing would be shown. ${this.whyEmpty(this.detail.draft)}</p>` : nothing}
          <ol role="list" class="draft">
            ${repeat(draft, (item) => item.product, (item, index) => this.draft(item, index, order, change.get(item.product)))}
          </ol>
          ${this.hiddenPins().map((hidden) => this.hiddenPin(hidden))} ${this.excluded().map((rule) => this.exclusion(rule))}
          <kit-product-picker .search=${this.studio.pick} .without=${this.detail.product.id} label="Pin another product to “${listName(this.list)}”" hint="Pin another product" @chosen=${(event: CustomEvent<string>) => this.pinTo(event.detail, 1)}></kit-product-picker>
        </div>
      </div>
      ${this.sorting.status()}
    </section>`;
  }

  private why() {
    if (!this.asked) return nothing;
    return html`<studio-why
      .studio=${this.studio}
      .detail=${this.detail}
      .list=${this.list}
      .product=${this.asked}
      @closed=${this.closed}
      @pinned=${(event: CustomEvent<string>) => this.pinTo(event.detail, 1)}
    ></studio-why>`;
  }

  private ask(product: string): void {
    this.asked = product;
    void this.updateComplete.then(() => this.renderRoot.querySelector("studio-why")?.scrollIntoView({ block: "nearest" }));
  }

  private readonly closed = (): void => {
    this.asked = null;
    this.renderRoot.querySelector<HTMLElement>("#why-not")?.focus();
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get("detail") && changed.get("detail")?.product.id !== this.detail.product.id) this.asked = null;
  }

  private get spot(): Spot {
    return { product: this.detail.product.id, list: this.list };
  }

  private items(lists: Detail["live"]): readonly StudioItem[] {
    return this.list === "goes-with" ? lists.goesWith : lists.stepUp;
  }

  private whyEmpty(lists: Detail["live"]): string {
    return (this.list === "goes-with" ? lists.goesWithEmpty : lists.stepUpEmpty) ?? "";
  }

  private live(item: StudioItem, index: number, leaves: boolean) {
    return html`<li class="item ${leaves ? "leaves" : ""}">
      <span class="place numbers">${index + 1}</span>
      ${this.about(item)} ${leaves ? html`<span class="mark problem">goes</span>` : nothing}
    </li>`;
  }

  private draft(item: StudioItem, index: number, order: Order, change: Move | undefined) {
    const rule = ruleAt(this.studio.rules, this.spot, item.product);
    const pinned = rule?.act === "pin";
    const place = index + 1;
    return html`<li
      class="item ${this.sorting.look(order, index)}"
      data-product=${item.product}
      data-order=${order.key}
      data-item=${item.product}
      @pointerdown=${(event: PointerEvent) => this.sorting.hold(event, order, index)}
    >
      ${this.sorting.grip(order, index, html`<span class="place numbers">${place}</span>`)}
      ${this.about(item)}
      <span class="acts">
        ${moveMark(change)}
        <button type="button" class="button quiet icon small" aria-pressed=${pinned ? "true" : "false"} aria-label="${pinned ? "Unpin" : "Pin"} ${item.title}" title=${pinned ? "Unpin" : `Pin to place ${place}`} @click=${() => (pinned && rule ? this.unpin(rule) : this.pinTo(item.product, place))}>${icon("pin")}</button>
        <button type="button" class="button quiet icon small" aria-label="Exclude ${item.title}" title="Never show it here" @click=${() => this.exclude(item)}>${icon("ban")}</button>
      </span>
    </li>`;
  }

  private about(item: StudioItem) {
    return html`<img src=${item.picture ?? `/pictures/${item.product}.svg`} alt="" width="40" height="40" loading="lazy" />
      <span class="text">
        <button type="button" class="bare name line" title="Why is ${item.title} here?" @click=${() => this.ask(item.product)}><b>${item.title}</b></button>
        <span class="evidence">${item.evidence[0] ?? ""}</span>
        <span class="evidence">${money(item.price)}${item.stock ? ` · ${item.stock.quantity ?? "some"} in stock` : ""}</span>
        ${item.rule ? html`<span class="rule">${icon("pin")} ${item.rule.name}${item.ownPlace === item.place ? "" : item.ownPlace ? ` · else place ${item.ownPlace}` : " · else not here"}</span>` : nothing}
      </span>`;
  }

  private hiddenPins(): readonly HiddenPin[] {
    return (this.detail.draft.hiddenPins ?? []).filter(({ list }) => list === this.list);
  }

  private hiddenPin(hidden: HiddenPin) {
    const own = this.studio.rules.find((rule) => rule.id === hidden.rule.id);
    return html`<p class="cannot" data-hidden=${hidden.product}>
      ${icon("problem")}
      <span><b>${hidden.title ?? products.of(hidden.product).title}</b> is pinned but cannot show: ${whyHidden(hidden.why)}. <span class="quiet">Rule “${hidden.rule.name}”</span></span>
      ${own ? html`<button type="button" class="button quiet small" @click=${() => this.unpin(own)}>Unpin</button>` : nothing}
    </p>`;
  }

  private excluded(): readonly Rule[] {
    return this.studio.rules.filter((rule) => rule.act === "exclude" && ruleAt([rule], this.spot, onlyProduct(rule) ?? ""));
  }

  private exclusion(rule: Rule) {
    return html`<p class="cannot plain">
      ${icon("ban")} <span><b>${products.of(onlyProduct(rule) ?? "").title}</b> is never shown here.</span>
      <button type="button" class="button quiet small" @click=${() => this.unpin(rule)}>Allow</button>
    </p>`;
  }

  private move(items: readonly StudioItem[], from: number, to: number): void {
    const item = items[from];
    if (!item) return;
    this.studio.preview(this.list, from, to);
    this.sorting.say(`${item.title}: pinned to place ${to + 1}`);
    this.pinTo(item.product, to + 1);
  }

  /** Pins `product`; the other pins of this list say the place where they then stand. */
  private pinTo(product: string, place: number): void {
    const shown = this.items(this.detail.draft).map((item) => item.product);
    const order = putAt(shown, product, place - 1);
    void this.studio.edit((rules) => settlePlaces(pin(rules, this.spot, product, place, this.name(product, "with")), this.spot, order));
  }

  private exclude(item: StudioItem): void {
    this.sorting.say(`${item.title}: excluded`);
    void this.studio.edit((rules) => exclude(rules, this.spot, item.product, this.name(item.product, "not with")));
  }

  private unpin(rule: Rule): void {
    void this.studio.edit((rules) => remove(rules, rule.id));
  }

  /** What agents will read beside it, until somebody writes better: "Storm gaiters with Ridge boots". */
  private name(product: string, between: string): string {
    const known = [...this.detail.draft.goesWith, ...this.detail.draft.stepUp].find((item) => item.product === product);
    return `${known?.title ?? products.of(product).title} ${between} ${this.detail.product.title}`;
  }
}

function moveMark(change: Move | undefined) {
  if (!change || change.kind === "same" || change.kind === "gone") return nothing;
  if (change.kind === "new") return html`<span class="mark done">new</span>`;
  const up = change.kind === "up";
  return html`<span class="mark ${up ? "done" : ""}">${icon(up ? "up" : "down")} ${change.by}<span class="visually-hidden"> ${up ? "up" : "down"}</span></span>`;
}

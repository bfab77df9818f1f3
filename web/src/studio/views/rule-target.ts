// What a rule is about, as part of its sentence: products in their order, a curated set, or everything of a kind.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import "../../kit/product-picker.js";
import { products } from "../../kit/products.js";
import { Sorting, type Order } from "../../kit/sorting.js";
import { sortingLook } from "../../kit/sorting-look.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { moved } from "../model/compare.js";
import { put } from "../model/rules.js";
import { remarkAt, wrong } from "../model/sense.js";
import type { Condition, Rule, Target } from "../model/wire.js";
import type { Workshop } from "../model/workshop.js";
import "./condition.js";
import { pickLook } from "./rule-editor-look.js";

type TargetKind = "selection" | "products" | "set";

/** Event `aimed` with the new target. */
@customElement("studio-rule-target")
export class StudioRuleTarget extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    pickLook,
    sortingLook,
    css`
      :host {
        display: contents;
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-height: 38px;
        padding: 0 4px 0 6px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface-2);
        font-weight: 600;
      }
      .chip img {
        border-radius: 4px;
      }
      .chip .grip {
        min-width: 24px;
        padding: 0;
      }
      .chip button:not(.grip) {
        display: inline-flex;
        padding: 6px;
        border: 0;
        border-radius: 4px;
        background: none;
        color: var(--of-text-2);
        cursor: pointer;
      }
      kit-product-picker {
        width: 220px;
      }
    `,
  ];
  @property({ attribute: false }) workshop!: Workshop;
  @property({ attribute: false }) rule!: Rule;
  private readonly sorting = new Sorting(this);
  private readonly watching = new Watching(this, () => [this.workshop, this.workshop?.studio, products]);

  override render() {
    void this.watching;
    const { rule } = this;
    const { target } = rule;
    const kind: TargetKind = target.set != null ? "set" : target.products ? "products" : "selection";
    const kinds: readonly (readonly [TargetKind, string])[] = [
      ["selection", "everything that is"],
      ["products", rule.act === "bundle" || (target.products?.length ?? 0) > 1 ? "the products" : "the product"],
      ["set", "the set"],
    ];
    return html`<select class="pick" aria-label="What it is about" @change=${(event: Event) => this.aim(value(event) as TargetKind)}>
        ${kinds.map(([each, name]) => html`<option value=${each} ?selected=${each === kind} ?disabled=${each === "selection" && (rule.act === "pin" || rule.act === "bundle")}>${name}</option>`)}
      </select>
      ${kind === "selection" ? this.selection(target.selection ?? []) : kind === "set" ? this.set(target) : this.products(target.products ?? [])}`;
  }

  private selection(selection: readonly Condition[]) {
    const tell = (next: readonly Condition[]): void => this.tell({ selection: next });
    return html`${selection.map(
        (condition, index) => html`${index > 0 ? html`<span class="quiet">and</span>` : nothing}
          <studio-condition
            selection
            .workshop=${this.workshop}
            .condition=${condition}
            .fault=${wrong(condition) ?? remarkAt(this.workshop.studio.draft.value, this.rule, "selection", index)}
            @changed=${(event: CustomEvent<Condition>) => tell(put(selection, index, event.detail))}
            @dropped=${() => tell(selection.filter((_, at) => at !== index))}
          ></studio-condition>`,
      )}
      <button type="button" class="button quiet small" @click=${() => tell([...selection, { is: "category", any: [] }])}>+ ${selection.length === 0 ? "what" : "and"}</button>`;
  }

  private set(target: Target) {
    const { sets } = this.workshop;
    if (sets.length === 0) return html`<a href="#sets">Curate a first set</a>`;
    return html`<select class="pick" aria-label="Which set" @change=${(event: Event) => this.tell({ set: value(event) })}>
      <option value="" ?selected=${!target.set}>choose…</option>
      ${sets.map(({ id, name, products: those }) => html`<option value=${id} ?selected=${id === target.set}>${name} (${those.length})</option>`)}
    </select>`;
  }

  private products(named: readonly string[]) {
    const tell = (next: readonly string[]): void => this.tell({ products: next });
    const items = named.map((id) => ({ id, name: products.of(id).title }));
    const order: Order = { key: "products", items, move: (from, to) => tell(moved(named, from, to)) };
    return html`${repeat(
        items,
        ({ id }) => id,
        ({ id, name }, at) => html`<span class="chip ${this.sorting.look(order, at)}" data-order="products" data-item=${id} @pointerdown=${(event: PointerEvent) => this.sorting.hold(event, order, at)}>
          ${named.length > 1 ? this.sorting.grip(order, at) : nothing}<img src=${products.of(id).picture} alt="" width="26" height="26" />${name}<button type="button" aria-label="Without ${name}" @click=${() => tell(named.filter((each) => each !== id))}>${icon("close")}</button>
        </span>`,
      )}
      <kit-product-picker .search=${this.workshop.studio.pick} label="Which product" hint=${named.length === 0 ? "Which product" : "One more product"} @chosen=${(event: CustomEvent<string>) => tell([...named.filter((each) => each !== event.detail), event.detail])}></kit-product-picker>
      ${this.sorting.status()}`;
  }

  private aim(kind: TargetKind): void {
    this.tell(kind === "set" ? { set: "" } : kind === "products" ? { products: [] } : { selection: [] });
  }

  private tell(target: Target): void {
    this.dispatchEvent(new CustomEvent("aimed", { detail: target }));
  }
}

function value(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}

// One condition as part of a sentence: "anything of [Boots ×] [+]", "price from [10] to [25]".
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import "../../kit/product-picker.js";
import { products } from "../../kit/products.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { words } from "../../kit/words.js";
import { isAboutProduct, isRange } from "../model/sentence.js";
import type { Condition, Kind } from "../model/wire.js";
import type { Workshop } from "../model/workshop.js";

const KINDS: readonly (readonly [Kind, string])[] = [
  ["category", "anything of"],
  ["product", "the product"],
  ["brand", "anything by"],
  ["tag", "anything for"],
  ["set", "anything of the set"],
  ["price", "price"],
  ["margin", "margin"],
  ["stock", "stock"],
  ["season", "the season is"],
  ["segment", "the customer is"],
  ["intent", "it is about"],
  ["channel", "the customer writes by"],
];

/** Event `changed` with the new condition, `dropped` without one. */
@customElement("studio-condition")
export class StudioCondition extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        max-width: 100%;
        padding: 3px 4px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
      }
      select,
      input {
        max-width: 190px;
        min-height: 30px;
        padding: 0 6px;
        border: 0;
        border-radius: var(--of-radius-s);
        background: transparent;
        color: var(--of-text);
        font: inherit;
      }
      select:hover,
      input:hover {
        background: var(--of-surface-2);
      }
      .kind {
        max-width: 150px;
        color: var(--of-text-2);
        field-sizing: content;
      }
      input[type="number"] {
        width: 84px;
        background: var(--of-surface-2);
      }
      .value {
        display: inline-flex;
        align-items: center;
        gap: 2px;
        min-height: 28px;
        padding: 0 2px 0 8px;
        border-radius: var(--of-radius-s);
        background: var(--of-accent-soft);
        color: var(--of-on-accent-soft);
        font-weight: 600;
      }
      .value button,
      .drop {
        display: inline-flex;
        padding: 4px;
        border: 0;
        border-radius: 4px;
        background: none;
        color: inherit;
        cursor: pointer;
      }
      .value button:hover,
      .drop:hover {
        background: var(--of-surface-3);
      }
      .drop {
        color: var(--of-text-2);
      }
      .add {
        color: var(--of-accent);
        field-sizing: content;
      }
      .fault {
        flex-basis: 100%;
        padding: 2px 4px;
        color: var(--of-problem);
        font: 600 var(--of-text-xs) / 1.4 var(--of-font);
      }
      [aria-invalid="true"] {
        box-shadow: inset 0 0 0 2px var(--of-problem);
      }
      kit-product-picker {
        width: 190px;
      }
    `,
  ];
  @property({ attribute: false }) workshop!: Workshop;
  @property({ attribute: false }) condition!: Condition;
  /** What is wrong with it, in words. */
  @property() fault: string | null = null;
  /** Only what can be said of a product. */
  @property({ type: Boolean }) selection = false;
  private readonly watching = new Watching(this, () => [this.workshop, products]);

  override render() {
    void this.watching;
    const kinds = KINDS.filter(([kind]) => !this.selection || isAboutProduct(kind));
    const { is } = this.condition;
    return html`<select class="kind" aria-label="Kind of condition" @change=${(event: Event) => this.turn((event.target as HTMLSelectElement).value as Kind)}>
        ${kinds.map(([kind, name]) => html`<option value=${kind} ?selected=${kind === is}>${name}</option>`)}
      </select>
      ${isRange(is) ? this.range() : this.values()}
      <button type="button" class="drop" aria-label="Drop this condition" title="Drop this condition" @click=${() => this.dispatchEvent(new CustomEvent("dropped"))}>${icon("close")}</button>
      ${this.fault ? html`<p class="fault" id="fault" role="alert">${icon("problem")} ${this.fault}.</p>` : nothing}`;
  }

  private values() {
    const any = this.condition.any ?? [];
    return html`${any.map(
        (value) => html`<span class="value">${this.name(value)}<button type="button" aria-label="Without ${this.name(value)}" @click=${() => this.tell({ any: any.filter((each) => each !== value) })}>${icon("close")}</button></span>`,
      )}
      ${this.picker(any)}`;
  }

  private picker(any: readonly string[]) {
    const { is } = this.condition;
    if (is === "product") {
      return html`<kit-product-picker .search=${this.workshop.studio.pick} label="Which product" @chosen=${(event: CustomEvent<string>) => this.add(event.detail)}></kit-product-picker>`;
    }
    const left = this.choices().filter(([id]) => !any.includes(id));
    if (left.length === 0) return any.length === 0 ? html`<span class="quiet">the shop has none</span>` : nothing;
    return html`<select class="add" aria-label="Which ${words(is).toLowerCase()}" @change=${this.picked}>
      <option value="" selected>${any.length === 0 ? "choose…" : "or…"}</option>
      ${left.map(([id, name]) => html`<option value=${id}>${name}</option>`)}
    </select>`;
  }

  private choices(): readonly (readonly [string, string])[] {
    const { choices, sets } = this.workshop;
    const plain = (values: readonly string[]): readonly (readonly [string, string])[] => values.map((value) => [value, words(value)]);
    switch (this.condition.is) {
      case "category":
        return choices.categories.map(({ id, name }) => [id, name]);
      case "brand":
        return choices.brands.map((brand) => [brand, brand]);
      case "tag":
        return plain(choices.tags);
      case "set":
        return sets.map(({ id, name }) => [id, name]);
      case "season":
        return plain(choices.seasons);
      case "segment":
        return plain(choices.segments);
      case "channel":
        return plain(choices.channels);
      case "intent":
        return choices.intents.map(({ id }) => [id, words(id)]);
      default:
        return [];
    }
  }

  private range() {
    const { is, from, to } = this.condition;
    const scale = is === "price" ? 100 : 1;
    const unit = is === "price" ? this.workshop.choices.currency : is === "margin" ? "%" : "pieces";
    const field = (label: string, value: number | null | undefined, told: (value: number | null) => void) =>
      html`<input
        type="number"
        aria-label="${label} (${unit})"
        aria-invalid=${this.fault ? "true" : "false"}
        aria-describedby=${this.fault ? "fault" : nothing}
        min=${is === "margin" ? nothing : "0"}
        placeholder=${label}
        .value=${value == null ? "" : String(value / scale)}
        step=${is === "price" ? "0.01" : "1"}
        @change=${(event: Event) => {
          const { value: text } = event.target as HTMLInputElement;
          told(text === "" ? null : Math.round(Number(text) * scale));
        }}
      />`;
    const known = this.workshop.choices;
    return html`${field("least", from, (least) => this.tell({ from: least }))} to ${field("most", to, (most) => this.tell({ to: most }))} <span class="quiet">${unit}</span>
      ${is === "margin" && known.withCost < known.products ? html`<span class="quiet">known of ${known.withCost} of ${known.products}</span>` : nothing}`;
  }

  private name(value: string): string {
    if (this.condition.is === "product") return products.of(value).title;
    if (this.condition.is === "category") return this.workshop.studio.names.category(value);
    return this.choices().find(([id]) => id === value)?.[1] ?? value;
  }

  private readonly picked = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const { value } = select;
    select.value = "";
    if (value) this.add(value);
  };

  private add(value: string): void {
    this.tell({ any: [...(this.condition.any ?? []).filter((each) => each !== value), value] });
  }

  private turn(is: Kind): void {
    this.dispatchEvent(new CustomEvent("changed", { detail: { is, any: [] } }));
  }

  private tell(changed: Partial<Condition>): void {
    this.dispatchEvent(new CustomEvent("changed", { detail: { ...this.condition, ...changed } }));
  }
}

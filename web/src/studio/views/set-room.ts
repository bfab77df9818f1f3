// Sets curated by hand: pick products, put them in order, use them in any number of rules.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { count } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import "../../kit/product-picker.js";
import { products } from "../../kit/products.js";
import { Sorting, type Order } from "../../kit/sorting.js";
import { sortingLook } from "../../kit/sorting-look.js";
import "../../kit/states.js";
import { base, controls, marks } from "../../kit/styles.js";
import "../../kit/time.js";
import { Watching } from "../../kit/watch.js";
import { moved } from "../model/compare.js";
import type { CuratedSet } from "../model/wire.js";
import type { Workshop } from "../model/workshop.js";
import { headings } from "./studio-look.js";

@customElement("studio-set-room")
export class StudioSetRoom extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    headings,
    sortingLook,
    css`
      :host {
        display: block;
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        padding: 20px 24px 64px;
      }
      :host > * {
        max-width: 880px;
        margin-inline: auto;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      .top h2 {
        flex: 1;
      }
      .top input {
        flex: 0 1 260px;
        min-height: 36px;
        font-size: var(--of-text-s);
      }
      .set {
        margin-top: 16px;
        padding: 16px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius-l);
        background: var(--of-surface);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-bottom: 10px;
      }
      .head input {
        flex: 1 1 120px;
        min-width: 0;
        padding: 4px 6px;
        border: 1px solid transparent;
        border-radius: var(--of-radius-s);
        background: none;
        color: var(--of-text);
        font: 650 var(--of-text-l) / 1.3 var(--of-font);
      }
      .head input:hover {
        border-color: var(--of-line);
      }
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
        gap: 6px;
        margin-bottom: 8px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 6px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        font-size: var(--of-text-s);
        cursor: grab;
        user-select: none;
      }
      li img {
        pointer-events: none;
      }
      .place {
        min-width: 1.4em;
        font-weight: 600;
      }
      li .line {
        flex: 1;
        min-width: 0;
        font-weight: 600;
      }
      img {
        border-radius: 4px;
        background: var(--of-surface-2);
      }
      .used {
        margin-top: 10px;
        font-size: var(--of-text-s);
      }
      .saying {
        margin-top: 8px;
      }
      @media (max-width: 600px) {
        :host {
          padding: 14px 12px 64px;
        }
        .top h2 {
          flex-basis: 100%;
        }
        .top input {
          flex: 1 1 0;
          min-width: 0;
        }
        .top button {
          flex: none;
          white-space: nowrap;
        }
        .set {
          padding: 12px;
        }
      }
    `,
  ];
  @property({ attribute: false }) workshop!: Workshop;
  private readonly sorting = new Sorting(this);
  private readonly watching = new Watching(this, () => [this.workshop, this.workshop?.studio, products]);

  override render() {
    void this.watching;
    const { sets, loaded, failure, studio } = this.workshop;
    return html`<form class="top" @submit=${this.begin}>
        <h2 class="title">Sets</h2>
        <input class="field" name="name" aria-label="Name of the new set" placeholder="Name a new set" maxlength="80" autocomplete="off" />
        <button type="submit" class="button primary small">Begin set</button>
      </form>
      ${studio.saying?.bad ? html`<p class="saying bad" role="alert">${studio.saying.text}</p>` : nothing}
      ${this.sorting.status()}
      ${loaded === "failed" ? html`<kit-failed what="The sets could not be loaded." .failure=${failure} @retry=${() => this.workshop.open()}></kit-failed>` : nothing}
      ${loaded === "ready" && sets.length === 0 ? html`<kit-empty heading="No set yet" hint="Pick products once, in your order, and pin, boost or bundle them by one name in as many rules as you like."></kit-empty>` : nothing}
      ${sets.map((set) => this.set(set))}`;
  }

  private set(set: CuratedSet) {
    const ids = set.products.map(({ product }) => product);
    const order: Order = {
      key: set.id,
      items: set.products.map(({ product, title }) => ({ id: product, name: title })),
      move: (from, to) => this.workshop.arrange(set, moved(ids, from, to)),
    };
    return html`<section class="set" aria-label=${set.name}>
      <div class="head">
        <input aria-label="Name of the set" .value=${set.name} maxlength="80" @change=${(event: Event) => this.save(set, (event.target as HTMLInputElement).value.trim() || set.name, ids)} />
        <span class="quiet numbers">${count(set.products.length, "product", "products")}</span>
        <button type="button" class="button quiet small danger" ?disabled=${set.usedBy.length > 0} title=${set.usedBy.length > 0 ? "A rule names it" : "Drop the set"} @click=${() => void this.workshop.dropSet(set)}>Drop</button>
      </div>
      <ol role="list">
        ${repeat(
          set.products,
          ({ product }) => product,
          ({ product, title, picture }, index) => html`<li
            class=${this.sorting.look(order, index)}
            data-order=${order.key}
            data-item=${product}
            @pointerdown=${(event: PointerEvent) => this.sorting.hold(event, order, index)}
          >
            ${this.sorting.grip(order, index, html`<span class="place numbers">${index + 1}</span>`)}
            <img src=${picture} alt="" width="36" height="36" loading="lazy" />
            <span class="line" title=${title}>${title}</span>
            <button type="button" class="button quiet icon small" aria-label="Without ${title}" @click=${() => this.save(set, set.name, ids.filter((id) => id !== product))}>${icon("close")}</button>
          </li>`,
        )}
      </ol>
      <kit-product-picker .search=${this.workshop.studio.pick} label="Add a product to ${set.name}" hint="Add a product" @chosen=${(event: CustomEvent<string>) => this.save(set, set.name, [...ids.filter((id) => id !== event.detail), event.detail])}></kit-product-picker>
      <p class="quiet used">
        ${set.usedBy.length > 0 ? `A change takes effect at once in: ${set.usedBy.join(", ")}.` : "No rule names it yet."} ${set.by ?? ""} <kit-time at=${set.changedAt}></kit-time>
      </p>
    </section>`;
  }

  private readonly begin = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem("name") as HTMLInputElement;
    const name = field.value.trim();
    if (name === "") return field.focus();
    if (await this.workshop.saveSet(null, name, [])) field.value = "";
  };

  private save(set: CuratedSet, name: string, ids: readonly string[]): void {
    void this.workshop.saveSet(set, name, ids);
  }
}

// One rule as a sentence that one fills in: "When [boots] are at hand and [winter], [boost] [wool socks] [strongly]".
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import "../../kit/product-picker.js";
import { products } from "../../kit/products.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { LAST_PLACE, placeName, remove } from "../model/rules.js";
import { ACTS, STRENGTHS, sentence } from "../model/sentence.js";
import type { Act, Condition, ListName, Rule, Target } from "../model/wire.js";
import { missing, type Workshop } from "../model/workshop.js";
import "./condition.js";

type TargetKind = "selection" | "products" | "set";

const NO_NUMBER: Partial<Rule> = { place: null, percent: null, most: null };
const NUMBERS: Readonly<Record<Act, Partial<Rule>>> = {
  pin: { ...NO_NUMBER, place: 1 },
  boost: { ...NO_NUMBER, percent: 30 },
  bury: { ...NO_NUMBER, percent: 30 },
  exclude: NO_NUMBER,
  "only-with": NO_NUMBER,
  quota: { ...NO_NUMBER, most: 2 },
  bundle: NO_NUMBER,
};

@customElement("studio-rule-editor")
export class StudioRuleEditor extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    css`
      :host {
        display: block;
        padding: 20px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius-l);
        background: var(--of-surface);
        box-shadow: var(--of-shadow-1);
      }
      .name {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-bottom: 16px;
      }
      .name input {
        flex: 1;
        min-width: 0;
        padding: 4px 6px;
        border: 1px solid transparent;
        border-radius: var(--of-radius-s);
        background: none;
        color: var(--of-text);
        font: 650 var(--of-text-l) / 1.4 var(--of-font);
      }
      .name input:hover,
      .name input:focus {
        border-color: var(--of-line);
      }
      .sentence {
        display: grid;
        grid-template-columns: 56px minmax(0, 1fr);
        gap: 12px;
        align-items: start;
        font: var(--of-text-m) / 1.5 var(--of-font);
      }
      .word {
        padding-top: 7px;
        color: var(--of-text-2);
        font-weight: 600;
      }
      .parts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        min-height: 38px;
      }
      .pick {
        min-height: 38px;
        max-width: 100%;
        padding: 0 10px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        color: var(--of-text);
        font: inherit;
        cursor: pointer;
      }
      .act {
        field-sizing: content;
        border-color: transparent;
        background: var(--of-accent);
        color: var(--of-on-accent);
        font-weight: 650;
      }
      .act option {
        background: var(--of-surface);
        color: var(--of-text);
      }
      .number {
        width: 74px;
      }
      .percent {
        display: inline-flex;
        align-items: center;
        gap: 4px;
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
      .chip button {
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
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-top: 18px;
        padding-top: 14px;
        border-top: 1px solid var(--of-line);
        font-size: var(--of-text-s);
      }
      .foot .said {
        flex: 1 1 260px;
        min-width: 0;
      }
      .lacks {
        color: var(--of-waiting);
        font-weight: 600;
      }
      @media (max-width: 560px) {
        :host {
          padding: 14px;
        }
        .sentence {
          grid-template-columns: minmax(0, 1fr);
          gap: 4px;
        }
        .word {
          padding-top: 8px;
        }
      }
    `,
  ];
  @property({ attribute: false }) workshop!: Workshop;
  private readonly watching = new Watching(this, () => [this.workshop, this.workshop?.studio, products]);

  override render() {
    void this.watching;
    const { rule } = this.workshop;
    if (!rule) return nothing;
    const lacks = missing(rule);
    return html`<section aria-label="Rule">
      <div class="name">
        <input id="name" aria-label="Name of the rule, as agents read it" placeholder="Name it: agents read this beside a product" .value=${rule.name} maxlength="120" @change=${(event: Event) => this.change({ name: value(event).trim() })} />
        <button type="button" class="button quiet icon small" aria-label="Close the rule" title="Close (Esc)" @click=${() => this.workshop.choose(null)}>${icon("close")}</button>
      </div>
      <div class="sentence">
        <span class="word">When</span>
        <div class="parts">${this.when(rule)}</div>
        <span class="word">then</span>
        <div class="parts">${this.act(rule)} ${this.strength(rule)} ${this.target(rule)} ${rule.act === "pin" ? this.place(rule) : nothing}</div>
        <span class="word">in</span>
        <div class="parts">${this.where(rule)}</div>
      </div>
      <div class="foot">
        <p class="said" role="status">${lacks ? html`<span class="lacks">${lacks}.</span>` : html`<span class="quiet">${sentence(rule, this.workshop.studio.names)}</span>`}</p>
        <button type="button" class="button quiet small" ?disabled=${lacks !== null} @click=${() => this.workshop.copy(rule)}>Copy</button>
        <button type="button" class="button quiet small danger" @click=${() => this.drop(rule)}>Remove</button>
      </div>
    </section>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("select, #name")?.focus();
  }

  private when(rule: Rule) {
    return html`${rule.when.length === 0 ? html`<span class="quiet">anything is at hand</span>` : nothing}
      ${rule.when.map(
        (condition, index) => html`${index > 0 ? html`<span class="quiet">and</span>` : nothing}
          <studio-condition
            .workshop=${this.workshop}
            .condition=${condition}
            @changed=${(event: CustomEvent<Condition>) => this.change({ when: put(rule.when, index, event.detail) })}
            @dropped=${() => this.change({ when: rule.when.filter((_, at) => at !== index) })}
          ></studio-condition>`,
      )}
      <button type="button" class="button quiet small" @click=${() => this.change({ when: [...rule.when, { is: "category", any: [] }] })}>+ condition</button>`;
  }

  private act(rule: Rule) {
    return html`<select class="pick act" aria-label="What the rule does" @change=${(event: Event) => this.turn(rule, value(event) as Act)}>
      ${ACTS.map(([act, name]) => html`<option value=${act} ?selected=${act === rule.act}>${name}</option>`)}
    </select>`;
  }

  private place(rule: Rule) {
    return html`<select class="pick" aria-label="Place" @change=${(event: Event) => this.change({ place: Number(value(event)) })}>
      ${Array.from({ length: LAST_PLACE }, (_, index) => index + 1).map((place) => html`<option value=${place} ?selected=${place === rule.place}>${placeName(place)}</option>`)}
    </select>`;
  }

  private strength(rule: Rule) {
    if (rule.act === "quota") return html`<span>to at most</span> ${this.number("How many at most", rule.most ?? 1, LAST_PLACE, (most) => this.change({ most }))} <span>of</span>`;
    if (rule.act !== "boost" && rule.act !== "bury") return nothing;
    const percent = rule.percent ?? 30;
    const named = STRENGTHS.some(([strength]) => strength === percent);
    return html`<select class="pick" aria-label="How strongly" @change=${(event: Event) => this.change({ percent: Number(value(event)) })}>
        ${STRENGTHS.map(([strength, name]) => html`<option value=${strength} ?selected=${strength === percent}>${name}</option>`)}
        ${named ? nothing : html`<option value=${percent} selected>as said</option>`}
      </select>
      <span class="percent">${this.number("Strength in percent", percent, rule.act === "bury" ? 100 : 900, (strength) => this.change({ percent: strength }))} <span class="quiet">%</span></span>`;
  }

  private number(label: string, now: number, most: number, told: (value: number) => void) {
    return html`<input class="pick number" type="number" min="1" max=${most} aria-label=${label} .value=${String(now)} @change=${(event: Event) => told(Math.max(1, Math.min(most, Math.round(Number(value(event))) || 1)))} />`;
  }

  private target(rule: Rule) {
    const { target } = rule;
    const kind: TargetKind = target.set != null ? "set" : target.products ? "products" : "selection";
    const kinds: readonly (readonly [TargetKind, string])[] = [
      ["selection", "everything that is"],
      ["products", rule.act === "bundle" ? "the products" : "the product"],
      ["set", "the set"],
    ];
    return html`<select class="pick" aria-label="What it is about" @change=${(event: Event) => this.aim(value(event) as TargetKind)}>
        ${kinds.map(([each, name]) => html`<option value=${each} ?selected=${each === kind} ?disabled=${each === "selection" && (rule.act === "pin" || rule.act === "bundle")}>${name}</option>`)}
      </select>
      ${kind === "selection" ? this.selection(target.selection ?? []) : kind === "set" ? this.set(target) : this.products(target.products ?? [])}`;
  }

  private selection(selection: readonly Condition[]) {
    const tell = (next: readonly Condition[]): void => this.change({ target: { selection: next } });
    return html`${selection.map(
        (condition, index) => html`${index > 0 ? html`<span class="quiet">and</span>` : nothing}
          <studio-condition
            selection
            .workshop=${this.workshop}
            .condition=${condition}
            @changed=${(event: CustomEvent<Condition>) => tell(put(selection, index, event.detail))}
            @dropped=${() => tell(selection.filter((_, at) => at !== index))}
          ></studio-condition>`,
      )}
      <button type="button" class="button quiet small" @click=${() => tell([...selection, { is: "category", any: [] }])}>+ ${selection.length === 0 ? "what" : "and"}</button>`;
  }

  private set(target: Target) {
    const { sets } = this.workshop;
    if (sets.length === 0) return html`<a href="#sets">Curate a first set</a>`;
    return html`<select class="pick" aria-label="Which set" @change=${(event: Event) => this.change({ target: { set: value(event) } })}>
      <option value="" ?selected=${!target.set}>choose…</option>
      ${sets.map(({ id, name, products: those }) => html`<option value=${id} ?selected=${id === target.set}>${name} (${those.length})</option>`)}
    </select>`;
  }

  private products(named: readonly string[]) {
    const tell = (next: readonly string[]): void => this.change({ target: { products: next } });
    return html`${named.map((id) => {
        const { title, picture } = products.of(id);
        return html`<span class="chip"><img src=${picture} alt="" width="26" height="26" />${title}<button type="button" aria-label="Without ${title}" @click=${() => tell(named.filter((each) => each !== id))}>${icon("close")}</button></span>`;
      })}
      <kit-product-picker .search=${this.workshop.studio.pick} label="Which product" hint=${named.length === 0 ? "Which product" : "One more product"} @chosen=${(event: CustomEvent<string>) => tell([...named.filter((each) => each !== event.detail), event.detail])}></kit-product-picker>`;
  }

  private where(rule: Rule) {
    const date = (label: string, now: string | null | undefined, told: (instant: string | null) => void) =>
      html`<label class="quiet">${label} <input class="pick" type="date" .value=${now ? now.slice(0, 10) : ""} @change=${(event: Event) => told(value(event) ? `${value(event)}T00:00:00Z` : null)} /></label>`;
    return html`<select class="pick" aria-label="In which list" @change=${(event: Event) => this.change({ list: (value(event) || null) as ListName | null })}>
        <option value="goes-with" ?selected=${rule.list === "goes-with"}>goes with it</option>
        <option value="step-up" ?selected=${rule.list === "step-up"}>step up</option>
        <option value="" ?selected=${!rule.list}>both lists</option>
      </select>
      ${date("from", rule.from, (from) => this.change({ from }))} ${date("until", rule.until, (until) => this.change({ until }))}`;
  }

  private turn(rule: Rule, act: Act): void {
    const named = act === "pin" || act === "bundle";
    const target: Target = named && rule.target.selection ? { products: [] } : rule.target;
    this.change({ act, target, ...NUMBERS[act] });
  }

  private aim(kind: TargetKind): void {
    this.change({ target: kind === "set" ? { set: "" } : kind === "products" ? { products: [] } : { selection: [] } });
  }

  private drop(rule: Rule): void {
    this.workshop.choose(null);
    void this.workshop.studio.edit((rules) => remove(rules, rule.id));
  }

  private change(changed: Partial<Rule>): void {
    this.workshop.change(changed);
  }
}

function put(conditions: readonly Condition[], at: number, condition: Condition): readonly Condition[] {
  return conditions.map((each, index) => (index === at ? condition : each));
}

function value(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

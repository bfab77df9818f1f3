// One rule as a sentence that one fills in: "When [boots] are at hand and [winter], [boost] [wool socks] [strongly]".
import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { products } from "../../kit/products.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { LAST_PLACE, placeName, put, remove } from "../model/rules.js";
import { endsEarly, remarkAt, wrong } from "../model/sense.js";
import { ACTS, STRENGTHS, sentence } from "../model/sentence.js";
import type { Act, Condition, ListName, Rule, Target } from "../model/wire.js";
import { missing, type Workshop } from "../model/workshop.js";
import "./condition.js";
import { pickLook, ruleEditorLook } from "./rule-editor-look.js";
import "./rule-target.js";

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
  static override styles = [base, controls, look, pickLook, ruleEditorLook];
  @property({ attribute: false }) workshop!: Workshop;
  private readonly watching = new Watching(this, () => [this.workshop, this.workshop?.studio, products]);

  override render() {
    void this.watching;
    const { rule } = this.workshop;
    if (!rule) return nothing;
    const lacks = missing(rule);
    return html`<section aria-label="Rule">
      <div class="name">
        <input id="name" aria-label="Name of the rule, as agents read it" placeholder="Name it for the agents" .value=${rule.name} maxlength="120" @change=${(event: Event) => this.change({ name: value(event).trim() })} />
        <button type="button" class="button quiet icon small" aria-label="Close the rule" title="Close (Esc)" @click=${() => this.workshop.choose(null)}>${icon("close")}</button>
      </div>
      <div class="sentence">
        <span class="word">When</span>
        <div class="parts">${this.when(rule)}</div>
        <span class="word">then</span>
        <div class="parts">${this.act(rule)} ${this.strength(rule)} <studio-rule-target .workshop=${this.workshop} .rule=${rule} @aimed=${(event: CustomEvent<Target>) => this.change({ target: event.detail })}></studio-rule-target> ${rule.act === "pin" ? this.place(rule) : nothing}</div>
        <span class="word">in</span>
        <div class="parts">${this.where(rule)}</div>
      </div>
      <div class="foot">
        <p class="said" role="status">${lacks ? html`<span class="lacks">${lacks}.</span>` : html`<span class="quiet">${sentence(rule, this.workshop.studio.names)}</span>`}</p>
        <span class="acts">
          <button type="button" class="button quiet small" ?disabled=${lacks !== null} @click=${() => this.workshop.copy(rule)}>Copy</button>
          <button type="button" class="button quiet small danger" @click=${() => this.drop(rule)}>Remove</button>
        </span>
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
            .fault=${wrong(condition) ?? remarkAt(this.workshop.studio.draft.value, rule, "when", index)}
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

  private where(rule: Rule) {
    const early = endsEarly(rule);
    const date = (label: string, now: string | null | undefined, told: (instant: string | null) => void) =>
      html`<label class="quiet">${label} <input class="pick" type="date" aria-invalid=${early ? "true" : "false"} aria-describedby=${early ? "early" : nothing} .value=${now ? now.slice(0, 10) : ""} @change=${(event: Event) => told(value(event) ? `${value(event)}T00:00:00Z` : null)} /></label>`;
    return html`<select class="pick" aria-label="In which list" @change=${(event: Event) => this.change({ list: (value(event) || null) as ListName | null })}>
        <option value="goes-with" ?selected=${rule.list === "goes-with"}>goes with it</option>
        <option value="step-up" ?selected=${rule.list === "step-up"}>step up</option>
        <option value="" ?selected=${!rule.list}>both lists</option>
      </select>
      ${date("from", rule.from, (from) => this.change({ from }))} ${date("until", rule.until, (until) => this.change({ until }))}
      ${early ? html`<span class="fault" id="early" role="alert">${icon("problem")} ${early}.</span>` : nothing}`;
  }

  private turn(rule: Rule, act: Act): void {
    const named = act === "pin" || act === "bundle";
    const target: Target = named && rule.target.selection ? { products: [] } : rule.target;
    this.change({ act, target, ...NUMBERS[act] });
  }

  private drop(rule: Rule): void {
    this.workshop.choose(null);
    void this.workshop.studio.edit((rules) => remove(rules, rule.id));
  }

  private change(changed: Partial<Rule>): void {
    this.workshop.change(changed);
  }
}

function value(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

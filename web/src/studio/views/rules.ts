// The rules as sentences that one fills in, the ones about the product at hand first.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { products } from "../../kit/products.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { change, onlyAtHand, placeName, remove } from "../model/rules.js";
import { sentence } from "../model/sentence.js";
import type { Studio } from "../model/studio.js";
import type { ListName, Rule } from "../model/wire.js";

const PLACES = [1, 2, 3, 4, 5, 6, 7, 8, 9];

@customElement("studio-rules")
export class StudioRules extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    css`
      :host {
        display: block;
        font-size: var(--of-text-s);
      }
      h2 {
        margin-bottom: 6px;
        font: 650 var(--of-text-m) / 1.3 var(--of-font);
      }
      h3 {
        margin: 12px 0 6px;
        color: var(--of-text-2);
        font: 650 var(--of-text-xs) / 1.4 var(--of-font);
      }
      ul {
        display: grid;
        gap: 6px;
      }
      li {
        padding: 8px 10px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        line-height: 1.9;
      }
      .top {
        display: flex;
        gap: 6px;
        align-items: center;
        line-height: 1.4;
      }
      .top input {
        flex: 1;
        min-width: 0;
        padding: 2px 4px;
        border: 1px solid transparent;
        border-radius: 4px;
        background: none;
        color: var(--of-money);
        font: 650 var(--of-text-s) / 1.5 var(--of-font);
      }
      .top input:hover {
        border-color: var(--of-line);
      }
      .top > .icon {
        color: var(--of-money);
      }
      select {
        max-width: 100%;
        padding: 0 2px;
        border: 0;
        border-bottom: 1px dashed var(--of-line-strong);
        border-radius: 2px;
        background: none;
        color: var(--of-accent);
        font: 600 var(--of-text-s) / 1.6 var(--of-font);
        cursor: pointer;
      }
      option {
        background: var(--of-surface);
        color: var(--of-text);
      }
      .other {
        line-height: 1.5;
      }
    `,
  ];
  @property({ attribute: false }) studio!: Studio;
  private readonly watching = new Watching(this, () => [this.studio, products]);

  override render() {
    void this.watching;
    const product = this.studio.detail.value?.product;
    const all = this.studio.rules;
    const told = new Set((this.studio.detail.value?.rules ?? []).map((rule) => rule.id));
    const here = product ? all.filter((rule) => told.has(rule.id) || onlyAtHand(rule) === product.id) : [];
    const others = all.filter((rule) => !here.includes(rule));
    return html`<section aria-labelledby="heading">
      <h2 id="heading">Rules</h2>
      ${all.length === 0 ? html`<p class="quiet">No rule yet. Pin or exclude a product, and its rule stands here as a sentence.</p>` : nothing}
      ${here.length > 0 ? html`<ul role="list">${here.map((rule) => html`<li>${this.filled(rule)}</li>`)}</ul>` : nothing}
      ${others.length > 0
        ? html`<h3>Elsewhere</h3>
            <ul role="list">
              ${others.map((rule) => html`<li class="other">${this.plain(rule)} ${this.go(rule)}</li>`)}
            </ul>`
        : nothing}
    </section>`;
  }

  private filled(rule: Rule) {
    return html`<div class="top">
        ${icon(rule.act === "exclude" ? "ban" : "pin")}
        <input aria-label="Name of the rule, as agents read it" .value=${rule.name} maxlength="80" @change=${(event: Event) => this.rename(rule, event)} />
        <button type="button" class="button quiet icon small" aria-label="Remove the rule ${rule.name}" title="Remove" @click=${() => void this.studio.edit((rules) => remove(rules, rule.id))}>${icon("close")}</button>
      </div>
      <div>${this.plain(rule)} ${rule.act === "pin" ? this.place(rule) : nothing} ${this.list(rule)}</div>`;
  }

  private plain(rule: Rule) {
    return sentence(rule, this.studio.names);
  }

  private go(rule: Rule) {
    const product = onlyAtHand(rule);
    return product ? html`<a href="#${product}">Open</a>` : nothing;
  }

  private place(rule: Rule) {
    return html`<select aria-label="Place" @change=${(event: Event) => this.change(rule, { place: Number(value(event)) })}>
      ${PLACES.map((place) => html`<option value=${place} ?selected=${place === rule.place}>${placeName(place)}</option>`)}
    </select>`;
  }

  private list(rule: Rule) {
    return html`<select aria-label="List" @change=${(event: Event) => this.change(rule, { list: value(event) as ListName })}>
      <option value="goes-with" ?selected=${rule.list === "goes-with"}>goes with it</option>
      <option value="step-up" ?selected=${rule.list === "step-up"}>step up</option>
    </select>`;
  }

  private rename(rule: Rule, event: Event): void {
    const name = value(event).trim();
    if (name) this.change(rule, { name });
  }

  private change(rule: Rule, changed: Partial<Rule>): void {
    void this.studio.edit((rules) => change(rules, rule.id, changed));
  }
}

function value(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

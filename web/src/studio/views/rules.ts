// The rules that have a say about the product at hand, as sentences; each opens in the rules' own room.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { products } from "../../kit/products.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { remove } from "../model/rules.js";
import { sentence } from "../model/sentence.js";
import type { Studio } from "../model/studio.js";
import type { Rule } from "../model/wire.js";
import { headings } from "./studio-look.js";

@customElement("studio-rules")
export class StudioRules extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    headings,
    css`
      :host {
        display: block;
        font-size: var(--of-text-s);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-bottom: 6px;
      }
      .part {
        margin: 0;
      }
      ul {
        display: grid;
        gap: 6px;
        margin-bottom: 8px;
      }
      li {
        padding: 8px 10px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        line-height: 1.5;
      }
      .top {
        display: flex;
        gap: 6px;
        align-items: center;
      }
      .top a {
        flex: 1;
        min-width: 0;
        color: var(--of-money);
        font-weight: 650;
        text-decoration: none;
      }
      .top a:hover {
        text-decoration: underline;
      }
    `,
  ];
  @property({ attribute: false }) studio!: Studio;
  private readonly watching = new Watching(this, () => [this.studio, products]);

  override render() {
    void this.watching;
    const told = new Set((this.studio.detail.value?.rules ?? []).map((rule) => rule.id));
    const here = this.studio.rules.filter((rule) => told.has(rule.id));
    const others = this.studio.rules.length - here.length;
    return html`<section aria-labelledby="heading">
      <div class="head">
        <h2 class="part" id="heading">Rules here</h2>
        <a href="#rules">All rules (${this.studio.rules.length})</a>
      </div>
      ${here.length === 0 ? html`<p class="quiet">${others === 0 ? "No rule yet." : "None of them speaks here."} Pin or exclude a product, or write a rule.</p>` : nothing}
      <ul role="list">
        ${here.map((rule) => html`<li>${this.rule(rule)}</li>`)}
      </ul>
    </section>`;
  }

  private rule(rule: Rule) {
    return html`<div class="top">
        <a class="line" href="#rules/${rule.id}">${rule.name}</a>
        <button type="button" class="button quiet icon small" aria-label="Remove the rule ${rule.name}" title="Remove" @click=${() => void this.studio.edit((rules) => remove(rules, rule.id))}>${icon("close")}</button>
      </div>
      ${sentence(rule, this.studio.names)}`;
  }
}

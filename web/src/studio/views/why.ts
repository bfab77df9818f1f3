// Why a product stands where it does in a list, or does not: the answer, its place, what each signal says, raw counts, the
// rule that has a hand in it, and what to do about it.
import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { count } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { products } from "../../kit/products.js";
import { Resource } from "../../kit/resource.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { asSentence, type Why } from "../../kit/why.js";
import { placeWord, remove } from "../model/rules.js";
import type { Studio } from "../model/studio.js";
import { bars, counts, nextStep, ruleWords, silent, type Bar } from "../model/why.js";
import type { Detail, ListName } from "../model/wire.js";
import { whyLook } from "./why-look.js";

/** So many the desk shows of a list. */
const AT_THE_DESK: Readonly<Record<ListName, number>> = { "goes-with": 6, "step-up": 3 };

/** Events: `closed`, and `pinned` with the product's handle. */
@customElement("studio-why")
export class StudioWhy extends LitElement {
  static override styles = [base, controls, marks, look, whyLook];
  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) detail!: Detail;
  @property() list: ListName = "goes-with";
  @property() product = "";
  private readonly watching = new Watching(this, () => [this.studio, products]);
  private readonly why = new Resource(
    this,
    () => [this.detail.product.id, this.product, this.list, this.studio.draft.value?.version ?? 0, this.studio.situation] as const,
    (atHand, product, list, _version, _situation, signal) => this.studio.why(atHand, product, list, signal),
    { keep: (now, before) => now[0] === before[0] && now[1] === before[1] && now[2] === before[2] },
  );

  override render() {
    void this.watching;
    const { title, picture } = products.of(this.product);
    return html`<section class="card" aria-label="Why ${title} is here or not" @keydown=${this.pressed}>
      <header>
        <img src=${picture} alt="" width="48" height="48" />
        <div class="what">
          <h3>${title}</h3>
          <p class="answer" role="status">${this.why.value ? asSentence(this.why.value.answer) : ""}</p>
        </div>
        <button type="button" class="button quiet icon small" aria-label="Close" title="Close (Esc)" @click=${this.close}>${icon("close")}</button>
      </header>
      ${this.why.render({ ready: (why) => this.told(why), skeleton: () => html`<kit-skeleton lines="5"></kit-skeleton>`, failed: "Why could not be told." })}
    </section>`;
  }

  private told(why: Why) {
    const rule = ruleWords(why);
    const shown = bars(why.terms);
    const still = silent(why.terms);
    return html`${why.rankedAt ? this.ladder(why.rankedAt, why) : nothing}
      <div class="parts">
        ${why.terms.length > 0
          ? html`<section>
              <h4>What the signals say <span>of what the best candidate has</span></h4>
              <ul role="list" class="bars">${shown.map(bar)}</ul>
              ${still.length > 0 ? html`<p class="quiet small silent">Silent: ${still.join(", ").toLowerCase()}.</p>` : nothing}
            </section>`
          : nothing}
        <section>
          <h4>${why.list === "goes-with" ? "Orders" : "Compared"}</h4>
          <ul role="list" class="counts">
            ${why.list === "goes-with" ? counts(why, (id) => products.of(id).title).map((line) => html`<li>${asSentence(line)}</li>`) : nothing}
            ${why.evidence.map((line) => html`<li>${asSentence(line)}</li>`)}
            ${why.list === "step-up" && why.evidence.length === 0 ? html`<li>Nothing speaks for it as a step up.</li>` : nothing}
          </ul>
        </section>
      </div>
      ${rule ? html`<p class="by">${icon(why.excludedBy ? "ban" : "pin")} <span>${asSentence(rule)}</span></p>` : nothing} ${this.next(why)}`;
  }

  /** Where it stands among all candidates, with what is shown of them. */
  private ladder(rankedAt: number, { of, place }: Why) {
    const desk = AT_THE_DESK[this.list];
    const at = (each: number): string => `${Math.min(100, (100 * each) / Math.max(of, desk, 1)).toFixed(2)}%`;
    return html`<div class="place">
      <p><b class="numbers">${placeWord(rankedAt)}</b> of ${count(of, "candidate", "candidates")} by the ranking alone${place && place !== rankedAt ? html`, shown ${placeWord(place)}` : nothing}</p>
      <div class="ladder" aria-hidden="true">
        <span class="desk" .style=${`width: ${at(desk)}`}></span>
        <span class="dot" .style=${`left: ${at(rankedAt - 0.5)}`}></span>
      </div>
      <p class="quiet small">The desk shows the first ${desk}.</p>
    </div>`;
  }

  private next(why: Why) {
    const step = nextStep(why, this.studio.rules, { product: this.detail.product.id, list: this.list });
    if (!step) return nothing;
    const { title } = products.of(why.product);
    if (step.kind === "open") return html`<p class="next"><a class="button small" href="#rules/${step.rule}">Open the rule</a></p>`;
    if (step.kind === "allow") {
      return html`<p class="next"><button type="button" class="button small" @click=${() => void this.studio.edit((rules) => remove(rules, step.rule.id))}>Allow it again</button></p>`;
    }
    return html`<p class="next"><button type="button" class="button small" @click=${() => this.dispatchEvent(new CustomEvent("pinned", { detail: why.product }))}>${icon("pin")} Pin ${title} to the top</button></p>`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.close();
  };

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent("closed"));
  };
}

function bar({ name, share, adds, against }: Bar) {
  const percent = Math.round(100 * share);
  return html`<li>
    <span class="name">${name}</span>
    <span class="track" aria-hidden="true"><i class=${against ? "against" : ""} .style=${`width: ${percent}%`}></i></span>
    <span class="numbers">${percent}&nbsp;%</span>
    <span class="adds numbers ${against ? "against" : ""}" title="What it adds to the score">${adds}</span>
  </li>`;
}

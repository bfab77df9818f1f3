// The draft tried on last month's orders: hit rate and margin now and then, and how sure that is.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { count, money } from "../../kit/format.js";
import { look } from "../../kit/look.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Effect, Trial } from "../model/wire.js";
import type { Workshop } from "../model/workshop.js";
import { block, headings } from "./studio-look.js";

const VERDICTS: Readonly<Record<string, readonly [string, string]>> = {
  better: ["done", "more hits, and that is hardly chance"],
  worse: ["problem", "fewer hits, and that is hardly chance"],
  unclear: ["", "no clear difference in hits"],
  untouched: ["", "nothing would have changed"],
  "too-few": ["waiting", "too few orders to tell"],
};

@customElement("studio-effect")
export class StudioEffect extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    headings,
    block,
    css`
      h3 {
        margin: 12px 0 4px;
        font: 650 var(--of-text-xs) / 1.4 var(--of-font);
      }
      .bar {
        display: grid;
        grid-template-columns: 38px minmax(0, 1fr) 64px;
        gap: 8px;
        align-items: center;
        min-height: 24px;
      }
      .bar .numbers {
        font-weight: 600;
        text-align: right;
      }
      .track {
        height: 10px;
        border-radius: 5px;
        background: var(--of-surface-3);
        overflow: hidden;
      }
      .fill {
        height: 100%;
        border-radius: 5px;
        background: var(--of-text-2);
      }
      .draft .fill {
        background: var(--of-accent);
      }
      .sure,
      .ranking {
        margin-top: 10px;
      }
      button {
        margin-top: 10px;
      }
      progress {
        width: 100%;
        height: 6px;
        margin-top: 10px;
        accent-color: var(--of-accent);
      }
    `,
  ];
  @property({ attribute: false }) workshop!: Workshop;
  private readonly watching = new Watching(this, () => [this.workshop, this.workshop?.studio]);

  override render() {
    void this.watching;
    const { trial, studio } = this.workshop;
    const draft = studio.draft.value;
    const none = (studio.differences?.length ?? 0) === 0;
    const old = trial?.state === "done" && trial.version !== (draft?.version ?? 0);
    return html`<section aria-labelledby="heading">
      <h2 class="part" id="heading">Estimated effect</h2>
      ${trial?.effect && !(none && old) ? this.effect(trial.effect, trial, old) : html`<p class="quiet">${none ? "The draft is what is live: there is nothing to try." : "Would the draft have shown more of what people went on to buy?"}</p>`}
      ${trial?.state === "running"
        ? html`<progress max=${Math.max(1, trial.of)} value=${trial.done} aria-label="Orders tried"></progress>
            <p class="quiet" role="status">${trial.done} of ${trial.of || "…"} orders tried</p>`
        : html`<button type="button" class="button small" ?disabled=${none || studio.saving !== null} @click=${() => void this.workshop.tryOut()}>${trial?.effect ? "Try again" : "Try on last month's orders"}</button>`}
      ${trial?.state === "failed" ? html`<p role="alert">The trial broke off. Try again in a moment.</p>` : nothing}
    </section>`;
  }

  private effect(effect: Effect, trial: Trial, old: boolean) {
    const { live, draft } = effect;
    const [tone, says] = VERDICTS[trial.verdict ?? ""] ?? ["", ""];
    const { currency } = this.workshop.choices;
    const most = Math.max(live.hitRate, draft.hitRate, 0.0001);
    const mostMargin = Math.max(live.margin, draft.margin, 0.0001);
    return html`${old ? html`<p class="mark waiting">of an older draft</p>` : nothing}
      <p><span class="mark ${tone}">${says}</span></p>
      <h3>Hit rate <span class="quiet">another line of the order was shown</span></h3>
      ${bar("now", live.hitRate / most, percent(live.hitRate), "")} ${bar("then", draft.hitRate / most, percent(draft.hitRate), "draft")}
      ${effect.marginKnown == null
        ? nothing
        : html`<h3>Margin of hits <span class="quiet">for a hundred looks</span></h3>
            ${bar("now", live.margin / mostMargin, amount(live.margin, currency), "")} ${bar("then", draft.margin / mostMargin, amount(draft.margin, currency), "draft")}`}
      <p class="quiet sure">
        Difference in hits ${points(draft.hitRate - live.hitRate)}, with 95 % confidence from ${points(effect.low)} to ${points(effect.high)}. ${count(effect.orders, "order", "orders")},
        ${count(effect.asked, "product", "products")} at hand; the draft shows something else for ${effect.touched}.
        ${effect.marginKnown == null ? "" : `The cost of ${percent(effect.marginKnown)} of the hits is known.`} Stock and season of today.
      </p>
      <p class="quiet ranking">Ranked by ${effect.learnedAt ? `the lesson of ${lessonTime(effect.learnedAt)}` : "what is bought together, before anything was learned"}, without having seen these orders.</p>`;
  }
}

function bar(name: string, share: number, figure: string, kind: string) {
  return html`<div class="bar ${kind}">
    <span class="quiet">${name}</span>
    <div class="track"><div class="fill" .style=${`width: ${(100 * share).toFixed(1)}%`}></div></div>
    <span class="numbers">${figure}</span>
  </div>`;
}

const lessonTime = (at: string): string => new Date(at).toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const points = (share: number): string => `${share < 0 ? "−" : "+"}${Math.abs(100 * share).toFixed(1)}`;

const amount = (minor: number, currency: string): string => money({ minor: Math.round(100 * minor), currency: currency || "EUR" });

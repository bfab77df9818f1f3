// What the gate said of the last lesson: on orders held out, on what was chosen of what agents were shown, on visits.
import { LitElement, css, html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { count } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { base, marks } from "../../kit/styles.js";
import "../../kit/time.js";
import { finding, findingWords, range, sentence } from "../model/ranking-words.js";
import type { Chosen, Lesson, Standing } from "../model/ranking-wire.js";
import { listName } from "../model/rules.js";
import { column } from "./studio-look.js";
import { verdictLook } from "./training-verdict.js";

const TONES = { better: "done", worse: "problem", unclear: "", "too-few": "" } as const;
/** Further than this from nought the picture does not reach. */
const WIDEST = 0.1;

@customElement("studio-gate")
export class StudioGate extends LitElement {
  static override styles = [
    base,
    marks,
    look,
    column,
    verdictLook,
    css`
      h3 {
        font: 600 var(--of-text-s) / 1.4 var(--of-font);
      }
      .lists {
        display: grid;
        gap: 14px;
        margin-top: 18px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 2px 12px;
      }
      svg.range {
        display: block;
        width: 100%;
        height: 22px;
        margin-top: 4px;
        overflow: visible;
      }
      .ground {
        fill: var(--of-surface-3);
      }
      .value {
        fill: var(--of-accent);
      }
      .spread {
        fill: color-mix(in srgb, var(--of-accent) 35%, transparent);
      }
      .nought {
        fill: var(--of-text);
      }
      .ends {
        display: flex;
        justify-content: space-between;
        color: var(--of-text-2);
        font-size: var(--of-text-xs);
      }
      .visits {
        margin-top: 16px;
        padding-top: 14px;
        border-top: 1px solid var(--of-line);
      }
    `,
  ];
  @property({ attribute: false }) lesson!: Lesson;
  @property({ attribute: false }) looks!: Standing["looks"];

  override render() {
    const { report, by, seconds } = this.lesson;
    return html`<section aria-labelledby="gate">
      <h2 id="gate">What the gate said</h2>
      <p class="quiet">${by ? `Trained by ${by}` : "Trained by itself"} · <kit-time at=${report.at}></kit-time> · ${Math.max(1, Math.round(seconds))} s · ${count(report.choices, "purchase", "purchases")}</p>
      <p class="verdict ${report.used ? "passed" : ""}">${icon(report.used ? "done" : "problem")} <span>${sentence(report)}</span></p>
      ${report.chosen.length === 0 ? nothing : html`<div class="lists">${report.chosen.map(chosenOf)}</div>`}
      ${this.visits()}
    </section>`;
  }

  private visits() {
    const { visits, at, used } = this.looks;
    const said = at
      ? html`${used ? "Learned" : "Not used: no better than the best signal alone"} <kit-time at=${at}></kit-time>`
      : "Too few to learn from yet";
    return html`<div class="head visits">
      <h3>What visitors look at next</h3>
      <span class="quiet">${said} · ${count(visits, "visit", "visits")}</span>
    </div>`;
  }
}

function chosenOf(chosen: Chosen) {
  const what = finding(chosen);
  return html`<section aria-label="What was chosen of “${listName(chosen.list)}”">
    <div class="head">
      <h3>What agents and customers chose of “${listName(chosen.list)}”</h3>
      <span class="mark ${TONES[what]}">${findingWords(chosen)}</span>
    </div>
    ${chosen.enough ? spread(chosen) : meter(chosen.choices / chosen.needed)}
  </section>`;
}

function meter(part: number) {
  return html`<svg class="range" viewBox="0 0 100 22" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="ground" y="8" width="100" height="6" rx="1" /><rect class="value" y="8" width=${Math.max(0.5, 100 * Math.min(1, part))} height="6" rx="1" />`}
  </svg>`;
}

/** The gain with what it may truly be; the mark in the middle is nought: no better, no worse. */
function spread(chosen: Chosen) {
  const at = (gain: number): number => 50 + (50 * Math.max(-WIDEST, Math.min(WIDEST, gain))) / WIDEST;
  const [low, high] = range(chosen).map(at) as [number, number];
  return html`<svg class="range" viewBox="0 0 100 22" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class="ground" y="10" width="100" height="2" /><rect class="spread" x=${low} y="6" width=${high - low} height="10" rx="1" /><rect class="value" x=${at(chosen.gain) - 0.4} y="3" width="0.8" height="16" rx="0.4" /><rect class="nought" x="49.85" width="0.3" height="22" />`}
    </svg>
    <p class="ends" aria-hidden="true"><span>further down</span><span>as before</span><span>further up</span></p>
    <p class="quiet">${count(chosen.choices, "choice", "choices")}; on those held out 1 / place changed by ${signed(chosen.gain)} ± ${chosen.error.toFixed(3)}.</p>`;
}

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`;

declare global {
  interface HTMLElementTagNameMap {
    "studio-gate": StudioGate;
  }
}

// The ranking: which one is live and what it learned from, what the gate said, learning anew, and all lessons so far.
import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { later } from "../../kit/clock.js";
import { HeldFocus } from "../../kit/focus.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import "../../kit/states.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { learnedFrom, share, signalName } from "../model/ranking-words.js";
import type { Stage, Standing } from "../model/ranking-wire.js";
import type { Ranking } from "../model/ranking.js";
import "./ranking-gate.js";
import "./ranking-lessons.js";
import { rankingLook } from "./ranking-look.js";
import { stages, stagesLook } from "./stages.js";
import { column, floating } from "./studio-look.js";

const STAGES: readonly (readonly [Stage, string])[] = [
  ["reading", "Read orders and choices"],
  ["counting", "Count without the latest orders, and ask about these"],
  ["weighing", "Weigh the signals, and judge"],
  ["deciding", "Decide"],
];
const STAGE_NAMES = STAGES.map(([, name]) => name);

@customElement("studio-ranking")
export class StudioRanking extends LitElement {
  static override styles = [base, controls, look, column, stagesLook, floating, rankingLook];
  @property({ attribute: false }) ranking!: Ranking;
  protected readonly focused = new HeldFocus(this, [".stages", ".learn .button:enabled", "h2"]);
  private readonly watching = new Watching(this, () => [this.ranking]);
  private readonly patience = later(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.ranking.load();
  }

  override render() {
    void this.watching;
    const { value, state, failure } = this.ranking.standing;
    if (!value) {
      if (state === "failed") return html`<kit-failed what="The ranking could not be loaded." .failure=${failure} @retry=${() => this.ranking.load()}></kit-failed>`;
      return this.patience.over ? html`<kit-skeleton lines="12"></kit-skeleton>` : nothing;
    }
    const { saying } = this.ranking;
    const last = value.lessons[0];
    return html`<div class="page">
        ${state === "failed" ? html`<kit-offline @retry=${() => this.ranking.load()}></kit-offline>` : nothing}
        <div class="main">
          ${this.live(value)} ${last ? html`<studio-gate class="card" .lesson=${last} .looks=${value.looks}></studio-gate>` : nothing}
        </div>
        <div class="side">
          ${this.learn(value)}
          <studio-lessons class="card" .lessons=${value.lessons} .live=${value.live?.at ?? null}></studio-lessons>
        </div>
      </div>
      <p class="saying ${saying?.bad ? "bad" : ""}" role="status">${saying ? html`${icon(saying.bad ? "problem" : "done")} <span>${saying.text}</span>` : nothing}</p>`;
  }

  private live(standing: Standing) {
    const { live } = standing;
    return html`<section class="card" aria-labelledby="live">
      <h2 id="live" tabindex="-1">The live ranking ${live ? html`<span class="quiet since">since ${moment(live.at)}</span>` : nothing}</h2>
      <p class="quiet">${learnedFrom(standing)}</p>
      ${live
        ? html`<dl class="bars" aria-label="Of what was bought in orders it had not seen, among the first ten">
              ${bar("This ranking", live.hits, "own")} ${bar(`Best signal alone: ${signalName(live.bestSignal)}`, live.bestSignalHits, "")}
            </dl>
            <p class="quiet">Of what was bought in orders it had not seen, so much was among the first ten.</p>`
        : nothing}
    </section>`;
  }

  private learn({ learning, next }: Standing) {
    const { busy } = this.ranking;
    if (learning || busy) {
      const at = learning ? STAGES.findIndex(([stage]) => stage === learning.stage) : 0;
      return html`<section class="card learn" aria-label="Learning">${stages(STAGE_NAMES, at, 0)}</section>`;
    }
    return html`<section class="card learn" aria-label="Learning">
      <button type="button" class="button primary" @click=${() => void this.ranking.learn()}>${icon("spark")} Train now</button>
      <p class="quiet">${next ? html`By itself ${night(next)}.` : "By itself every night."} Nothing changes unless the new one does better.</p>
    </section>`;
  }
}

function bar(name: string, hits: number, kind: string) {
  return html`<div class=${kind}>
    <dt>${name}</dt>
    <dd class="numbers">${share(hits)}</dd>
    <dd class="track" aria-hidden="true"><div class="fill" .style=${`width: ${(100 * hits).toFixed(1)}%`}></div></dd>
  </div>`;
}

const moment = (at: string): string => new Date(at).toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** "today at 04:40", in the time of whoever reads it. */
function night(next: string): string {
  const at = new Date(next);
  const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const today = at.toDateString() === new Date().toDateString();
  return `${today ? "today" : "tomorrow"} at ${time}, then every night`;
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-ranking": StudioRanking;
  }
}

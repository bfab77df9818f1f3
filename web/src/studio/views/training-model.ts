// The model card: what is live and what it reaches, training and its verdict, versions, what is confused.
import { LitElement, css, html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { later } from "../../kit/clock.js";
import { count } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import "../../kit/states.js";
import { base, controls, marks } from "../../kit/styles.js";
import "../../kit/time.js";
import { Watching } from "../../kit/watch.js";
import { confusions, figure, filled, label, nameOf, percent, shown } from "../model/reading.js";
import type { Training } from "../model/training.js";
import type { Bound, Check, Overview, TrainingJob, Verdict, Version } from "../model/training-wire.js";

const STAGES: readonly (readonly [TrainingJob["stage"], string])[] = [
  ["corrections", "Gather corrections"],
  ["training", "Train"],
  ["judging", "Judge it beside the live one"],
  ["deciding", "Decide"],
];
const VERSIONS = 8;
const PAIRS = 8;

@customElement("studio-model")
export class StudioModel extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    css`
      :host {
        display: block;
        padding: 20px 20px 48px;
        background: var(--of-surface);
        color: var(--of-text);
        font: var(--of-text-s) / 1.5 var(--of-font);
      }
      section + section {
        margin-top: 24px;
        padding-top: 20px;
        border-top: 1px solid var(--of-line);
      }
      h2 {
        font: 650 var(--of-text-m) / 1.3 var(--of-font);
      }
      h2 + * {
        margin-top: 4px;
      }
      .meters {
        display: grid;
        gap: 8px;
        margin-block: 12px 10px;
      }
      .meters > div {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: 2px 12px;
      }
      .meters dd {
        font-weight: 600;
      }
      .meters .gauge {
        grid-column: 1 / -1;
        line-height: 0;
      }
      .meter {
        width: 100%;
        height: 10px;
        overflow: visible;
      }
      .meter .ground {
        fill: var(--of-surface-3);
      }
      .meter .value {
        fill: var(--of-accent);
      }
      .meter .value.out {
        fill: var(--of-problem);
      }
      .meter .bound {
        fill: var(--of-text);
      }
      .train {
        display: grid;
        gap: 10px;
        margin-top: 16px;
      }
      .train .button {
        width: 100%;
      }
      .stages {
        display: grid;
        gap: 6px;
        padding: 12px;
        border-radius: var(--of-radius);
        background: var(--of-surface-2);
      }
      .stages li {
        display: grid;
        grid-template-columns: 18px minmax(0, 1fr) max-content;
        gap: 8px;
        align-items: center;
        color: var(--of-text-2);
      }
      .stages .now {
        color: var(--of-text);
        font-weight: 600;
      }
      .stages .over .icon {
        color: var(--of-done);
      }
      .dot {
        justify-self: center;
        width: 8px;
        height: 8px;
        border: 2px solid var(--of-line-strong);
        border-radius: 50%;
      }
      .now .dot {
        border-color: var(--of-accent);
        background: var(--of-accent);
      }
      progress {
        width: 100%;
        height: 6px;
        accent-color: var(--of-accent);
      }
      .verdict {
        display: flex;
        gap: 8px;
        margin-top: 10px;
        padding: 10px 12px;
        border-radius: var(--of-radius);
        background: var(--of-waiting-soft);
        color: var(--of-waiting);
      }
      .verdict.passed {
        background: var(--of-done-soft);
        color: var(--of-done);
      }
      .verdict .icon {
        margin-top: 2px;
      }
      .warning {
        display: flex;
        gap: 8px;
        margin-top: 10px;
        color: var(--of-waiting);
        font-weight: 600;
      }
      .wrong {
        display: flex;
        gap: 8px;
        color: var(--of-problem);
        font-weight: 600;
      }
      table {
        width: 100%;
        margin-top: 10px;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 5px 0 5px 10px;
        border-bottom: 1px solid var(--of-line);
        text-align: right;
        white-space: nowrap;
      }
      th:first-child,
      td:first-child {
        padding-left: 0;
        text-align: left;
        white-space: normal;
      }
      thead th {
        color: var(--of-text-2);
        font: 600 var(--of-text-xs) / 1.4 var(--of-font);
      }
      tbody th {
        font-weight: 400;
      }
      td.failed {
        color: var(--of-problem);
        font-weight: 650;
      }
      td.held {
        font-weight: 600;
      }
      .versions,
      .pairs {
        display: grid;
        gap: 2px;
        margin-top: 8px;
      }
      .versions > li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 8px;
        align-items: center;
        min-height: 44px;
        padding: 6px 0;
        border-bottom: 1px solid var(--of-line);
      }
      .versions li:last-child {
        border-bottom: 0;
      }
      .versions details {
        grid-column: 1 / -1;
      }
      summary {
        border-radius: var(--of-radius-s);
        cursor: pointer;
      }
      .versions summary {
        width: fit-content;
        color: var(--of-accent);
        font-size: var(--of-text-xs);
        font-weight: 600;
      }
      .pairs summary {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 8px;
        padding: 7px 8px;
        margin-inline: -8px;
        list-style: none;
      }
      .pairs summary::-webkit-details-marker {
        display: none;
      }
      .pairs summary:hover {
        background: var(--of-surface-2);
      }
      .pairs b {
        font-weight: 600;
      }
      .examples {
        display: grid;
        gap: 4px;
        padding: 2px 0 10px 12px;
        border-left: 2px solid var(--of-line);
        color: var(--of-text-2);
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) training!: Training;
  private readonly watching = new Watching(this, () => [this.training]);
  private readonly patience = later(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("role", "complementary");
    this.setAttribute("aria-label", "Model and training");
  }

  override render() {
    void this.watching;
    const { value, state, failure } = this.training.overview;
    if (!value) {
      if (state === "failed") return html`<kit-failed what="The model could not be loaded." .failure=${failure} @retry=${() => this.training.loadOverview()}></kit-failed>`;
      return this.patience.over ? html`<kit-skeleton lines="12"></kit-skeleton>` : nothing;
    }
    return html`${state === "failed" ? html`<kit-offline @retry=${() => this.training.loadOverview()}></kit-offline>` : nothing}
    ${this.live(value)} ${this.last(value)} ${this.confused(value)} ${this.versions(value)}`;
  }

  private live(overview: Overview) {
    const { live, bounds } = overview;
    return html`<section aria-labelledby="live">
      <h2 id="live">The live model</h2>
      ${live
        ? html`<p class="quiet">${origin(live)}</p>
            ${overview.otherBuild ? html`<p class="warning">${icon("problem")} <span>What was live was trained by another build and does not fit this one. Train again to learn from your corrections.</span></p>` : nothing}
            <dl class="meters">${bounds.map((bound) => meter(live, bound))}</dl>
            <p class="quiet">On ${(live.figures.known + live.figures.unknown).toLocaleString("en-GB")} messages that it has never seen. The mark is what every model must reach.</p>`
        : html`<p class="quiet" role="status">It is being judged for the first time …</p>
            <kit-skeleton lines="6"></kit-skeleton>`}
      <div class="train">${this.train(overview)}</div>
    </section>`;
  }

  private train(overview: Overview) {
    const { job, fresh, live } = overview;
    if (job?.state === "running") return progress(job);
    const untaught = fresh === 0 && (live?.ofBuild ?? true);
    const waits = untaught ? "Say of some messages what they mean first." : fresh === 0 ? "No correction since then." : `${count(fresh, "correction", "corrections")} to learn from.`;
    return html`${job?.state === "failed" ? html`<p class="wrong" role="alert">${icon("problem")} <span>${job.problem}</span></p>` : nothing}
      <button type="button" class="button ${fresh > 0 ? "primary" : ""}" ?disabled=${untaught || this.training.busy === "train"} @click=${() => this.training.train()}>${icon("spark")} Train now</button>
      <p class="quiet">${waits}</p>`;
  }

  /** What came of the last training. */
  private last({ versions, job }: Overview) {
    const version = versions.find((each) => each.id === job?.version) ?? versions.find((each) => !each.ofBuild);
    const verdict = version?.verdict;
    if (!version || !verdict || job?.state === "running") return nothing;
    return html`<section aria-labelledby="last">
      <h2 id="last">Last training</h2>
      <p class="quiet">${version.by ? `By ${version.by}` : "Trained"} with ${count(version.lessons, "correction", "corrections")} in ${Math.max(1, Math.round(version.seconds))} s · <kit-time at=${version.at}></kit-time></p>
      ${judged(verdict)}
    </section>`;
  }

  private confused(overview: Overview) {
    const pairs = confusions(overview).slice(0, PAIRS);
    return html`<section aria-labelledby="confused">
      <h2 id="confused">Most confused</h2>
      ${pairs.length === 0
        ? html`<p class="quiet">Nothing was taken for anything else yet.</p>`
        : html`<ul class="pairs" role="list">
            ${pairs.map(
              (pair) => html`<li>
                <details>
                  <summary>
                    <span><b>${nameOf(pair.intent)}</b> <span class="quiet">read as</span> ${nameOf(pair.readAs)}</span>
                    <span class="mark numbers">${pair.times}<span class="visually-hidden"> times</span></span>
                  </summary>
                  <ul class="examples" role="list">
                    ${pair.examples.map((example) => html`<li>“${example}”</li>`)}
                  </ul>
                </details>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }

  private versions({ versions, live }: Overview) {
    return html`<section aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      ${versions.length === 0 ? html`<p class="quiet">None yet.</p>` : nothing}
      <ul class="versions" role="list">
        ${versions.slice(0, VERSIONS).map(
          (version) => html`<li>
            <span>
              <b>${version.ofBuild ? "Came with the build" : count(version.lessons, "correction", "corrections")}</b>
              <span class="quiet">· ${percent(version.figures.accuracy)} · <kit-time at=${version.at}></kit-time>${version.by ? ` by ${version.by}` : ""}</span>
            </span>
            ${this.standing(version, live?.id === version.id)}
            ${version.verdict && version.state === "refused"
              ? html`<details>
                  <summary>Why it was refused</summary>
                  ${judged(version.verdict)}
                </details>`
              : nothing}
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private standing(version: Version, live: boolean) {
    if (live) return html`<span class="mark done">${icon("done")} live</span>`;
    if (version.state === "refused") return html`<span class="mark problem">refused</span>`;
    if (version.state === "gone") return html`<span class="mark" title="Trained for another build, or not kept any more">not kept</span>`;
    const running = this.training.busy !== null || this.training.overview.value?.job?.state === "running";
    return html`<button type="button" class="button small" ?disabled=${running} aria-label="Roll back to the version with ${version.ofBuild ? "the build" : count(version.lessons, "correction", "corrections")}" @click=${() => this.training.goLive(version.id)}>${icon("undo")} Roll back</button>`;
  }
}

function origin(live: Version) {
  if (live.ofBuild) return html`The one that came with this build. It has not learned from your customers yet.`;
  return html`Trained${live.by ? ` by ${live.by}` : ""} with ${count(live.lessons, "correction", "corrections")} · <kit-time at=${live.at}></kit-time>`;
}

function meter(live: Version, { measure, bound, least }: Bound) {
  const value = figure(live.figures, measure);
  const good = least ? value >= bound : value <= bound;
  const at = 100 * filled(measure, bound);
  return html`<div>
    <dt class="quiet">${label(measure)}</dt>
    <dd class="numbers">${shown(measure, value)}<span class="visually-hidden">, ${least ? "at least" : "at most"} ${shown(measure, bound)} is a must${good ? "" : ", which it does not reach"}</span></dd>
    <dd class="gauge" aria-hidden="true">
      <svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none">
        ${svg`<rect class="ground" y="3" width="100" height="4" rx="1" /><rect class="value ${good ? "" : "out"}" y="3" width=${Math.max(0.5, 100 * filled(measure, value))} height="4" rx="1" /><rect class="bound" x=${at - 0.2} width="0.5" height="10" />`}
      </svg>
    </dd>
  </div>`;
}

function progress(job: TrainingJob) {
  const at = STAGES.findIndex(([stage]) => stage === job.stage);
  return html`<div role="status" class="visually-hidden">Training: ${STAGES[at]?.[1] ?? job.stage}</div>
    <ol class="stages" role="list" aria-label="Training${job.by ? `, begun by ${job.by}` : ""}">
      ${STAGES.map(
        ([, name], index) => html`<li class=${index < at ? "over" : index === at ? "now" : ""}>
          ${index < at ? icon("done") : html`<span class="dot" aria-hidden="true"></span>`} <span>${name}</span>
          <span class="numbers">${index === at && job.share > 0 ? `${Math.round(100 * job.share)} %` : ""}</span>
        </li>`,
      )}
    </ol>
    <progress max=${STAGES.length} .value=${Math.max(0, at) + job.share} aria-label="Training"></progress>`;
}

function judged(verdict: Verdict) {
  return html`<p class="verdict ${verdict.passed ? "passed" : ""}">${icon(verdict.passed ? "done" : "problem")} <span>${verdict.sentence}</span></p>
    ${verdict.checks.length === 0
      ? nothing
      : html`<table>
          <thead>
            <tr>
              <th scope="col">On unseen messages</th>
              <th scope="col">before</th>
              <th scope="col">new</th>
              <th scope="col">needed</th>
            </tr>
          </thead>
          <tbody>
            ${verdict.checks.map(row)}
          </tbody>
        </table>`}`;
}

function row(check: Check) {
  const most = check.measure === "calibration-error" || check.measure === "slowest-millis";
  return html`<tr>
    <th scope="row">${label(check.measure)}</th>
    <td class="numbers">${shown(check.measure, check.before)}</td>
    <td class="numbers ${check.passed ? "held" : "failed"}">${check.passed ? nothing : icon("problem")} ${shown(check.measure, check.after)}</td>
    <td class="numbers quiet">${most ? "≤" : "≥"} ${shown(check.measure, check.bound)}</td>
  </tr>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-model": StudioModel;
  }
}

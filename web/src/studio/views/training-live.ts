// The model that customers are read with, what it reaches, and the training of the next one.
import { LitElement, css, html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { HeldFocus } from "../../kit/focus.js";
import { count } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import "../../kit/states.js";
import { base, controls } from "../../kit/styles.js";
import "../../kit/time.js";
import { figure, filled, label, shown } from "../model/reading.js";
import type { Bound, Overview, TrainingJob, Version } from "../model/training-wire.js";
import { column } from "./studio-look.js";
import { stages, stagesLook } from "./stages.js";

const STAGES: readonly (readonly [TrainingJob["stage"], string])[] = [
  ["corrections", "Gather corrections"],
  ["training", "Train"],
  ["judging", "Judge it beside the live one"],
  ["deciding", "Decide"],
];
const STAGE_NAMES = STAGES.map(([, name]) => name);

/** Event `train`: somebody wants the next one to be trained. */
@customElement("studio-live")
export class StudioLive extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    column,
    stagesLook,
    css`
      :host {
        display: block;
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
    `,
  ];
  @property({ attribute: false }) overview!: Overview;
  /** Whether the server is being told to train. */
  @property({ type: Boolean }) busy = false;

  protected readonly focused = new HeldFocus(this, [".stages", ".train .button:enabled", "h2"]);

  override render() {
    const { live, bounds, otherBuild } = this.overview;
    return html`<section aria-labelledby="live">
      <h2 id="live" tabindex="-1">The live model</h2>
      ${live
        ? html`<p class="quiet">${origin(live)}</p>
            ${otherBuild ? html`<p class="warning">${icon("problem")} <span>What was live was trained by another build and does not fit this one. Train again to learn from your corrections.</span></p>` : nothing}
            <dl class="meters">${bounds.map((bound) => meter(live, bound))}</dl>
            <p class="quiet">On ${(live.figures.known + live.figures.unknown).toLocaleString("en-GB")} messages that it has never seen. The mark is what every model must reach.</p>`
        : html`<p class="quiet" role="status">It is being judged for the first time …</p>
            <kit-skeleton lines="6"></kit-skeleton>`}
      <div class="train">${this.train()}</div>
    </section>`;
  }

  private train() {
    const { job, fresh, live } = this.overview;
    if (job?.state === "running") {
      const at = STAGES.findIndex(([stage]) => stage === job.stage);
      return stages(STAGE_NAMES, at, job.share, job.by);
    }
    const untaught = fresh === 0 && (live?.ofBuild ?? true);
    const waits = untaught ? "Say of some messages what they mean first." : fresh === 0 ? "No correction since then." : `${count(fresh, "correction", "corrections")} to learn from.`;
    return html`${job?.state === "failed" ? html`<p class="wrong" role="alert">${icon("problem")} <span>${job.problem}</span></p>` : nothing}
      <button type="button" class="button ${fresh > 0 ? "primary" : ""}" ?disabled=${untaught} aria-disabled=${this.busy ? "true" : "false"} @click=${this.begin}>${icon("spark")} Train now</button>
      <p class="quiet">${waits}</p>`;
  }

  private begin(): void {
    if (!this.busy) this.dispatchEvent(new CustomEvent("train"));
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

declare global {
  interface HTMLElementTagNameMap {
    "studio-live": StudioLive;
  }
}

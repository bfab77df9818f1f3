// The model card: what is live and what it reaches, training and its verdict, what is confused, versions.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { later } from "../../kit/clock.js";
import { count } from "../../kit/format.js";
import { look } from "../../kit/look.js";
import "../../kit/states.js";
import { base } from "../../kit/styles.js";
import "../../kit/time.js";
import { Watching } from "../../kit/watch.js";
import type { Training } from "../model/training.js";
import type { Overview, Version } from "../model/training-wire.js";
import { column } from "./studio-look.js";
import "./training-confused.js";
import "./training-live.js";
import "./training-verdict.js";
import "./training-versions.js";

@customElement("studio-model")
export class StudioModel extends LitElement {
  static override styles = [
    base,
    look,
    column,
    css`
      :host {
        display: block;
        padding: 20px 20px 48px;
        background: var(--of-surface);
        color: var(--of-text);
        font: var(--of-text-s) / 1.5 var(--of-font);
      }
      .part + .part {
        margin-top: 24px;
        padding-top: 20px;
        border-top: 1px solid var(--of-line);
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
    const { busy } = this.training;
    return html`${state === "failed" ? html`<kit-offline @retry=${() => this.training.loadOverview()}></kit-offline>` : nothing}
      <studio-live class="part" .overview=${value} ?busy=${busy === "train"} @train=${() => void this.training.train()}></studio-live>
      ${this.last(value)}
      <studio-confused class="part" .overview=${value}></studio-confused>
      <studio-versions class="part" .overview=${value} ?busy=${busy !== null || value.job?.state === "running"} @back=${(event: CustomEvent<Version>) => void this.training.goLive(event.detail.id)}></studio-versions>`;
  }

  /** What came of the last training. */
  private last({ versions, job }: Overview) {
    const version = versions.find((each) => each.id === job?.version) ?? versions.find((each) => !each.ofBuild);
    const verdict = version?.verdict;
    if (!version || !verdict || job?.state === "running") return nothing;
    return html`<section class="part" aria-labelledby="last">
      <h2 id="last">Last training</h2>
      <p class="quiet">${version.by ? `By ${version.by}` : "Trained"} with ${count(version.lessons, "correction", "corrections")}${version.figures.lessons > 0 ? `, ${version.figures.lessons} more kept back to judge it,` : ""} in ${Math.max(1, Math.round(version.seconds))} s · <kit-time at=${version.at}></kit-time></p>
      <studio-verdict .verdict=${verdict}></studio-verdict>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-model": StudioModel;
  }
}

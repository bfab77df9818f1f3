// All that were trained and are still known: which is live, which can be again, and why one was refused.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { HeldFocus } from "../../kit/focus.js";
import { count } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { base, controls, marks } from "../../kit/styles.js";
import "../../kit/time.js";
import { percent } from "../model/reading.js";
import type { Overview, Version } from "../model/training-wire.js";
import { column } from "./studio-look.js";
import "./training-verdict.js";

const SHOWN = 8;

/** Event `back` with the version that is to be live again. */
@customElement("studio-versions")
export class StudioVersions extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    column,
    css`
      :host {
        display: block;
      }
      .versions {
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
    `,
  ];
  @property({ attribute: false }) overview!: Overview;
  /** Whether nothing can be changed at the moment. */
  @property({ type: Boolean }) busy = false;

  protected readonly focused = new HeldFocus(this, ["h2"]);

  override render() {
    const { versions, live } = this.overview;
    return html`<section aria-labelledby="versions">
      <h2 id="versions" tabindex="-1">Versions</h2>
      <p class="quiet">${versions.length === 0 ? "None yet." : "Rolling back changes how the next message is read. Your corrections stay for the next training."}</p>
      <ul class="versions" role="list">
        ${versions.slice(0, SHOWN).map(
          (version) => html`<li>
            <span>
              <b>${version.ofBuild ? "Came with the build" : count(version.lessons, "correction", "corrections")}</b>
              <span class="quiet">· ${percent(version.figures.accuracy)} · <kit-time at=${version.at}></kit-time>${version.by ? ` by ${version.by}` : ""}</span>
            </span>
            ${this.standing(version, live?.id === version.id)}
            ${version.verdict && version.state === "refused"
              ? html`<details>
                  <summary>Why it was refused</summary>
                  <studio-verdict .verdict=${version.verdict}></studio-verdict>
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
    return html`<button type="button" class="button small" ?disabled=${this.busy} aria-label="Roll back to the version with ${version.ofBuild ? "the build" : count(version.lessons, "correction", "corrections")}" @click=${() => this.dispatchEvent(new CustomEvent("back", { detail: version }))}>${icon("undo")} Roll back</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-versions": StudioVersions;
  }
}

// Moving in: a file dropped on the studio becomes products, orders or customers.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { count } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Imports, Job, Outcome } from "../model/imports.js";

@customElement("studio-import")
export class StudioImport extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        font-size: var(--of-text-s);
      }
      h2 {
        margin-bottom: 6px;
        font: 650 var(--of-text-m) / 1.3 var(--of-font);
      }
      .zone {
        display: grid;
        gap: 8px;
        justify-items: start;
        padding: 12px;
        border: 1.5px dashed var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
      }
      .zone.over {
        border-color: var(--of-accent);
        background: var(--of-surface-2);
      }
      input {
        display: none;
      }
      progress {
        width: 100%;
        height: 8px;
        accent-color: var(--of-accent);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 12px;
        margin: 0;
      }
      dt {
        color: var(--of-text-2);
      }
      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }
      .wrong {
        display: flex;
        gap: 6px;
        color: var(--of-problem);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .result {
        display: grid;
        gap: 8px;
        margin-top: 10px;
      }
    `,
  ];
  @property({ attribute: false }) imports!: Imports;
  @state() private over = false;
  @query("input") private readonly input!: HTMLInputElement;
  private readonly watching = new Watching(this, () => [this.imports]);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("dragover", this.dragged);
    window.addEventListener("dragleave", this.left);
    window.addEventListener("drop", this.dropped);
    void this.imports.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("dragover", this.dragged);
    window.removeEventListener("dragleave", this.left);
    window.removeEventListener("drop", this.dropped);
  }

  override render() {
    void this.watching;
    const { imports } = this;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">Import</h2>
      <div class="zone ${this.over ? "over" : ""}">
        <p>Drop a CSV file anywhere on this page: products, orders or customers, from Shopify or your own. Importing it again changes nothing.</p>
        <input type="file" accept=".csv,.tsv,.txt,.gz,text/csv" aria-hidden="true" tabindex="-1" @change=${this.chosen} />
        <button type="button" class="button small" ?disabled=${imports.busy} @click=${() => this.input.click()}>Choose a file …</button>
      </div>
      <div class="result" role="status">${this.result()}</div>
    </section>`;
  }

  private result() {
    const { sending, job, refused } = this.imports;
    if (sending) return html`<p class="name">Sending ${sending.file}</p>${bar("sent", sending.share)}`;
    if (refused) return html`<p class="wrong">${icon("problem")} <span>${refused}</span></p>`;
    if (!job) return nothing;
    if (job.state === "failed") return html`<p class="wrong">${icon("problem")} <span>${job.problem}</span></p>`;
    if (job.outcome) return this.outcome(job, job.outcome);
    const doing = job.state === "looking" ? "Looking at" : `Importing ${job.kind ?? ""} from`;
    return html`<p class="name">${doing} ${job.file}</p>${bar("imported", job.share)}`;
  }

  private outcome(job: Job, outcome: Outcome) {
    return html`<p class="name">${job.file}: ${count(outcome.read, "row", "rows")} of ${job.kind}</p>
      <dl>
        <dt>stored</dt>
        <dd>${outcome.stored.toLocaleString("en-GB")}</dd>
        <dt>unchanged</dt>
        <dd>${outcome.unchanged.toLocaleString("en-GB")}</dd>
        <dt>rejected</dt>
        <dd>${outcome.rejected.toLocaleString("en-GB")}</dd>
      </dl>
      ${outcome.rejected > 0 ? html`<a href="/api/studio/import/${job.id}/rejected" download>Download the rejected rows, with reasons</a>` : nothing}
      <p class="quiet">Read as ${outcome.reading}.</p>`;
  }

  private readonly chosen = (): void => {
    const file = this.input.files?.[0];
    this.input.value = "";
    if (file) void this.imports.take(file);
  };

  private readonly dragged = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.over = true;
  };

  private readonly left = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.over = false;
  };

  private readonly dropped = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    this.over = false;
    if (!file) return;
    event.preventDefault();
    void this.imports.take(file);
  };
}

function bar(what: string, share: number) {
  return html`<progress max="1" .value=${share} aria-label="${what} ${Math.round(100 * share)} per cent"></progress>`;
}

// Opening a problem by hand, and closing one: what is not right, and how it was put right.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import "../../kit/controls.js";
import { base, controls } from "../../kit/styles.js";
import type { Desk } from "../model/desk.js";
import { problemKinds, severity } from "../model/sentences.js";
import type { OpenProblem } from "../model/wire.js";
import { look } from "../../kit/look.js";

const WAYS = ["Replaced", "Refunded", "Explained", "Was no problem"];

@customElement("desk-problem")
export class DeskProblem extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      form {
        display: grid;
        gap: 14px;
        color: var(--of-text);
        font: var(--of-text-m) / 1.4 var(--of-font);
      }
      h2 {
        font: 650 var(--of-text-l) / 1.3 var(--of-font);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-bottom: 8px;
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
      .acts {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
      }
      wa-dialog {
        --width: 440px;
        --spacing: 20px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @state() private conversation: string | null = null;
  @state() private closing: OpenProblem | null = null;
  @state() private how = "";

  /** Asks for a new problem of `conversation`, or how `problem` was put right. */
  ask(conversation: string, problem: OpenProblem | null): void {
    this.conversation = conversation;
    this.closing = problem;
    this.how = "";
  }

  override render() {
    if (this.conversation === null) return nothing;
    const heading = this.closing ? "Close the problem" : "Open a problem";
    return html`<wa-dialog open without-header label=${heading} @wa-after-hide=${this.closed}>
      ${this.closing ? this.close(this.closing, heading) : this.open(heading)}
    </wa-dialog>`;
  }

  private closed(event: Event): void {
    if (event.target === event.currentTarget) this.conversation = null;
  }

  private open(heading: string) {
    const orders = this.desk.threads.get(this.conversation ?? "")?.panel?.orders ?? [];
    return html`<form @submit=${this.submitOpen}>
      <h2>${heading}</h2>
      <label><span class="label">What is not right, in one line</span><input class="field" name="title" required maxlength="120" autofocus autocomplete="off" /></label>
      <div class="two">
        <label><span class="label">Kind</span><select class="field" name="kind">${problemKinds.map(([code, label]) => html`<option value=${code}>${label}</option>`)}</select></label>
        <label><span class="label">How grave</span><select class="field" name="severity">${[1, 2, 3].map((level) => html`<option value=${level} ?selected=${level === 2}>${severity(level)}</option>`)}</select></label>
      </div>
      <label><span class="label">Order</span><select class="field" name="order"><option value="">None</option>${orders.map((order) => html`<option value=${order.number}>${order.number}</option>`)}</select></label>
      <p class="quiet">While it is open, suggestions are held.</p>
      ${this.buttons("Open problem")}
    </form>`;
  }

  private close(problem: OpenProblem, heading: string) {
    return html`<form @submit=${this.submitClose}>
      <h2>${heading}</h2>
      <p>${problem.title}</p>
      <div>
        <div class="ways" role="group" aria-label="Common ways">
          ${WAYS.map((way) => html`<button type="button" class="button small" aria-pressed=${this.how === way ? "true" : "false"} @click=${() => (this.how = way)}>${way}</button>`)}
        </div>
        <label><span class="label">How was it put right?</span><input class="field" name="how" required maxlength="200" autofocus autocomplete="off" .value=${this.how} @input=${(event: InputEvent) => (this.how = (event.target as HTMLInputElement).value)} /></label>
      </div>
      ${this.buttons("Close problem")}
    </form>`;
  }

  private buttons(label: string) {
    return html`<div class="acts">
      <button type="button" class="button quiet" @click=${() => this.dismiss()}>Cancel</button>
      <button type="submit" class="button primary">${label}</button>
    </div>`;
  }

  private submitOpen(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const order = String(form.get("order") ?? "");
    const problem = { kind: String(form.get("kind")), severity: Number(form.get("severity")), title: String(form.get("title")).trim() };
    if (this.conversation) void this.desk.openProblem(this.conversation, order ? { ...problem, order } : problem);
    this.dismiss();
  }

  private submitClose(event: SubmitEvent): void {
    event.preventDefault();
    if (this.conversation && this.closing) void this.desk.closeProblem(this.conversation, this.closing.number, this.how.trim());
    this.dismiss();
  }

  private dismiss(): void {
    const dialog = this.renderRoot.querySelector<HTMLElement & { open: boolean }>("wa-dialog");
    if (dialog) dialog.open = false;
  }
}

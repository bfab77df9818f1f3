// All rules: the list, one of them in the editor, what is wrong with a table, and what the draft would change.
import { LitElement, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { look } from "../../kit/look.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Workshop } from "../model/workshop.js";
import "./effect.js";
import "./preview.js";
import "./publish.js";
import "./rule-editor.js";
import { ruleRoomLook } from "./rule-room-look.js";
import "./rule-rows.js";
import type { StudioRuleRows } from "./rule-rows.js";
import { headings, panes } from "./studio-look.js";

type Pane = "rules" | "publish";

@customElement("studio-rule-room")
export class StudioRuleRoom extends LitElement {
  static override styles = [base, controls, look, headings, panes, ruleRoomLook];
  @property({ attribute: false }) workshop!: Workshop;
  @state() private wanted = "";
  @state() private pane: Pane = "rules";
  private edited: string | null = null;
  /** Whether the editor stood above the list. */
  private began = false;
  private readonly watching = new Watching(this, () => [this.workshop, this.workshop?.studio]);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.pressed);
  }

  override render() {
    void this.watching;
    const { studio } = this.workshop;
    return html`<nav class="panes" aria-label="Columns">${this.paneButton("rules", "Rules")} ${this.paneButton("publish", "Publish, versions")}</nav>
      <section class="middle ${this.pane === "rules" ? "" : "aside"}" aria-label="Rules">
        <div class="top">
          <h2 class="title">Rules</h2>
          <input class="field search" type="search" aria-label="Search rules" placeholder="Search rules" autocomplete="off" @input=${(event: InputEvent) => (this.wanted = (event.target as HTMLInputElement).value)} />
          <a class="button quiet small" href="/api/studio/rules.csv" download="rules.csv">CSV out</a>
          <label class="button quiet small">CSV in<input class="file" type="file" accept=".csv,text/csv" @change=${this.takeIn} /></label>
          <button type="button" class="button primary small" title="New rule (n)" @click=${this.begin}>New rule</button>
        </div>
        ${studio.saying ? html`<p class="saying ${studio.saying.bad ? "bad" : ""}" role="status">${studio.saying.text}</p>` : nothing} ${this.faults()} ${this.newRule()} <studio-rule-rows .workshop=${this.workshop} .wanted=${this.wanted} @begin=${this.begin}></studio-rule-rows>
        <studio-preview .workshop=${this.workshop}></studio-preview>
      </section>
      <aside class="side ${this.pane === "publish" ? "" : "aside"}" aria-label="Publishing">
        <studio-effect .workshop=${this.workshop}></studio-effect>
        <studio-publish .studio=${studio} .workshop=${this.workshop}></studio-publish>
      </aside>`;
  }

  protected override updated(_: PropertyValues): void {
    const now = this.workshop.rule?.id ?? null;
    const begun = this.renderRoot.querySelector<HTMLElement>("studio-rule-editor");
    const settled = this.began && !begun && now !== null; // a new rule is complete and goes on in the list
    this.began = begun !== null;
    if (now === this.edited && !settled) return;
    const before = this.edited;
    this.edited = now;
    const rows = this.renderRoot.querySelector<StudioRuleRows>("studio-rule-rows");
    if (now && begun) begun.focus();
    else void rows?.updateComplete.then(() => rows.show(now, before));
  }

  private paneButton(name: Pane, label: string) {
    return html`<button type="button" aria-pressed=${this.pane === name ? "true" : "false"} @click=${() => (this.pane = name)}>${label}</button>`;
  }

  private newRule() {
    const { rule, studio } = this.workshop;
    if (!rule || studio.rules.some(({ id }) => id === rule.id)) return nothing;
    return html`<studio-rule-editor .workshop=${this.workshop}></studio-rule-editor>`;
  }

  private faults() {
    const { imported } = this.workshop;
    if (!imported || imported.faults.length === 0) return nothing;
    return html`<div class="faults" role="alert">
      <b>Nothing was taken in: ${imported.faults.length === 1 ? "one line is wrong" : `${imported.faults.length} lines are wrong`}.</b>
      <button type="button" class="button quiet small" @click=${() => this.workshop.forgetImport()}>Close</button>
      <ol role="list">
        ${imported.faults.map(({ line, text }) => html`<li><b>Line ${line}</b>: ${text}</li>`)}
      </ol>
    </div>`;
  }

  private readonly begin = (): void => {
    this.pane = "rules";
    this.workshop.begin();
  };

  private readonly takeIn = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const text = await input.files?.[0]?.text();
    input.value = "";
    if (text !== undefined) await this.workshop.takeIn(text);
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    const typing = target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (event.key === "Escape" && this.workshop.rule) this.workshop.choose(null);
    else if (event.key === "n" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) this.begin();
    else return;
    event.preventDefault();
  };
}

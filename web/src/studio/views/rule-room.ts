// All rules: where each stands, what is at odds, one of them in the editor, and what the draft would change.
import { LitElement, css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { products } from "../../kit/products.js";
import "../../kit/states.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { sentence } from "../model/sentence.js";
import type { Rule } from "../model/wire.js";
import { stateOf, type RuleState, type Workshop } from "../model/workshop.js";
import "./effect.js";
import "./preview.js";
import "./publish.js";
import "./rule-editor.js";

const GROUPS: readonly (readonly [RuleState, string, string])[] = [
  ["new", "New in the draft", "waiting"],
  ["changed", "Changed in the draft", "waiting"],
  ["live", "Live", "done"],
  ["scheduled", "Begin later", ""],
  ["ended", "Ended", ""],
];

type Pane = "rules" | "publish";

@customElement("studio-rule-room")
export class StudioRuleRoom extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(300px, 360px);
        flex: 1;
        min-height: 0;
      }
      .middle {
        overflow-y: auto;
        padding: 20px 24px 64px;
      }
      .middle > * {
        max-width: 880px;
        margin-inline: auto;
      }
      .side {
        display: grid;
        align-content: start;
        gap: 24px;
        overflow-y: auto;
        padding: 20px 16px 40px;
        border-left: 1px solid var(--of-line);
        background: var(--of-ground);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-bottom: 16px;
      }
      .top h2 {
        flex: 1;
        font: 650 var(--of-text-xl) / 1.2 var(--of-font);
        letter-spacing: -0.01em;
      }
      .search {
        flex: 0 1 220px;
        min-height: 36px;
        font-size: var(--of-text-s);
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 8px;
        margin: 20px 0 8px;
        color: var(--of-text-2);
        font: 650 var(--of-text-xs) / 1.4 var(--of-font);
      }
      ul {
        display: grid;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius-l);
        background: var(--of-surface);
        overflow: hidden;
      }
      li + li {
        border-top: 1px solid var(--of-line);
      }
      .row {
        display: grid;
        grid-template-columns: 20px minmax(0, 1fr) auto;
        gap: 12px;
        width: 100%;
        padding: 11px 16px;
        text-align: left;
      }
      .row:hover {
        background: var(--of-surface-2);
      }
      .row:focus-visible {
        outline-offset: -2px;
      }
      .row > .icon {
        margin-top: 2px;
        color: var(--of-text-2);
      }
      .row b {
        display: block;
        font-weight: 600;
      }
      .says {
        display: block;
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
      .odds {
        display: flex;
        gap: 6px;
        margin-top: 4px;
        color: var(--of-waiting);
        font-size: var(--of-text-s);
      }
      .odds.lost {
        color: var(--of-problem);
      }
      .dates {
        color: var(--of-text-2);
        font-size: var(--of-text-xs);
        white-space: nowrap;
      }
      studio-rule-editor {
        margin-bottom: 8px;
      }
      .open {
        padding: 8px;
        background: var(--of-ground);
      }
      .faults {
        margin-bottom: 16px;
        padding: 12px 16px;
        border-radius: var(--of-radius);
        background: var(--of-problem-soft);
        font-size: var(--of-text-s);
      }
      .faults ol {
        display: grid;
        gap: 4px;
        max-height: 220px;
        margin-top: 6px;
        overflow-y: auto;
      }
      .file {
        position: absolute;
        width: 1px;
        height: 1px;
        opacity: 0;
      }
      label.button:focus-within {
        outline: 2px solid var(--of-focus);
      }
      .saying {
        min-height: 1.4em;
        margin-bottom: 8px;
        color: var(--of-done);
        font: 600 var(--of-text-s) / 1.4 var(--of-font);
      }
      .saying.bad {
        color: var(--of-problem);
      }
      .panes {
        display: none;
      }
      @media (max-width: 1000px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: auto minmax(0, 1fr);
        }
        .panes {
          display: flex;
          gap: 4px;
          padding: 6px 10px;
          border-bottom: 1px solid var(--of-line);
          background: var(--of-surface);
        }
        .panes button {
          flex: 1;
          min-height: 36px;
          border: 0;
          border-radius: var(--of-radius-s);
          background: none;
          color: var(--of-text-2);
          font: 600 var(--of-text-s) / 1.4 var(--of-font);
        }
        .panes [aria-pressed="true"] {
          background: var(--of-surface-2);
          color: var(--of-text);
        }
        .aside {
          display: none;
        }
        .side {
          border: 0;
        }
        .middle {
          padding: 14px 12px 64px;
        }
        .row {
          grid-template-columns: 20px minmax(0, 1fr);
          padding-inline: 12px;
        }
        .dates {
          grid-column: 2;
        }
        .dates:empty {
          display: none;
        }
        .top h2 {
          flex-basis: 100%;
        }
        .search {
          flex: 1 1 140px;
        }
      }
    `,
  ];
  @property({ attribute: false }) workshop!: Workshop;
  @state() private wanted = "";
  @state() private pane: Pane = "rules";
  private edited: string | null = null;
  private readonly watching = new Watching(this, () => [this.workshop, this.workshop?.studio, products]);

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
          <h2>Rules</h2>
          <input class="field search" type="search" aria-label="Search rules" placeholder="Search rules" autocomplete="off" @input=${(event: InputEvent) => (this.wanted = (event.target as HTMLInputElement).value)} />
          <a class="button quiet small" href="/api/studio/rules.csv" download="rules.csv">CSV out</a>
          <label class="button quiet small">CSV in<input class="file" type="file" accept=".csv,text/csv" @change=${this.takeIn} /></label>
          <button type="button" class="button primary small" title="New rule (n)" @click=${this.begin}>New rule</button>
        </div>
        ${studio.saying ? html`<p class="saying ${studio.saying.bad ? "bad" : ""}" role="status">${studio.saying.text}</p>` : nothing} ${this.faults()} ${this.newRule()} ${this.groups()}
        <studio-preview .workshop=${this.workshop}></studio-preview>
      </section>
      <aside class="side ${this.pane === "publish" ? "" : "aside"}" aria-label="Publishing">
        <studio-effect .workshop=${this.workshop}></studio-effect>
        <studio-publish .studio=${studio} .workshop=${this.workshop}></studio-publish>
      </aside>`;
  }

  protected override updated(_: PropertyValues): void {
    const now = this.workshop.rule?.id ?? null;
    if (now === this.edited) return;
    const before = this.edited;
    this.edited = now;
    if (now) this.renderRoot.querySelector<HTMLElement>("studio-rule-editor")?.focus();
    else if (before) this.renderRoot.querySelector<HTMLElement>(`[data-rule="${CSS.escape(before)}"]`)?.focus();
  }

  private paneButton(name: Pane, label: string) {
    return html`<button type="button" aria-pressed=${this.pane === name ? "true" : "false"} @click=${() => (this.pane = name)}>${label}</button>`;
  }

  private newRule() {
    const { rule, studio } = this.workshop;
    if (!rule || studio.rules.some(({ id }) => id === rule.id)) return nothing;
    return html`<studio-rule-editor .workshop=${this.workshop}></studio-rule-editor>`;
  }

  private groups() {
    const { studio } = this.workshop;
    if (!studio.draft.value) {
      if (studio.draft.state === "failed") return html`<kit-failed what="The rules could not be loaded." .failure=${studio.draft.failure} @retry=${() => studio.loadDraft()}></kit-failed>`;
      return html`<kit-skeleton lines="10"></kit-skeleton>`;
    }
    const differing = new Map((studio.differences ?? []).map(({ kind, rule }) => [rule.id, kind]));
    const now = Date.now();
    const words = this.wanted.trim().toLowerCase();
    const found = studio.rules.filter((rule) => words === "" || `${rule.name} ${sentence(rule, studio.names)}`.toLowerCase().includes(words));
    if (studio.rules.length === 0 && !this.workshop.rule) {
      return html`<kit-empty heading="No rule yet" hint="The ranking learns by itself. A rule says what it cannot know: a season, a launch, a margin, what must not stand together.">
        <button type="button" class="button primary" @click=${this.begin}>Write the first rule</button>
      </kit-empty>`;
    }
    if (found.length === 0 && words !== "") return html`<p class="quiet">No rule has these words.</p>`;
    return GROUPS.map(([each, name, tone]) => {
      const rules = found.filter((rule) => stateOf(rule, differing, now) === each);
      return rules.length === 0
        ? nothing
        : html`<h3><span class="mark ${tone}">${name}</span> <span class="numbers">${rules.length}</span></h3>
            <ul role="list">
              ${rules.map((rule) => html`<li>${this.row(rule)}</li>`)}
            </ul>`;
    });
  }

  private row(rule: Rule) {
    const { studio } = this.workshop;
    if (this.workshop.rule?.id === rule.id) return html`<div class="open"><studio-rule-editor .workshop=${this.workshop}></studio-rule-editor>${this.odds(rule)}</div>`;
    return html`<button type="button" class="bare row" data-rule=${rule.id} @click=${() => this.workshop.choose(rule.id)} @keydown=${this.walk}>
      ${icon(ICONS[rule.act])}
      <span><b>${rule.name}</b><span class="says">${sentence(rule, studio.names)}</span>${this.odds(rule)}</span>
      <span class="dates">${dates(rule)}</span>
    </button>`;
  }

  /** What is at odds with this rule, and what should be known of it. */
  private odds(rule: Rule) {
    const { conflicts = [], remarks = [] } = this.workshop.studio.draft.value ?? {};
    return html`${conflicts
      .filter(({ wins, loses }) => wins === rule.id || loses === rule.id)
      .map(({ loses, text }) => html`<span class="odds ${loses === rule.id ? "lost" : ""}">${icon("problem")} <span>${loses === rule.id ? "Yields: " : "Goes first: "}${text}</span></span>`)}
    ${remarks.filter((remark) => remark.rule === rule.id).map(({ text }) => html`<span class="odds">${icon("help")} <span>${text}</span></span>`)}`;
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

  /** Up and down go from rule to rule. */
  private readonly walk = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>(".row")];
    rows[rows.indexOf(event.currentTarget as HTMLElement) + by]?.focus();
    event.preventDefault();
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

const ICONS = { pin: "pin", boost: "up", bury: "down", exclude: "ban", "only-with": "proof", quota: "queue", bundle: "link" } as const;

function dates(rule: Rule): string {
  const day = (instant: string): string => new Date(instant).toLocaleDateString("en-GB", { day: "numeric", month: "short" });
  if (rule.from && rule.until) return `${day(rule.from)} to ${day(rule.until)}`;
  if (rule.from) return `from ${day(rule.from)}`;
  return rule.until ? `until ${day(rule.until)}` : "";
}

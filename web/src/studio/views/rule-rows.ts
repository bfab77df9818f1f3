// The rules of the draft by their state: where each stands, what is at odds, in the order in which they are heard.
import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { products } from "../../kit/products.js";
import { Sorting, type Order, type Sorted } from "../../kit/sorting.js";
import { sortingLook } from "../../kit/sorting-look.js";
import "../../kit/states.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { besides } from "../model/rules.js";
import { sentence } from "../model/sentence.js";
import type { Rule } from "../model/wire.js";
import { stateOf, type RuleState, type Workshop } from "../model/workshop.js";
import "./rule-editor.js";
import { ruleRowsLook } from "./rule-rows-look.js";

const GROUPS: readonly (readonly [RuleState, string, string])[] = [
  ["new", "New in the draft", "waiting"],
  ["changed", "Changed in the draft", "waiting"],
  ["live", "Live", "done"],
  ["scheduled", "Begin later", ""],
  ["ended", "Ended", ""],
];

/** Event `begin`: somebody wants to write the first rule. */
@customElement("studio-rule-rows")
export class StudioRuleRows extends LitElement {
  static override styles = [base, controls, marks, look, ruleRowsLook, sortingLook];
  @property({ attribute: false }) workshop!: Workshop;
  /** Words that a rule must have to be listed. */
  @property() wanted = "";
  private readonly sorting = new Sorting(this);
  private readonly watching = new Watching(this, () => [this.workshop, this.workshop?.studio, products]);

  override render() {
    void this.watching;
    return html`${this.groups()} ${this.sorting.status()}`;
  }

  /** Puts the focus into the rule that was opened, or back on the one that was closed. */
  show(opened: string | null, closed: string | null): void {
    if (opened) this.renderRoot.querySelector<HTMLElement>("studio-rule-editor")?.focus();
    else if (closed) this.renderRoot.querySelector<HTMLElement>(`[data-rule="${CSS.escape(closed)}"]`)?.focus();
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
        <button type="button" class="button primary" @click=${() => this.dispatchEvent(new CustomEvent("begin"))}>Write the first rule</button>
      </kit-empty>`;
    }
    if (found.length === 0 && words !== "") return html`<p class="quiet">No rule has these words.</p>`;
    return GROUPS.map(([each, name, tone]) => {
      const rules = found.filter((rule) => stateOf(rule, differing, now) === each);
      return rules.length === 0
        ? nothing
        : html`<h3><span class="mark ${tone}">${name}</span> <span class="numbers">${rules.length}</span></h3>
            ${this.group(each, rules, words === "")}`;
    });
  }

  /** The rules of one state; of two that are at odds by rank alone, the earlier goes first. */
  private group(state: RuleState, rules: readonly Rule[], whole: boolean) {
    const items = rules.map(({ id, name }) => ({ id, name }));
    const order: Order = { key: state, items, move: (from, to) => this.move(items, from, to) };
    const sorted = whole && rules.length > 1;
    return html`<ul role="list">
      ${repeat(
        rules,
        ({ id }) => id,
        (rule, at) => {
          if (this.workshop.rule?.id === rule.id) return html`<li class="open"><studio-rule-editor .workshop=${this.workshop}></studio-rule-editor>${this.odds(rule, true)}</li>`;
          if (!sorted) return html`<li class="line-of">${this.row(rule)}</li>`;
          return html`<li class="line-of ${this.sorting.look(order, at)}" data-order=${state} data-item=${rule.id} @pointerdown=${(event: PointerEvent) => this.sorting.hold(event, order, at)}>
            ${this.sorting.grip(order, at)} ${this.row(rule)}
          </li>`;
        },
      )}
    </ul>`;
  }

  private move(items: readonly Sorted[], from: number, to: number): void {
    const [item, there] = [items[from], items[to]];
    if (item && there) void this.workshop.studio.edit((rules) => besides(rules, item.id, there.id, to > from));
  }

  private row(rule: Rule) {
    const { studio } = this.workshop;
    return html`<button type="button" class="bare row" data-rule=${rule.id} @click=${() => this.workshop.choose(rule.id)} @keydown=${this.walk}>
      ${icon(ICONS[rule.act])}
      <span><b>${rule.name}</b><span class="says">${sentence(rule, studio.names)}</span>${this.odds(rule)}</span>
      <span class="dates">${dates(rule)}</span>
    </button>`;
  }

  /** What is at odds with this rule, and what should be known of it; the editor shows by itself what it says of a condition. */
  private odds(rule: Rule, open = false) {
    const { conflicts = [], remarks = [] } = this.workshop.studio.draft.value ?? {};
    return html`${conflicts
      .filter(({ wins, loses }) => wins === rule.id || loses === rule.id)
      .map(({ loses, text }) => html`<span class="odds ${loses === rule.id ? "lost" : ""}">${icon("problem")} <span>${loses === rule.id ? "Yields: " : "Goes first: "}${text}</span></span>`)}
    ${remarks.filter((remark) => remark.rule === rule.id && !(open && remark.spot)).map(({ text, idle }) => html`<span class="odds ${idle ? "lost" : ""}">${icon(idle ? "problem" : "help")} <span>${text}</span></span>`)}`;
  }

  /** Up and down go from rule to rule. */
  private readonly walk = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>(".row")];
    rows[rows.indexOf(event.currentTarget as HTMLElement) + by]?.focus();
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

// The right column: everything the agent needs to know of this customer now, in the order of need.
import { LitElement, html, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { count, initials, money } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import "../../kit/states.js";
import { base, controls, marks } from "../../kit/styles.js";
import "../../kit/time.js";
import { Watching } from "../../kit/watch.js";
import type { Desk } from "../model/desk.js";
import { words } from "../../kit/words.js";
import { problemKind, severity, shown } from "../model/sentences.js";
import type { Thread } from "../model/thread.js";
import type { BriefingLine, OpenProblem, Panel, PanelCustomer } from "../model/wire.js";
import { later } from "../../kit/clock.js";
import { cart, orders } from "./facts.js";
import "./fold.js";
import { look } from "../../kit/look.js";
import { panelLook } from "./panel-look.js";
import "./suggestions.js";
import type { DeskSuggestions } from "./suggestions.js";

/** Events: `problem` (null to open one, or the one to close), `inserted`, `pointed`. */
@customElement("desk-panel")
export class DeskPanel extends LitElement {
  static override styles = [base, controls, marks, look, panelLook];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) thread!: Thread;
  private readonly watching = new Watching(this, () => [this.thread]);
  private readonly patience = later(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("thread")) this.patience.restart();
  }

  override render() {
    void this.watching;
    const { panel, panelLoad, panelFailure } = this.thread;
    if (panel) return this.panel(panel);
    if (panelLoad === "failed") {
      return html`<kit-failed what="The assist panel could not be loaded." .failure=${panelFailure} @retry=${() => this.thread.startPanel()}></kit-failed>`;
    }
    return this.patience.over ? html`<kit-skeleton class="skeleton" lines="12"></kit-skeleton>` : nothing;
  }

  get suggestions(): DeskSuggestions | null {
    return this.renderRoot.querySelector<DeskSuggestions>("desk-suggestions");
  }

  private panel(panel: Panel) {
    return html`<section aria-label="Assist panel">
      ${this.customer(panel)}
      <desk-fold heading="Briefing" name="briefing">${this.briefing(panel)}</desk-fold>
      <desk-fold heading="Open problems" name="problems" aside=${panel.problems.length || "none"}>${this.problems(panel.problems)}</desk-fold>
      <desk-fold heading="Suggestions" name="suggestions">
        ${keyed(
          this.thread.id,
          html`<desk-suggestions .desk=${this.desk} .thread=${this.thread} @inserted=${() => this.tell("inserted")}></desk-suggestions>`,
        )}
      </desk-fold>
      <desk-fold heading="Orders" name="orders" aside=${panel.orders?.length || "none"}>${orders(panel.orders ?? [])}</desk-fold>
      <desk-fold heading="Cart" name="cart" aside=${panel.cart?.items.length ? count(panel.cart.items.length, "line", "lines") : "empty"}>${cart(panel.cart)}</desk-fold>
      <desk-fold heading="Earlier episodes" name="episodes" aside=${panel.episodes?.length || "none"} folded>${this.episodes(panel)}</desk-fold>
    </section>`;
  }

  private customer({ customer, contact }: Panel) {
    const name = customer.name ?? this.desk.nameOf(this.thread.id);
    const reach = [customer.email, customer.phone].filter(Boolean).join(" · ");
    const left = !contact ? "" : typeof contact === "string" ? contact : contact.value;
    return html`<header class="customer">
      <span class="avatar" aria-hidden="true">${initials(name)}</span>
      <div>
        <p class="name line">${name}${customer.tier ? html` <span class="mark">${customer.tier}</span>` : nothing}</p>
        <p class="quiet line" title=${reach}>${reach || "no address known"}</p>
        <p class="marks">
          <span class="mark ${customer.identified ? "done" : ""}">${icon("proof")} ${customer.identified ? "identified" : "not identified"}</span>
          ${customer.orders ? html`<span class="quiet">${count(customer.orders, "order", "orders")}${customer.spent ? `, ${money(customer.spent)}` : ""}</span>` : nothing}
        </p>
        ${customer.proofs?.length ? html`<p class="quiet">${customer.proofs.join("; ")}</p>` : nothing}
        ${left ? html`<p class="quiet">Answer to ${left.replace(":", " ")}</p>` : nothing} ${known(customer.facts)}
      </div>
    </header>`;
  }

  private briefing({ briefing }: Panel) {
    if (!briefing) return html`<p class="quiet">Nothing to tell yet.</p>`;
    return html`
      ${briefing.wants ? html`<p class="wants">${briefing.wants}</p>` : nothing}
      ${briefing.lines?.length ? html`<dl class="lines">${briefing.lines.map((line) => this.line(line))}</dl>` : nothing}
      ${briefing.nextStep ? html`<p class="next">${icon("chevron")} <span><b>Next:</b> ${briefing.nextStep}</span></p>` : nothing}
    `;
  }

  private line({ label, text, seq }: BriefingLine) {
    return html`<dt>${label}</dt>
      <dd>
        ${seq
          ? html`<button type="button" class="bare source" title="Show where this comes from" @click=${() => this.point(seq)}>${text}</button>`
          : text}
      </dd>`;
  }

  private problems(problems: readonly OpenProblem[]) {
    return html`
      ${problems.length === 0
        ? nothing
        : html`<ul class="problems" role="list">
            ${problems.map(
              (problem) => html`<li>
                <span class="title">
                  ${icon("problem")}
                  ${problem.seq
                    ? html`<button type="button" class="bare source" @click=${() => this.point(problem.seq ?? 0)}>${problem.title}</button>`
                    : problem.title}
                </span>
                <span class="quiet">
                  ${problemKind(problem.kind)}, ${severity(problem.severity).toLowerCase()}${problem.order ? `, order ${problem.order}` : ""}
                </span>
                <button type="button" class="button small" data-act="close-problem" @click=${() => this.tell("problem", problem)}>Close</button>
              </li>`,
            )}
          </ul>`}
      <button type="button" class="button quiet small add" data-act="open-problem" @click=${() => this.tell("problem", null)}>Open a problem <kbd>P</kbd></button>
    `;
  }

  private episodes({ episodes }: Panel) {
    if (!episodes?.length) return html`<p class="quiet">This is the first.</p>`;
    return html`<ul class="episodes" role="list">
      ${episodes.map(
        (episode) => html`<li>
          <b>${episode.headline ?? `Episode ${episode.number}`}</b>
          <span class="quiet">${episode.outcome ? words(episode.outcome) : words(episode.holder ?? "")} ${episode.openedAt ? html`· <kit-time at=${episode.openedAt}></kit-time>` : nothing}</span>
        </li>`,
      )}
    </ul>`;
  }

  private point(seq: number): void {
    this.thread.point(null);
    this.thread.point(`${this.thread.id}:${seq}`);
    this.tell("pointed");
  }

  private tell(name: string, detail: unknown = undefined): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** Sizes, adventures, dates: what an agent should know of the customer, in short. */
function known(facts: PanelCustomer["facts"]) {
  const told = Object.entries(facts ?? {}).map(([name, value]) => [words(name), shown(value)] as const);
  const worth = told.filter(([, value]) => value !== "");
  if (worth.length === 0) return nothing;
  return html`<dl class="facts">${worth.slice(0, 5).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

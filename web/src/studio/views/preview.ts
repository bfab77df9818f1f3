// What the draft would change, list by list: before and after side by side, with what moved.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { count } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { gone, moves, type Move } from "../model/compare.js";
import { listName } from "../model/rules.js";
import { emptied } from "../model/sense.js";
import type { ChangedList, Named } from "../model/wire.js";
import type { Workshop } from "../model/workshop.js";

const AT_FIRST = 4;
const PLACES = 6;
/** More the server does not tell. */
const MOST = 50;

@customElement("studio-preview")
export class StudioPreview extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    css`
      :host {
        display: block;
        container-type: inline-size;
        margin-top: 32px;
      }
      h2 {
        font: 650 var(--of-text-l) / 1.3 var(--of-font);
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 16px;
        margin-top: 12px;
      }
      .card {
        padding: 14px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius-l);
        background: var(--of-surface);
      }
      .head {
        display: flex;
        align-items: center;
        gap: 10px;
        margin-bottom: 10px;
      }
      .head b {
        display: block;
        font-weight: 650;
      }
      .head a {
        color: inherit;
        text-decoration: none;
      }
      .head a:hover {
        text-decoration: underline;
      }
      .head .quiet,
      p.quiet {
        font-size: var(--of-text-xs);
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.25fr);
        gap: 12px;
      }
      h3 {
        margin-bottom: 4px;
        color: var(--of-text-2);
        font: 650 var(--of-text-xs) / 1.4 var(--of-font);
      }
      ol {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 3px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 30px;
        font-size: var(--of-text-xs);
      }
      li .line {
        flex: 1;
        min-width: 0;
      }
      .moved .line {
        font-weight: 650;
      }
      .leaves .line {
        color: var(--of-text-2);
        text-decoration: line-through;
      }
      img {
        flex: none;
        border-radius: 4px;
        background: var(--of-surface-2);
      }
      .warning {
        display: flex;
        gap: 8px;
        margin-top: 10px;
        padding: 10px 12px;
        border-radius: var(--of-radius);
        background: var(--of-waiting-soft);
        color: var(--of-waiting);
        font: 600 var(--of-text-s) / 1.4 var(--of-font);
      }
      .more {
        margin-top: 12px;
      }
      @container (max-width: 620px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  @property({ attribute: false }) workshop!: Workshop;
  @state() private all = false;
  private readonly watching = new Watching(this, () => [this.workshop?.studio]);

  override render() {
    void this.watching;
    const { changes = [], warnings = [] } = this.workshop.studio.draft.value ?? {};
    if (changes.length === 0) return nothing;
    const empty = emptied(warnings);
    const shown = this.all ? changes : changes.slice(0, AT_FIRST);
    return html`<section aria-labelledby="heading">
      <h2 id="heading">What would change <span class="quiet numbers">${changes.length < MOST ? count(changes.length, "list", "lists") : `the ${MOST} lists that change most`}</span></h2>
      ${empty ? html`<p class="warning">${icon("problem")} <span>${empty}.</span></p>` : nothing}
      <div class="grid">${shown.map((change) => this.card(change))}</div>
      ${changes.length > AT_FIRST ? html`<button type="button" class="button quiet small more" aria-expanded=${this.all ? "true" : "false"} @click=${() => (this.all = !this.all)}>${this.all ? "Show fewer" : `Show all ${changes.length}`}</button>` : nothing}
    </section>`;
  }

  private card(change: ChangedList) {
    const leaves = gone(change.before, change.after);
    const moved = moves(change.before, change.after);
    return html`<article class="card" aria-label="${change.title}, ${listName(change.list)}">
      <div class="head">
        <img src=${change.picture} alt="" width="40" height="40" loading="lazy" />
        <span><b class="line"><a href="#${change.product}">${change.title}</a></b><span class="quiet">${listName(change.list)}</span></span>
      </div>
      <div class="sides">
        <div>
          <h3>Now</h3>
          ${this.list(change.before, (product) => (leaves.has(product) ? { kind: "gone" } : undefined))}
        </div>
        <div>
          <h3>Then</h3>
          ${this.list(change.after, (product) => moved.get(product))}
        </div>
      </div>
    </article>`;
  }

  private list(items: readonly Named[], change: (product: string) => Move | undefined) {
    if (items.length === 0) return html`<p class="quiet">Nothing</p>`;
    return html`<ol role="list">
      ${items.slice(0, PLACES).map((item) => {
        const move = change(item.product);
        return html`<li class=${move?.kind === "gone" ? "leaves" : move && move.kind !== "same" ? "moved" : ""}>
          <img src=${item.picture} alt="" width="26" height="26" loading="lazy" /><span class="line" title=${item.title}>${item.title}</span>${arrow(move)}
        </li>`;
      })}
    </ol>`;
  }
}

function arrow(move: Move | undefined) {
  if (!move || move.kind === "same") return nothing;
  if (move.kind === "gone") return html`<span class="visually-hidden">goes</span>`;
  if (move.kind === "new") return html`<span class="mark done">new</span>`;
  const up = move.kind === "up";
  return html`<span class="mark ${up ? "done" : ""}">${icon(up ? "up" : "down")}${move.by}<span class="visually-hidden"> ${up ? "up" : "down"}</span></span>`;
}

// From draft to live: what would change, why, and the way back.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { count } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { products } from "../../kit/products.js";
import "../../kit/states.js";
import { base, controls, marks } from "../../kit/styles.js";
import "../../kit/time.js";
import { Watching } from "../../kit/watch.js";
import { words } from "../../kit/words.js";
import { differences, type Difference } from "../model/rules.js";
import { emptied } from "../model/sense.js";
import { sentence } from "../model/sentence.js";
import type { Studio } from "../model/studio.js";
import type { Publication, Version } from "../model/wire.js";
import type { Workshop } from "../model/workshop.js";
import { block, headings } from "./studio-look.js";

const TONES: Readonly<Record<Difference["kind"], string>> = { added: "done", changed: "waiting", moved: "", removed: "problem" };
const SHOWN = 8;
const MORE = 30;
const NAMED = 3;

@customElement("studio-publish")
export class StudioPublish extends LitElement {
  static override styles = [
    base,
    controls,
    marks,
    look,
    headings,
    block,
    css`
      ul {
        display: grid;
        gap: 8px;
      }
      form {
        display: grid;
        gap: 8px;
        margin-top: 10px;
      }
      textarea {
        min-height: 60px;
        font-size: var(--of-text-s);
        resize: vertical;
      }
      .wrong {
        color: var(--of-problem);
        font-weight: 600;
      }
      .ok {
        color: var(--of-done);
        font-weight: 600;
      }
      .said {
        display: flex;
        gap: 6px;
        margin-top: 8px;
      }
      .warning {
        display: flex;
        gap: 8px;
        margin-top: 10px;
        padding: 10px 12px;
        border-radius: var(--of-radius);
        background: var(--of-waiting-soft);
        color: var(--of-waiting);
        font-weight: 600;
      }
      .effect {
        margin-top: 10px;
      }
      .effect summary {
        color: var(--of-accent);
        font-weight: 600;
        cursor: pointer;
      }
      .effect ul {
        max-height: 320px;
        margin-top: 8px;
        overflow-y: auto;
      }
      .row {
        display: grid;
        grid-template-columns: 5ch minmax(0, 1fr);
        gap: 8px;
        font-size: var(--of-text-xs);
      }
      .row b {
        font-weight: 600;
      }
      .history {
        margin-top: 20px;
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-bottom: 6px;
      }
      .head .part {
        margin: 0;
      }
      .history li {
        padding-left: 12px;
        border-left: 2px solid var(--of-line);
      }
      .history li.scheduled {
        border-color: var(--of-waiting);
      }
      .history li.cancelled b {
        text-decoration: line-through;
      }
      .history li.plain {
        padding: 0;
        border: 0;
      }
      .history li > .quiet {
        display: block;
      }
      .does {
        display: block;
        margin: 0 0 0 -12px;
      }
      .version {
        display: grid;
        gap: 8px;
        margin: 6px 0;
        padding: 10px;
        border-radius: var(--of-radius);
        background: var(--of-surface-2);
      }
      .check {
        display: flex;
        gap: 8px;
        align-items: center;
      }
    `,
  ];
  @property({ attribute: false }) studio!: Studio;
  /** Where versions can be looked at and brought back; without it, the last publish can be undone and no more. */
  @property({ attribute: false }) workshop: Workshop | null = null;
  @state() private wrong = "";
  @state() private later = false;
  private readonly watching = new Watching(this, () => [this.studio, this.workshop, products]);

  override render() {
    void this.watching;
    const { draft } = this.studio;
    if (!draft.value) {
      return draft.state === "failed"
        ? html`<kit-failed what="The draft could not be loaded." .failure=${draft.failure} @retry=${() => this.studio.loadDraft()}></kit-failed>`
        : nothing;
    }
    return html`<section aria-labelledby="heading">
        <h2 class="part" id="heading">Publish</h2>
        ${this.changes()} ${this.form()}
        <p class="said ${this.studio.saying?.bad ? "wrong" : "ok"}" role="status">
          ${this.studio.saying ? html`${icon(this.studio.saying.bad ? "problem" : "done")} <span>${this.studio.saying.text}</span>` : nothing}
        </p>
      </section>
      ${this.past()}`;
  }

  private changes() {
    const differences = this.studio.differences;
    if (differences === null) return html`<p class="quiet">The draft goes live as it stands.</p>`;
    if (differences.length === 0) return html`<p class="quiet">The draft is what is live. Pin or exclude something first.</p>`;
    const empty = emptied(this.studio.draft.value?.warnings ?? []);
    return html`<ul role="list">
        ${differences.map(({ kind, rule }) => html`<li><span class="mark ${TONES[kind]}">${kind}</span> ${sentence(rule, this.studio.names)}</li>`)}
      </ul>
      ${empty ? html`<p class="warning">${icon("problem")} <span>${empty}.</span></p>` : nothing} ${this.effect()}`;
  }

  /** The lists that would change most, before and after; where they have no room of their own. */
  private effect() {
    const changes = this.studio.draft.value?.changes ?? [];
    if (changes.length === 0 || this.workshop) return nothing;
    return html`<details class="effect">
      <summary>Changes ${count(changes.length, "list", "lists")}</summary>
      <ul role="list">
        ${changes.map(
          (change) => html`<li>
            <a href="#${change.product}">${change.title}</a> <span class="quiet">${words(change.list).toLowerCase()}</span>
            <span class="row"><span class="quiet">before</span> ${top(change.before)}</span>
            <span class="row"><span class="quiet">after</span> <b>${top(change.after)}</b></span>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  private form() {
    const none = this.studio.differences?.length === 0;
    const busy = this.studio.saving;
    return html`<form @submit=${this.submitted} novalidate>
      <label>
        <span class="label">Why? The note stays in the history</span>
        <textarea class="field" name="note" maxlength="300" ?disabled=${none} aria-invalid=${this.wrong ? "true" : "false"} aria-describedby="wrong" @input=${() => (this.wrong = "")}></textarea>
      </label>
      ${this.workshop
        ? html`<label class="check"><input type="checkbox" name="later" ?disabled=${none} .checked=${this.later} @change=${(event: Event) => (this.later = (event.target as HTMLInputElement).checked)} /> at a later time</label>
            ${this.later ? html`<label><span class="label">It takes effect on</span><input class="field" type="datetime-local" name="at" /></label>` : nothing}`
        : nothing}
      <p class="wrong" id="wrong" role="alert">${this.wrong}</p>
      <button type="submit" class="button primary" ?disabled=${none || busy === "publish"}>${busy === "publish" ? "Publishing" : busy === "draft" ? "Saving the draft" : this.later ? "Schedule" : "Publish"}</button>
    </form>`;
  }

  private past() {
    const { value, state, failure } = this.studio.history;
    return html`<section class="history" aria-labelledby="past">
      <div class="head">
        <h2 class="part" id="past">History</h2>
        ${value?.length ? html`<button type="button" class="button quiet small" ?disabled=${this.studio.saving === "undo"} @click=${() => void this.studio.undo()}>${icon("undo")} Undo last publish</button>` : nothing}
      </div>
      ${!value && state === "failed" ? html`<kit-failed what="The history could not be loaded." .failure=${failure} @retry=${() => this.studio.loadHistory()}></kit-failed>` : nothing}
      ${value?.length === 0 ? html`<p class="quiet">Nothing has been published yet.</p>` : nothing}
      <ul role="list">
        ${(value ?? []).slice(0, this.workshop ? MORE : SHOWN).map((each) => html`<li class=${each.state}>${publication(each)} ${this.version(each)}</li>`)}
      </ul>
    </section>`;
  }

  private version(each: Publication) {
    const { workshop } = this;
    if (!workshop) return nothing;
    const open = workshop.version?.publication.id === each.id;
    return html`<span class="does">
        ${each.state === "scheduled" ? html`<button type="button" class="button quiet small" @click=${() => void workshop.callOff(each.id)}>Call off</button>` : nothing}
        <button type="button" class="button quiet small" aria-expanded=${open ? "true" : "false"} @click=${() => void workshop.look(open ? null : each.id)}>${open ? "Close" : "Compare with live"}</button>
      </span>
      ${open && workshop.version ? this.compared(workshop, workshop.version) : nothing}`;
  }

  /** What bringing a version back would change. */
  private compared(workshop: Workshop, { publication: { id, note }, rules }: Version) {
    const changes = differences(this.studio.draft.value?.live ?? [], rules);
    return html`<div class="version">
      ${changes.length === 0
        ? html`<p class="quiet">These are the rules in force.</p>`
        : html`<p class="quiet">Bringing it back would change:</p>
            <ul role="list">
              ${changes.map(({ kind, rule }) => html`<li class="plain"><span class="mark ${TONES[kind]}">${kind}</span> ${sentence(rule, this.studio.names)}</li>`)}
            </ul>
            <button type="button" class="button small" ?disabled=${this.studio.saving !== null} @click=${() => void workshop.restore(id, `Back to: ${note ?? `version ${id}`}`.slice(0, 300))}>${icon("undo")} Bring it back</button>`}
    </div>`;
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem("note") as HTMLTextAreaElement;
    if (field.value.trim() === "") {
      this.wrong = "Say why, in a few words.";
      field.focus();
      return;
    }
    const at = this.later ? ((event.target as HTMLFormElement).elements.namedItem("at") as HTMLInputElement).value : "";
    if (this.later && !(Date.parse(at) > Date.now())) {
      this.wrong = "Choose a time that is still to come.";
    } else if (await this.studio.publish(field.value, at ? new Date(at).toISOString() : undefined)) {
      field.value = "";
      this.later = false;
    }
  }
}

function top(list: readonly { readonly title: string }[]): string {
  return list.slice(0, NAMED).map((each) => each.title).join(", ") || "nothing";
}

function publication(each: Publication) {
  const what = each.note ?? (each.undoes ? "Undo of a publish" : "Published");
  return html`<b>${what}</b>
    ${each.state === "scheduled" ? html`<span class="mark waiting">from <kit-time at=${each.effectiveAt}></kit-time></span>` : each.state === "cancelled" ? html`<span class="mark">called off</span>` : nothing}
    <span class="quiet">${each.by ?? ""} <kit-time at=${each.publishedAt}></kit-time> · ${count(each.rules, "rule", "rules")}</span>`;
}

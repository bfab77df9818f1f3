// What agents said does not go together: each pair with its two answers.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { look } from "../../kit/look.js";
import { products } from "../../kit/products.js";
import { base, controls, marks } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Todo, Todos } from "../model/todos.js";
import { block, headings } from "./studio-look.js";

/** More are told by their number: whoever settles these sees the next. */
const SHOWN = 5;

@customElement("studio-todos")
export class StudioTodos extends LitElement {
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
        gap: 6px;
      }
      li {
        padding: 8px 10px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        line-height: 1.5;
      }
      a {
        color: var(--of-text);
        font-weight: 650;
      }
      .pair {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 10px;
        align-items: center;
      }
      .pictures {
        display: flex;
      }
      .pictures img {
        border: 1px solid var(--of-surface);
        border-radius: var(--of-radius-s);
        background: var(--of-picture);
      }
      .pictures img + img {
        margin-left: -10px;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-top: 6px;
      }
    `,
  ];
  @property({ attribute: false }) todos!: Todos;
  private readonly watching = new Watching(this, () => [this.todos, products]);

  override render() {
    void this.watching;
    const { open } = this.todos;
    if (open.length === 0) return nothing;
    const more = open.length - SHOWN;
    return html`<section aria-labelledby="heading">
      <h2 class="part" id="heading">Agents say: not together <span class="mark">${open.length}</span></h2>
      <ul role="list">
        ${open.slice(0, SHOWN).map((todo) => html`<li>${this.pair(todo)}</li>`)}
      </ul>
      ${more > 0 ? html`<p class="quiet">${more} more</p>` : nothing}
    </section>`;
  }

  private pair(todo: Todo) {
    const { anchor, product, declines } = todo;
    const together = `${product.title} with ${anchor.title}`;
    return html`<div class="pair">
        <span class="pictures" aria-hidden="true">${[product, anchor].map(({ id }) => html`<img src=${products.of(id).picture} alt="" width="36" height="36" loading="lazy" />`)}</span>
        <p>${product.title} with <a href="#${encodeURIComponent(anchor.id)}">${anchor.title}</a> <span class="quiet">said ${declines === 1 ? "once" : `${declines} times`}</span></p>
      </div>
      <div class="acts">
        <button type="button" class="button small" aria-label="Exclude ${together}" @click=${() => void this.todos.exclude(todo)}>Exclude</button>
        <button type="button" class="button quiet small" aria-label="Keep ${together}" @click=${() => void this.todos.keep(todo)}>Keep together</button>
      </div>`;
  }
}

import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Problem } from "../kit/api.js";
import { Resource } from "../kit/resource.js";
import { base, controls } from "../kit/styles.js";
import { article, articles, type Article } from "./api.js";
import { chat } from "./basket.js";
import { crumbs } from "./parts.js";
import { to } from "./routes.js";
import { shared } from "./styles.js";

const text = css`
  .page {
    display: grid;
    gap: var(--of-space-2);
    max-width: 68ch;
    padding-bottom: var(--of-space-6);
  }
  .body {
    display: grid;
    gap: var(--of-space-2);
    font-size: 1.0625rem;
    line-height: 1.65;
    text-wrap: pretty;
  }
  .body p {
    white-space: pre-line;
  }
  .page ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .page li a {
    display: grid;
    gap: 2px;
    padding: var(--of-space-2) 0;
    border-bottom: 1px solid var(--of-line);
    color: var(--of-text);
    text-decoration: none;
  }
  .page li b {
    font-weight: 650;
  }
  .page li a:hover b {
    color: var(--of-accent);
    text-decoration: underline;
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--of-space-1);
    margin-top: var(--of-space-2);
    padding: var(--of-space-2);
    border-radius: var(--of-radius);
    background: var(--of-surface-2);
  }
`;

@customElement("shop-articles")
export class ArticlesView extends LitElement {
  static override styles = [base, controls, shared, text];
  private readonly all = new Resource(this, () => [] as const, () => articles());

  override render() {
    return html`<div class="wide">
      ${crumbs([{ name: "Help" }])}
      <div class="page">
        <h1>Help</h1>
        ${this.all.render({
          ready: (all) => html`<ul role="list">${all.map((each) => html`<li><a href=${to.article(each.id)}><b>${each.title}</b><span class="quiet">${first(each)}</span></a></li>`)}</ul>`,
          failed: "The articles could not be loaded.",
        })}
        ${ask()}
      </div>
    </div>`;
  }
}

@customElement("shop-article")
export class ArticleView extends LitElement {
  static override styles = [base, controls, shared, text];
  @property() article = "";
  private readonly shown = new Resource(
    this,
    () => [this.article] as const,
    async (id) => {
      const found = await article(id);
      document.title = `${found.title} · Ridge & Ramble`;
      return found;
    },
  );

  override render() {
    return html`<div class="wide">
      ${this.shown.value ? nothing : html`<h1 class="visually-hidden">Help</h1>`} ${crumbs([{ name: "Help", href: "/articles" }, { name: this.shown.value?.title ?? "" }])}
      ${this.shown.render({
        ready: (shown) =>
          html`<article class="page">
            <h1>${shown.title}</h1>
            <div class="body">${shown.body.split(/\n\n+/).map((each) => html`<p>${each}</p>`)}</div>
            ${ask()}
          </article>`,
        failed: this.shown.failure instanceof Problem && this.shown.failure.status === 404 ? "There is no such article." : "The article could not be loaded.",
      })}
    </div>`;
  }
}

function first(article: Article): string {
  return (article.body ?? "").split("\n")[0] ?? "";
}

function ask() {
  return html`<div class="ask">
    <span>Not what you were looking for?</span>
    <button class="button" type="button" @click=${async () => (await chat()).show()}>Ask us</button>
  </div>`;
}

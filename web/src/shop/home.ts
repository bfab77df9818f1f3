import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Resource } from "../kit/resource.js";
import type { Category } from "../kit/shop.js";
import { base, controls } from "../kit/styles.js";
import { articles, products, type Article } from "./api.js";
import { chat } from "./basket.js";
import { landscape, landscapeColours } from "./landscape.js";
import { children, ghosts, grid, icon } from "./parts.js";
import { to } from "./routes.js";
import { shared } from "./styles.js";
import { Promises } from "./terms.js";

/** How many products the first rows show. */
const SHOWN = 8;

@customElement("shop-home")
export class Home extends LitElement {
  static override styles = [
    base,
    controls,
    shared,
    landscapeColours,
    css`
      .hero {
        position: relative;
        display: grid;
        align-items: center;
        min-height: clamp(360px, 46vw, 540px);
        overflow: hidden;
        isolation: isolate;
      }
      .hero::after {
        content: "";
        position: absolute;
        inset: 0;
        z-index: -1;
        background: radial-gradient(70% 80% at 8% 28%, light-dark(#dcebefee, #10212aee) 30%, transparent 100%);
      }
      .hero > .landscape {
        z-index: -2;
      }
      .hero > .wide {
        position: relative;
        display: grid;
        gap: var(--of-space-2);
        justify-items: start;
        padding: var(--of-space-4) 0 clamp(120px, 16vw, 200px);
      }
      .hero h1 {
        max-width: 14ch;
        color: light-dark(#12303a, #f0f6f8);
        font-size: clamp(2.25rem, 1.4rem + 3.6vw, 4rem);
        line-height: 1.05;
      }
      .hero p {
        max-width: 44ch;
        color: light-dark(#1f3c46, #d7e4e9);
        font-size: var(--of-text-l);
        text-wrap: pretty;
      }
      .hero .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--of-space-1);
      }
      .promises {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: var(--of-space-2) var(--of-space-3);
        padding: var(--of-space-3) 0;
      }
      .promises div {
        display: flex;
        align-items: center;
        gap: 12px;
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
      .promises b {
        display: block;
        color: var(--of-text);
        font-size: var(--of-text-m);
        font-weight: 650;
      }
      .icon {
        width: 28px;
        height: 28px;
        flex: none;
        color: var(--of-accent);
      }
      section {
        padding: var(--of-space-4) 0;
      }
      section > .wide {
        display: grid;
        gap: var(--of-space-3);
      }
      .band {
        background: var(--of-surface);
        border-block: 1px solid var(--of-line);
      }
      .shelves {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(250px, 40vw), 1fr));
        gap: var(--of-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .shelves a {
        display: grid;
        gap: 2px;
        align-content: start;
        height: 100%;
        padding: 12px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
        color: var(--of-text);
        text-decoration: none;
        transition:
          border-color var(--of-quick),
          box-shadow var(--of-quick);
      }
      .shelves a:hover {
        border-color: var(--of-accent);
        box-shadow: var(--of-shadow-1);
      }
      .shelves img {
        width: 100%;
        aspect-ratio: 5 / 4;
        height: auto;
        margin-bottom: 8px;
        border-radius: var(--of-radius-s);
        background: var(--of-picture);
        object-fit: cover;
      }
      .shelves b {
        font-weight: 650;
      }
      .shelves span {
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
      .articles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
        gap: 0 var(--of-space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .articles a {
        display: block;
        padding: 12px 0;
        border-bottom: 1px solid var(--of-line);
        color: var(--of-text);
        font-weight: 600;
        text-decoration: none;
      }
      .articles a:hover {
        color: var(--of-accent);
        text-decoration: underline;
      }
    `,
  ];
  @property({ attribute: false }) categories: readonly Category[] = [];
  private readonly promises = new Promises(this);
  private readonly picks = new Resource(
    this,
    () => [this.categories] as const,
    (categories) => firstOfEach(categories),
  );
  private readonly help = new Resource(this, () => [] as const, () => articles());

  override render() {
    return html`<div class="hero">
        ${landscape()}
        <div class="wide">
          <h1>Gear for the long way round</h1>
          <p>Boots, shells, packs and tents that can be mended, from people who walk in them. Ask us anything: somebody answers.</p>
          <div class="acts">
            <a class="button primary" href="#shelves" @click=${this.toShelves}>Find your gear</a>
            <button class="button" type="button" @click=${async () => (await chat()).show()}>${icon("chat")} Ask us</button>
          </div>
        </div>
      </div>
      <div class="band">
        <div class="wide promises">
          <div>${icon("truck")}<span><b>${this.promises.days ? `There in ${this.promises.days}` : nothing}</b>${capital(this.promises.cost)}</span></div>
          <div>${icon("back")}<span><b>${this.promises.returns ? `${this.promises.returns} to return` : nothing}</b>${capital(this.promises.returnCost)}</span></div>
          <div>${icon("mend")}<span><b>We mend what we sell</b>Two years without charge</span></div>
        </div>
      </div>
      <section>
        <div class="wide">
          <div class="between"><h2>Worth a look</h2></div>
          ${this.picks.render({ ready: (found) => grid(found.flatMap((each) => each.product.slice(0, 1)).slice(0, SHOWN)), skeleton: () => ghosts(SHOWN), failed: "The products could not be loaded." })}
        </div>
      </section>
      <section id="shelves" tabindex="-1">
        <div class="wide">
          <h2>Shop by category</h2>
          ${this.picks.render({ ready: (found) => this.shelves(found), skeleton: () => ghosts(6) })}
        </div>
      </section>
      <section>
        <div class="wide">
          <div class="between"><h2>Good to know</h2><a href="/articles">All help articles</a></div>
          ${this.help.render({ ready: (all) => list(all.slice(0, 6)) })}
        </div>
      </section>`;
  }

  private shelves(found: Pick[]) {
    return html`<ul class="shelves" role="list">
      ${found.map(
        ({ category, product }) =>
          html`<li>
            <a href=${to.category(category.id)}>
              ${product.length ? html`<img src=${product.at(-1)?.picture ?? ""} alt="" width="360" height="288" loading="lazy" />` : nothing}
              <b>${category.name}</b><span>${category.count} products</span>
            </a>
          </li>`,
      )}
    </ul>`;
  }

  private toShelves(event: Event): void {
    event.preventDefault();
    const shelves = this.shadowRoot?.getElementById("shelves");
    shelves?.scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    shelves?.focus({ preventScroll: true });
  }
}

interface Pick {
  readonly category: Category;
  readonly product: Awaited<ReturnType<typeof products>>["products"];
}

/** For each shelf two of its products: one to be shown in the first rows, one to stand for the shelf. */
async function firstOfEach(categories: readonly Category[]): Promise<Pick[]> {
  const top = children(categories, null);
  return Promise.all(
    top.map(async (category, index) => {
      const found = await products({ category: category.id, limit: 2, offset: index });
      return { category, product: found.products };
    }),
  );
}

function list(all: readonly Article[]) {
  return html`<ul class="articles" role="list">
    ${all.map((each) => html`<li><a href=${to.article(each.id)}>${each.title}</a></li>`)}
  </ul>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// The bar on top of the demo: who the visitor is, and the way to the other side of the counter.
import { LitElement, css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { base, controls } from "../kit/styles.js";
import { demo, demoIdentity, type Demo } from "./api.js";
import { chat } from "./basket.js";

const REMEMBERED = "outfitter demo customer";

@customElement("shop-demo-bar")
export class DemoBar extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        background: light-dark(#1c2125, #0b0d0f);
        color: #eceeef;
        font-size: var(--of-text-s);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px var(--of-space-2);
        width: min(1240px, 100% - 2 * var(--of-space-2));
        min-height: 44px;
        margin-inline: auto;
        padding-block: 4px;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--of-space-1);
      }
      select {
        min-height: 32px;
        max-width: 60vw;
        padding: 0 8px;
        border: 1px solid #6f7b84;
        border-radius: var(--of-radius-s);
        background: #2a3137;
        color: inherit;
        font: 600 var(--of-text-s) / 1.4 var(--of-font);
      }
      .about {
        flex: 1 1 16ch;
        min-width: 0;
        color: #b8c0c6;
      }
      .sides {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--of-space-2);
      }
      a,
      summary {
        display: inline-flex;
        align-items: center;
        min-height: 32px;
        color: #8fd6ee;
        font-weight: 600;
        cursor: pointer;
      }
      details {
        position: relative;
      }
      dl {
        position: absolute;
        z-index: 40;
        top: 100%;
        right: 0;
        display: grid;
        grid-template-columns: auto auto auto;
        gap: 4px var(--of-space-2);
        width: max-content;
        max-width: calc(100vw - 32px);
        padding: 12px var(--of-space-2);
        border-radius: var(--of-radius);
        background: #2a3137;
        box-shadow: var(--of-shadow-3);
      }
      code {
        font-family: var(--of-font-mono);
      }
      :focus-visible {
        outline-color: #8fd6ee;
      }
      @media (max-width: 700px) {
        .about {
          display: none;
        }
        dl {
          right: auto;
          left: 0;
        }
      }
    `,
  ];
  @state() private offer: Demo | null = null;
  @state() private customer = "";
  @state() private failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    if (!this.offer) return nothing;
    const { customers, accounts } = this.offer;
    const about = customers.find((each) => each.externalId === this.customer)?.about ?? "Nobody knows you here yet.";
    return html`<aside class="bar" aria-label="Demo">
      <label
        >You are now
        <select @change=${this.chosen}>
          <option value="" ?selected=${!this.customer}>a stranger</option>
          ${customers.map((each) => html`<option value=${each.externalId} ?selected=${each.externalId === this.customer}>${each.name}</option>`)}
        </select>
      </label>
      <span class="about" role="status">${this.failed ? "That did not work. Try again." : about}</span>
      <span class="sides">
        <a href="/desk" @click=${this.beside}>Open the desk beside this</a>
        <a href="/tour">Take the tour</a>
        ${accounts.length
          ? html`<details>
              <summary>Sign-ins</summary>
              <dl>
                ${accounts.map((each) => html`<dt>${each.displayName}, ${each.role}</dt><dd><code>${each.name}</code></dd><dd><code>${each.password}</code></dd>`)}
              </dl>
            </details>`
          : nothing}
      </span>
    </aside>`;
  }

  private async load(): Promise<void> {
    const remembered = recall();
    this.offer = await demo();
    const known = this.offer?.customers.some((each) => each.externalId === remembered);
    await this.become(known ? remembered : "");
  }

  private chosen(event: Event): void {
    void this.become((event.target as HTMLSelectElement).value);
  }

  /** Tells the chat who is signed in; it forgets whoever was before. */
  private async become(customer: string): Promise<void> {
    this.failed = false;
    try {
      if (customer) await demoIdentity(customer);
      (await chat()).identity = customer ? () => demoIdentity(customer) : null;
      this.customer = customer;
      remember(customer);
    } catch {
      this.failed = true;
    }
  }

  /** The desk in a window of its own, on the right half of the screen. */
  private beside(event: Event): void {
    const half = Math.floor(screen.availWidth / 2);
    const place = `left=${half},top=0,width=${half},height=${screen.availHeight}`;
    if (window.open("/desk", "outfitter-desk", place)) event.preventDefault();
  }
}

function recall(): string {
  try {
    return localStorage.getItem(REMEMBERED) ?? "";
  } catch {
    return "";
  }
}

function remember(customer: string): void {
  try {
    if (customer) localStorage.setItem(REMEMBERED, customer);
    else localStorage.removeItem(REMEMBERED);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

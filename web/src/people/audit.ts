// What was done by whom, newest first.
import { LitElement, css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Api } from "../kit/api.js";
import { look } from "../kit/look.js";
import { Resource } from "../kit/resource.js";
import { reason } from "../kit/states.js";
import { base, controls } from "../kit/styles.js";
import "../kit/time.js";
import { peopleLook } from "./look.js";
import { origin, sentence } from "./sentences.js";
import type { Act } from "./wire.js";

const PAGE = 20;

@customElement("people-audit")
export class Audit extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    peopleLook,
    css`
      .rows > li {
        grid-template-columns: minmax(0, 1fr) auto;
        padding-block: 8px;
      }
      .more {
        margin-top: 12px;
      }
    `,
  ];
  @state() private wrong = "";
  @state() private ended = false;
  @state() private earlier: readonly Act[] = [];
  private readonly api = new Api();
  private readonly newest = new Resource(this, () => [] as const, (signal) => this.page(undefined, signal));

  reload(): void {
    this.earlier = [];
    this.ended = false;
    void this.newest.reload();
  }

  override render() {
    return html`<section aria-labelledby="audit">
      <h2 id="audit">What was done</h2>
      ${this.newest.render({ ready: (acts) => this.list([...acts, ...this.earlier]), failed: "The log could not be loaded." })}
      <p class="wrong" role="alert">${this.wrong}</p>
    </section>`;
  }

  private list(acts: readonly Act[]) {
    const more = !this.ended && acts.length >= PAGE;
    return html`<ul role="list" class="rows">
        ${acts.map((act) => html`<li><span>${sentence(act)} <span class="quiet">${origin(act)}</span></span> <span class="quiet"><kit-time at=${act.at}></kit-time></span></li>`)}
      </ul>
      ${more ? html`<button type="button" class="button small more" @click=${() => void this.more(acts)}>Earlier</button>` : nothing}`;
  }

  private async more(shown: readonly Act[]): Promise<void> {
    this.wrong = "";
    try {
      const found = await this.page(shown.at(-1)?.id);
      this.earlier = [...this.earlier, ...found];
      this.ended = found.length < PAGE;
    } catch (failure) {
      this.wrong = reason(failure);
    }
  }

  private async page(before?: number, signal?: AbortSignal): Promise<readonly Act[]> {
    const from = before === undefined ? "" : `&before=${before}`;
    return (await this.api.get<{ acts: Act[] }>(`/api/audit?limit=${PAGE}${from}`, signal)).acts;
  }
}

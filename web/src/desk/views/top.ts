// The desk's part of the bar: find anything, who is here, whether the line stands.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import "../../kit/bar.js";
import { initials } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Desk } from "../model/desk.js";
import { look } from "../../kit/look.js";

/** Events: `palette`, `help`. */
@customElement("desk-top")
export class DeskTop extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
        display: block;
      }
      .find {
        display: flex;
        flex: 0 1 320px;
        align-items: center;
        gap: 8px;
        min-width: 0;
        min-height: 32px;
        padding: 0 8px 0 10px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius-s);
        background: var(--of-ground);
        color: var(--of-text-2);
        font-size: var(--of-text-s);
      }
      .find:hover {
        border-color: var(--of-line-strong);
      }
      .find span {
        flex: 1;
      }
      .end {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .present {
        display: flex;
      }
      .present .avatar {
        margin-left: -6px;
        border: 2px solid var(--of-surface);
        box-sizing: content-box;
      }
      .state {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--of-text-2);
        font-size: var(--of-text-xs);
      }
      .state i {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--of-done);
      }
      .state.cut i,
      .state.connecting i {
        border: 2px solid var(--of-waiting);
        background: none;
      }
      @media (max-width: 900px) {
        .present,
        .find kbd,
        .help {
          display: none;
        }
      }
      @media (max-width: 560px) {
        .find {
          flex: 0 0 auto;
          margin-left: auto;
        }
        .find span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  private readonly watching = new Watching(this, () => [this.desk]);

  override render() {
    void this.watching;
    const { account, present, status } = this.desk;
    const others = present.filter((each) => each.id !== account.id);
    const names = others.map((each) => each.name).join(", ");
    return html`<kit-bar .account=${account} here="desk">
      <button type="button" class="bare find" @click=${() => this.tell("palette")}>
        ${icon("search")} <span class="line">Find or do anything</span> <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <div slot="end" class="end">
        ${others.length > 0
          ? html`<span class="present" role="img" aria-label="Also here: ${names}" title="Also here: ${names}">
              ${others.slice(0, 4).map((each) => html`<span class="avatar small">${initials(each.name)}</span>`)}
            </span>`
          : nothing}
        <span class="state ${status}" role="status"><i></i>${status === "live" ? "live" : status === "cut" ? "reconnecting" : "connecting"}</span>
        <button type="button" class="button quiet icon small help" aria-label="All keys" title="All keys (?)" @click=${() => this.tell("help")}>${icon("help")}</button>
      </div>
    </kit-bar>`;
  }

  private tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}

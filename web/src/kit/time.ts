// A relative time that keeps itself true, with the exact instant on hover.
import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { exact, relative } from "./format.js";

const shown = new Set<Time>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** `<kit-time at="2026-11-21T10:00:00Z"></kit-time>`: all of a page's share one timer. */
@customElement("kit-time")
export class Time extends LitElement {
  static override styles = css`
    :host {
      white-space: nowrap;
    }
  `;
  @property() at = "";

  override connectedCallback(): void {
    super.connectedCallback();
    shown.add(this);
    ticking ??= setInterval(() => shown.forEach((each) => each.requestUpdate()), 20_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this);
    if (shown.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  }

  override render() {
    return this.at ? html`<time datetime=${this.at} title=${exact(this.at)}>${relative(this.at)}</time>` : "";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kit-time": Time;
  }
}

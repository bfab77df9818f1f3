// Focus that is never lost.
import type { LitElement, ReactiveController } from "lit";

/**
 * Gives the focus a place nearby when a draw took away what had it: the first of `places` (selectors, the likeliest first) that
 * there is. A heading among them needs tabindex="-1".
 */
export class HeldFocus implements ReactiveController {
  private held: Element | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly places: readonly string[],
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.held = this.host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    if (!this.held || (this.held.isConnected && !this.held.matches(":disabled"))) return;
    this.held = null;
    for (const place of this.places) {
      const found = this.host.renderRoot.querySelector<HTMLElement>(place);
      if (found) return found.focus();
    }
  }
}

// What came with a customer's message: pictures are shown, other files can be saved. A file that is still being fetched is
// asked for again, for a while.
import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { base, controls } from "../../kit/styles.js";
import { look } from "../../kit/look.js";
import { mediaLook } from "./media-look.js";

export interface Attachment {
  readonly kind: string;
  readonly media?: string | null;
  readonly type?: string | null;
  readonly name?: string | null;
}

const SHOWN = ["picture", "sticker"];
const PAUSES_MILLIS = [1_000, 2_000, 4_000, 8_000, 15_000];

@customElement("desk-media")
export class DeskMedia extends LitElement {
  static override styles = [base, controls, look, mediaLook];
  @property({ attribute: false }) attachment!: Attachment;
  @state() private tries = 0;
  @state() private state: "loading" | "shown" | "failed" = "loading";
  private timer: ReturnType<typeof setTimeout> | undefined;

  override render() {
    const { kind, media, name } = this.attachment;
    if (!media) return nothing;
    const address = `/api/media/${media}`;
    if (!SHOWN.includes(kind)) {
      return html`<a class="button small" href=${address} download=${name ?? kind}>Save the ${kind === "sound" ? "voice message" : kind}</a>`;
    }
    if (this.state === "failed") return html`<p class="quiet gone">The picture could not be loaded. <button type="button" class="button quiet small" @click=${this.again}>Try again</button></p>`;
    return html`<a href=${address} target="_blank" rel="noopener" aria-label="Open the ${kind} that the customer sent">
      <img
        class=${this.state}
        src="${address}?try=${this.tries}"
        alt="The ${kind} that the customer sent"
        @load=${() => (this.state = "shown")}
        @error=${this.later}
      />
    </a>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private later(): void {
    const pause = PAUSES_MILLIS[this.tries];
    if (pause === undefined) this.state = "failed";
    else this.timer = setTimeout(() => (this.tries += 1), pause);
  }

  private again(): void {
    this.tries = 0;
    this.state = "loading";
  }
}

// "Why not …?": the customer asks for a product that is not among the suggestions; what to say, and why it is so.
import { LitElement, css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import "../../kit/product-picker.js";
import { products } from "../../kit/products.js";
import { Resource } from "../../kit/resource.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import { asSentence, type Why } from "../../kit/why.js";
import type { Desk } from "../model/desk.js";
import type { Thread } from "../model/thread.js";
import { telling } from "../model/why-not.js";

/** Event `inserted` when the sentence went into the composer. */
@customElement("desk-why-not")
export class DeskWhyNot extends LitElement {
  static override styles = [
    base,
    controls,
    look,
    css`
      :host {
        display: block;
        margin-top: 10px;
        font-size: var(--of-text-s);
      }
      .answer {
        display: grid;
        gap: 8px;
        margin-top: 8px;
        padding: 10px;
        border: 1px solid var(--of-line);
        border-radius: var(--of-radius);
        background: var(--of-surface);
      }
      .top {
        display: grid;
        grid-template-columns: 36px minmax(0, 1fr) auto;
        gap: 10px;
        align-items: center;
      }
      .top b {
        font-weight: 600;
      }
      img {
        border-radius: var(--of-radius-s);
        background: var(--of-surface-2);
      }
      blockquote {
        margin: 0;
        padding: 8px 12px;
        border-radius: var(--of-radius-s);
        background: var(--of-accent-soft);
        color: var(--of-on-accent-soft);
        font: var(--of-text-m) / 1.45 var(--of-font);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 10px;
      }
      .foot .quiet {
        flex: 1 1 160px;
        font-size: var(--of-text-xs);
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) thread!: Thread;
  @state() private asked: string | null = null;
  private readonly watching = new Watching(this, () => [products]);
  private readonly why = new Resource(
    this,
    () => [this.thread.id, this.asked] as const,
    (conversation, product, signal) => (product ? this.ask(conversation, product, signal) : Promise.resolve(null)),
  );

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get("thread")) this.asked = null;
  }

  override render() {
    void this.watching;
    return html`<kit-product-picker
        .search=${this.desk.staff.products}
        label="Why is this product not suggested?"
        hint="Why not …?"
        @chosen=${(event: CustomEvent<string>) => (this.asked = event.detail)}
        @keydown=${this.pressed}
      ></kit-product-picker>
      ${this.asked ? this.answer(this.asked) : nothing}`;
  }

  private async ask(conversation: string, product: string, signal: AbortSignal): Promise<Why> {
    const of = (list: string): Promise<Why> => this.desk.staff.whyNot(conversation, product, list, signal);
    const [goesWith, stepUp] = await Promise.all([of("goes-with"), of("step-up")]);
    return telling(goesWith, stepUp);
  }

  private answer(product: string) {
    const { title, picture } = products.of(product);
    return html`<section class="answer" aria-label="Why not ${title}" @keydown=${this.pressed}>
      <div class="top">
        <img src=${picture} alt="" width="36" height="36" />
        <b class="line">${title}</b>
        <button type="button" class="button quiet icon small" aria-label="Close" @click=${this.close}>${icon("close")}</button>
      </div>
      ${this.why.render({
        ready: (why) => (why ? this.told(why) : nothing),
        skeleton: () => html`<kit-skeleton lines="2"></kit-skeleton>`,
        failed: "Why could not be told.",
      })}
    </section>`;
  }

  private told(why: Why) {
    const sentence = asSentence(why.aloud);
    return html`<blockquote role="status">${sentence}</blockquote>
      <p class="foot">
        <span class="quiet">${asSentence(why.answer)}</span>
        <button type="button" class="button small" @click=${() => this.write(sentence)}>Into the reply</button>
      </p>`;
  }

  private write(sentence: string): void {
    this.desk.write(this.thread.id, sentence);
    this.dispatchEvent(new CustomEvent("inserted"));
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.asked) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  private readonly close = (): void => {
    this.asked = null;
    this.renderRoot.querySelector<HTMLElement>("kit-product-picker")?.focus();
  };
}

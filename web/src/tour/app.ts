// Phone, desk and studio side by side, and the story that runs through them.
import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../kit/icons.js";
import { look } from "../kit/look.js";
import { base, controls } from "../kit/styles.js";
import { Watching } from "../kit/watch.js";
import { Cast } from "./cast.js";
import { Customer } from "./customer.js";
import { Player } from "./player.js";
import { Stage } from "./stage.js";
import { STORY, type FrameName, type Step } from "./story.js";
import { tourLook } from "./look.js";

/** How wide each page believes to be at least; it is drawn smaller when there is less room. */
const WIDTHS: Readonly<Record<FrameName, number>> = { phone: 390, desk: 780, studio: 440 };
const FRAMES: readonly { readonly name: FrameName; readonly address: string; readonly title: string; readonly short: string }[] = [
  { name: "phone", address: "/", title: "The customer's phone", short: "Phone" },
  { name: "desk", address: "/desk", title: "The desk", short: "Desk" },
  { name: "studio", address: "/studio", title: "The studio", short: "Studio" },
];
const FAST = new URLSearchParams(location.search).get("pace") === "fast";
const TYPING_MILLIS = FAST ? 0 : 24;

@customElement("outfitter-tour")
export class Tour extends LitElement {
  static override styles = [base, controls, look, tourLook];
  @property({ attribute: false }) customer!: { readonly externalId: string; readonly name: string };
  /** The frame that a narrow screen shows. */
  @state() private front: FrameName = "phone";
  private player!: Player<Step>;
  private cast!: Cast;
  private readonly watching = new Watching(this, () => [this.player]);
  private readonly room = new ResizeObserver(() => this.fit());

  override connectedCallback(): void {
    super.connectedCallback();
    const stage = new Stage((name) => this.renderRoot.querySelector<HTMLIFrameElement>(`iframe[name="${name}"]`));
    const speaker = new Customer(this.customer.externalId);
    this.cast = new Cast({ stage, customer: speaker, name: this.customer.name, typing: TYPING_MILLIS });
    this.player = new Player(STORY, { perform: (step, signal) => this.perform(step, signal), rest: (step) => (FAST ? 0 : 1_200 + step.caption.length * 28) });
    this.room.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.player.pause();
    this.room.disconnect();
  }

  override render() {
    void this.watching;
    return html`<main aria-label="Tour" data-front=${this.front} data-play=${this.player.state}>
      <h1 class="visually-hidden">Outfitter's tour: one customer, one agent, one merchandiser</h1>
      <div class="frames">${FRAMES.map(({ name, address, title }) => this.frame(name, address, title))}</div>
      <section class="story" aria-label="The story">${this.told()} ${this.controls()}</section>
    </main>`;
  }

  override updated(): void {
    this.fit();
  }

  private frame(name: FrameName, address: string, title: string) {
    const active = this.player.state !== "ready" && this.player.step.frame === name;
    return html`<section class="frame ${active ? "active" : ""}" data-frame=${name} aria-label=${title}>
      <h2>${title}${name === "phone" ? html` <span class="quiet">${this.customer.name}</span>` : nothing}</h2>
      <div class="glass"><iframe name=${name} src=${address} title=${title}></iframe></div>
    </section>`;
  }

  private told() {
    const { player } = this;
    const { step } = player;
    const at = STORY.indexOf(step) + 1;
    return html`<div class="told">
      <ol class="steps" role="list" aria-label="Steps">
        ${STORY.map(
          (each) => html`<li data-step=${each.name} data-state=${player.stateOf(each.name)} aria-current=${each === step && player.state !== "ready" ? "step" : nothing} title=${each.title}>
            <span class="visually-hidden">${each.title}: ${player.stateOf(each.name)}</span>
          </li>`,
        )}
      </ol>
      <div class="caption" aria-live="polite">
        ${player.state === "ready"
          ? html`<h2>See it from all three sides</h2>
              <p>A customer, an agent and a merchandiser on one server, live. Play the story, or use the three pages yourself: they are the real ones.</p>`
          : player.state === "done"
            ? html`<h2>That was the story</h2>
                <p>Everything you saw is in the database now. Go on by yourself, or play it again.</p>`
            : html`<h2><span class="quiet numbers">${at} of ${STORY.length}</span> ${step.title}</h2>
                <p>${step.caption}</p>
                ${player.state === "failed" ? html`<p class="failed" role="alert">${icon("problem")} ${said(player.failure)}</p>` : nothing}`}
      </div>
    </div>`;
  }

  private controls() {
    const { state } = this.player;
    return html`<div class="controls">
      <div class="fronts" role="group" aria-label="Side to show">
        ${FRAMES.map(({ name, short }) => html`<button type="button" class="button small" aria-pressed=${this.front === name ? "true" : "false"} @click=${() => (this.front = name)}>${short}</button>`)}
      </div>
      ${state === "playing"
        ? html`<button type="button" class="button primary" data-act="pause" @click=${() => this.player.pause()}>${icon("pause")} Take over</button>`
        : state === "done"
          ? html`<button type="button" class="button primary" data-act="again" @click=${() => void this.again()}>${icon("undo")} Play it again</button>`
          : html`<button type="button" class="button primary" data-act="play" @click=${() => void this.play()}>${icon("play")} ${state === "ready" ? "Play the story" : state === "failed" ? "Try again" : "Go on"}</button>`}
      <button type="button" class="button" data-act="next" ?disabled=${state === "playing" || state === "done"} @click=${() => void this.player.next()}>Next step</button>
      <button type="button" class="button quiet" data-act="skip" ?disabled=${state === "done" || state === "ready"} @click=${() => this.player.skip()}>Skip</button>
    </div>`;
  }

  private play(): Promise<void> {
    return this.player.play();
  }

  private async again(): Promise<void> {
    this.player.restart();
    await this.play();
  }

  private async perform(step: Step, signal: AbortSignal): Promise<void> {
    this.front = step.frame;
    if (step === STORY[0]) await this.cast.tidy(signal);
    await this.cast.perform(step, signal);
  }

  /** Draws each page as wide as it wants to be, scaled into the room that it has. Through CSSOM, as the page's policy asks. */
  private fit(): void {
    for (const { name } of FRAMES) {
      const glass = this.renderRoot.querySelector<HTMLElement>(`[data-frame="${name}"] .glass`);
      const frame = glass?.querySelector("iframe");
      if (!glass || !frame || glass.clientWidth === 0) continue;
      const width = Math.max(WIDTHS[name], glass.clientWidth);
      const scale = glass.clientWidth / width;
      frame.style.width = `${width}px`;
      frame.style.height = `${glass.clientHeight / scale}px`;
      frame.style.transform = `scale(${scale})`;
    }
  }
}

function said(failure: unknown): string {
  return failure instanceof Error ? failure.message : "This step did not come off.";
}

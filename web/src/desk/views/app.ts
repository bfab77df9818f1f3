// The desk: three columns, one keyboard.
import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { clock } from "../../kit/format.js";
import "../../kit/states.js";
import { base, controls } from "../../kit/styles.js";
import { Watching } from "../../kit/watch.js";
import type { Desk } from "../model/desk.js";
import { asked, type Asked, type Pressed } from "../model/keys.js";
import { choicesOf } from "../model/choices.js";
import type { Choice } from "../model/palette.js";
import type { OpenProblem } from "../model/wire.js";
import { appLook } from "./app-look.js";
import "./conversation.js";
import type { DeskConversation } from "./conversation.js";
import "./help.js";
import { look } from "../../kit/look.js";
import "./palette.js";
import "./panel.js";
import type { DeskPanel } from "./panel.js";
import "./problem-dialog.js";
import type { DeskProblem } from "./problem-dialog.js";
import "./queue.js";
import type { DeskQueue } from "./queue.js";
import "./sayings.js";
import "./top.js";
import { Acting, type Pane, type Reach } from "./acting.js";

@customElement("desk-app")
export class DeskApp extends LitElement implements Reach {
  static override styles = [base, controls, look, appLook];
  @property({ attribute: false }) desk!: Desk;
  @state() pane: Pane = "queue";
  @state() assisted = true;
  @state() overlay: "palette" | "help" | null = null;
  @state() private letters = localStorage.getItem("outfitter.letters") !== "off";
  private readonly watching = new Watching(this, () => [this.desk]);
  private readonly acting = new Acting(this);

  /** What follows the page's address, as it was read or written here last. */
  private address = "";

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.pressed);
    window.addEventListener("hashchange", this.followAddress);
    window.addEventListener("focus", this.seen);
    this.followAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.pressed);
    window.removeEventListener("hashchange", this.followAddress);
    window.removeEventListener("focus", this.seen);
  }

  override render() {
    void this.watching;
    const thread = this.desk.current;
    return html`
      <desk-top .desk=${this.desk} @palette=${() => (this.overlay = "palette")} @help=${() => (this.overlay = "help")}></desk-top>
      ${this.desk.status === "cut" && this.desk.known
        ? html`<kit-offline
            text="The line is cut. You see what was known at ${clock(this.desk.heardAt)}; drafts are kept, and what you send goes out once it stands again."
            @retry=${() => this.desk.reconnect()}
          ></kit-offline>`
        : nothing}
      ${this.panes()}
      <main aria-label="Desk" class="columns ${this.assisted ? "" : "bare-panel"}" data-pane=${this.pane}>
        <h1 class="visually-hidden">Desk</h1>
        <desk-queue .desk=${this.desk} @chosen=${(event: CustomEvent<string>) => this.open(event.detail)}></desk-queue>
        <desk-conversation .desk=${this.desk}></desk-conversation>
        <aside aria-label="Assist">
          ${thread
            ? html`<desk-panel
                .desk=${this.desk}
                .thread=${thread}
                @inserted=${() => this.write()}
                @pointed=${() => (this.pane = "conversation")}
                @problem=${(event: CustomEvent<OpenProblem | null>) => this.problem(event.detail)}
              ></desk-panel>`
            : html`<kit-empty heading="Assist" hint="Briefing, problems, suggestions and orders of the conversation in front."></kit-empty>`}
        </aside>
      </main>
      <desk-problem .desk=${this.desk}></desk-problem>
      ${this.overlay === "help"
        ? html`<desk-help .letters=${this.letters} @closed=${this.closeOverlay} @letters=${(event: CustomEvent<boolean>) => this.setLetters(event.detail)}></desk-help>`
        : nothing}
      ${this.overlay === "palette"
        ? html`<desk-palette .desk=${this.desk} .acts=${choicesOf(this.desk)} @closed=${this.closeOverlay} @chosen=${(event: CustomEvent<Choice>) => this.chosen(event.detail)}></desk-palette>`
        : nothing}
      <desk-sayings .desk=${this.desk}></desk-sayings>
    `;
  }

  // ---- for the keys and the palette -----------------------------------------------------------------------------

  get queue(): DeskQueue | null {
    return this.renderRoot.querySelector<DeskQueue>("desk-queue");
  }

  get conversation(): DeskConversation | null {
    return this.renderRoot.querySelector<DeskConversation>("desk-conversation");
  }

  get panel(): DeskPanel | null {
    return this.renderRoot.querySelector<DeskPanel>("desk-panel");
  }

  open(id: string): void {
    this.desk.open(id);
    this.pane = "conversation";
  }

  write(): void {
    this.pane = "conversation";
    void this.updateComplete.then(() => this.conversation?.composer?.focus());
  }

  problem(problem: OpenProblem | null): void {
    if (this.desk.current) this.renderRoot.querySelector<DeskProblem>("desk-problem")?.ask(this.desk.current.id, problem);
  }

  override updated(): void {
    const address = this.desk.tabs.current ? `#${this.desk.tabs.current}` : "";
    // Another address than the one that was left here: somebody follows a link, and the event of it is still on its way.
    if (location.hash !== this.address) this.followAddress();
    else if (location.hash !== address) {
      history.replaceState(null, "", location.pathname + address);
      this.address = location.hash;
    }
    if (document.hasFocus()) this.desk.seen();
    const waiting = this.desk.groups.waiting.length;
    document.title = `${waiting > 0 ? `(${waiting}) ` : ""}Desk · Outfitter`;
  }

  private panes() {
    const pane = (name: Pane, label: string, count = 0) =>
      html`<button type="button" aria-pressed=${this.pane === name ? "true" : "false"} @click=${() => (this.pane = name)}>
        ${label}${count > 0 ? html` <span class="count">${count}</span>` : nothing}
      </button>`;
    return html`<nav class="panes" aria-label="Columns">
      ${pane("queue", "Queue", this.desk.groups.waiting.length)} ${pane("conversation", this.desk.current ? this.desk.nameOf(this.desk.current.id) : "Conversation")}
      ${pane("panel", "Assist")}
    </nav>`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || this.overlay === "palette") return;
    if (event.composedPath().some((each) => each instanceof HTMLDialogElement && each.open)) return;
    const want = asked(event as Pressed, types(event), this.letters);
    if (want && this.acting.act(want as Asked)) event.preventDefault();
  };

  private readonly followAddress = (): void => {
    this.address = location.hash;
    const id = decodeURIComponent(location.hash.slice(1));
    if (id && id !== this.desk.tabs.current) this.open(id);
  };

  private readonly seen = (): void => this.desk.seen();

  private readonly closeOverlay = (event: Event): void => {
    if (event.target instanceof Element) this.overlay = null;
  };

  private chosen(choice: Choice): void {
    this.overlay = null;
    if (choice.conversation) this.open(choice.conversation);
    else this.acting.act({ id: choice.id as Asked["id"] });
  }

  private setLetters(on: boolean): void {
    this.letters = on;
    localStorage.setItem("outfitter.letters", on ? "on" : "off");
  }
}

/** Whether the key goes into a field. */
function types(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

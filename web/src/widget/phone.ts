// A visitor proves a telephone number, and goes on in a messaging app: one conversation, from either side. A script of its own,
// loaded where a shop has such an app: the widget itself stays small for everybody else.
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { Api, Problem } from "../kit/api.js";
import texts from "./texts/phone.en.json";
import { fill, type Texts } from "./texts/texts.js";

type Step = "closed" | "number" | "code" | "joined" | "apart";

interface PhoneHost extends ReactiveControllerHost {
  readonly texts: Texts;
  readonly base: string;
  readonly renderRoot: HTMLElement | DocumentFragment;
  token(refused?: boolean): Promise<string>;
  /** The form is gone; whoever used it writes on. */
  focusComposer(): void;
}

/** The form that stands in the composer's place as long as somebody uses it. */
export class Phone implements ReactiveController {
  private step: Step = "closed";
  private busy = false;
  private trouble = "";
  private readonly api: Api;

  /** @param service what people call it, 'WhatsApp' */
  constructor(
    private readonly host: PhoneHost,
    private readonly service: string,
  ) {
    host.addController(this);
    this.api = new Api({ base: host.base, token: (refused) => host.token(refused) });
  }

  hostConnected(): void {}

  get open(): boolean {
    return this.step !== "closed";
  }

  /** Somebody else chats now. */
  clear(): void {
    this.become("closed");
  }

  button(): TemplateResult {
    const label = fill(texts.goOn, { service: this.service });
    return html`<button class="bare" type="button" aria-label=${label} title=${label} aria-expanded=${this.open} @click=${() => this.toggle()}>
      <svg class="i" viewBox="0 0 24 24" aria-hidden="true"><rect x="7" y="3" width="10" height="18" rx="2.5" /><path d="M11 18h2" /></svg>
    </button>`;
  }

  form(): TemplateResult {
    const named = { service: this.service };
    const ended = this.step === "joined" || this.step === "apart";
    const code = this.step === "code";
    const says = { closed: "", number: texts.goOnHow, code: texts.codeSent, joined: texts.goOnJoined, apart: texts.goOnApart }[this.step];
    return html`<form class="phone" novalidate aria-label=${fill(texts.goOn, named)} @submit=${this.submit}>
      <p role="status">${fill(says, named)}</p>
      ${ended
        ? nothing
        : html`<input
            name=${this.step}
            type=${code ? "text" : "tel"}
            inputmode=${code ? "numeric" : "tel"}
            autocomplete=${code ? "one-time-code" : "tel"}
            maxlength=${code ? 6 : 24}
            placeholder=${code ? "123456" : "+44 7700 900123"}
            aria-label=${code ? texts.code : texts.number}
            aria-invalid=${this.trouble !== ""}
            aria-describedby="trouble"
          />`}
      <p id="trouble" role="alert">${this.trouble}</p>
      <div class="acts">
        ${ended
          ? nothing
          : html`<button class="button primary" aria-disabled=${this.busy}>${code ? texts.codeEnter : texts.codeAsk}</button>
              ${code ? html`<button class="button quiet" type="button" @click=${() => this.become("number")}>${texts.codeAgain}</button>` : nothing}`}
        <button class="button quiet" type="button" @click=${() => this.close()}>${ended ? texts.goOnDone : this.host.texts.cancel}</button>
      </div>
    </form>`;
  }

  private toggle(): void {
    if (this.open) this.close();
    else this.become("number");
  }

  private close(): void {
    this.become("closed");
    this.host.focusComposer();
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const written = this.field?.value.trim() ?? "";
    if (this.busy || !this.open) return;
    if (written) void this.send(written);
    else this.field?.focus();
  };

  private async send(written: string): Promise<void> {
    const step = this.step;
    this.busy = true;
    this.trouble = "";
    this.host.requestUpdate();
    try {
      const next = step === "number" ? await this.ask(written) : await this.enter(written);
      if (this.step === step) this.become(next);
    } catch (failure) {
      if (this.step === step) this.complain(failure);
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  private async ask(phone: string): Promise<Step> {
    await this.api.post("/api/site/phone", { phone });
    return "code";
  }

  private async enter(code: string): Promise<Step> {
    const { joined } = await this.api.post<{ joined: boolean }>("/api/site/phone/code", { code });
    return joined ? "joined" : "apart";
  }

  private complain(failure: unknown): void {
    const status = failure instanceof Problem ? failure.status : 0;
    const known: Record<number, string> = { 0: texts.goOnOffline, 400: texts.numberWrong, 403: texts.codeWrong };
    this.trouble = known[status] ?? (failure as Problem).detail;
    this.field?.select();
  }

  private become(step: Step): void {
    this.step = step;
    this.trouble = "";
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      if (this.field) this.field.value = "";
      (this.field ?? this.host.renderRoot.querySelector<HTMLElement>(".phone .quiet"))?.focus();
    });
  }

  private get field(): HTMLInputElement | null {
    return this.host.renderRoot.querySelector(".phone input");
  }
}

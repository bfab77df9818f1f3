// What the panel shows around the stream: who answers, the wait, matters to begin with, what was offered.
import { html, nothing, type TemplateResult } from "lit";
import { initials } from "../kit/format.js";
import { icon } from "./icons.js";
import type { Phone } from "./phone.js";
import type { Holding } from "./activity.js";
import { counted, fill, type Texts } from "./texts/texts.js";
import type { Transcript } from "./transcript.js";

/** A conversation that rested this long begins with another matter. */
const OLD = 6 * 3_600_000;

export type Choose = (says: string) => void;

const agentOf = ({ holder, agent }: Holding): string => (holder === "claimed" && agent ? agent : "");

const face = (agent: string): TemplateResult => html`<div class="who" aria-hidden="true">${agent ? initials(agent) : icon("bot")}</div>`;

export function header(texts: Texts, shop: string, holding: Holding, otherApp: Phone | undefined, close: () => void): TemplateResult {
  const person = agentOf(holding);
  const status = person ? fill(texts.agentStatus, { shop: shop || location.hostname }) : holding.holder === "waiting" ? texts.waitingStatus : texts.botStatus;
  return html`<div class="head" part="header">
    ${face(person)}
    <div class="text">
      <h2 tabindex="-1">${person || shop || texts.botName}</h2>
      <p>${status}</p>
    </div>
    ${otherApp?.button()}
    <button class="bare" type="button" aria-label=${texts.close} @click=${close}>${icon("close")}</button>
  </div>`;
}

/** After a handoff: the place in line and the promise. */
export function strip(texts: Texts, tag: string, { holder, position, promiseMinutes }: Holding): TemplateResult {
  const place = !position ? "" : position === 1 ? texts.positionFirst : fill(texts.position, { position });
  const promise = promiseMinutes ? counted(texts.promise, promiseMinutes, tag) : place ? "" : texts.waiting;
  return html`<div role="status">${holder === "waiting" ? html`<p class="strip">${icon("clock")}<span>${place} ${promise}</span></p>` : nothing}</div>`;
}

export function home(texts: Texts, choose: Choose): TemplateResult {
  return html`<div class="home">
    <h3>${texts.welcome}</h3>
    <p>${texts.introduction}</p>
    <div class="matters">
      ${texts.matters.map(
        (matter) =>
          html`<button type="button" @click=${() => choose(matter.says)}>
            <span class="sign">${icon(matter.icon)}</span><span><b>${matter.title}</b><small>${matter.hint}</small></span>${icon("right")}
          </button>`,
      )}
    </div>
  </div>`;
}

/** What was offered last; when that is long ago, the matters that one begins with. */
export function answers(texts: Texts, { offers, messages }: Transcript, choose: Choose): TemplateResult | typeof nothing {
  const old = Date.now() - (messages.at(-1)?.at ?? Infinity) > OLD;
  const shown = offers.length || !old ? offers.map((says) => ({ title: says, says })) : texts.matters;
  if (shown.length === 0) return nothing;
  return html`<div class="answers" role="group" aria-label=${texts.answers}>
    ${shown.map(({ title, says }) => html`<button type="button" @click=${() => choose(says)}>${title}</button>`)}
  </div>`;
}

export function dots(texts: Texts, holding: Holding): TemplateResult {
  const agent = agentOf(holding);
  return html`<div class="group">
    ${face(agent)}
    <div class="column">
      <span class="dots"><i></i><i></i><i></i><span class="visually-hidden">${fill(texts.typing, { name: agent || texts.botName })}</span></span>
      <div class="under"></div>
    </div>
  </div>`;
}

export function ghosts(): TemplateResult {
  return html`<div class="ghost" aria-hidden="true"><i></i><i></i><i></i></div>`;
}

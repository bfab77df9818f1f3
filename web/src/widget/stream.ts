// The stream of messages as it is drawn: days, groups by author, bubbles, offered answers, and how far our own last word got.
import { html, nothing, type TemplateResult } from "lit";
import { clock, day, initials } from "../kit/format.js";
import type { Cards } from "./cards.js";
import { icon } from "./icons.js";
import { fill, type Texts } from "./texts/texts.js";
import { groups, type Group, type Message } from "./transcript.js";
import { words } from "./words.js";

export interface StreamView {
  readonly texts: Texts;
  readonly tag: string;
  readonly cards: Cards;
  readonly retry: (key: string) => void;
}

export function stream(messages: readonly Message[], view: StreamView): unknown {
  const lastOwn = messages.findLast((each) => each.author === "customer");
  return groups(messages).map((each) => group(each, lastOwn, view));
}

function group(group: Group, lastOwn: Message | undefined, view: StreamView): TemplateResult {
  const { texts, tag } = view;
  if (group.author === "notice") return notices(group, view);
  const last = group.messages.at(-1);
  const mine = group.author === "customer";
  const name = mine ? texts.you : group.name || texts.botName;
  return html`${group.newDay ? html`<h3 class="day">${day(group.messages[0]?.at ?? 0, Date.now(), tag)}</h3>` : nothing}
    <div class="group ${group.author}" part="group ${group.author}">
      ${mine ? nothing : html`<div class="who" aria-hidden="true">${group.author === "agent" ? initials(name) : icon("bot")}</div>`}
      <div class="column">
        ${group.author === "agent" ? html`<div class="name" aria-hidden="true">${name}</div>` : nothing}
        ${group.messages.map((each) => message(each, name, view))}
        <div class="under">
          ${last ? html`<time datetime=${new Date(last.at).toISOString()}>${clock(last.at, tag)}</time>` : nothing}
          ${last && last === lastOwn ? delivery(last, view) : nothing}
        </div>
      </div>
    </div>`;
}

function notices(group: Group, { texts }: StreamView): TemplateResult {
  return html`${group.messages.map(({ text, name }) => html`<p class="day">${text === "claimed" ? fill(texts.joined, { name }) : texts.backToBot}</p>`)}`;
}

function message(message: Message, name: string, view: StreamView): TemplateResult {
  const lost = message.delivery === "failed";
  return html`<div class="message">
    <span class="visually-hidden">${fill(view.texts.said, { name })}</span>
    ${message.text ? html`<div class="bubble ${message.delivery ?? ""}" part="bubble">${words(message.text)}</div>` : nothing}
    ${message.cards.length ? view.cards.row(message.key, message.cards) : nothing}
    ${lost
      ? html`<div class="failed" role="alert">
          ${icon("alert")}<span>${view.texts.failed} ${message.reason ?? ""}</span>
          <button type="button" @click=${() => view.retry(message.key)}>${view.texts.retry}</button>
        </div>`
      : nothing}
  </div>`;
}

function delivery(message: Message, { texts }: StreamView): TemplateResult | typeof nothing {
  if (message.delivery === "failed") return nothing;
  return message.delivery === "sending" ? html`<span> · ${texts.sending}</span>` : html`<span> · ${texts.sent}</span>`;
}

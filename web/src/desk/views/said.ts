// What somebody said, as a bubble: the customer's on the left, ours on the right, the bot's with its reason.
import { html, nothing } from "lit";
import { clock, exact, money } from "../../kit/format.js";
import { icon } from "../../kit/icons.js";
import { channelName, deliveryWords, type Delivery } from "../model/delivery.js";
import type { Desk } from "../model/desk.js";
import type { Pending } from "../model/outbox.js";
import { products } from "../../kit/products.js";
import { traceOf, type Item } from "../model/stream.js";
import type { Thread } from "../model/thread.js";
import "./media.js";
import type { Attachment } from "./media.js";

interface BotCard {
  readonly product: string;
  readonly note?: string | null;
}

export function said(desk: Desk, thread: Thread, item: Extract<Item, { type: "said" }>, pointed: boolean) {
  const { entry, by, follows, trace, key } = item;
  const body = entry.body as { text?: string; agent?: string; buttons?: string[]; cards?: BotCard[]; address?: string; account?: number; attachments?: Attachment[] };
  const delivery = by === "customer" ? undefined : thread.deliveries.get(key);
  const name = by === "customer" ? desk.nameOf(thread.id) : by === "bot" ? "Bot" : body.account === desk.account.id ? "You" : (body.agent ?? "Agent");
  return html`<article class="said ${by} ${follows ? "follows" : ""} ${pointed ? "pointed" : ""}" id=${key} data-seq=${entry.seq}>
    ${follows
      ? nothing
      : html`<header>
          ${by === "bot" ? icon("bot") : nothing} <b>${name}</b>
          ${by === "customer" && body.address ? html`<span class="channel">${channelName(body.address)}</span>` : nothing}
          <time class="quiet" datetime=${entry.at} title=${exact(entry.at)}>${clock(entry.at)}</time>
        </header>`}
    ${body.text ? html`<p class="bubble text" title=${exact(entry.at)}>${body.text}</p>` : nothing}
    ${body.attachments?.map((attachment) => html`<desk-media .attachment=${attachment}></desk-media>`) ?? nothing}
    ${body.cards?.length ? html`<ul class="cards" role="list">${body.cards.map((card) => html`<li>${cardOf(card)}</li>`)}</ul>` : nothing}
    ${body.buttons?.length
      ? html`<p class="buttons" aria-label="Buttons offered">${body.buttons.map((button) => html`<span>${button}</span>`)}</p>`
      : nothing}
    ${delivery ? deliveryMark(delivery) : nothing}
    ${by === "bot" && trace ? html`<desk-why .trace=${traceOf(trace)}></desk-why>` : nothing}
  </article>`;
}

function deliveryMark(delivery: Delivery) {
  const troubled = delivery.state === "failed" || delivery.state === "held" || delivery.state === "retrying";
  const sign = delivery.state === "failed" ? icon("problem") : troubled || delivery.state === "waiting" ? icon("clock") : icon("done");
  return html`<p class="delivery ${delivery.state}" title=${exact(delivery.at)}>
    ${sign} ${deliveryWords(delivery)}${troubled && delivery.reason ? html`<span class="quiet"> (${delivery.reason})</span>` : nothing}
  </p>`;
}

function cardOf(card: BotCard) {
  const { title, picture, price } = products.of(card.product);
  return html`<div class="card">
    <img src=${picture} alt="" width="48" height="48" loading="lazy" />
    <span>
      <b class="line">${title}</b>
      <span class="quiet">${price ? money(price) : ""}${price && card.note ? " · " : ""}${card.note ?? ""}</span>
    </span>
  </div>`;
}

/** What is on its way, or did not go. */
export function pendingMessage(desk: Desk, pending: Pending) {
  const failed = pending.state === "refused";
  return html`<article class="said agent pending ${pending.kind === "note" ? "as-note" : ""}" data-pending=${pending.key}>
    ${pending.text ? html`<p class="bubble text">${pending.text}</p>` : nothing}
    ${pending.cards.length > 0
      ? html`<ul class="cards" role="list">${pending.cards.map((card) => html`<li>${cardOf({ product: card.product, note: card.size ? `Size ${card.size}` : null })}</li>`)}</ul>`
      : nothing}
    <p class="state ${failed ? "failed" : ""}" role="status">
      ${pending.state === "sending" ? "Sending" : failed ? html`${icon("problem")} Not sent: ${pending.problem}` : html`${icon("clock")} Not sent yet: ${pending.problem ?? "no connection"}`}
      ${pending.state === "sending"
        ? nothing
        : html`<button type="button" class="button quiet small" @click=${() => desk.again(pending.key)}>Try again</button>
            <button type="button" class="button quiet small" @click=${() => desk.recall(pending.key)}>Edit</button>`}
    </p>
  </article>`;
}


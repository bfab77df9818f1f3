import assert from "node:assert/strict";
import { test } from "node:test";
import { channelName, deliveryWords, wayLine } from "./delivery.js";

const NOW = Date.parse("2026-11-22T10:00:00Z");

test("an address tells its channel's name", () => {
  assert.equal(channelName("whatsapp:447700900123"), "WhatsApp");
  assert.equal(channelName("shop:ann"), "site");
  assert.equal(channelName("pigeon"), "pigeon");
});

test("a state is said with its channel", () => {
  assert.equal(deliveryWords({ conversation: 1, seq: 2, channel: "whatsapp", state: "held", at: "" }), "WhatsApp: waits for the customer");
});

test("the composer says nothing of the site, what is left of the window, and what happens after it", () => {
  assert.equal(wayLine({ channel: "site", name: "the site's chat" }, NOW), null);
  assert.deepEqual(wayLine({ channel: "sms", name: "SMS" }, NOW), { text: "by SMS", closed: false });
  const open = wayLine({ channel: "whatsapp", name: "WhatsApp", until: "2026-11-22T13:30:00Z", outside: "held" }, NOW);
  assert.deepEqual(open, { text: "by WhatsApp, 3 h left to write freely", closed: false });
  const held = wayLine({ channel: "whatsapp", name: "WhatsApp", until: "2026-11-22T09:59:00Z", outside: "held" }, NOW);
  assert.equal(held?.closed, true);
  assert.match(held?.text ?? "", /until the customer writes again/);
  assert.match(wayLine({ channel: "whatsapp", name: "WhatsApp", until: "2026-11-22T09:59:00Z", outside: "template" }, NOW)?.text ?? "", /template/);
});

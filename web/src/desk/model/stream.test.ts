import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { items, merge, traceOf } from "./stream.js";
import type { Entry } from "./wire.js";

function entry(seq: number, kind: string, body: Entry["body"] = {}, minute = 0, conversation = "41"): Entry {
  return { conversation, seq, kind, body, at: new Date(2026, 10, 21, 12, minute).toISOString() };
}

const shape = (entries: readonly Entry[]): string[] => items(entries).map((item) => (item.type === "said" ? `${item.by}${item.follows ? "+" : ""}` : item.type));

describe("the stream", () => {
  test("an episode's divider stands above the message that opened it", () => {
    assert.deepEqual(shape([entry(1, "customer-message", { text: "hi" }), entry(2, "episode-opened", { number: 1 })]), ["day", "episode", "customer"]);
  });

  test("quick messages of one speaker belong together", () => {
    const entries = [entry(1, "customer-message", {}, 0), entry(2, "customer-message", {}, 1), entry(3, "customer-message", {}, 20)];

    assert.deepEqual(shape(entries), ["day", "customer", "customer+", "customer"]);
  });

  test("two agents' messages do not belong together", () => {
    assert.deepEqual(shape([entry(1, "agent-message", { account: 1 }), entry(2, "agent-message", { account: 2 })]), ["day", "agent", "agent"]);
  });

  test("a bot's turn carries its reason, and the next customer's word ends it", () => {
    const trace = entry(2, "bot-trace", { readings: [] });
    const all = items([entry(1, "customer-message"), trace, entry(3, "bot-message"), entry(4, "customer-message"), entry(5, "bot-message")]);

    const reasons = all.flatMap((item) => (item.type === "said" && item.by === "bot" ? [item.trace] : []));

    assert.deepEqual(reasons, [trace, null]);
  });

  test("quiet events of one kind fold into one line", () => {
    const all = items([entry(1, "cart-changed"), entry(2, "cart-changed"), entry(3, "problem-opened"), entry(4, "cart-changed")]);

    assert.deepEqual(all.flatMap((item) => (item.type === "event" ? [item.entries.length] : [])), [2, 1, 1]);
  });

  test("entries that come twice stand once, in their order", () => {
    const one = [entry(1, "note"), entry(2, "note")];

    assert.deepEqual(merge(one, [entry(3, "note"), entry(2, "note")]).map((each) => each.seq), [1, 2, 3]);
  });

  test("the absorbed conversation is read first, then the survivor", () => {
    const survivor = [entry(1, "note"), entry(2, "note")];
    const absorbed = [entry(1, "note", {}, 0, "40"), entry(2, "note", {}, 0, "40")];

    assert.deepEqual(merge(survivor, absorbed).map((each) => `${each.conversation}:${each.seq}`), ["40:1", "40:2", "41:1", "41:2"]);
  });

  test("readings stand likeliest first, and what is absent is empty", () => {
    const trace = traceOf({ body: { readings: [{ intent: "a", probability: 0.1 }, { intent: "b", probability: 0.8 }], decision: "reply" } });

    assert.deepEqual([trace.readings[0]?.intent, trace.slots, trace.proof], ["b", {}, null]);
  });
});

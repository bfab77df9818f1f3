import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Shelf } from "./drafts.js";
import { Outbox, settled, type Pending } from "./outbox.js";
import type { Entry } from "./wire.js";

function shelf(): Shelf {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
}

function pending(key: string, text: string, more: Partial<Pending> = {}): Pending {
  return { key, conversation: "41", kind: "reply", text, cards: [], at: "", state: "sending", problem: null, head: 5, ...more };
}

function entry(seq: number, text: string, more: Partial<Entry> = {}): Entry {
  return { conversation: "41", seq, at: "", kind: "agent-message", body: { account: 1, text }, ...more };
}

describe("what is on its way", () => {
  test("is settled by the entry that it became", () => {
    assert.deepEqual(settled([pending("a", "Hello")], [entry(6, "Hello")], 1), []);
  });

  test("the same words sent twice need two entries", () => {
    const left = settled([pending("a", "Hello"), pending("b", "Hello")], [entry(6, "Hello")], 1);

    assert.deepEqual(left.map((each) => each.key), ["b"]);
  });

  test("words from before, from a colleague, from another conversation or in a note do not settle it", () => {
    const others = [
      entry(5, "Hello"),
      entry(6, "Hello", { body: { account: 2, text: "Hello" } }),
      entry(7, "Hello", { conversation: "42" }),
      entry(8, "Hello", { kind: "note" }),
    ];

    assert.equal(settled([pending("a", "Hello")], others, 1).length, 1);
  });

  test("a message that may not have arrived is still there after a reload, to be tried with the same key", () => {
    const place = shelf();
    new Outbox(place, 1).put(pending("a", "Hello"));

    const [kept] = new Outbox(place, 1).all;

    assert.deepEqual([kept?.key, kept?.state], ["a", "waiting"]);
  });

  test("a new try replaces the old one", () => {
    const outbox = new Outbox(shelf(), 1);
    outbox.put(pending("a", "Hello"));

    outbox.put(pending("a", "Hello", { state: "refused", problem: "sold out" }));

    assert.deepEqual(outbox.of("41").map((each) => each.problem), ["sold out"]);
  });
});

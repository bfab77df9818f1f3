import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Staff } from "./staff.js";
import { Thread } from "./thread.js";
import type { Entry } from "./wire.js";

const entry = (seq: number, kind: string, body: Entry["body"] = {}): Entry => ({
  conversation: "41",
  seq,
  kind,
  body,
  at: new Date(2026, 10, 21, 12).toISOString(),
});

const messages = (from: number, to: number): readonly Entry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index, "customer-message", { text: "hi" }));

function thread(): Thread {
  return new Thread("41", {} as Staff, () => undefined, () => undefined);
}

describe("an open conversation", () => {
  test("a talk of hours keeps its newest entries, and says that there was more", () => {
    const long = thread();
    long.complete = true;
    long.receive({ type: "entries", conversation: "41", head: 301, entries: messages(1, 301) });

    long.trim();

    assert.equal(long.entries.length, 150);
    assert.equal(long.entries.at(-1)?.seq, 301);
    assert.equal(long.complete, false);
  });

  test("a short talk stays whole", () => {
    const short = thread();
    short.receive({ type: "entries", conversation: "41", head: 300, entries: messages(1, 300) });

    short.trim();

    assert.equal(short.entries.length, 300);
  });

  test("who has the conversation is known also when the entry that told it is let go", () => {
    const long = thread();
    long.receive({ type: "entries", conversation: "41", head: 401, entries: [entry(1, "claimed", { account: 7, agent: "Ana", number: 1 }), ...messages(2, 401)] });

    long.trim();

    assert.deepEqual(long.standing, { holder: "claimed", by: { id: 7, name: "Ana" }, episode: 1 });
  });
});

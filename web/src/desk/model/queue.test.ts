import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { arrange, groups, waitOf } from "./queue.js";
import type { Row } from "./wire.js";

const MINUTE = 60_000;
const NOW = Date.parse("2026-11-21T12:00:00Z");
const ago = (minutes: number): string => new Date(NOW - minutes * MINUTE).toISOString();

function row(conversation: string, more: Partial<Row> = {}): Row {
  return { conversation, holder: "waiting", customer: { id: 1 }, head: 1, ...more };
}

describe("the queue", () => {
  test("who arrived first by virtual arrival waits on top, whenever they really came", () => {
    const stalled = row("stalled", { waitingSince: ago(1), virtualArrival: ago(4) });
    const earlier = row("earlier", { waitingSince: ago(3), virtualArrival: ago(3) });
    const later = row("later", { waitingSince: ago(2), virtualArrival: ago(2) });

    const { waiting } = groups([later, earlier, stalled], 1);

    assert.deepEqual(waiting.map((each) => each.conversation), ["stalled", "earlier", "later"]);
  });

  test("among mine, customers who await an answer come first, the longest wait on top", () => {
    const mine = { holder: "claimed", claimedBy: { id: 1, name: "Sam" } } as const;
    const answered = row("answered", { ...mine, lastMessage: { text: "", at: ago(1), from: "agent" } });
    const fresh = row("fresh", { ...mine, lastMessage: { text: "", at: ago(2), from: "customer" } });
    const old = row("old", { ...mine, lastMessage: { text: "", at: ago(9), from: "customer" } });

    assert.deepEqual(groups([answered, fresh, old], 1).mine.map((each) => each.conversation), ["old", "fresh", "answered"]);
  });

  test("what a colleague has claimed stands with colleagues; what nobody holds any more stands nowhere", () => {
    const theirs = row("theirs", { holder: "claimed", claimedBy: { id: 2, name: "Anna" } });
    const bot = row("bot", { holder: "bot" });

    const { waiting, mine, others } = groups([theirs, bot], 1);

    assert.deepEqual([waiting, mine, others.map((each) => each.conversation)], [[], [], ["theirs"]]);
  });

  test("the bar fills towards the bound, and stays full after it", () => {
    const half = waitOf(row("a", { waitingSince: ago(2), boundAt: ago(-2) }), NOW);
    const past = waitOf(row("a", { waitingSince: ago(9), boundAt: ago(4) }), NOW);

    assert.deepEqual(half, { minutes: 2, share: 0.5 });
    assert.deepEqual(past, { minutes: 9, share: 1 });
  });

  test("while a hand rests on the list nothing moves: who has gone keeps the place, who is new comes last", () => {
    assert.deepEqual(arrange(["a", "b", "c"], ["d", "c", "a"], true), ["a", "b", "c", "d"]);
    assert.deepEqual(arrange(["a", "b", "c"], ["d", "c", "a"], false), ["d", "c", "a"]);
  });
});

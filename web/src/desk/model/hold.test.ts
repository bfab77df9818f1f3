import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Held } from "./hold.js";

describe("a list that must not move under the hand", () => {
  test("shows what is new at once while nobody points at it", () => {
    const list = new Held("old");

    list.offer("new");

    assert.equal(list.shown, "new");
  });

  test("keeps what is on the screen while pointer or focus rest on it, and shows the newest when the last has left", () => {
    const list = new Held("old");
    list.hold("pointer");
    list.hold("focus");

    list.offer("newer");
    list.offer("newest");
    list.release("pointer");
    assert.deepEqual([list.shown, list.newest, list.stale], ["old", "newest", true]);

    list.release("focus");
    assert.deepEqual([list.shown, list.stale], ["newest", false]);
  });

  test("shows what waits when the person asks for it, though the hand is still there", () => {
    const list = new Held("old");
    list.hold("pointer");
    list.offer("new");

    list.apply();

    assert.equal(list.shown, "new");
  });

  test("a hand that was never there cannot leave", () => {
    let told = 0;
    const list = new Held("old", () => told++);

    list.release("focus");

    assert.equal(told, 0);
  });
});

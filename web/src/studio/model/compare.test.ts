import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gone, moved, moves, putAt } from "./compare.js";

const list = (...products: string[]) => products.map((product) => ({ product }));

describe("live beside draft", () => {
  test("says what moved, what is new and what goes", () => {
    const live = list("a", "b", "c");
    const draft = list("c", "a", "d");

    assert.deepEqual([...moves(live, draft)], [["c", { kind: "up", by: 2 }], ["a", { kind: "down", by: 1 }], ["d", { kind: "new" }]]);
    assert.deepEqual([...gone(live, draft)], ["b"]);
  });

  test("an item put elsewhere leaves no gap", () => {
    assert.deepEqual(moved(["a", "b", "c"], 2, 0), ["c", "a", "b"]);
    assert.deepEqual(moved(["a", "b"], 5, 0), ["a", "b"]);
    assert.deepEqual(putAt(["a", "b"], "z", 1), ["a", "z", "b"]);
    assert.deepEqual(putAt(["a", "b", "c"], "a", 2), ["b", "c", "a"]);
  });
});

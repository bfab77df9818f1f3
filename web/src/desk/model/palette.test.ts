import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { find, score, type Choice } from "./palette.js";

const maya: Choice = { id: "conversation:41", group: "Conversations", label: "Maya Lindqvist", about: "Torn seam", conversation: "41" };
const solve: Choice = { id: "solve", group: "Acts", label: "Solve" };

describe("the palette", () => {
  test("a beginning counts more than a word inside, that more than letters in order", () => {
    assert.deepEqual([score("may", maya), score("lind", maya), score("mlq", maya), score("xyz", maya)], [3, 2, 1, 0]);
  });

  test("finds by what a conversation is about", () => {
    assert.equal(find("seam", [maya, solve], [])[0]?.choices[0]?.id, "conversation:41");
  });

  test("a customer whose conversation is known is named once", () => {
    const found = find("maya", [maya], [{ id: "customer:41", group: "Customers", label: "Maya Lindqvist", conversation: "41" }]);

    assert.deepEqual(found.map((group) => group.heading), ["Conversations"]);
  });

  test("without a word everything that is possible is offered", () => {
    assert.equal(find("", [maya, solve], []).flatMap((group) => group.choices).length, 2);
  });
});

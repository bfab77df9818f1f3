import assert from "node:assert/strict";
import { test } from "node:test";
import { ruleWords } from "./sentences.js";

test("a rule tells by how many places it moved a suggestion, or that it brought it", () => {
  const rule = (moved: number | null) => ({ name: "Snow first", act: "pin", moved });

  assert.equal(ruleWords(rule(3)), "Snow first, up 3 places");
  assert.equal(ruleWords(rule(-1)), "Snow first, down 1 place");
  assert.equal(ruleWords(rule(0)), "Snow first");
  assert.equal(ruleWords(rule(null)), "Snow first, brought in by it");
});

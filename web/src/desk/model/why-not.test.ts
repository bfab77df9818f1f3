import assert from "node:assert/strict";
import { test } from "node:test";
import type { Why } from "../../kit/why.js";
import { telling } from "./why-not.js";

const answer = (list: string, verdict: string): Why => ({ product: "boot", list, verdict, answer: "", aloud: "", of: 0, moved: 0, evidence: [], terms: [], together: [], anchors: [] });

test("of two lists the one that shows the product answers", () => {
  assert.equal(telling(answer("goes-with", "instead"), answer("step-up", "shown")).list, "step-up");
  assert.equal(telling(answer("goes-with", "shown"), answer("step-up", "no-step")).list, "goes-with");
});

test("what replaces the thing at hand is judged as a step up, if it is one at all", () => {
  assert.equal(telling(answer("goes-with", "instead"), answer("step-up", "further-down")).list, "step-up");
  assert.equal(telling(answer("goes-with", "instead"), answer("step-up", "no-step")).list, "goes-with");
  assert.equal(telling(answer("goes-with", "further-down"), answer("step-up", "no-step")).list, "goes-with");
});

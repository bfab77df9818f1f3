import assert from "node:assert/strict";
import { test } from "node:test";
import type { Why } from "../../kit/why.js";
import type { Rule } from "./wire.js";
import { bars, counts, nextStep, ruleWords, silent } from "./why.js";

const WHY: Why = {
  product: "gaiter",
  list: "goes-with",
  verdict: "further-down",
  answer: "not shown: ranked at place 23, and the list has 20",
  aloud: "",
  rankedAt: 23,
  of: 45,
  moved: 0,
  evidence: [],
  terms: [],
  together: [{ with: "boot", orders: 5, of: 67, declined: 2 }],
  anchors: ["boot", "sock"],
};
const SPOT = { product: "boot", list: "goes-with" } as const;
const BAN: Rule = { id: "r1", name: "no gaiters", act: "exclude", when: [{ is: "product", any: ["boot"] }], target: { products: ["gaiter"] }, list: "goes-with" };

test("raw counts are told with every product at hand, also where there are none", () => {
  assert.deepEqual(
    counts(WHY, (id) => id.toUpperCase()),
    ["in 5 of 67 orders with BOOT; agents said 2 times that it does not go with it", "never ordered with SOCK"],
  );
});

test("a signal that says nothing has no bar, and one that speaks against it says so", () => {
  const terms = [
    { signal: "confidence", share: 0.25, weight: 1.24 },
    { signal: "titles", share: 1, weight: -0.3 },
    { signal: "own", share: 0, weight: -0.2 },
  ];
  const shown = bars(terms);
  assert.deepEqual(
    shown.map(({ name, adds, against }) => [name, adds, against]),
    [
      ["Bought with it", "+1.2", false],
      ["Named alike", "−0.3", true],
    ],
  );
  assert.deepEqual(silent(terms), ["Bought before"]);
});

test("what is ranked too low can be pinned, what a rule keeps out leads to that rule", () => {
  assert.deepEqual(nextStep(WHY, [], SPOT), { kind: "pin" });
  assert.deepEqual(nextStep({ ...WHY, verdict: "rule", rule: "r9" }, [BAN], SPOT), { kind: "open", rule: "r9" });
  assert.deepEqual(nextStep({ ...WHY, verdict: "rule", rule: "r1" }, [BAN], SPOT), { kind: "allow", rule: BAN });
  assert.equal(nextStep({ ...WHY, verdict: "sold-out" }, [], SPOT), null);
  assert.equal(nextStep({ ...WHY, verdict: "shown", place: 1 }, [], SPOT), null);
});

test("a rule is told with how far it moved the product", () => {
  assert.equal(ruleWords(WHY), null);
  assert.equal(ruleWords({ ...WHY, movedBy: "snow", moved: 3 }), "The rule “snow” moved it up by 3 places");
  assert.equal(ruleWords({ ...WHY, excludedBy: "no gaiters" }), "The rule “no gaiters” keeps it out");
});

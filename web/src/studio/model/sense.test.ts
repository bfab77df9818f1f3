import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rule } from "./wire.js";
import { emptied, malformed, remarkAt, wrong } from "./sense.js";

const RULE: Rule = { id: "r1", name: "x", act: "exclude", when: [], target: { products: ["gaiter"] } };

test("a negative price and a range the wrong way round are told at their field", () => {
  assert.equal(wrong({ is: "price", from: -5 }), "A price is never below nought");
  assert.equal(wrong({ is: "stock", from: 50, to: 10 }), "The least is above the most");
  assert.equal(wrong({ is: "margin", from: -5 }), null);
});

test("a rule that ends before it begins cannot be saved", () => {
  assert.equal(malformed({ ...RULE, from: "2026-12-01T00:00:00Z", until: "2026-11-01T00:00:00Z" }), "It ends before it begins");
  assert.equal(malformed({ ...RULE, when: [{ is: "price", from: -5 }] }), "A price is never below nought");
  assert.equal(malformed(RULE), null);
});

test("what the server remarks stands at its condition until the rule is another one", () => {
  const never: Rule = { ...RULE, when: [{ is: "season", any: ["winter"] }, { is: "season", any: ["summer"] }] };
  const draft = { rules: [{ ...never, place: null, until: null }], remarks: [{ rule: "r1", text: "It never speaks", idle: true, spot: { part: "when" as const, at: 1 } }] };

  assert.equal(remarkAt(draft, never, "when", 1), "It never speaks");
  assert.equal(remarkAt(draft, never, "when", 0), null);
  assert.equal(remarkAt(draft, never, "selection", 1), null);
  assert.equal(remarkAt(draft, { ...never, when: never.when.slice(0, 1) }, "when", 1), null);
  assert.equal(remarkAt(null, never, "when", 1), null);
});

test("many empty lists are one warning", () => {
  const warning = (title: string): string => `Nothing would be left in goes-with for ${title}`;
  assert.equal(emptied(["Boots", "Socks", "Wax", "Tent"].map(warning)), "4 lists would be empty: beside Boots, Socks, Wax and 1 more nothing would be left to show");
  assert.equal(emptied([]), null);
});

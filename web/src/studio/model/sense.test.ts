import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rule } from "./wire.js";
import { contradiction, emptied, nonsense, wrong } from "./sense.js";

const RULE: Rule = { id: "r1", name: "x", act: "exclude", when: [], target: { products: ["gaiter"] } };

test("a negative price and a range the wrong way round are told at their field", () => {
  assert.equal(wrong({ is: "price", from: -5 }), "A price is never below nought");
  assert.equal(wrong({ is: "stock", from: 50, to: 10 }), "The least is above the most");
  assert.equal(wrong({ is: "margin", from: -5 }), null);
});

test("conditions that can never both hold are told at the later one", () => {
  const seasons = [{ is: "season", any: ["winter"] } as const, { is: "season", any: ["summer"] } as const];
  assert.match(contradiction(seasons, 1) ?? "", /another season/);
  assert.equal(contradiction(seasons, 0), null);
  assert.equal(contradiction([{ is: "tag", any: ["snow"] }, { is: "tag", any: ["dog"] }], 1), null);
  assert.match(contradiction([{ is: "price", from: 5000 }, { is: "price", to: 1000 }], 1) ?? "", /another price/);
  assert.equal(contradiction([{ is: "price", from: 1000 }, { is: "price", to: 5000 }], 1), null);
});

test("a rule that ends before it begins makes no sense", () => {
  assert.equal(nonsense({ ...RULE, from: "2026-12-01T00:00:00Z", until: "2026-11-01T00:00:00Z" }), "It ends before it begins");
  assert.equal(nonsense(RULE), null);
});

test("many empty lists are one warning", () => {
  const warning = (title: string): string => `Nothing would be left in goes-with for ${title}`;
  assert.equal(emptied(["Boots", "Socks", "Wax", "Tent"].map(warning)), "4 lists would be empty: beside Boots, Socks, Wax and 1 more nothing would be left to show");
  assert.equal(emptied([]), null);
});

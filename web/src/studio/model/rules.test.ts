import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { differences, exclude, pin, ruleAt, sentence, settlePlaces, type Spot } from "./rules.js";
import type { Rule } from "./wire.js";

const BOOTS: Spot = { anchor: { product: "boots" }, list: "goes-with" };
const title = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

describe("rules", () => {
  test("pinning again moves the pin and keeps its name", () => {
    const first = pin([], BOOTS, "gaiters", 3, "Gaiters with boots");
    const again = pin(first, BOOTS, "gaiters", 1, "another name");

    assert.deepEqual(again.map(({ name, place }) => [name, place]), [["Gaiters with boots", 1]]);
    assert.equal(again[0]?.id, first[0]?.id);
  });

  test("pinning what is excluded lifts the exclusion, and the other way round", () => {
    const excluded = exclude([], BOOTS, "gaiters", "no");
    const pinned = pin(excluded, BOOTS, "gaiters", 1, "yes");

    assert.deepEqual(pinned.map((rule) => rule.act), ["pin"]);
    assert.deepEqual(exclude(pinned, BOOTS, "gaiters", "no").map((rule) => rule.act), ["exclude"]);
  });

  test("the same product elsewhere is another matter", () => {
    const rules = pin([], { anchor: { category: "boots" }, list: "goes-with" }, "gaiters", 1, "all boots");

    assert.equal(pin(rules, BOOTS, "gaiters", 2, "these boots").length, 2);
    assert.equal(ruleAt(rules, BOOTS, "gaiters"), undefined);
  });

  test("each pin says the place where its product then stands, so that no two claim the same", () => {
    const rules = pin(pin([], BOOTS, "gaiters", 1, ""), BOOTS, "socks", 1, "");

    const settled = settlePlaces(rules, BOOTS, ["socks", "gaiters", "wax"]);

    assert.deepEqual(settled.map(({ product, place }) => [product, place]), [["socks", 1], ["gaiters", 2]]);
  });

  test("a place stays between the first and the last that can be pinned", () => {
    assert.deepEqual([pin([], BOOTS, "a", 0, "")[0]?.place, pin([], BOOTS, "a", 99, "")[0]?.place], [1, 20]);
  });

  test("publishing tells what it would add, change and remove", () => {
    const live: Rule[] = [...pin([], BOOTS, "gaiters", 1, "G"), ...pin([], BOOTS, "socks", 2, "S")];
    const draft = [...live.filter((rule) => rule.product === "gaiters").map((rule) => ({ ...rule, place: 2 })), ...exclude([], BOOTS, "wax", "W")];

    assert.deepEqual(differences(live, draft).map(({ kind, rule }) => `${kind} ${rule.product}`), ["changed gaiters", "added wax", "removed socks"]);
    assert.deepEqual(differences(live, live), []);
  });

  test("a rule reads as a sentence", () => {
    const [rule] = pin([], BOOTS, "gaiters", 1, "");
    const [never] = exclude([], { anchor: { any: true }, list: "step-up" }, "wax", "");
    assert.ok(rule && never);

    assert.equal(sentence(rule, title, title), "When Boots is at hand, show Gaiters first in “goes with it”.");
    assert.equal(sentence(never, title, title), "Always, never show Wax in “step up”.");
  });
});

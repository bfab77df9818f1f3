import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { besides, differences, exclude, onlyProduct, pin, ruleAt, settlePlaces, type Spot } from "./rules.js";
import { sentence } from "./sentence.js";
import type { Rule } from "./wire.js";

const BOOTS: Spot = { product: "boots", list: "goes-with" };
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
    const all: Rule = { id: "all", name: "all boots", act: "pin", when: [{ is: "category", any: ["boots"] }], target: { products: ["gaiters"] }, list: "goes-with", place: 1 };
    const rules = [all];

    assert.equal(pin(rules, BOOTS, "gaiters", 2, "these boots").length, 2);
    assert.equal(ruleAt(rules, BOOTS, "gaiters"), undefined);
  });

  test("each pin says the place where its product then stands, so that no two claim the same", () => {
    const rules = pin(pin([], BOOTS, "gaiters", 1, ""), BOOTS, "socks", 1, "");

    const settled = settlePlaces(rules, BOOTS, ["socks", "gaiters", "wax"]);

    assert.deepEqual(settled.map((rule) => [onlyProduct(rule), rule.place]), [["socks", 1], ["gaiters", 2]]);
  });

  test("a place stays between the first and the last that can be pinned", () => {
    assert.deepEqual([pin([], BOOTS, "a", 0, "")[0]?.place, pin([], BOOTS, "a", 99, "")[0]?.place], [1, 20]);
  });

  test("publishing tells what it would add, change and remove", () => {
    const live: Rule[] = [...pin([], BOOTS, "gaiters", 1, "G"), ...pin([], BOOTS, "socks", 2, "S")];
    const draft = [...live.filter((rule) => onlyProduct(rule) === "gaiters").map((rule) => ({ ...rule, place: 2 })), ...exclude([], BOOTS, "wax", "W")];

    assert.deepEqual(differences(live, draft).map(({ kind, rule }) => `${kind} ${onlyProduct(rule) ?? ""}`), ["changed gaiters", "added wax", "removed socks"]);
    assert.deepEqual(differences(live, live), []);
  });

  test("a rule reads as a sentence", () => {
    const names = { product: title, category: title, set: title };
    const [first] = pin([], BOOTS, "gaiters", 1, "");
    assert.ok(first);
    const never: Rule = { id: "n", name: "", act: "exclude", when: [], target: { products: ["wax"] }, list: "step-up" };
    const boost: Rule = {
      id: "b",
      name: "",
      act: "boost",
      percent: 30,
      when: [
        { is: "category", any: ["boots"] },
        { is: "season", any: ["winter", "autumn"] },
      ],
      target: {
        selection: [
          { is: "category", any: ["socks"] },
          { is: "price", to: 2500 },
        ],
      },
    };

    assert.equal(sentence(first, names), "When Boots is at hand, show Gaiters first in “goes with it”.");
    assert.equal(sentence(never, names), "Never show Wax in “step up”.");
    assert.equal(sentence(boost, names), "When anything of Boots is at hand and it is winter or autumn, boost anything of Socks and what costs at most 25 by 30 % in both lists.");
  });

  test("a rule that only stands elsewhere is a change, and the others are none", () => {
    const rule = (id: string): Rule => ({ id, name: id, act: "boost", percent: 10, when: [], target: { products: ["gaiters"] } });
    const live = ["a", "b", "c", "d"].map(rule);
    const draft = besides(live, "d", "b", false);

    assert.deepEqual(draft.map(({ id }) => id), ["a", "d", "b", "c"]);
    assert.deepEqual(differences(live, draft).map(({ kind, rule: { id } }) => [kind, id]), [["moved", "d"]]);
    assert.deepEqual(besides(draft, "d", "c", true), live);
  });
});

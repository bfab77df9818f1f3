import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { colours, firstChoice, inColour, sizes, variantOf, type Choosable } from "./choice.js";
import type { Variant } from "./shop.js";

describe("choice", () => {
  test("the variant in the customer's size is chosen beforehand", () => {
    const boot = product([variant("42", "Moss", "in"), variant("43", "Rust", "in")], "43-Rust");

    assert.deepEqual(firstChoice(boot), { colour: "Rust", size: "43" });
    assert.equal(variantOf(boot, firstChoice(boot))?.sku, "43-Rust");
  });

  test("without a size nothing is chosen but a colour that can be had", () => {
    const boot = product([variant("42", "Moss", "out"), variant("42", "Rust", "in"), variant("43", "Rust", "in")]);

    assert.deepEqual(firstChoice(boot), { colour: "Rust", size: "" });
    assert.equal(variantOf(boot, firstChoice(boot)), undefined);
  });

  test("a product of one kind needs no choice", () => {
    const stove = product([variant(null, null, "in")]);

    assert.equal(variantOf(stove, firstChoice(stove))?.stock, "in");
  });

  test("a colour is sold out only when all its sizes are", () => {
    const boot = product([variant("42", "Moss", "out"), variant("43", "Moss", "low"), variant("42", "Rust", "out")]);

    assert.deepEqual(colours(boot).map((each) => [each.name, each.stock]), [["Moss", "low"], ["Rust", "out"]]);
    assert.deepEqual(sizes(boot, "Moss").map((each) => each.stock), ["out", "low"]);
  });

  test("another colour keeps the size where it exists", () => {
    const boot = product([variant("42", "Moss", "in"), variant("43", "Moss", "in"), variant("42", "Rust", "in")]);

    assert.deepEqual(inColour(boot, { colour: "Moss", size: "42" }, "Rust"), { colour: "Rust", size: "42" });
    assert.deepEqual(inColour(boot, { colour: "Moss", size: "43" }, "Rust"), { colour: "Rust", size: "42" });
  });
});

function variant(size: string | null, colour: string | null, stock: Variant["stock"]): Variant {
  return { sku: `${size}-${colour}`, size, colour, colourCode: null, price: { minor: 100, currency: "EUR" }, stock };
}

function product(variants: Variant[], sku?: string): Choosable {
  return { variants, ...(sku ? { sku } : {}) };
}

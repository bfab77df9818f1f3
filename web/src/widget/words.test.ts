import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { safeAddress, words } from "./words.js";

describe("words", () => {
  test("text without addresses stays one piece, whatever it holds", () => {
    assert.deepEqual(words("<img src=x onerror=alert(1)>"), ["<img src=x onerror=alert(1)>"]);
  });

  test("an address becomes a link, the full stop behind it does not", () => {
    const parts = words("See https://shop.example/returns?a=1&b=2. Thanks");

    assert.equal(parts.length, 3);
    assert.equal(parts[0], "See ");
    assert.equal(parts[2], ". Thanks");
    const link = parts[1];
    assert.ok(typeof link === "object" && link.values[0] === "https://shop.example/returns?a=1&b=2");
  });

  test("only web addresses are followed", () => {
    assert.equal(safeAddress("javascript:alert(1)", "https://shop.example"), "");
    assert.equal(safeAddress("data:text/html,x", "https://shop.example"), "");
    assert.equal(safeAddress("/p/boot", "https://shop.example"), "https://shop.example/p/boot");
    assert.equal(safeAddress(undefined, "https://shop.example"), "");
  });
});

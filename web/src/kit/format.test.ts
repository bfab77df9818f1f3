import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { count, duration, initials, money, relative } from "./format.js";

const NOW = new Date(2026, 10, 21, 12, 0).getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("format", () => {
  test("money has the digits of its currency", () => {
    assert.equal(money({ minor: 12995, currency: "EUR" }, "en"), "€129.95");
    assert.equal(money({ minor: 500, currency: "JPY" }, "en"), "¥500");
  });

  test("times near now are told in minutes and hours, then by day", () => {
    assert.equal(relative(NOW - 20_000, NOW, "en"), "now");
    assert.equal(relative(NOW - 5 * MINUTE, NOW, "en"), "5 min");
    assert.equal(relative(NOW + 5 * MINUTE, NOW, "en"), "in 5 min");
    assert.equal(relative(NOW - 3 * HOUR, NOW, "en"), "3 h");
    assert.equal(relative(NOW - 20 * HOUR, NOW, "en"), "yesterday");
    assert.equal(relative(new Date(2026, 10, 18, 9), NOW, "en"), "Wed");
    assert.equal(relative(new Date(2026, 2, 12, 9), NOW, "en"), "Mar 12");
    assert.equal(relative(new Date(2024, 2, 12, 9), NOW, "en"), "Mar 12, 2024");
  });

  test("a length of time is short", () => {
    assert.equal(duration(42_000), "42 s");
    assert.equal(duration(4 * MINUTE), "4 min");
    assert.equal(duration(65 * MINUTE), "1 h 05");
  });

  test("counts and names", () => {
    assert.equal(count(1, "item", "items"), "1 item");
    assert.equal(count(1200, "item", "items"), "1,200 items");
    assert.equal(initials("Maya von Lindqvist"), "ML");
    assert.equal(initials("  "), "");
  });
});

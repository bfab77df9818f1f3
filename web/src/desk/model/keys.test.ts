import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { asked, KEYS, type Pressed } from "./keys.js";

function key(name: string, more: Partial<Pressed> = {}): Pressed {
  return { key: name, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}

describe("keys", () => {
  test("a single letter acts, but not while somebody types, nor when letters are switched off", () => {
    assert.deepEqual(asked(key("c"), false), { id: "claim" });
    assert.equal(asked(key("c"), true), null);
    assert.equal(asked(key("c"), false, false), null);
  });

  test("Alt with a digit takes that suggestion, also while typing, whatever the layout makes of it", () => {
    assert.deepEqual(asked(key("¡", { code: "Digit1", altKey: true }), true), { id: "insert", place: 1 });
    assert.deepEqual(asked(key("9", { code: "Numpad9", altKey: true, shiftKey: true }), true), { id: "decline", place: 9 });
  });

  test("Ctrl K and Ctrl . work while typing, with Command as well", () => {
    assert.deepEqual(asked(key("k", { ctrlKey: true }), true), { id: "palette" });
    assert.deepEqual(asked(key(".", { metaKey: true }), true), { id: "note" });
  });

  test("Tab, and what the browser itself uses, are left alone", () => {
    assert.equal(asked(key("Tab"), false), null);
    assert.equal(asked(key("r", { ctrlKey: true }), false), null);
    assert.equal(asked(key("ArrowLeft", { altKey: true }), false), null);
    assert.equal(asked(key("C", { shiftKey: true }), false), null);
  });

  test("AltGr, which types a sign on many keyboards, takes no suggestion", () => {
    assert.equal(asked(key("{", { code: "Digit7", altKey: true, ctrlKey: true }), true), null);
  });

  test("no key is told twice", () => {
    const shown = KEYS.flatMap((each) => each.shown);
    assert.equal(new Set(shown).size, shown.length);
  });
});

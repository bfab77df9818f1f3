import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Shelf } from "./drafts.js";
import { Tabs } from "./tabs.js";

function shelf(): Shelf {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
}

describe("open conversations", () => {
  test("stay open across a reload, none of them in front", () => {
    const place = shelf();
    const before = new Tabs(place, 1);
    before.open("41");
    before.open("42");

    const after = new Tabs(place, 1);

    assert.deepEqual([after.all, after.current], [["41", "42"], null]);
  });

  test("when the one in front is closed, its neighbour comes to the front", () => {
    const tabs = new Tabs(shelf(), 1);
    for (const id of ["1", "2", "3"]) tabs.open(id);
    tabs.open("2");

    tabs.close("2");

    assert.deepEqual([tabs.all, tabs.current], [["1", "3"], "3"]);
  });

  test("one goes through them around the end", () => {
    const tabs = new Tabs(shelf(), 1);
    assert.equal(tabs.beside(1), null);
    for (const id of ["1", "2"]) tabs.open(id);

    assert.deepEqual([tabs.beside(1), tabs.beside(-1)], ["1", "1"]);
  });

  test("a conversation that goes on in another keeps its place, and is open once", () => {
    const tabs = new Tabs(shelf(), 1);
    for (const id of ["1", "2", "3"]) tabs.open(id);
    tabs.open("1");

    tabs.replace("1", "3");

    assert.deepEqual([tabs.all, tabs.current], [["3", "2"], "3"]);
  });
});

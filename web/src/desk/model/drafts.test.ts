import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Drafts, EMPTY, type Shelf } from "./drafts.js";

function shelf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
}

const CARD = { product: "gaiters", title: "Gaiters" };

describe("drafts", () => {
  test("each conversation keeps its own, also across a reload", () => {
    const place = shelf();
    const before = new Drafts(place, 1);
    before.change("41", { text: "The boots" });
    before.add("42", CARD);

    const after = new Drafts(place, 1);

    assert.equal(after.of("41").text, "The boots");
    assert.deepEqual(after.of("42").cards, [CARD]);
    assert.deepEqual(after.of("43"), EMPTY);
  });

  test("another account at the same desk does not see them", () => {
    const place = shelf();
    new Drafts(place, 1).change("41", { text: "The boots" });

    assert.equal(new Drafts(place, 2).has("41"), false);
  });

  test("a card goes in once, and brings the composer back from a note to the reply", () => {
    const drafts = new Drafts(shelf(), 1);
    drafts.change("41", { mode: "note", note: "careful" });

    drafts.add("41", CARD);
    const draft = drafts.add("41", CARD);

    assert.deepEqual([draft.cards.length, draft.mode, draft.note], [1, "reply", "careful"]);
  });

  test("when a conversation goes on in another, so does what was typed in it", () => {
    const drafts = new Drafts(shelf(), 1);
    drafts.change("41", { text: "The boots" });
    drafts.change("7", { text: "and the socks", cards: [CARD] });

    drafts.move("41", "7");

    assert.deepEqual([drafts.of("7").text, drafts.of("7").cards.length, drafts.has("41")], ["The boots\nand the socks", 1, false]);
  });

  test("nothing is left behind once it is sent", () => {
    const place = shelf();
    const drafts = new Drafts(place, 1);
    drafts.change("41", { text: "The boots" });

    drafts.change("41", { text: "" });

    assert.equal(place.kept.size, 0);
  });

  test("a full or broken shelf loses nothing while the page is open", () => {
    const broken: Shelf = {
      getItem: () => "{not json",
      setItem: () => {
        throw new Error("quota");
      },
      removeItem: () => {},
    };
    const drafts = new Drafts(broken, 1);

    drafts.change("41", { text: "The boots" });

    assert.equal(drafts.of("41").text, "The boots");
  });
});

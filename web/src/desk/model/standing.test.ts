import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { standing } from "./standing.js";
import type { Entry } from "./wire.js";

const entries = (...all: [string, Entry["body"]][]): Entry[] => all.map(([kind, body], index) => ({ conversation: "1", seq: index + 1, at: "", kind, body }));

describe("who has a conversation", () => {
  test("an agent who claimed it, until it is released", () => {
    const claimed = entries(["episode-opened", { number: 1 }], ["handed-off", { number: 1 }], ["claimed", { number: 1, account: 3, agent: "Anna" }]);

    assert.deepEqual(standing(claimed), { holder: "claimed", by: { id: 3, name: "Anna" }, episode: 1 });
    assert.equal(standing([...claimed, ...entries(["released", { number: 1 }])])?.holder, "waiting");
  });

  test("the bot, once it has it again, and nobody after the end", () => {
    assert.equal(standing(entries(["handed-off", {}], ["returned-to-bot", {}]))?.holder, "bot");
    assert.equal(standing(entries(["episode-opened", {}], ["episode-ended", {}]))?.holder, "ended");
  });

  test("unknown when no entry tells", () => {
    assert.equal(standing(entries(["note", {}])), null);
  });
});

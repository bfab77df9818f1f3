import assert from "node:assert/strict";
import { test } from "node:test";
import { confusions, deed, filled, nameOf, parts, shown } from "./reading.js";
import type { Overview } from "./training-wire.js";

test("what was masked is told apart from what was written", () => {
  assert.deepEqual(parts("my _order_ , write to _mail_"), [
    { text: "my ", masked: false },
    { text: "order number", masked: true },
    { text: ", write to ", masked: false },
    { text: "e-mail", masked: true },
  ]);
  assert.deepEqual(parts("_so_ what"), [
    { text: "_so_", masked: false },
    { text: " what", masked: false },
  ]);
});

test("intents have names that people use", () => {
  assert.equal(nameOf("late-parcel"), "Late parcel");
  assert.equal(nameOf("none"), "None of our matters");
});

test("what the bot did says for which matter", () => {
  assert.equal(deed("answered", "order-status").text, "Answered: order status");
  assert.equal(deed("handed-over", null).text, "To a person, not understood");
});

test("figures read as shares or times", () => {
  assert.equal(shown("accuracy", 0.9245), "92.5 %");
  assert.equal(shown("slowest-millis", 9.25), "9.3 ms");
  assert.equal(filled("slowest-millis", 250), 1);
});

test("a pair that both customers and the held-out messages show is one, the most frequent first", () => {
  const pair = { intent: "late-parcel", readAs: "order-status", times: 2, examples: ["a", "b"] };
  const overview = {
    misread: [pair],
    live: { figures: { confused: [{ intent: "stock", readAs: "none", times: 3, examples: [] }, { ...pair, times: 4, examples: ["c"] }] } },
  } as unknown as Overview;
  assert.deepEqual(
    confusions(overview).map(({ intent, times, examples }) => [intent, times, examples.length]),
    [
      ["late-parcel", 6, 3],
      ["stock", 3, 0],
    ],
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { origin, sentence } from "./sentences.js";
import type { Act } from "./wire.js";

const act = (more: Partial<Act>): Act => ({ id: 1, at: "2026-11-22T01:00:00Z", actor: "Ana", act: "sign-in", detail: {}, ...more });

test("an act reads as a sentence", () => {
  assert.equal(sentence(act({})), "Ana signed in");
  assert.equal(sentence(act({ act: "role-changed", subject: "Ben", detail: { role: "supervisor" } })), "Ana made Ben supervisor");
  assert.equal(sentence(act({ actor: "server", act: "sign-in-failed", subject: null })), "Wrong name or password");
});

test("an act that nobody has words for is still told", () => {
  assert.equal(sentence(act({ act: "rules-published", subject: "12" })), "Ana rules published 12");
});

test("where from is told where it is known", () => {
  assert.equal(origin(act({ detail: { network: "192.0.2.7" } })), "from 192.0.2.7");
  assert.equal(origin(act({ actor: "operator", detail: { user: "root" } })), "on the server, as root");
  assert.equal(origin(act({})), "");
});

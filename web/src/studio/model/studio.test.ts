import assert from "node:assert/strict";
import { test } from "node:test";
import type { Account } from "../../kit/account.js";
import type { Api } from "../../kit/api.js";
import { Studio } from "./studio.js";
import type { Rule } from "./wire.js";

const MERCHANDISER = { displayName: "Mia" } as Account;
const PIN = { id: "pin" } as Rule;

/** A server whose answers come when the test lets them. */
class Server {
  readonly saved: (readonly Rule[])[] = [];
  /** How many rules the draft had when somebody asked for a product's lists. */
  readonly shown: number[] = [];
  private readonly waiting: (() => void)[] = [];

  api(): Api {
    const get = (path: string) =>
      new Promise((resolve) => {
        const rules = this.saved.at(-1)?.length ?? 0;
        if (path.includes("/products/")) this.shown.push(rules);
        this.waiting.push(() => resolve(path.endsWith("/draft") ? { version: 1, rules: [] } : { rules }));
      });
    const put = (_: string, body: { rules: readonly Rule[] }) => {
      this.saved.push(body.rules);
      return Promise.resolve({ version: 2 });
    };
    return { get, put } as unknown as Api;
  }

  answer(): void {
    this.waiting.splice(0).forEach((send) => send());
  }
}

test("an edit made before the draft has come is made when it is there", async () => {
  const server = new Server();
  const studio = new Studio(MERCHANDISER, server.api());

  const edited = studio.edit((rules) => [...rules, PIN]);
  server.answer();
  await edited;

  assert.deepEqual(server.saved, [[PIN]]);
});

test("an edit outlives an older draft that arrives after it", async () => {
  const server = new Server();
  const studio = new Studio(MERCHANDISER, server.api());
  const first = studio.loadDraft();
  server.answer();
  await first;

  const late = studio.loadDraft();
  const edited = studio.edit((rules) => [...rules, PIN]);
  server.answer();
  await Promise.all([late, edited]);

  assert.deepEqual(studio.rules, [PIN]);
  assert.deepEqual(server.saved, [[PIN]]);
});

test("what the server says of a saved draft is shown, though no product is at hand", async () => {
  const server = new Server();
  const studio = new Studio(MERCHANDISER, server.api());
  const first = studio.loadDraft();
  server.answer();
  await first;
  const shown: (number | null | undefined)[] = [];
  studio.watch(() => shown.push(studio.saving ? null : studio.draft.value?.version));

  await studio.edit((rules) => [...rules, PIN]);

  assert.equal(shown.at(-1), 2);
});

test("of edits made quickly after each other the lists are shown once, with all of them", async () => {
  const server = new Server();
  const studio = new Studio(MERCHANDISER, server.api());
  const opened = Promise.all([studio.loadDraft(), studio.choose("boots")]);
  server.answer();
  await opened;

  const edited = [1, 2, 3].map((place) => studio.edit((rules) => [...rules, { ...PIN, place } as Rule]));
  studio.refresh();
  while (server.shown.length < 2) await Promise.resolve();
  server.answer();
  await Promise.all(edited);

  assert.deepEqual(server.shown, [0, 3]);
  assert.deepEqual(studio.detail.value, { rules: 3 });
  assert.equal(studio.rules.length, 3);
  assert.equal(server.saved.length, 1);
});

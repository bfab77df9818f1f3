import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Account } from "../../kit/account.js";
import type { Api } from "../../kit/api.js";
import { Studio } from "./studio.js";
import type { Rule } from "./wire.js";
import { Workshop, missing, stateOf } from "./workshop.js";

const BOOST: Rule = { id: "b", name: "Socks in winter", act: "boost", percent: 30, when: [{ is: "season", any: ["winter"] }], target: { selection: [{ is: "category", any: ["socks"] }] } };

/** A server that keeps every draft it is sent. */
class Server {
  readonly saved: (readonly Rule[])[] = [];

  studio(): Studio {
    const get = (path: string) => Promise.resolve(path.endsWith("/draft") ? { version: 1, rules: [], live: [] } : {});
    const put = (_: string, body: { rules: readonly Rule[] }) => {
      this.saved.push(body.rules);
      return Promise.resolve({ version: 2 });
    };
    return new Studio({ displayName: "Mia" } as Account, { get, put } as unknown as Api);
  }
}

describe("the rule editor", () => {
  test("keeps a rule to itself until nothing is missing, then saves it with each change", async () => {
    const server = new Server();
    const studio = server.studio();
    await studio.loadDraft();
    const workshop = new Workshop(studio, {} as Api);

    workshop.begin();
    workshop.change({ target: { selection: [{ is: "category", any: [] }] } });
    assert.equal(server.saved.length, 0);
    workshop.change({ target: BOOST.target });
    workshop.change({ percent: 75 });
    workshop.change({ name: "Warm feet" });
    workshop.change({ percent: 10 });
    await studio.edit((rules) => rules);

    const saved = server.saved.map(([rule]) => [rule?.name, rule?.percent]);
    assert.deepEqual(saved.at(-1), ["Warm feet", 10]);
    assert.equal(workshop.rule?.name, "Warm feet");
  });

  test("calls a rule what it does until somebody names it", async () => {
    const studio = new Server().studio();
    await studio.loadDraft();
    const workshop = new Workshop(studio, {} as Api);

    workshop.begin();
    workshop.change({ target: BOOST.target });
    assert.equal(workshop.rule?.name, "Boost anything of Socks by 30 %");
    workshop.change({ percent: 75 });
    assert.equal(workshop.rule?.name, "Boost anything of Socks by 75 %");
  });

  test("says what a rule still lacks", () => {
    assert.equal(missing(BOOST), null);
    assert.equal(missing({ ...BOOST, name: " " }), "Give it a name that agents will read");
    assert.equal(missing({ ...BOOST, act: "pin" }), "A pin names products or a set");
    assert.equal(missing({ ...BOOST, act: "only-with", when: [] }), "Say with what it may be shown");
    assert.equal(missing({ ...BOOST, act: "bundle", target: { products: ["a"] } }), "Name two products or more, or a set");
    assert.equal(missing({ ...BOOST, from: "2026-02-01T00:00:00Z", until: "2026-01-01T00:00:00Z" }), "It ends before it begins");
  });

  test("tells a draft from what is live, to come and over", () => {
    const now = Date.parse("2026-01-20T12:00:00Z");
    const state = (rule: Partial<Rule>, difference?: string) => stateOf({ ...BOOST, ...rule }, new Map(difference ? [["b", difference]] : []), now);

    assert.deepEqual(
      [state({}), state({}, "added"), state({}, "changed"), state({ from: "2026-02-01T00:00:00Z" }), state({ until: "2026-01-01T00:00:00Z" })],
      ["live", "new", "changed", "scheduled", "ended"],
    );
  });
});

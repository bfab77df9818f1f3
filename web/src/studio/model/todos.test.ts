import assert from "node:assert/strict";
import { test } from "node:test";
import type { Account } from "../../kit/account.js";
import { Problem, type Api } from "../../kit/api.js";
import { Studio } from "./studio.js";
import { Todos, type Todo } from "./todos.js";

const TODO: Todo = { id: 7, anchor: { id: "boot", title: "Boot" }, product: { id: "gaiter", title: "Gaiter" }, list: "goes-with", declines: 2 };

class Server {
  readonly posted: string[] = [];
  left: readonly Todo[] = [TODO];
  refuses = false;

  api(): Api {
    const get = (path: string) => Promise.resolve(path.endsWith("/todos") ? { todos: this.left } : { version: 1, rules: [] });
    const post = (path: string) => {
      this.posted.push(path);
      return this.refuses ? Promise.reject(new Problem(404, "Not found", "It is done")) : Promise.resolve({});
    };
    return { get, post } as unknown as Api;
  }
}

function both(server: Server): { studio: Studio; todos: Todos } {
  const studio = new Studio({ displayName: "Mia" } as Account, server.api());
  return { studio, todos: new Todos(studio, server.api()) };
}

test("what is kept apart is a rule in the draft, and no longer to do", async () => {
  const server = new Server();
  const { studio, todos } = both(server);
  await todos.load();

  await todos.exclude(TODO);

  assert.deepEqual(server.posted, ["/api/studio/todos/7/exclude"]);
  assert.deepEqual(todos.open, []);
  assert.equal(studio.draft.value?.version, 1);
  assert.equal(studio.saying?.text, "Gaiter is kept from Boot in the draft");
});

test("what a colleague settled meanwhile is said, and goes", async () => {
  const server = new Server();
  const { studio, todos } = both(server);
  await todos.load();
  server.refuses = true;
  server.left = [];

  await todos.keep(TODO);

  assert.deepEqual(todos.open, []);
  assert.deepEqual(studio.saying, { text: "Not settled: It is done", bad: true });
});

test("a list that was asked for before something was settled does not bring it back", async () => {
  const server = new Server();
  const { studio, todos } = both(server);
  await todos.load();
  let answer: (list: unknown) => void = () => undefined;
  const slow = { get: () => new Promise((resolve) => (answer = resolve)), post: () => Promise.resolve({}) } as unknown as Api;
  const page = new Todos(studio, slow);
  page.open = todos.open;

  const late = page.load();
  await page.keep(TODO);
  answer({ todos: [TODO] });
  await late;

  assert.deepEqual(page.open, []);
});

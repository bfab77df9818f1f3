import assert from "node:assert/strict";
import { test } from "node:test";
import { policy, snippet, withOrigin } from "./snippet.js";

test("the snippet names the server by its own address", () => {
  assert.match(snippet("https://chat.example"), /src="https:\/\/chat\.example\/widget\.js"/);
});

test("a policy allows the script, the calls, the socket and the pictures", () => {
  assert.equal(policy("https://chat.example"), "script-src https://chat.example;\nconnect-src https://chat.example wss://chat.example;\nimg-src https://chat.example;");
  assert.match(policy("http://127.0.0.1:8080"), /ws:\/\/127\.0\.0\.1:8080/);
});

test("one more origin is put behind the others", () => {
  assert.equal(withOrigin([], "https://a.example"), "https://a.example");
  assert.equal(withOrigin(["https://a.example"], "https://b.example"), "https://a.example,https://b.example");
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { placeAfter, type Account, type Role } from "./account.js";

const account = (role: Role): Account => ({ id: 1, name: "a", displayName: "A", role });

describe("after signing in", () => {
  test("one comes back to where one was, else to one's own work", () => {
    assert.equal(placeAfter("/desk#41", account("agent")), "/desk#41");
    assert.equal(placeAfter(null, account("agent")), "/desk");
    assert.equal(placeAfter(null, account("merchandiser")), "/studio");
  });

  test("nobody is sent to another site", () => {
    for (const from of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/signin?from=/x"]) {
      assert.equal(placeAfter(from, account("agent")), "/desk");
    }
  });
});

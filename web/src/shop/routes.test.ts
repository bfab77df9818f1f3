import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { routeOf, to } from "./routes.js";

describe("routes", () => {
  test("every address that the shop writes leads to its view", () => {
    assert.deepEqual(at("/"), { view: "home" });
    assert.deepEqual(at(to.category("footwear/hiking-boots")), { view: "category", id: "footwear/hiking-boots" });
    assert.deepEqual(at(to.product("granite-peak-boot")), { view: "product", id: "granite-peak-boot" });
    assert.deepEqual(at(to.search("rain & wind")), { view: "search", text: "rain & wind" });
    assert.deepEqual(at("/cart"), { view: "cart" });
    assert.deepEqual(at("/articles/"), { view: "articles" });
    assert.deepEqual(at(to.article("returns")), { view: "article", id: "returns" });
  });

  test("other pages of the server are not the shop's", () => {
    for (const path of ["/desk", "/studio", "/help", "/cart/x", "/c"]) assert.deepEqual(at(path), { view: "missing" }, path);
  });
});

function at(path: string) {
  return routeOf(new URL(path, "http://shop"));
}

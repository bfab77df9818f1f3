import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Activity } from "./activity.js";
import { groups, Transcript } from "./transcript.js";

const ME = "dl_v1";

describe("transcript", () => {
  test("a message that comes twice is shown once", () => {
    const transcript = new Transcript();

    transcript.take([bot("v1|1", "Hello")], ME);
    const fresh = transcript.take([bot("v1|1", "Hello"), bot("v1|2", "Again")], ME);

    assert.deepEqual(texts(transcript), ["Hello", "Again"]);
    assert.deepEqual(fresh.map((each) => each.text), ["Again"]);
  });

  test("our own message, echoed before the server has answered, is shown once and counts as sent", () => {
    const transcript = new Transcript();
    transcript.send("k1", "Where is my order?", 0);

    transcript.take([own("v1|1", "Where is my order?", "k1")], ME);
    transcript.accept("k1", "v1|1");

    assert.deepEqual(texts(transcript), ["Where is my order?"]);
    assert.equal(transcript.messages[0]?.delivery, "sent");
    assert.equal(transcript.messages[0]?.key, "k1");
  });

  test("our own message, echoed after the answer and without its key, is shown once", () => {
    const transcript = new Transcript();
    transcript.send("k1", "Hi", 0);

    transcript.accept("k1", "v1|1");
    transcript.take([own("v1|1", "Hi")], ME);

    assert.deepEqual(texts(transcript), ["Hi"]);
    assert.equal(transcript.pending.length, 0);
  });

  test("what is on its way stands below what the server says meanwhile, until the server gives it its place", () => {
    const transcript = new Transcript();
    transcript.send("k1", "Second thought", 0);

    transcript.take([bot("v1|1", "First answer")], ME);
    assert.deepEqual(texts(transcript), ["First answer", "Second thought"]);

    transcript.take([own("v1|2", "Second thought", "k1"), bot("v1|3", "Second answer")], ME);
    assert.deepEqual(texts(transcript), ["First answer", "Second thought", "Second answer"]);
  });

  test("another tab's message is ours too", () => {
    const transcript = new Transcript();

    transcript.take([own("v1|1", "From the other tab", "k9")], ME);

    assert.equal(transcript.messages[0]?.author, "customer");
  });

  test("offered answers vanish as soon as one is chosen", () => {
    const transcript = new Transcript();
    transcript.take([bot("v1|1", "Which one?", ["An order", "A product"])], ME);
    assert.deepEqual(transcript.offers, ["An order", "A product"]);

    transcript.send("k1", "An order", 0);

    assert.deepEqual(transcript.offers, []);
  });

  test("a refused message says why and can be tried again", () => {
    const transcript = new Transcript();
    transcript.send("k1", "Hi", 0);

    transcript.refuse("k1", "That message is too long.");
    assert.equal(transcript.messages[0]?.delivery, "failed");
    assert.equal(transcript.messages[0]?.reason, "That message is too long.");

    transcript.retry("k1");
    assert.equal(transcript.messages[0]?.delivery, "sending");
  });

  test("unread counts what others said after the last message read", () => {
    const transcript = new Transcript();
    transcript.take([bot("v1|1", "a"), own("v1|2", "b"), bot("v1|3", "c"), bot("v1|4", "d")], ME);

    assert.equal(transcript.unreadAfter(""), 3);
    assert.equal(transcript.unreadAfter("v1|3"), 1);
    assert.equal(transcript.unreadAfter("v1|4"), 0);
  });

  test("a reload brings back what was kept, and its repeats change nothing", () => {
    const before = new Transcript();
    before.take([bot("v1|1", "a"), own("v1|2", "b")], ME);
    before.send("k1", "still on its way", 0);

    const after = new Transcript();
    after.restore(before.kept(10), before.pending);
    after.take([own("v1|2", "b"), bot("v1|3", "c")], ME);

    assert.deepEqual(texts(after), ["a", "b", "c", "still on its way"]);
  });

  test("messages group by author, by pause and by day", () => {
    const transcript = new Transcript();
    transcript.take(
      [
        bot("1", "a", [], "2026-11-20T10:00:00Z"),
        bot("2", "b", [], "2026-11-20T10:01:00Z"),
        own("3", "c", "k", "2026-11-20T10:02:00Z"),
        bot("4", "d", [], "2026-11-20T10:03:00Z"),
        bot("5", "e", [], "2026-11-20T10:20:00Z"),
        bot("6", "f", [], "2026-11-22T10:20:00Z"),
      ],
      ME,
    );

    const found = groups(transcript.messages);

    assert.deepEqual(found.map((each) => each.messages.map((message) => message.text).join("")), ["ab", "c", "d", "e", "f"]);
    assert.deepEqual(found.map((each) => each.newDay), [true, false, false, false, true]);
  });

  test("a person who takes over is announced, neither unread nor the end of what was offered", () => {
    const transcript = new Transcript();
    const claimed: Activity = { type: "event", name: "outfitter/claimed", id: "v1|2", value: { agent: "Nora" } };
    const holder: Activity = { type: "event", name: "outfitter/holder", value: { holder: "claimed" } };

    transcript.take([bot("v1|1", "Which one?", ["An order"]), claimed, holder], ME);

    assert.deepEqual(transcript.messages.map((each) => [each.author, each.name]), [["bot", ""], ["notice", "Nora"]]);
    assert.equal(transcript.unreadAfter("v1|1"), 0);
    assert.deepEqual(transcript.offers, ["An order"]);
  });

  test("an agent is named, the bot is not", () => {
    const transcript = new Transcript();
    const nora: Activity = { ...bot("1", "Hello"), channelData: { outfitter: { author: { kind: "agent", name: "Nora" } } } };

    transcript.take([nora, bot("2", "Hi")], ME);

    assert.deepEqual(transcript.messages.map((each) => [each.author, each.name]), [["agent", "Nora"], ["bot", ""]]);
  });
});

function texts(transcript: Transcript): string[] {
  return transcript.messages.map((each) => each.text);
}

function bot(id: string, text: string, buttons: string[] = [], timestamp = "2026-11-20T10:00:00Z"): Activity {
  const actions = buttons.map((title) => ({ type: "imBack", title, value: title }));
  return { type: "message", id, text, timestamp, from: { id: "bot", role: "bot" }, suggestedActions: { actions } };
}

function own(id: string, text: string, clientActivityID?: string, timestamp = "2026-11-20T10:00:00Z"): Activity {
  const channelData = clientActivityID ? { clientActivityID } : {};
  return { type: "message", id, text, timestamp, from: { id: ME, role: "user" }, channelData };
}

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Live, LiveFrame } from "../../kit/live.js";
import { Desk } from "./desk.js";
import type { Done, Staff } from "./staff.js";
import type { Account, Row } from "./wire.js";

const ANA: Account = { id: 7, name: "ana", displayName: "Ana", role: "agent" };
const WAITING: Row = { conversation: "41", holder: "waiting", customer: { id: 3, name: "Maya" }, head: 2 };

/** A desk with one customer waiting, whose claim is answered when the test says so; and the replies that went out. */
function deskWithMaya() {
  let answer: { done: (done: Done) => void; refused: (reason: Error) => void } | undefined;
  const replies: string[] = [];
  let frame: (frame: LiveFrame) => void = () => undefined;
  const nothing = () => undefined;
  const live = { onFrame: (listener: typeof frame) => (frame = listener), onStatus: nothing, watch: nothing } as unknown as Live;
  const staff = {
    claim: () => new Promise<Done>((done, refused) => (answer = { done, refused })),
    reply: (_conversation: string, _key: string, text: string) => {
      replies.push(text);
      return new Promise<Done>(nothing);
    },
  } as unknown as Staff;
  const shelf = { getItem: () => null, setItem: nothing, removeItem: nothing };
  const desk = new Desk(ANA, staff, live, shelf);
  frame({ type: "queue", rows: [WAITING] });
  const told = (row: Row) => frame({ type: "row", row });
  return { desk, replies, told, claim: () => desk.take("claim", "41"), answer: () => answer };
}

describe("an agent who claims and writes at once", () => {
  test("sends when the claim has succeeded, even before the queue tells of it", async () => {
    const { desk, replies, claim, answer } = deskWithMaya();
    const claimed = claim();
    desk.drafts.change("41", { text: "Hello, this is Ana." });

    assert.equal(desk.sendOnceClaimed("41"), true);
    assert.deepEqual(replies, []);
    answer()?.done({ conversation: "41", head: 3, entries: [] });
    await claimed;

    assert.deepEqual(replies, ["Hello, this is Ana."]);
    assert.equal(desk.isMine("41"), true);
    assert.equal(desk.drafts.of("41").text, "");
  });

  test("keeps what was written when a colleague was faster", async () => {
    const { desk, replies, claim, answer } = deskWithMaya();
    const claimed = claim();
    desk.drafts.change("41", { text: "Hello" });
    desk.sendOnceClaimed("41");

    answer()?.refused(new Error("taken"));
    await claimed;

    assert.deepEqual(replies, []);
    assert.equal(desk.drafts.of("41").text, "Hello");
    assert.equal(desk.sendOnceClaimed("41"), false);
  });

  test("believes the queue when it has told of something newer than the claim", async () => {
    const { desk, replies, told, claim, answer } = deskWithMaya();
    const claimed = claim();
    desk.drafts.change("41", { text: "Hello" });
    desk.sendOnceClaimed("41");
    told({ ...WAITING, head: 4 });

    answer()?.done({ conversation: "41", head: 3, entries: [] });
    await claimed;

    assert.equal(desk.isMine("41"), false);
    assert.deepEqual(replies, []);
    assert.equal(desk.drafts.of("41").text, "Hello");
  });
});

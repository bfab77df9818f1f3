import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Player } from "./player.js";
import { STORY } from "./story.js";

const STEPS = [{ name: "ask" }, { name: "answer" }, { name: "thank" }];
const atOnce = async (): Promise<void> => {};

function played(perform: (name: string, signal: AbortSignal) => Promise<void> = atOnce) {
  const did: string[] = [];
  const player = new Player(STEPS, {
    perform: async (step, signal) => {
      did.push(step.name);
      await perform(step.name, signal);
    },
    rest: () => 0,
    sleep: async () => {},
  });
  const states = () => STEPS.map((step) => player.stateOf(step.name));
  return { player, did, states };
}

describe("playing the story", () => {
  test("each step in its order, to the end", async () => {
    const { player, did, states } = played();

    await player.play();

    assert.deepEqual(did, ["ask", "answer", "thank"]);
    assert.deepEqual([player.state, ...states()], ["done", "done", "done", "done"]);
  });

  test("one step at a time", async () => {
    const { player, did } = played();

    await player.next();

    assert.deepEqual([did, player.state, player.step.name], [["ask"], "paused", "answer"]);
  });

  test("a step that is stopped is done again when one goes on", async () => {
    const { player, did, states } = played((name, signal) =>
      name === "answer" && did.length === 2 ? new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error))) : Promise.resolve(),
    );
    const playing = player.play();
    while (did.length < 2) await Promise.resolve();

    player.pause();
    await playing;
    assert.deepEqual([player.state, ...states()], ["paused", "done", "todo", "todo"]);

    await player.play();
    assert.deepEqual([did, player.state], [["ask", "answer", "answer", "thank"], "done"]);
  });

  test("a step that does not come off says why, and can be tried again or left out", async () => {
    let broken = true;
    const { player, states } = played(async (name) => {
      if (name === "answer" && broken) throw new Error("nobody answered");
    });

    await player.play();
    assert.deepEqual([player.state, (player.failure as Error).message, ...states()], ["failed", "nobody answered", "done", "failed", "todo"]);

    broken = false;
    await player.play();
    assert.equal(player.state, "done");
  });

  test("what somebody did by hand is left out", async () => {
    const { player, did, states } = played();
    await player.next();

    player.skip();
    await player.play();

    assert.deepEqual([did, states()], [["ask", "thank"], ["done", "skipped", "done"]]);
  });

  test("it begins anew", async () => {
    const { player, states } = played();
    await player.play();

    player.restart();

    assert.deepEqual([player.state, player.step.name, ...states()], ["ready", "ask", "todo", "todo", "todo"]);
  });

  test("it cannot be played twice at the same time", async () => {
    const { player, did } = played();

    await Promise.all([player.play(), player.play()]);

    assert.equal(did.length, 3);
  });

  test("every step of the story has a name of its own and says what to see", () => {
    assert.equal(new Set(STORY.map((step) => step.name)).size, STORY.length);
    for (const step of STORY) {
      assert.match(step.name, /^[a-z-]+$/);
      assert.ok(step.caption.length > 10, step.name);
    }
  });
});

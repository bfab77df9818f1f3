import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../kit/api.js";
import { Training } from "./training.js";

const overview = (version: number) => ({ live: { version }, versions: [] });

test("a version that was put live stays, though an older answer comes after it", async () => {
  let answerLate: (answer: unknown) => void = () => undefined;
  const get = () => new Promise((resolve) => (answerLate = resolve));
  const post = () => Promise.resolve(overview(1));
  const training = new Training("Mia", { get, post } as unknown as Api);

  const late = training.loadOverview();
  await training.goLive(1);
  answerLate(overview(2));
  await late;

  assert.deepEqual(training.overview.value, overview(1));
});

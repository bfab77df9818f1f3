import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../kit/api.js";
import { finding, findingWords, learnedFrom, sentence } from "./ranking-words.js";
import type { Chosen, Report, Standing } from "./ranking-wire.js";
import { Ranking } from "./ranking.js";

const CHOSEN: Chosen = { list: "goes-with", choices: 812, needed: 300, enough: true, used: true, gain: 0.03, error: 0.01 };
const REPORT: Report = { at: "2026-01-20T03:40:00Z", used: true, choices: 1280, hits: 0.415, bestSignalHits: 0.38, bestSignal: "RIDGE", source: "orders", chosen: [], verdict: "" };
const STANDING: Standing = { orders: 9000, live: REPORT, last: REPORT, lessons: [{ by: "Mia", seconds: 4, orders: 9000, report: REPORT }], looks: { visits: 12, used: false } };

test("what choices showed is told from chance by its error, one in twenty", () => {
  assert.equal(finding(CHOSEN), "better");
  assert.equal(finding({ ...CHOSEN, gain: 0.016 }), "unclear");
  assert.equal(finding({ ...CHOSEN, gain: -0.03 }), "worse");
  assert.equal(finding({ ...CHOSEN, enough: false, choices: 12 }), "too-few");
  assert.equal(findingWords({ ...CHOSEN, enough: false, choices: 12 }), "12 of the 300 that are needed");
  assert.equal(findingWords({ ...CHOSEN, used: false }), "further up, but it would sell less");
});

test("the gate's sentence says why something is live, or why what ranked before stays", () => {
  assert.match(sentence(REPORT), /^It is live: of what was bought .* 41\.5\s% among the first ten, the best signal alone 38\.0\s%\.$/);
  assert.match(sentence({ ...REPORT, source: "impressions", chosen: [CHOSEN] }), /chose stands further up/);
  assert.match(sentence({ ...REPORT, used: false, hits: 0.3 }), /^What ranked before stays: .*30\.0\s%/);
  assert.match(sentence({ ...REPORT, used: false, chosen: [{ ...CHOSEN, used: false, gain: 0 }] }), /would not stand further up/);
});

test("what the live ranking learned from is told with its choices, or that nothing was learned", () => {
  assert.equal(learnedFrom(STANDING), "Learned from 1,280 purchases at the end of the log among 9,000 orders.");
  const chosen: Report = { ...REPORT, source: "impressions", chosen: [CHOSEN] };
  assert.match(learnedFrom({ ...STANDING, live: chosen, lessons: [{ seconds: 4, orders: 9000, report: chosen }] }), /, and from 812 choices of “goes with it”\.$/);
  assert.match(learnedFrom({ ...STANDING, live: null }), /^Nothing was learned yet/);
});

test("learning shows how far it is, then what came of it, and a failure is told", async () => {
  let refuse = false;
  const api = {
    get: () => Promise.resolve(STANDING),
    post: () => (refuse ? Promise.reject(new Error("gone")) : Promise.resolve(STANDING)),
  } as unknown as Api;
  const ranking = new Ranking(api, { asking: 1, saying: 1 });

  const first = ranking.learn();
  assert.equal(ranking.busy, true);
  await first;
  assert.deepEqual(ranking.saying, { text: "The new ranking is live", bad: false });
  refuse = true;
  await ranking.learn();
  assert.equal(ranking.saying?.bad, true);
  assert.equal(ranking.standing.value?.orders, 9000);
});

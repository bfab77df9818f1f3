// Who has a conversation, folded from its entries: true also for conversations that are in no queue.
import type { Entry, Holder } from "./wire.js";

export interface Standing {
  readonly holder: Holder;
  readonly by: { readonly id: number; readonly name: string } | null;
  readonly episode: number;
}

const START: Standing = { holder: "ended", by: null, episode: 0 };

/** What `entries` show; null when none of them says who has it. */
export function standing(entries: readonly Entry[]): Standing | null {
  let now: Standing = START;
  let told = false;
  for (const { kind, body } of entries) {
    const next = step(now, kind, body);
    if (next) {
      now = next;
      told = true;
    }
  }
  return told ? now : null;
}

function step(now: Standing, kind: string, body: Readonly<Record<string, unknown>>): Standing | null {
  const episode = typeof body["number"] === "number" ? body["number"] : now.episode;
  switch (kind) {
    case "episode-opened":
    case "returned-to-bot":
      return { holder: "bot", by: null, episode };
    case "handed-off":
    case "released":
      return { holder: "waiting", by: null, episode };
    case "claimed":
      return { holder: "claimed", by: { id: Number(body["account"]), name: String(body["agent"] ?? "") }, episode };
    case "episode-ended":
      return { holder: "ended", by: null, episode };
    default:
      return null;
  }
}

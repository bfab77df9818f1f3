// What the palette offers now: the acts that are possible, and the conversations that are known.
import type { Desk } from "./desk.js";
import { KEYS, type KeyId } from "./keys.js";
import type { Choice } from "./palette.js";

const WITHOUT_CONVERSATION: readonly KeyId[] = ["take-first", "panel", "help"];
const WAITING: readonly KeyId[] = ["claim"];
const MINE: readonly KeyId[] = ["solve", "release", "return-to-bot"];
const OPEN: readonly KeyId[] = ["reply", "note", "open-problem", "close-problem", "why", "latest", "suggestions", "close-tab", "next-tab", "previous-tab"];

export function choicesOf(desk: Desk): readonly Choice[] {
  const { waiting, mine, others } = desk.groups;
  const ids = new Set([...desk.tabs.all, ...mine.map((row) => row.conversation), ...waiting.map((row) => row.conversation), ...others.map((row) => row.conversation)]);
  const conversations = [...ids].map((id): Choice => {
    const row = desk.row(id);
    return { id: `conversation:${id}`, group: "Conversations", label: desk.nameOf(id), about: row?.headline ?? "", conversation: id };
  });
  return [...conversations, ...possible(desk).map(act)];
}

function possible(desk: Desk): readonly KeyId[] {
  const thread = desk.current;
  if (!thread) return WITHOUT_CONVERSATION;
  const steps = desk.isMine(thread.id) ? MINE : desk.mayClaim(thread.id) ? WAITING : [];
  return [...steps, ...OPEN, ...WITHOUT_CONVERSATION];
}

function act(id: KeyId): Choice {
  const key = KEYS.find((each) => each.id === id);
  return { id, group: "Acts", label: key?.label ?? id, ...(key?.shown[0] ? { key: key.shown[0] } : {}) };
}

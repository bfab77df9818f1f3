// Every key of the desk, in one list: the page obeys it, "?" shows it, and the palette names it beside each act.

export interface Key {
  readonly id: KeyId;
  readonly group: "Queue" | "Conversation" | "Writing" | "Suggestions" | "Page";
  readonly label: string;
  /** As it is shown: "Ctrl K". */
  readonly shown: readonly string[];
  /** Whether it works while somebody types, too. Those all carry Ctrl or Alt. */
  readonly typing?: boolean;
}

export type KeyId =
  | "down" | "up" | "take-first" | "next-tab" | "previous-tab" | "close-tab"
  | "claim" | "solve" | "release" | "return-to-bot" | "open-problem" | "close-problem" | "why" | "latest"
  | "reply" | "note" | "send" | "leave"
  | "insert" | "decline" | "suggestions"
  | "palette" | "panel" | "help";

export const KEYS: readonly Key[] = [
  { id: "down", group: "Queue", label: "Next conversation in the list", shown: ["J"] },
  { id: "up", group: "Queue", label: "Previous conversation in the list", shown: ["K"] },
  { id: "take-first", group: "Queue", label: "Claim the one that is first in the queue", shown: ["N"] },
  { id: "next-tab", group: "Conversation", label: "Next open conversation", shown: ["Alt ↓"], typing: true },
  { id: "previous-tab", group: "Conversation", label: "Previous open conversation", shown: ["Alt ↑"], typing: true },
  { id: "close-tab", group: "Conversation", label: "Close this conversation's tab", shown: ["X"] },
  { id: "claim", group: "Conversation", label: "Claim", shown: ["C"] },
  { id: "solve", group: "Conversation", label: "Solve", shown: ["E"] },
  { id: "release", group: "Conversation", label: "Put back into the queue", shown: ["U"] },
  { id: "return-to-bot", group: "Conversation", label: "Back to the bot", shown: ["B"] },
  { id: "open-problem", group: "Conversation", label: "Open a problem", shown: ["P"] },
  { id: "close-problem", group: "Conversation", label: "Close the first open problem", shown: ["Shift P"] },
  { id: "why", group: "Conversation", label: "Why did the bot say that?", shown: ["W"] },
  { id: "latest", group: "Conversation", label: "Go to the latest message", shown: ["G"] },
  { id: "reply", group: "Writing", label: "Write a reply", shown: ["R"] },
  { id: "note", group: "Writing", label: "Note or reply", shown: ["Ctrl ."], typing: true },
  { id: "send", group: "Writing", label: "Send (Shift Enter: new line)", shown: ["Enter", "Ctrl Enter"], typing: true },
  { id: "leave", group: "Writing", label: "Leave the composer", shown: ["Esc"], typing: true },
  { id: "insert", group: "Suggestions", label: "Put the suggestion into the composer", shown: ["Alt 1", "Alt 9"], typing: true },
  { id: "decline", group: "Suggestions", label: "Decline the suggestion", shown: ["Alt Shift 1", "Alt Shift 9"], typing: true },
  { id: "suggestions", group: "Suggestions", label: "Go to the suggestions", shown: ["S"] },
  { id: "palette", group: "Page", label: "Find customers, conversations, acts", shown: ["Ctrl K"], typing: true },
  { id: "panel", group: "Page", label: "Show or hide the assist panel", shown: ["A"] },
  { id: "help", group: "Page", label: "All keys", shown: ["?"] },
];

/** What is used of a keyboard event. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key asks for; `place` counts suggestions from 1. */
export interface Asked {
  readonly id: KeyId;
  readonly place?: number;
}

const PLAIN: Readonly<Record<string, KeyId>> = {
  j: "down", k: "up", n: "take-first", x: "close-tab", c: "claim", e: "solve", u: "release", b: "return-to-bot", p: "open-problem",
  w: "why", g: "latest", r: "reply", s: "suggestions", a: "panel", "?": "help",
};

/**
 * What `pressed` asks for. Sending and leaving are the composer's own matter. Single letters count only while nobody
 * types, and only when the agent has not switched them off. Tab is never touched.
 */
export function asked(pressed: Pressed, typing: boolean, letters = true): Asked | null {
  const command = pressed.ctrlKey || pressed.metaKey;
  if (pressed.altKey && !command) return withAlt(pressed);
  if (command && !pressed.altKey && !pressed.shiftKey) {
    if (pressed.key === "k" || pressed.key === "K") return { id: "palette" };
    if (pressed.key === ".") return { id: "note" };
    return null;
  }
  if (typing || command || pressed.altKey || !letters) return null;
  if (pressed.shiftKey && pressed.key === "P") return { id: "close-problem" };
  if (pressed.shiftKey && pressed.key !== "?") return null;
  const id = PLAIN[pressed.key];
  return id ? { id } : null;
}

function withAlt(pressed: Pressed): Asked | null {
  // By place on the keyboard, not by what it types: with Alt many layouts give another sign.
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(pressed.code)?.[1];
  if (digit) return { id: pressed.shiftKey ? "decline" : "insert", place: Number(digit) };
  if (pressed.shiftKey) return null;
  if (pressed.key === "ArrowDown") return { id: "next-tab" };
  if (pressed.key === "ArrowUp") return { id: "previous-tab" };
  return null;
}

export function keyOf(id: KeyId): string {
  return KEYS.find((each) => each.id === id)?.shown[0] ?? "";
}

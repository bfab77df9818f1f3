// Acts of the audit log as sentences.
import { words } from "../kit/words.js";
import type { Act } from "./wire.js";

const SAID: Readonly<Record<string, (act: Act) => string>> = {
  "sign-in": () => "signed in",
  "sign-out": () => "signed out",
  setup: () => "set a password and signed in",
  "sign-in-failed": (act) => (act.subject ? `wrong password for ${act.subject}` : "wrong name or password"),
  "password-changed": () => "changed the password",
  "password-change-failed": () => "gave a wrong password when changing it",
  "session-ended": () => "ended a session",
  "other-sessions-ended": () => "ended all other sessions",
  "account-added": (act) => `invited ${whom(act)} as ${text(act.detail["role"])}`,
  "account-reset": (act) => `reset ${whom(act)}`,
  "account-disabled": (act) => `disabled ${whom(act)}`,
  "ranking-learn": (act) => `had the ranking learn, which ${act.detail["used"] === true ? "is live now" : "stayed as it was"}`,
  "role-changed": (act) => `made ${whom(act)} ${text(act.detail["role"])}`,
};

/** "Ana signed in", "operator disabled Ben". */
export function sentence(act: Act): string {
  const said = SAID[act.act]?.(act) ?? [words(act.act).toLowerCase(), act.subject ?? ""].join(" ").trim();
  return act.actor === "server" ? said.charAt(0).toUpperCase() + said.slice(1) : `${act.actor} ${said}`;
}

/** Where from, as far as it is known: "from 192.0.2.7". */
export function origin(act: Act): string {
  const network = text(act.detail["network"]);
  const user = text(act.detail["user"]);
  return network ? `from ${network}` : user ? `on the server, as ${user}` : "";
}

function whom(act: Act): string {
  return act.subject ?? text(act.detail["name"]);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

// What the server says of accounts, sessions and what was done.
import type { Role } from "../kit/account.js";

export type State = "active" | "invited" | "locked" | "disabled";

export interface Row {
  readonly id: number;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly state: State;
  readonly demo: boolean;
  readonly signedInAt?: string | null;
}

export interface Invitation {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly expiresAt: string;
}

export interface Session {
  readonly id: number;
  readonly current: boolean;
  readonly network: string;
  readonly browser: string;
  readonly createdAt: string;
  readonly seenAt: string;
}

export interface Act {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly subject?: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export const ROLES: readonly Role[] = ["agent", "merchandiser", "supervisor", "admin"];

// Who is signed in, and what that lets them do.
import { Api, Problem } from "./api.js";

export type Role = "agent" | "merchandiser" | "supervisor" | "admin";

export interface Account {
  readonly id: number;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
}

export function mayServe(account: Account): boolean {
  return account.role !== "merchandiser";
}

export function mayMerchandise(account: Account): boolean {
  return account.role !== "agent";
}

/** The account of this browser's session. Nobody signed in: goes to the sign-in page, which comes back here. */
export async function signedIn(api: Api = new Api()): Promise<Account> {
  try {
    return (await api.get<{ account: Account }>("/api/session")).account;
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401) {
      toSignIn();
      return new Promise(() => {}); // the page is left
    }
    throw failure;
  }
}

export async function signOut(api: Api = new Api()): Promise<void> {
  await api.delete("/api/session");
  location.assign("/signin");
}

/** To the sign-in page, and from there back to where one is now. */
export function toSignIn(): void {
  location.assign(`/signin?from=${encodeURIComponent(location.pathname + location.hash)}`);
}

/** Where to go after signing in: only ever a place of our own. */
export function placeAfter(from: string | null, account: Account): string {
  const home = mayServe(account) ? "/desk" : "/studio";
  return from && /^\/(?!\/|\\)/.test(from) && !from.startsWith("/signin") ? from : home;
}

// Who the visitor is to the server: an anonymous name that the browser keeps, the shop's signed word for who is signed in, and
// the short-lived token made of the two.
import { Api, Problem } from "../kit/api.js";
import type { Credentials } from "./line.js";
import type { Store } from "./store.js";

/** The shop's word for its customer: a JWT, or the pair that Intercom and Chatwoot users know. */
export type Identity = string | { readonly user_id: string; readonly user_hash: string };

interface Issued {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  readonly expiresIn: number;
}

export interface VisitOptions {
  readonly base: string;
  readonly store: Store;
  /** The identity as of now, null for a stranger. Waits as long as the page has not said. */
  readonly identity: () => Promise<Identity | null>;
  /** The server knows this browser by another name now: nothing of the former one may stay on the screen. */
  readonly replaced: () => void;
  readonly fetch?: typeof fetch;
}

export class Visit {
  private issued: Issued | undefined;
  private staleAt = 0;
  private epoch = 0;
  private asking: Promise<Issued> | undefined;
  private complained = "";
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private readonly api: Api;

  constructor(private readonly options: VisitOptions) {
    this.api = new Api({ base: options.base, ...(options.fetch ? { fetch: options.fetch } : {}) });
  }

  /** The customer's id on the line, empty before the first token. */
  get me(): string {
    return this.issued?.userId ?? "";
  }

  /** The name that the browser has here, empty before the first token. */
  get visitor(): string {
    return this.issued?.conversationId ?? "";
  }

  /** The token, made or renewed when needed; `refused` when the server took the last one no longer. */
  async credentials(refused = false): Promise<Credentials> {
    if (!refused && this.issued && Date.now() < this.staleAt) return this.issued;
    this.asking ??= this.ask(refused).finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** Leaves the token behind; the next call asks anew. */
  reset(): void {
    clearTimeout(this.renewal);
    this.epoch++;
    this.issued = undefined;
    this.asking = undefined;
  }

  private async ask(refused: boolean): Promise<Issued> {
    const epoch = this.epoch;
    const refreshed = this.issued && !refused ? await this.refresh(this.issued) : undefined;
    const issued = refreshed ?? (await alone(async () => this.issue(await this.options.identity(), epoch)));
    if (epoch !== this.epoch) return this.ask(false);
    this.keep(issued);
    return issued;
  }

  private async refresh(before: Issued): Promise<Issued | undefined> {
    const bearer = new Api({ base: this.options.base, token: async () => before.token, ...(this.options.fetch ? { fetch: this.options.fetch } : {}) });
    try {
      const answer = await bearer.post<{ token: string; expires_in: number }>("/v3/directline/tokens/refresh");
      return { ...before, token: answer.token, expiresIn: answer.expires_in };
    } catch (failure) {
      if (failure instanceof Problem) return undefined;
      throw failure;
    }
  }

  private async issue(identity: Identity | null, epoch: number): Promise<Issued> {
    const subject = subjectOf(identity);
    const stored = this.options.store.visitor;
    const mayReturn = stored && (stored.subject === "" || stored.subject === subject);
    const body = { ...(mayReturn ? { visitor: stored.visitor } : {}), ...(identity ? { identity } : {}) };
    const issued = await this.api.post<Issued>("/api/site/token", body).catch((failure: unknown) => {
      if (failure instanceof Problem && failure.status === 403) this.complain(failure.detail);
      throw failure;
    });
    if (epoch !== this.epoch) return issued;
    if (stored && stored.visitor !== issued.conversationId) {
      this.options.store.forget();
      this.options.replaced();
    }
    this.options.store.visitor = { visitor: issued.conversationId, subject };
    return issued;
  }

  /** For whoever set the page up; once, however often it is tried. */
  private complain(detail: string): void {
    if (detail !== this.complained) console.error("outfitter-chat:", (this.complained = detail));
  }

  private keep(issued: Issued): void {
    this.issued = issued;
    const half = (issued.expiresIn * 1000) / 2;
    this.staleAt = Date.now() + half;
    clearTimeout(this.renewal);
    this.renewal = setTimeout(() => void this.credentials().catch(() => undefined), half);
  }
}

/** Who an identity speaks of; empty for none, or for one that cannot be read (the server will say so). */
export function subjectOf(identity: Identity | null): string {
  if (!identity) return "";
  if (typeof identity !== "string") return identity.user_id;
  try {
    const payload = (identity.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/");
    return String((JSON.parse(atob(payload)) as { sub?: unknown }).sub ?? "");
  } catch {
    return "";
  }
}

/** One tab at a time, so that two that open together become one visitor. */
function alone<T>(act: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? (locks.request("outfitter-visitor", act) as Promise<T>) : act();
}

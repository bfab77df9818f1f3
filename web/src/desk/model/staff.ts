// The staff API, call by call.
import { Api, query } from "../../kit/api.js";
import { newKey } from "../../kit/key.js";
import type { ProductCard } from "../../kit/shop.js";
import type { Why } from "../../kit/why.js";
import { entryOf, type Account, type CardRef, type CustomerFound, type Entry, type Panel, type Trace } from "./wire.js";

export interface Page {
  readonly entries: readonly Entry[];
  readonly head: number;
}

/** What came of an act: the entries that it wrote, none when it had been so before. */
export interface Done {
  readonly conversation: string;
  readonly head: number;
  readonly entries: readonly Entry[];
}

/** What a problem is opened with by hand. */
export interface NewProblem {
  readonly kind: string;
  readonly severity: number;
  readonly title: string;
  readonly order?: string;
  readonly product?: string;
}

/** How many entries one call asks for. */
export const PAGE = 80;

export class Staff {
  constructor(private readonly api: Api = new Api()) {}

  async account(): Promise<Account> {
    return (await this.api.get<{ account: Account }>("/api/session")).account;
  }

  signOut(): Promise<unknown> {
    return this.api.delete("/api/session");
  }

  /** The newest entries, or those before `before`: "conversation.seq". */
  async entries(conversation: string, before?: string): Promise<Page> {
    const page = await this.api.get<Page>(query(`/api/conversations/${conversation}/entries`, { before, limit: PAGE }));
    return { entries: page.entries.map(entryOf), head: page.head };
  }

  panel(conversation: string): Promise<Panel> {
    return this.api.get(`/api/conversations/${conversation}/panel`);
  }

  why(conversation: string, seq: number): Promise<Trace> {
    return this.api.get(`/api/conversations/${conversation}/why/${seq}`);
  }

  /** Why a product is suggested in a list beside a conversation, or is not. */
  whyNot(conversation: string, product: string, list: string, signal?: AbortSignal): Promise<Why> {
    return this.api.get(query(`/api/conversations/${conversation}/suggestions/why/${encodeURIComponent(product)}`, { list }), signal);
  }

  /** Products whose names are like the text. */
  readonly products = async (text: string): Promise<readonly ProductCard[]> =>
    (await this.api.get<{ products: readonly ProductCard[] }>(query("/api/shop/products", { q: text, limit: 8 }))).products;

  async customers(text: string, signal?: AbortSignal): Promise<readonly CustomerFound[]> {
    const found = await this.api.get<{ customers: CustomerFound[] }>(query("/api/customers", { q: text }), signal);
    return found.customers.map((each) => ({ ...each, conversation: String(each.conversation) }));
  }

  claim(conversation: string): Promise<Done> {
    return this.act(conversation, "claim");
  }

  release(conversation: string): Promise<Done> {
    return this.act(conversation, "release");
  }

  solve(conversation: string): Promise<Done> {
    return this.act(conversation, "solve");
  }

  returnToBot(conversation: string): Promise<Done> {
    return this.act(conversation, "return-to-bot");
  }

  reply(conversation: string, key: string, text: string, cards: readonly CardRef[]): Promise<Done> {
    return this.act(conversation, "reply", { key, text, cards });
  }

  note(conversation: string, key: string, text: string): Promise<Done> {
    return this.act(conversation, "note", { key, text });
  }

  openProblem(conversation: string, problem: NewProblem): Promise<Done> {
    return this.act(conversation, "problems", { ...problem });
  }

  closeProblem(conversation: string, number: number, how: string): Promise<Done> {
    return this.act(conversation, `problems/${number}/close`, { how });
  }

  decline(conversation: string, impression: string, reason: string): Promise<Done> {
    return this.act(conversation, `suggestions/${impression}/decline`, { reason });
  }

  private async act(conversation: string, path: string, body: object = {}): Promise<Done> {
    const done = await this.api.post<Partial<Done> | undefined>(`/api/conversations/${conversation}/${path}`, { key: newKey(), ...body });
    return { conversation: String(done?.conversation ?? conversation), head: done?.head ?? 0, entries: (done?.entries ?? []).map(entryOf) };
  }
}

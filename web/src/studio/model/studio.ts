// Everything that the studio's page knows and does.
import { Api, Problem, query } from "../../kit/api.js";
import type { Account } from "../../kit/account.js";
import { products } from "../../kit/products.js";
import { Watchable } from "../../kit/watch.js";
import type { Why } from "../../kit/why.js";
import { words } from "../../kit/words.js";
import { moved } from "./compare.js";
import type { Names } from "./sentence.js";
import { differences, type Difference } from "./rules.js";
import type { Detail, Draft, ListName, Publication, Rule, StudioProduct } from "./wire.js";

export type State = "loading" | "ready" | "failed";

export interface Loaded<T> {
  readonly state: State;
  readonly value: T | null;
  readonly failure?: unknown;
}

const LOADING: Loaded<never> = { state: "loading", value: null };

type Edit = (rules: readonly Rule[]) => readonly Rule[];

export class Studio extends Watchable {
  found: Loaded<readonly StudioProduct[]> = LOADING;
  detail: Loaded<Detail> = LOADING;
  draft: Loaded<Draft> = LOADING;
  history: Loaded<readonly Publication[]> = LOADING;
  product: string | null = null;
  /** As if it were so: the season, the customer, the matter and the channel that lists are shown for. */
  situation: Readonly<Record<string, string>> = {};
  wanted = "";
  /** What the server is being told now. */
  saving: "draft" | "publish" | "undo" | null = null;
  /** The last thing that did or did not work, in words. */
  saying: { readonly text: string; readonly bad: boolean } | null = null;
  private categories: ReadonlyMap<string, string> = new Map();
  private setNames: ReadonlyMap<string, string> = new Map();
  private queued: Promise<unknown> = Promise.resolve();
  private asked = 0;
  /** How many edits were begun; an answer asked for before the last of them is out of date. */
  private edits = 0;
  /** How many of them the server has heard of. */
  private told = 0;
  /** Edits that wait for the draft to come. */
  private early: Edit[] = [];
  private coming: Promise<void> | null = null;

  constructor(
    readonly account: Account,
    private readonly api: Api = new Api(),
  ) {
    super();
  }

  start(): void {
    void this.find("");
    void this.loadDraft();
    void this.loadHistory();
  }

  /** Reads anew what colleagues may have changed; not while something of one's own is on its way. */
  refresh(): void {
    if (this.saving || this.unsaved) return;
    void this.loadDraft();
    void this.loadHistory();
    void this.loadDetail();
  }

  /** A file has changed the shop: what is on the page is read anew. */
  imported(): void {
    void this.find(this.wanted);
    this.refresh();
  }

  /** What rules call things. */
  readonly names: Names = {
    product: (id) => products.of(id).title,
    category: (id) => this.categories.get(id) ?? words(id.split("/").at(-1) ?? id),
    set: (id) => this.setNames.get(id) ?? words(id),
  };

  /** From now on, categories and sets are called so. */
  call(categories: ReadonlyMap<string, string>, sets: ReadonlyMap<string, string>): void {
    this.categories = categories;
    this.setNames = sets;
    this.changed();
  }

  get rules(): readonly Rule[] {
    return this.draft.value?.rules ?? [];
  }

  /** What publishing would change; null when the server does not tell what is live. */
  get differences(): readonly Difference[] | null {
    const draft = this.draft.value;
    return draft?.live ? differences(draft.live, draft.rules) : null;
  }

  async find(text: string): Promise<void> {
    this.wanted = text;
    const asked = ++this.asked;
    try {
      const { products } = await this.search(text);
      if (asked !== this.asked) return; // a later question is on its way
      this.found = { state: "ready", value: products };
    } catch (failure) {
      if (asked === this.asked) this.found = { state: "failed", value: this.found.value, failure };
    }
    this.changed();
  }

  /** Products whose names are like `text`, typos forgiven. */
  search(text: string): Promise<{ products: readonly StudioProduct[] }> {
    return this.api.get(query("/api/studio/products", { q: text.trim() }));
  }

  /** The same for a field that one picks a product in. */
  readonly pick = async (text: string): Promise<readonly StudioProduct[]> => (await this.search(text)).products;

  /** Why `product` stands where it does in a list of the draft beside the product at hand, or does not. */
  why(atHand: string, product: string, list: ListName, signal?: AbortSignal): Promise<Why> {
    return this.api.get(query(`/api/studio/products/${encodeURIComponent(atHand)}/why/${encodeURIComponent(product)}`, { list, rules: "draft", ...this.situation }), signal);
  }

  async choose(product: string): Promise<void> {
    if (this.product !== product) this.detail = LOADING;
    this.product = product;
    this.changed();
    await this.loadDetail();
  }

  async suppose(part: Readonly<Record<string, string>>): Promise<void> {
    this.situation = { ...this.situation, ...part };
    this.changed();
    await this.loadDetail();
  }

  async loadDetail(): Promise<void> {
    const product = this.product;
    const edits = this.edits;
    // While something is being saved, the server does not know it yet; the end of the saving brings a newer answer.
    if (!product || (this.detail.value && this.unsaved)) return;
    try {
      const value = await this.api.get<Detail>(query(`/api/studio/products/${encodeURIComponent(product)}`, { ...this.situation }));
      if (edits !== this.edits) return;
      if (product === this.product) this.detail = { state: "ready", value };
    } catch (failure) {
      if (product === this.product) this.detail = { state: "failed", value: this.detail.value, failure };
    }
    this.changed();
  }

  /** When the draft has come, if it does not stand here already. */
  ready(): Promise<void> {
    if (this.draft.value) return Promise.resolve();
    this.coming ??= this.loadDraft().finally(() => (this.coming = null));
    return this.coming;
  }

  async loadDraft(): Promise<void> {
    const told = this.told;
    try {
      const value = await this.api.get<Draft>("/api/studio/draft");
      if (this.draft.value && told !== this.edits) return; // an edit made meanwhile stands, and is being saved
      const rules = this.early.splice(0).reduce((before, edit) => edit(before), value.rules);
      this.draft = { state: "ready", value: { ...value, rules } };
    } catch (failure) {
      this.draft = { state: "failed", value: this.draft.value, failure };
    }
    this.changed();
  }

  async loadHistory(): Promise<void> {
    try {
      const { history } = await this.api.get<{ history: readonly Publication[] }>("/api/studio/history");
      this.history = { state: "ready", value: history };
    } catch (failure) {
      this.history = { state: "failed", value: this.history.value, failure };
    }
    this.changed();
  }

  /** Shows the hand's move at once; the server's list takes its place when the draft is saved. */
  preview(list: ListName, from: number, to: number): void {
    const detail = this.detail.value;
    if (!detail) return;
    const name = list === "goes-with" ? "goesWith" : "stepUp";
    const draft = { ...detail.draft, [name]: moved(detail.draft[name], from, to) };
    this.detail = { ...this.detail, value: { ...detail, draft } };
    this.changed();
  }

  /** Saves what `edit` makes of the rules; edits made quickly after each other are saved in their order. */
  edit(edit: Edit): Promise<unknown> {
    const before = this.draft.value;
    this.edits++;
    if (before) this.draft = { state: "ready", value: { ...before, rules: edit(before.rules) } };
    else {
      this.early.push(edit);
      void this.ready();
    }
    this.saving = "draft";
    this.changed();
    this.queued = this.queued.then(() => this.saveDraft());
    return this.queued;
  }

  private get unsaved(): boolean {
    return this.told !== this.edits;
  }

  /** When every edit made so far has been saved, or was not. */
  saved(): Promise<unknown> {
    return this.queued;
  }

  /** @param at when it takes effect; at once without it */
  async publish(note: string, at?: string): Promise<boolean> {
    const done = at ? "Scheduled: it takes effect at its time" : "Published: the desk shows it from now on";
    return this.act("publish", done, () => this.api.post("/api/studio/publish", { note: note.trim(), version: this.draft.value?.version ?? undefined, at }));
  }

  undo(): Promise<boolean> {
    return this.act("undo", "The last publish is undone", () => this.api.post("/api/studio/undo"));
  }

  say(text: string, bad = false): void {
    this.saying = { text, bad };
    this.changed();
  }

  private async saveDraft(): Promise<void> {
    if (!this.unsaved) return; // an edit before this one took it along
    await this.ready();
    const upTo = this.edits;
    try {
      await this.tell();
      this.told = upTo;
      this.saying = null;
    } catch (failure) {
      this.told = upTo;
      this.say(`Your last step was not kept: ${reason(failure)}`, true);
      await this.loadDraft();
    }
    if (this.unsaved) return;
    this.saving = null;
    this.changed();
    await this.loadDetail();
  }

  private async tell(): Promise<void> {
    const mine = this.draft.value;
    if (!mine) {
      this.early = [];
      throw this.draft.failure;
    }
    const saved = await this.api.put<Partial<Draft> | undefined>("/api/studio/draft", { rules: mine.rules, version: mine.version ?? undefined });
    // Only what the server knows better: a later edit may already stand in `rules`.
    const now = this.draft.value ?? mine;
    const { rules: _, ...told } = saved ?? {};
    this.draft = { state: "ready", value: { ...now, ...told } };
  }

  async act(what: "publish" | "undo", done: string, call: () => Promise<unknown>): Promise<boolean> {
    await this.queued;
    this.saving = what;
    this.changed();
    try {
      await call();
      this.say(done);
      await Promise.all([this.loadDraft(), this.loadDetail(), this.loadHistory()]);
      return true;
    } catch (failure) {
      this.say(`${what === "publish" ? "Not published" : "Not undone"}: ${reason(failure)}`, true);
      return false;
    } finally {
      this.saving = null;
      this.changed();
    }
  }
}

function reason(failure: unknown): string {
  if (failure instanceof Problem) return failure.detail || failure.title;
  return "the server cannot be reached";
}

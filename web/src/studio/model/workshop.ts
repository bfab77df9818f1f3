// What the rule editor knows beside the draft: what rules can be made of, the sets, the trial on past orders, old versions.
import { Api, Problem } from "../../kit/api.js";
import { newKey } from "../../kit/key.js";
import { Watchable } from "../../kit/watch.js";
import { malformed } from "./sense.js";
import { deed } from "./sentence.js";
import type { Studio } from "./studio.js";
import type { Choices, CuratedSet, Imported, ListName, Rule, Trial, Version } from "./wire.js";

const LOOK_AGAIN_MILLIS = 400;
const LONGEST_NAME = 120;
const NO_CHOICES: Choices = { categories: [], brands: [], tags: [], segments: [], intents: [], channels: [], seasons: [], products: 0, withCost: 0, currency: "" };

export class Workshop extends Watchable {
  choices: Choices = NO_CHOICES;
  sets: readonly CuratedSet[] = [];
  loaded: "loading" | "ready" | "failed" = "loading";
  failure: unknown;
  trial: Trial | null = null;
  /** An old publication that is being looked at. */
  version: Version | null = null;
  /** The rule in the editor; it is in the draft once it is complete. */
  rule: Rule | null = null;
  imported: Imported | null = null;
  /** The name that the rule in the editor got by itself. */
  private given = "";
  private arranging: Promise<void> = Promise.resolve();

  constructor(
    readonly studio: Studio,
    private readonly api: Api = new Api(),
  ) {
    super();
  }

  async open(): Promise<void> {
    try {
      const [choices, { sets }] = await Promise.all([this.api.get<Choices>("/api/studio/choices"), this.api.get<{ sets: readonly CuratedSet[] }>("/api/studio/sets")]);
      this.choices = choices;
      this.sets = sets;
      this.loaded = "ready";
      this.studio.call(new Map(choices.categories.map(({ id, name }) => [id, name.split(" › ").at(-1) ?? name])), new Map(sets.map(({ id, name }) => [id, name])));
    } catch (failure) {
      this.failure = failure;
      this.loaded = "failed";
    }
    this.changed();
  }

  // ---- one rule ------------------------------------------------------------------------------------------------

  choose(id: string | null): void {
    this.given = "";
    this.rule = id === null ? null : (this.studio.rules.find((rule) => rule.id === id) ?? null);
    this.changed();
  }

  begin(list: ListName = "goes-with"): Rule {
    this.given = "";
    this.rule = { id: newKey(), name: "", act: "boost", percent: 30, when: [], target: { selection: [] }, list };
    this.changed();
    return this.rule;
  }

  copy(rule: Rule): void {
    this.rule = { ...rule, id: newKey(), name: `${rule.name} (copy)`.slice(0, LONGEST_NAME) };
    this.keep();
  }

  /** What the editor made of it; goes into the draft as soon as nothing is missing. */
  change(changed: Partial<Rule>): void {
    if (!this.rule) return;
    this.rule = this.named({ ...this.rule, ...changed });
    this.keep();
  }

  /** Until somebody names it, a rule is called what it does. */
  private named(rule: Rule): Rule {
    const own = rule.name !== "" && rule.name !== this.given;
    if (own || missing({ ...rule, name: "x" })) return rule;
    const text = deed(rule, this.studio.names);
    this.given = (text.charAt(0).toUpperCase() + text.slice(1)).slice(0, LONGEST_NAME);
    return { ...rule, name: this.given };
  }

  private keep(): void {
    const rule = this.rule;
    this.changed();
    if (!rule || missing(rule)) return;
    void this.studio.edit((rules) => (rules.some(({ id }) => id === rule.id) ? rules.map((each) => (each.id === rule.id ? rule : each)) : [...rules, rule]));
  }

  // ---- sets ----------------------------------------------------------------------------------------------------

  async saveSet(set: CuratedSet | null, name: string, products: readonly string[]): Promise<CuratedSet | null> {
    try {
      const body = { name, products, version: set?.version };
      const saved = set ? await this.api.put<CuratedSet>(`/api/studio/sets/${encodeURIComponent(set.id)}`, body) : await this.api.post<CuratedSet>("/api/studio/sets", body);
      await this.open();
      void this.studio.loadDetail();
      return saved;
    } catch (failure) {
      this.studio.say(`The set was not kept: ${reason(failure)}`, true);
      await this.open();
      return null;
    }
  }

  /** Puts a set into another order: at once on the page, then at the server, one move after the other. */
  arrange({ id }: CuratedSet, ids: readonly string[]): void {
    this.sets = this.sets.map((set) => (set.id === id ? { ...set, products: ids.flatMap((each) => set.products.filter(({ product }) => product === each)) } : set));
    this.changed();
    this.arranging = this.arranging.then(() => this.keepOrder(id, ids));
  }

  private async keepOrder(id: string, products: readonly string[]): Promise<void> {
    const set = this.sets.find((each) => each.id === id);
    if (!set) return;
    try {
      const { version, changedAt, by } = await this.api.put<CuratedSet>(`/api/studio/sets/${encodeURIComponent(id)}`, { name: set.name, products, version: set.version });
      this.sets = this.sets.map((each) => (each.id === id ? { ...each, version, changedAt, by: by ?? null } : each));
      this.changed();
      void this.studio.loadDetail();
    } catch (failure) {
      this.studio.say(`The order was not kept: ${reason(failure)}`, true);
      await this.open();
    }
  }

  async dropSet(set: CuratedSet): Promise<boolean> {
    try {
      await this.api.delete(`/api/studio/sets/${encodeURIComponent(set.id)}`);
      await this.open();
      return true;
    } catch (failure) {
      this.studio.say(`The set stays: ${reason(failure)}`, true);
      return false;
    }
  }

  // ---- before publishing ---------------------------------------------------------------------------------------

  async tryOut(): Promise<void> {
    try {
      this.trial = await this.api.post<Trial>("/api/studio/effect");
      this.changed();
      while (this.trial.state === "running") {
        await new Promise((done) => setTimeout(done, LOOK_AGAIN_MILLIS));
        this.trial = await this.api.get<Trial>("/api/studio/effect");
        this.changed();
      }
    } catch {
      this.trial = { state: "failed", version: 0, done: 0, of: 0 };
      this.changed();
    }
  }

  // ---- versions ------------------------------------------------------------------------------------------------

  async look(id: number | null): Promise<void> {
    try {
      this.version = id === null ? null : await this.api.get<Version>(`/api/studio/versions/${id}`);
    } catch (failure) {
      this.studio.say(`This version could not be loaded: ${reason(failure)}`, true);
    }
    this.changed();
  }

  async restore(id: number, note: string): Promise<boolean> {
    const done = await this.studio.act("publish", "Brought back: the desk shows it from now on", () => this.api.post(`/api/studio/versions/${id}/restore`, { note }));
    if (done) await this.look(null);
    return done;
  }

  async callOff(id: number): Promise<void> {
    await this.studio.act("undo", "Called off: it will not take effect", () => this.api.post(`/api/studio/versions/${id}/cancel`));
  }

  // ---- spreadsheets --------------------------------------------------------------------------------------------

  async takeIn(csv: string): Promise<void> {
    try {
      this.imported = await this.api.post<Imported>("/api/studio/rules.csv", { csv, version: this.studio.draft.value?.version ?? undefined });
      if (this.imported.faults.length === 0) this.studio.say(`${this.imported.rules} rules are the draft now`);
      await this.studio.loadDraft();
      void this.studio.loadDetail();
    } catch (failure) {
      this.studio.say(`The table was not taken in: ${reason(failure)}`, true);
    }
    this.changed();
  }

  forgetImport(): void {
    this.imported = null;
    this.changed();
  }
}

/** What a rule still lacks, in words; null when it is complete. */
export function missing(rule: Rule): string | null {
  const empty = [...rule.when, ...(rule.target.selection ?? [])].some(({ any, from, to }) => (any ?? []).length === 0 && from == null && to == null);
  const { products, set, selection } = rule.target;
  if (rule.act === "only-with" && rule.when.length === 0) return "Say with what it may be shown";
  if (empty) return "Choose a value for each condition";
  if (products?.length === 0 || set === "" || selection?.length === 0) return "Say what it is about";
  if (rule.act === "pin" && selection) return "A pin names products or a set";
  if (rule.act === "bundle" && (selection || (products && products.length < 2))) return "Name two products or more, or a set";
  const odd = malformed(rule);
  if (odd) return odd;
  return rule.name.trim() === "" ? "Give it a name that agents will read" : null;
}

export type RuleState = "live" | "changed" | "new" | "scheduled" | "ended";

/** Where a rule of the draft stands. */
export function stateOf(rule: Rule, differing: ReadonlyMap<string, string>, now: number): RuleState {
  const difference = differing.get(rule.id);
  if (difference === "added") return "new";
  if (difference === "changed") return "changed";
  if (rule.until && Date.parse(rule.until) <= now) return "ended";
  return rule.from && Date.parse(rule.from) > now ? "scheduled" : "live";
}

function reason(failure: unknown): string {
  if (failure instanceof Problem) return failure.detail || failure.title;
  return "the server cannot be reached";
}

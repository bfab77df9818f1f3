// Everything that the training room knows and does.
import { Api, Problem, query } from "../../kit/api.js";
import { Watchable } from "../../kit/watch.js";
import type { Loaded } from "./studio.js";
import type { Meaning, Message, MessagePage, Overview, TrainingJob, Which } from "./training-wire.js";

const PATH = "/api/studio/training";
const ASKING_MILLIS = 700;
const LOOKING_MILLIS = 15_000;
const SAYING_MILLIS = 8_000;
const LOADING: Loaded<never> = { state: "loading", value: null };

export interface Filter {
  readonly which: Which;
  readonly words: string;
  readonly intent: string;
}

export class Training extends Watchable {
  filter: Filter = { which: "to-look-at", words: "", intent: "" };
  /** What is on the page; it only ever grows at its end, unless somebody asks for another list. */
  list: Loaded<readonly Message[]> = LOADING;
  more = false;
  toLookAt: number | null = null;
  corrected: number | null = null;
  /** Whether newer ones than those on the page have come. */
  newer = false;
  overview: Loaded<Overview> = LOADING;
  meanings: readonly Meaning[] = [];
  /** Which message the keys act on. */
  current: number | null = null;
  /** What the server is being told now. */
  busy: "train" | "live" | "older" | null = null;
  saying: { readonly text: string; readonly bad: boolean } | null = null;
  private asked = 0;
  /** How often what is live was changed from here; what was asked before the last change is out of date. */
  private changes = 0;
  private following = false;
  private looking: ReturnType<typeof setInterval> | undefined;
  /** What was done last, to be taken back by a key. */
  private readonly done: number[] = [];

  constructor(
    /** Who is at work here, for a correction that the server has not confirmed yet. */
    private readonly me: string,
    private readonly api: Api = new Api(),
  ) {
    super();
  }

  open(): void {
    if (this.list === LOADING) void this.find(this.filter);
    if (this.meanings.length === 0) void this.loadMeanings();
    void this.loadOverview();
    clearInterval(this.looking);
    this.looking = setInterval(() => void this.look(), LOOKING_MILLIS);
  }

  close(): void {
    clearInterval(this.looking);
  }

  async find(filter: Filter): Promise<void> {
    const other = filter.which !== this.filter.which || filter.intent !== this.filter.intent;
    this.filter = filter;
    if (other) this.list = LOADING;
    const asked = ++this.asked;
    this.changed();
    try {
      const page = await this.page(undefined);
      if (asked !== this.asked) return;
      this.list = { state: "ready", value: page.messages };
      this.more = page.more;
      this.newer = false;
      this.current = null;
      this.count(page);
    } catch (failure) {
      if (asked === this.asked) this.list = { state: "failed", value: this.list.value, failure };
    }
    this.changed();
  }

  again(): Promise<void> {
    return this.find(this.filter);
  }

  async older(): Promise<void> {
    const now = this.list.value ?? [];
    const asked = this.asked;
    this.busy = "older";
    this.changed();
    try {
      const page = await this.page(now[now.length - 1]?.id);
      if (asked === this.asked) {
        this.list = { state: "ready", value: [...now, ...page.messages] };
        this.more = page.more;
      }
    } catch (failure) {
      this.say(`Older messages could not be loaded: ${reason(failure)}`, true);
    }
    this.busy = null;
    this.changed();
  }

  /** Shows at once what `intent` was chosen (null: nothing to learn from it), and takes it back if the server does not take it. */
  async correct(message: Message, intent: string | null): Promise<void> {
    const before = message.correction ?? null;
    this.put({ ...message, correction: { intent, by: this.me, at: new Date().toISOString() } });
    this.tally(before, true);
    this.done.push(message.id);
    try {
      this.put(await this.api.put<Message>(`${PATH}/messages/${message.id}/intent`, { intent }));
      this.saying = null;
      this.changed();
      void this.loadOverview();
    } catch (failure) {
      this.put({ ...message, correction: before });
      this.tally(before, false);
      this.say(`Not kept: ${reason(failure)}`, true);
    }
  }

  async undo(message: Message): Promise<void> {
    const before = message.correction;
    if (!before) return;
    this.put({ ...message, correction: null });
    this.tally(null, false);
    try {
      this.put(await this.api.delete<Message>(`${PATH}/messages/${message.id}/intent`));
      void this.loadOverview();
    } catch (failure) {
      this.put({ ...message, correction: before });
      this.tally(null, true);
      this.say(`Not taken back: ${reason(failure)}`, true);
    }
  }

  /** The message that was corrected last and still is. */
  lastDone(): Message | undefined {
    for (let id = this.done.pop(); id !== undefined; id = this.done.pop()) {
      const message = this.list.value?.find((each) => each.id === id);
      if (message?.correction) return message;
    }
    return undefined;
  }

  select(id: number | null): void {
    if (this.current === id) return;
    this.current = id;
    this.changed();
  }

  async loadOverview(): Promise<void> {
    try {
      await this.readOverview();
      const { job, live } = this.overview.value ?? {};
      if (job?.state === "running" || !live) void this.follow();
    } catch (failure) {
      this.overview = { state: "failed", value: this.overview.value, failure };
    }
    this.changed();
  }

  private async readOverview(): Promise<void> {
    const changes = this.changes;
    const value = await this.api.get<Overview>(`${PATH}/model`);
    if (changes === this.changes) this.overview = { state: "ready", value };
  }

  async train(): Promise<void> {
    await this.act("train", "Not begun", async () => {
      const job = await this.api.post<TrainingJob>(`${PATH}/train`);
      this.job(job);
      void this.follow();
    });
  }

  async goLive(version: number): Promise<void> {
    await this.act("live", "Not changed", async () => {
      const value = await this.api.post<Overview>(`${PATH}/versions/${version}/live`);
      this.changes++;
      this.overview = { state: "ready", value };
      const back = this.overview.value?.live;
      this.say(`${back?.ofBuild ? "The version that came with the build" : "That version"} reads from the next message on`);
    });
  }

  say(text: string, bad = false): void {
    const saying = { text, bad };
    this.saying = saying;
    this.changed();
    // What went wrong stays until something else is done.
    if (bad) return;
    setTimeout(() => {
      if (this.saying !== saying) return;
      this.saying = null;
      this.changed();
    }, SAYING_MILLIS);
  }

  private async act(what: "train" | "live", failed: string, call: () => Promise<void>): Promise<void> {
    this.busy = what;
    this.saying = null;
    this.changed();
    try {
      await call();
    } catch (failure) {
      this.say(`${failed}: ${reason(failure)}`, true);
      void this.loadOverview();
    }
    this.busy = null;
    this.changed();
  }

  private page(before: number | undefined): Promise<MessagePage> {
    const { which, words, intent } = this.filter;
    return this.api.get(query(`${PATH}/messages`, { which, q: words.trim(), intent, before }));
  }

  private count(page: MessagePage): void {
    this.toLookAt = page.toLookAt;
    this.corrected = page.corrected;
  }

  private tally(before: unknown, corrects: boolean): void {
    if (before || this.toLookAt === null || this.corrected === null) return;
    this.toLookAt = Math.max(0, this.toLookAt + (corrects ? -1 : 1));
    this.corrected = Math.max(0, this.corrected + (corrects ? 1 : -1));
    this.changed();
  }

  /** Exchanges one message in its place. */
  private put(message: Message): void {
    const value = (this.list.value ?? []).map((each) => (each.id === message.id ? message : each));
    this.list = { ...this.list, value };
    this.changed();
  }

  private job(job: TrainingJob | null): void {
    const value = this.overview.value;
    if (value) this.overview = { ...this.overview, value: { ...value, job } };
    this.changed();
  }

  /** Asks how far it is until there is nothing to wait for. */
  private async follow(): Promise<void> {
    if (this.following) return;
    this.following = true;
    const wait = () => new Promise((done) => setTimeout(done, ASKING_MILLIS));
    for (let running = true; running; ) {
      await wait();
      try {
        const { job } = await this.api.get<{ job?: TrainingJob | null }>(`${PATH}/job`);
        this.job(job ?? null);
        running = job?.state === "running";
        if (!running) {
          await this.readOverview();
          running = !this.overview.value?.live;
        }
      } catch {
        // It goes on without us; asked again in a moment.
      }
      this.changed();
    }
    this.following = false;
  }

  /** Whether something came meanwhile: the page says so and leaves the list as it is. */
  private async look(): Promise<void> {
    if (document.hidden || this.list.state !== "ready") return;
    const asked = this.asked;
    try {
      const page = await this.page(undefined);
      if (asked !== this.asked) return;
      const newest = this.list.value?.[0]?.id ?? 0;
      this.newer = page.messages.some((each) => each.id > newest);
      this.count(page);
    } catch {
      // The next look will tell.
    }
    this.changed();
  }

  private async loadMeanings(): Promise<void> {
    try {
      this.meanings = (await this.api.get<{ intents: readonly Meaning[] }>(`${PATH}/intents`)).intents;
      this.changed();
    } catch {
      // The three readings can be chosen all the same; asked again when the room is opened again.
    }
  }
}

function reason(failure: unknown): string {
  if (failure instanceof Problem) return failure.detail || failure.title;
  return "the server cannot be reached";
}

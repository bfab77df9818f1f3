// Everything that the ranking's page knows and does.
import { Api, Problem } from "../../kit/api.js";
import { Watchable } from "../../kit/watch.js";
import type { Standing } from "./ranking-wire.js";
import type { Loaded } from "./studio.js";

const PATH = "/api/studio/ranking";
/** In milliseconds: between two questions how far it is, and how long it is said what came of it. */
const PACE = { asking: 500, saying: 8_000 };

export class Ranking extends Watchable {
  standing: Loaded<Standing> = { state: "loading", value: null };
  /** Whether this page is having it learn. */
  busy = false;
  /** What went wrong, or what came of it. */
  saying: { readonly text: string; readonly bad: boolean } | null = null;
  private following = false;

  constructor(
    private readonly api: Api = new Api(),
    private readonly pace = PACE,
  ) {
    super();
  }

  async load(): Promise<void> {
    try {
      this.is(await this.api.get<Standing>(PATH));
    } catch (failure) {
      this.standing = { state: "failed", value: this.standing.value, failure };
    }
    this.changed();
  }

  /** Learns anew; the server answers when it has, and tells meanwhile how far it is. */
  async learn(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.saying = null;
    this.changed();
    void this.follow();
    try {
      this.is(await this.api.post<Standing>(`${PATH}/learn`));
      const used = this.standing.value?.lessons[0]?.report.used ?? false;
      this.say(used ? "The new ranking is live" : "The ranking stays as it was");
    } catch (failure) {
      this.saying = { text: `Not learned: ${failure instanceof Problem ? failure.detail || failure.title : "the server cannot be reached"}`, bad: true };
    }
    this.busy = false;
    this.changed();
  }

  private say(text: string): void {
    const saying = { text, bad: false };
    this.saying = saying;
    setTimeout(() => {
      if (this.saying !== saying) return;
      this.saying = null;
      this.changed();
    }, this.pace.saying);
  }

  private is(value: Standing): void {
    this.standing = { state: "ready", value };
    if (value.learning) void this.follow();
  }

  /** Asks how far it is until nothing is being learned, here or by whoever began it. */
  private async follow(): Promise<void> {
    if (this.following) return;
    this.following = true;
    do {
      await new Promise((done) => setTimeout(done, this.pace.asking));
      try {
        this.standing = { state: "ready", value: await this.api.get<Standing>(PATH) };
      } catch {
        // It goes on without us; asked again in a moment.
      }
      this.changed();
    } while (this.busy || this.standing.value?.learning);
    this.following = false;
  }
}

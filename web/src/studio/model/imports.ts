// What the studio's page knows and does about files that are dropped on it.
import { Api, Problem, Unreachable, query } from "../../kit/api.js";
import { Watchable } from "../../kit/watch.js";

export interface Outcome {
  readonly read: number;
  readonly stored: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly seconds: number;
  readonly reading: string;
}

export interface Job {
  readonly id: string;
  readonly file: string;
  readonly kind?: string | null;
  readonly state: "looking" | "running" | "done" | "failed";
  readonly share: number;
  readonly outcome?: Outcome | null;
  readonly problem?: string | null;
}

const ASKING_MILLIS = 400;

export class Imports extends Watchable {
  job: Job | null = null;
  /** The file that is on its way to the server, and how much of it is there. */
  sending: { readonly file: string; readonly share: number } | null = null;
  /** Why the last file was not taken at all. */
  refused: string | null = null;

  constructor(
    /** Told once the shop has changed. */
    private readonly done: () => void,
    private readonly api: Api = new Api(),
  ) {
    super();
  }

  get busy(): boolean {
    return this.sending !== null || this.job?.state === "looking" || this.job?.state === "running";
  }

  /** What was going on, or came of it, when the page was opened. */
  async look(): Promise<void> {
    try {
      await this.ask();
    } catch {
      // Nothing to show then; a drop will say what is wrong.
    }
  }

  async take(file: File): Promise<void> {
    if (this.busy) return;
    this.refused = null;
    this.job = null;
    this.sending = { file: file.name, share: 0 };
    this.changed();
    try {
      this.job = await this.send(file);
    } catch (failure) {
      this.refused = failure instanceof Error ? failure.message : String(failure);
    }
    this.sending = null;
    this.changed();
    if (this.job) await this.follow();
  }

  /** `fetch` does not tell how much of a body has left. */
  private send(file: File): Promise<Job> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", query("/api/studio/import", { name: file.name }));
      request.setRequestHeader("content-type", "application/octet-stream");
      request.responseType = "json";
      request.upload.onprogress = (event) => {
        this.sending = { file: file.name, share: event.total ? event.loaded / event.total : 0 };
        this.changed();
      };
      request.onload = () => {
        if (request.status === 202) return resolve(request.response as Job);
        const said = (request.response ?? {}) as { title?: string; detail?: string };
        reject(new Problem(request.status, said.title ?? "The file was not taken", said.detail ?? ""));
      };
      request.onerror = () => reject(new Unreachable("The server cannot be reached."));
      request.send(file);
    });
  }

  private async follow(): Promise<void> {
    while (this.busy) {
      await new Promise((wait) => setTimeout(wait, ASKING_MILLIS));
      try {
        await this.ask();
      } catch {
        // It goes on without us; asked again in a moment.
      }
    }
    this.done();
  }

  private async ask(): Promise<void> {
    const { job } = await this.api.get<{ job?: Job | null }>("/api/studio/import");
    const resumed = this.job === null && (job?.state === "looking" || job?.state === "running");
    this.job = job ?? null;
    this.changed();
    if (resumed) void this.follow();
  }
}

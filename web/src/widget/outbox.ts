// Sends the customer's messages one after another, so that they arrive in the order in which they were written.
import { Problem } from "../kit/api.js";

export interface OutboxOptions {
  /** Posts one text under its key and returns the server's name for it. */
  readonly post: (key: string, text: string) => Promise<string>;
  readonly accepted: (key: string, id: string) => void;
  /** `reason` is empty when the server was not reached. */
  readonly refused: (key: string, reason: string) => void;
}

/** How long to wait before each further try while the server is not reached; then it is up to the customer. */
const PAUSES = [500, 1_500, 4_000];

/** A text is tried under one key until the server takes or refuses it; the server counts repeats as one. */
export class Outbox {
  private readonly waiting: { readonly key: string; readonly text: string }[] = [];
  private busy = false;

  constructor(private readonly options: OutboxOptions) {}

  put(key: string, text: string): void {
    if (this.waiting.some((each) => each.key === key)) return;
    this.waiting.push({ key, text });
    if (!this.busy) void this.work();
  }

  /** Forgets everything; what is on its way right now may still arrive, and is not reported. */
  clear(): void {
    this.waiting.length = 0;
  }

  private async work(): Promise<void> {
    this.busy = true;
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      const { key, text } = next;
      const outcome = await this.attempt(key, text);
      if (this.waiting[0] !== next) continue;
      this.waiting.shift();
      if (outcome.id) this.options.accepted(key, outcome.id);
      else if (outcome.reason) this.options.refused(key, outcome.reason);
      else [next, ...this.waiting.splice(0)].forEach((each) => this.options.refused(each.key, ""));
    }
    this.busy = false;
  }

  private async attempt(key: string, text: string): Promise<{ id?: string; reason?: string }> {
    for (const pause of [...PAUSES, undefined]) {
      try {
        return { id: await this.options.post(key, text) };
      } catch (failure) {
        if (failure instanceof Problem && failure.status < 500 && failure.status !== 429) {
          return { reason: failure.detail || failure.title };
        }
      }
      if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return {};
  }
}

// Plays a story step by step: it can be stopped at any time, taken over, gone on with, and begun anew.
import { Watchable } from "../kit/watch.js";

export type PlayState = "ready" | "playing" | "paused" | "failed" | "done";
export type StepState = "todo" | "doing" | "done" | "failed" | "skipped";

export interface PlayerOptions<S> {
  /** Does one step and settles when what it waits for has happened. */
  readonly perform: (step: S, signal: AbortSignal) => Promise<void>;
  /** How long a step's caption stays before the next one begins, in milliseconds. */
  readonly rest: (step: S) => number;
  readonly sleep?: (millis: number, signal: AbortSignal) => Promise<void>;
}

export class Player<S extends { readonly name: string }> extends Watchable {
  state: PlayState = "ready";
  /** Why the present step did not come off. */
  failure: unknown;
  private at = 0;
  private readonly past = new Map<string, StepState>();
  private running: AbortController | null = null;

  constructor(
    readonly steps: readonly S[],
    private readonly options: PlayerOptions<S>,
  ) {
    super();
  }

  /** The step that is being played, or comes next. The last one once all are done. */
  get step(): S {
    const step = this.steps[Math.min(this.at, this.steps.length - 1)];
    if (!step) throw new Error("a story has at least one step");
    return step;
  }

  stateOf(name: string): StepState {
    return this.past.get(name) ?? "todo";
  }

  /** Goes on from the present step until the end, or until it is stopped. */
  play(): Promise<void> {
    return this.run(() => true);
  }

  /** Does the present step only. */
  next(): Promise<void> {
    return this.run(() => false);
  }

  /** Lets the present step be; the visitor may go on by hand. */
  pause(): void {
    this.running?.abort();
    this.running = null;
    if (this.state === "playing") this.become("paused");
  }

  /** Leaves the present step out, because somebody did it by hand, or it does not come off. */
  skip(): void {
    this.pause();
    if (this.at >= this.steps.length) return;
    this.past.set(this.step.name, "skipped");
    this.forward();
    if (this.state === "failed") this.become("paused");
    this.changed();
  }

  restart(): void {
    this.pause();
    this.past.clear();
    this.at = 0;
    this.failure = undefined;
    this.become("ready");
  }

  private async run(goesOn: () => boolean): Promise<void> {
    if (this.running || this.at >= this.steps.length) return;
    const running = (this.running = new AbortController());
    this.failure = undefined;
    this.become("playing");
    do {
      const done = await this.one(this.step, running.signal);
      if (running.signal.aborted) return;
      if (!done) break;
    } while (this.at < this.steps.length && goesOn());
    if (this.running === running) this.running = null;
    if (this.at >= this.steps.length) this.become("done");
    else if (this.state === "playing") this.become("paused");
  }

  private async one(step: S, signal: AbortSignal): Promise<boolean> {
    this.past.set(step.name, "doing");
    this.changed();
    try {
      await this.options.perform(step, signal);
      if (signal.aborted) return this.interrupted(step);
      this.past.set(step.name, "done");
      this.changed();
      await this.sleep(this.options.rest(step), signal);
      this.forward();
      this.changed();
      return true;
    } catch (failure) {
      if (signal.aborted) return this.interrupted(step);
      this.failure = failure;
      this.past.set(step.name, "failed");
      this.become("failed");
      return false;
    }
  }

  /** A step that was done stays done when it is stopped while its caption stands; otherwise it is to be done again. */
  private interrupted(step: S): boolean {
    if (this.past.get(step.name) === "done") this.forward();
    else if (this.past.get(step.name) === "doing") this.past.set(step.name, "todo");
    this.changed();
    return false;
  }

  private forward(): void {
    this.at = Math.min(this.at + 1, this.steps.length);
  }

  private sleep(millis: number, signal: AbortSignal): Promise<void> {
    return (this.options.sleep ?? pausing)(millis, signal);
  }

  private become(state: PlayState): void {
    this.state = state;
    this.changed();
  }
}

/** Waits, unless it is called off; then it fails. */
export function pausing(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const timer = setTimeout(resolve, millis);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    }, { once: true });
  });
}

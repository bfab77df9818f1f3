// Loading something for a view, with the states that every view has designed: loading, ready, failed, offline.
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { Unreachable } from "./api.js";
import "./states.js";

/** A skeleton shows only when loading takes longer than this; anything faster would flicker. */
export const SKELETON_AFTER = 150;

interface Views<T> {
  ready: (value: T) => unknown;
  /** What stands in the place until the value is there; the same size as what follows. */
  skeleton?: () => unknown;
  /** What could not be done, in words: "The products could not be loaded." */
  failed?: string;
}

/**
 * Keeps what one asynchronous call returned, and calls again when its arguments change. While it loads anew the old value
 * stays on the screen; an answer that comes late, after newer arguments, is dropped.
 *
 *     private readonly product = new Resource(this, () => [this.id], (id, signal) => shop.product(id, signal));
 *     render() { return this.product.render({ ready: (product) => html`…`, skeleton: () => html`…` }); }
 */
export class Resource<A extends readonly unknown[], T> implements ReactiveController {
  value: T | undefined;
  failure: unknown;
  loading = false;
  private slow = false;
  private arguments: A | undefined;
  private abort: AbortController | undefined;

  /** @param options `keep`: with these other arguments the old value is still worth showing until the new one is there */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly argumentsNow: () => A,
    private readonly load: (...all: [...A, AbortSignal]) => Promise<T>,
    private readonly options: { readonly keep?: (now: A, before: A) => boolean } = {},
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const now = this.argumentsNow();
    const before = this.arguments;
    if (before && before.length === now.length && before.every((each, index) => Object.is(each, now[index]))) return;
    if (before && !this.options.keep?.(now, before)) this.value = undefined;
    this.arguments = now;
    void this.start(now);
  }

  hostDisconnected(): void {
    this.abort?.abort();
    this.arguments = undefined;
  }

  /** Loads again with the same arguments; the present value stays until the new one is there. */
  reload(): Promise<void> {
    return this.start(this.arguments ?? this.argumentsNow());
  }

  /** Puts a value in place, after an act whose answer carries it. */
  put(value: T): void {
    this.abort?.abort();
    this.loading = false;
    this.failure = undefined;
    this.value = value;
    this.host.requestUpdate();
  }

  render(views: Views<T>): unknown {
    if (this.value !== undefined) {
      return this.failure instanceof Unreachable
        ? html`<kit-offline @retry=${() => this.reload()}></kit-offline>${views.ready(this.value)}`
        : views.ready(this.value);
    }
    if (this.failure !== undefined) return this.failed(views.failed);
    return this.slow ? (views.skeleton?.() ?? html`<kit-skeleton></kit-skeleton>`) : nothing;
  }

  private failed(what: string | undefined): TemplateResult {
    return html`<kit-failed
      .what=${what ?? "This could not be loaded."}
      .failure=${this.failure}
      @retry=${() => this.reload()}
    ></kit-failed>`;
  }

  private async start(given: A): Promise<void> {
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    this.loading = true;
    this.slow = false;
    this.failure = undefined;
    const timer = setTimeout(() => {
      this.slow = true;
      this.host.requestUpdate();
    }, SKELETON_AFTER);
    try {
      const value = await this.load(...given, abort.signal);
      if (!abort.signal.aborted) this.value = value;
    } catch (failure) {
      if (!abort.signal.aborted) this.failure = failure;
    } finally {
      clearTimeout(timer);
      if (!abort.signal.aborted) {
        this.loading = false;
        this.host.requestUpdate();
      }
    }
  }
}

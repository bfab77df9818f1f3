// State outside of components, and the components that show it.
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Something that says when it changed; whoever shows it reads it anew. */
export class Watchable {
  private readonly listeners = new Set<() => void>();

  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  protected changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** Draws its component again whenever one of the things that it shows has changed. */
export class Watching implements ReactiveController {
  private shown: readonly (Watchable | null | undefined)[] = [];
  private stops: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly watched: () => readonly (Watchable | null | undefined)[],
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const now = this.watched();
    if (now.length === this.shown.length && now.every((each, index) => each === this.shown[index])) return;
    this.hostDisconnected();
    this.shown = now;
    this.stops = now.flatMap((each) => (each ? [each.watch(() => this.host.requestUpdate())] : []));
  }

  hostDisconnected(): void {
    this.stops.forEach((stop) => stop());
    this.stops = [];
    this.shown = [];
  }
}

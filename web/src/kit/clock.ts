// Time in a view: a present that moves on by itself, and patience before a skeleton.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { SKELETON_AFTER } from "./resource.js";

/** Draws its component again every `millis`, so that what depends on the time stays true. */
export class Clock implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly millis: number,
  ) {
    host.addController(this);
  }

  get now(): number {
    return Date.now();
  }

  hostConnected(): void {
    this.timer = setInterval(() => this.host.requestUpdate(), this.millis);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}

/** Over once its component has been on the page for as long as anybody waits without a sign. */
export class Patience implements ReactiveController {
  over = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.restart();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  restart(): void {
    this.over = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.over = true;
      this.host.requestUpdate();
    }, SKELETON_AFTER);
  }
}

export function later(host: ReactiveControllerHost): Patience {
  return new Patience(host);
}

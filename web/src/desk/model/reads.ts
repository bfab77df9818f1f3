// How far this account has read each conversation, on this machine.
import type { Shelf } from "./drafts.js";

const KEPT = 500;

export class Reads {
  private readonly known: Map<string, number>;

  constructor(
    private readonly shelf: Shelf,
    private readonly account: number,
  ) {
    this.known = new Map(this.kept());
  }

  /** The last seq that was on the screen; 0 when never opened. */
  of(conversation: string): number {
    return this.known.get(conversation) ?? 0;
  }

  read(conversation: string, seq: number): void {
    this.known.delete(conversation); // the latest stands last, so that the oldest can be forgotten first
    this.known.set(conversation, seq);
    try {
      this.shelf.setItem(this.place, JSON.stringify([...this.known].slice(-KEPT)));
    } catch {
      // kept in memory
    }
  }

  private kept(): [string, number][] {
    try {
      return JSON.parse(this.shelf.getItem(this.place) ?? "[]") as [string, number][];
    } catch {
      return [];
    }
  }

  private get place(): string {
    return `outfitter.read.${this.account}`;
  }
}

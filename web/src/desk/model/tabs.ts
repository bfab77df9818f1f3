// The conversations that are open side by side, and which of them is in front. They stay open across a reload.
import type { Shelf } from "./drafts.js";

const MOST = 12;

export class Tabs {
  all: readonly string[];
  current: string | null = null;

  constructor(
    private readonly shelf: Shelf,
    private readonly account: number,
  ) {
    this.all = this.kept();
  }

  /** Brings `id` to the front, and opens it last in the row when it is new. */
  open(id: string): void {
    this.current = id;
    if (!this.all.includes(id)) this.keep([...this.all, id].slice(-MOST));
  }

  /** Closes `id`; its neighbour comes to the front when it stood there. */
  close(id: string): void {
    const at = this.all.indexOf(id);
    if (at < 0) return;
    const left = this.all.filter((each) => each !== id);
    if (this.current === id) this.current = left[Math.min(at, left.length - 1)] ?? null;
    this.keep(left);
  }

  /** `into` takes the place of `id`, because the one goes on in the other. */
  replace(id: string, into: string): void {
    if (this.current === id) this.current = into;
    this.keep([...new Set(this.all.map((each) => (each === id ? into : each)))]);
  }

  /** The one after (1) or before (-1) the one in front, around the end. */
  beside(by: 1 | -1): string | null {
    if (this.all.length === 0) return null;
    const at = this.current === null ? -1 : this.all.indexOf(this.current);
    if (at < 0) return this.all[by === 1 ? 0 : this.all.length - 1] ?? null;
    return this.all[(at + by + this.all.length) % this.all.length] ?? null;
  }

  private keep(all: readonly string[]): void {
    this.all = all;
    try {
      this.shelf.setItem(this.place, JSON.stringify(all));
    } catch {
      // kept in memory
    }
  }

  private kept(): string[] {
    try {
      const kept: unknown = JSON.parse(this.shelf.getItem(this.place) ?? "[]");
      return Array.isArray(kept) ? kept.map(String).slice(-MOST) : [];
    } catch {
      return [];
    }
  }

  private get place(): string {
    return `outfitter.open.${this.account}`;
  }
}

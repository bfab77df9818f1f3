import type { CardRef, Money } from "./wire.js";

/** A card that waits in the composer: what will be sent, and what the agent sees of it. */
export interface DraftCard extends CardRef {
  readonly title: string;
  readonly price?: Money | null;
  readonly picture?: string | null;
  readonly size?: string | null;
}

/** What somebody has typed for one conversation and not yet sent. */
export interface Draft {
  readonly text: string;
  readonly note: string;
  readonly mode: "reply" | "note";
  readonly cards: readonly DraftCard[];
}

export const EMPTY: Draft = { text: "", note: "", mode: "reply", cards: [] };

/** What is used of `localStorage`. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Keeps each conversation's draft, for one account, across reloads. A full or forbidden shelf costs only the reload. */
export class Drafts {
  private readonly known = new Map<string, Draft>();

  constructor(
    private readonly shelf: Shelf,
    private readonly account: number,
  ) {}

  of(conversation: string): Draft {
    const known = this.known.get(conversation);
    if (known) return known;
    const read = this.read(conversation);
    this.known.set(conversation, read);
    return read;
  }

  change(conversation: string, change: Partial<Draft>): Draft {
    const next = { ...this.of(conversation), ...change };
    this.known.set(conversation, next);
    try {
      if (isBlank(next) && next.mode === "reply") this.shelf.removeItem(this.key(conversation));
      else this.shelf.setItem(this.key(conversation), JSON.stringify(next));
    } catch {
      // kept in memory; only a reload would lose it
    }
    return next;
  }

  /** Puts `card` in, unless it is there already. */
  add(conversation: string, card: DraftCard): Draft {
    const { cards } = this.of(conversation);
    if (cards.some((each) => each.product === card.product)) return this.of(conversation);
    return this.change(conversation, { cards: [...cards, card], mode: "reply" });
  }

  remove(conversation: string, product: string): Draft {
    return this.change(conversation, { cards: this.of(conversation).cards.filter((each) => each.product !== product) });
  }

  /** What was typed for `from` goes on in `into`, before what stands there already. */
  move(from: string, into: string): void {
    const one = this.of(from);
    const other = this.of(into);
    if (isBlank(one)) return;
    const text = [one.text, other.text].filter(Boolean).join("\n");
    const note = [one.note, other.note].filter(Boolean).join("\n");
    this.change(into, { text, note, mode: one.mode, cards: [...one.cards, ...other.cards] });
    this.change(from, EMPTY);
  }

  has(conversation: string): boolean {
    return !isBlank(this.of(conversation));
  }

  private read(conversation: string): Draft {
    try {
      const kept = this.shelf.getItem(this.key(conversation));
      return kept ? { ...EMPTY, ...(JSON.parse(kept) as Partial<Draft>) } : EMPTY;
    } catch {
      return EMPTY;
    }
  }

  private key(conversation: string): string {
    return `outfitter.draft.${this.account}.${conversation}`;
  }
}

export function isBlank(draft: Draft): boolean {
  return draft.text.trim() === "" && draft.note.trim() === "" && draft.cards.length === 0;
}

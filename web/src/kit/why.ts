// "Why not this product?": what the server answers, for the studio and the desk.

/** What one signal says: its share of what the best candidate has, and what that adds to the score. */
export interface Term {
  readonly signal: string;
  readonly share: number;
  readonly weight: number;
}

/** In so many of `with`'s orders it was, too. */
export interface Together {
  readonly with: string;
  readonly orders: number;
  readonly of: number;
  readonly declined: number;
}

export interface Why {
  readonly product: string;
  readonly list: string;
  /** "shown", "rule", "further-down", "sold-out", "instead" … */
  readonly verdict: string;
  /** In one sentence, without a capital or a full stop. */
  readonly answer: string;
  /** As one may say it to a customer. */
  readonly aloud: string;
  readonly place?: number | null;
  /** By the ranking alone, among `of` candidates. */
  readonly rankedAt?: number | null;
  readonly of: number;
  readonly movedBy?: string | null;
  readonly moved: number;
  readonly excludedBy?: string | null;
  /** The id of whichever of the two rules there is. */
  readonly rule?: string | null;
  readonly evidence: readonly string[];
  readonly terms: readonly Term[];
  readonly together: readonly Together[];
  readonly anchors: readonly string[];
}

/** "not shown: it is sold out" as a sentence: "Not shown: it is sold out." */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

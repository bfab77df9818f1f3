// What the API says of the ranking, by its names there.
import type { ListName } from "./wire.js";

/** What came of learning from what was chosen of one list. */
export interface Chosen {
  readonly list: ListName;
  readonly choices: number;
  /** With fewer nothing is learned from them. */
  readonly needed: number;
  readonly enough: boolean;
  readonly used: boolean;
  /** By how much the mean of 1 / place of what was chosen rose on those held out, and its standard error. */
  readonly gain: number;
  readonly error: number;
}

export interface Report {
  readonly at: string;
  readonly used: boolean;
  readonly choices: number;
  /** Share of what was held out that was among the first ten. */
  readonly hits: number;
  readonly bestSignalHits: number;
  readonly bestSignal: string;
  readonly source: "orders" | "impressions";
  readonly chosen: readonly Chosen[];
  readonly verdict: string;
}

/** One time that the ranking learned. */
export interface Lesson {
  /** None at night, or when the account is gone. */
  readonly by?: string | null;
  readonly seconds: number;
  readonly orders: number;
  readonly report: Report;
}

export type Stage = "reading" | "counting" | "weighing" | "deciding";

/** How the ranking stands. */
export interface Standing {
  readonly orders: number;
  /** None while the plain counts rank. */
  readonly live?: Report | null;
  readonly last?: Report | null;
  readonly learning?: { readonly stage: Stage; readonly since: string } | null;
  readonly next?: string | null;
  /** Newest first. */
  readonly lessons: readonly Lesson[];
  readonly looks: { readonly visits: number; readonly at?: string | null; readonly used: boolean; readonly verdict?: string | null };
}

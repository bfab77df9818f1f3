// What the training room's API says, by its names there.

export type Did = "answered" | "asked-back" | "handed-over" | "waited";
export type Which = "to-look-at" | "corrected" | "all";

export interface Reading {
  readonly intent: string;
  readonly probability: number;
}

export interface Correction {
  /** Null when nothing is to be learned from the message. */
  readonly intent?: string | null;
  readonly by?: string | null;
  readonly at: string;
}

/** Something that a customer wrote; marks such as `_mail_` stand where it told who wrote it. */
export interface Message {
  readonly id: number;
  readonly at: string;
  readonly text: string;
  readonly readings: readonly Reading[];
  readonly did: Did;
  readonly routine?: string | null;
  readonly version?: number | null;
  readonly doubtful: boolean;
  /** Why the bot did not act upon the first reading. */
  readonly doubt?: string | null;
  readonly correction?: Correction | null;
}

export interface MessagePage {
  readonly messages: readonly Message[];
  readonly more: boolean;
  readonly toLookAt: number;
  readonly corrected: number;
}

export interface Meaning {
  readonly intent: string;
  readonly means: string;
  readonly not: string;
}

export interface Confusion {
  readonly intent: string;
  readonly readAs: string;
  readonly times: number;
  readonly examples: readonly string[];
}

export interface Figures {
  readonly known: number;
  readonly unknown: number;
  readonly accuracy: number;
  readonly unknownRecall: number;
  readonly calibrationError: number;
  readonly slowestMillis: number;
  readonly lessons: number;
  readonly lessonsRight: number;
  readonly confused: readonly Confusion[];
}

export type Measure = "accuracy" | "unknown-recall" | "calibration-error" | "slowest-millis" | "lessons-right";

export interface Check {
  readonly measure: Measure;
  readonly before: number;
  readonly after: number;
  readonly bound: number;
  readonly passed: boolean;
}

export interface Verdict {
  readonly passed: boolean;
  readonly sentence: string;
  readonly checks: readonly Check[];
}

export interface Version {
  readonly id: number;
  readonly state: "live" | "past" | "refused" | "gone";
  readonly ofBuild: boolean;
  readonly at: string;
  readonly by?: string | null;
  readonly lessons: number;
  readonly seconds: number;
  readonly figures: Figures;
  readonly verdict?: Verdict | null;
}

export interface TrainingJob {
  readonly id: string;
  readonly state: "running" | "done" | "failed";
  readonly stage: "corrections" | "training" | "judging" | "deciding";
  readonly share: number;
  readonly startedAt: string;
  readonly by?: string | null;
  readonly version?: number | null;
  readonly problem?: string | null;
}

export interface Bound {
  readonly measure: Measure;
  readonly bound: number;
  /** Whether more is better. */
  readonly least: boolean;
}

export interface Overview {
  /** Null while the build's own model is being judged for the first time. */
  readonly live?: Version | null;
  readonly fresh: number;
  readonly otherBuild: boolean;
  readonly job?: TrainingJob | null;
  readonly versions: readonly Version[];
  readonly bounds: readonly Bound[];
  readonly misread: readonly Confusion[];
}

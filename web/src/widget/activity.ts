// What travels by Direct Line, as far as the widget reads it. Names are Microsoft's; ours are below `channelData.outfitter`.
import type { ProductCard, Variant } from "../kit/shop.js";

export interface Activity {
  readonly type: "message" | "typing" | "event" | (string & {});
  readonly id?: string;
  readonly timestamp?: string;
  readonly from?: { readonly id?: string; readonly name?: string; readonly role?: string };
  readonly text?: string;
  readonly suggestedActions?: { readonly actions?: readonly Action[] };
  readonly attachments?: readonly Attachment[];
  /** Of an event: which. */
  readonly name?: string;
  /** Of an event: what it says. */
  readonly value?: unknown;
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly outfitter?: { readonly author?: { readonly kind?: string; readonly name?: string } };
  };
}

export interface Action {
  readonly type: string;
  readonly title: string;
  readonly value?: string;
}

export interface Attachment {
  readonly contentType: string;
  readonly content?: HeroCard;
}

export interface HeroCard {
  readonly title?: string;
  readonly subtitle?: string;
  readonly text?: string;
  readonly images?: readonly { readonly url: string }[];
  readonly buttons?: readonly Action[];
  /** Ours: the product itself, so that it can be chosen and bought in the chat. */
  readonly product?: ChatProduct;
}

export interface ChatProduct extends ProductCard {
  readonly variants?: readonly Variant[];
  /** The variant meant: in the customer's size, when that is known. */
  readonly sku?: string;
  readonly note?: string;
  /** The impression it came from, to be given back when it is bought. */
  readonly suggestion?: string;
}

/** Who answers now: value of the event `outfitter/holder`. */
export interface Holding {
  readonly holder: "bot" | "waiting" | "claimed";
  readonly agent?: string;
  readonly position?: number | null;
  readonly promiseMinutes?: number | null;
}

/** What one frame of the stream holds. */
export interface Frame {
  readonly activities?: readonly Activity[];
  readonly watermark?: string;
}

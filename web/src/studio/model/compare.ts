// The live list and the draft side by side: what moved, what came, what went.

export interface Placed {
  readonly product: string;
}

export type Move =
  | { readonly kind: "same" }
  | { readonly kind: "up" | "down"; readonly by: number }
  | { readonly kind: "new" }
  | { readonly kind: "gone" };

/** What becomes of each product of `draft`, by its handle, compared with `live`. */
export function moves(live: readonly Placed[], draft: readonly Placed[]): ReadonlyMap<string, Move> {
  const before = new Map(live.map((item, index) => [item.product, index]));
  return new Map(
    draft.map((item, index): [string, Move] => {
      const was = before.get(item.product);
      if (was === undefined) return [item.product, { kind: "new" }];
      if (was === index) return [item.product, { kind: "same" }];
      return [item.product, was > index ? { kind: "up", by: was - index } : { kind: "down", by: index - was }];
    }),
  );
}

/** Products of `live` that `draft` no longer shows. */
export function gone(live: readonly Placed[], draft: readonly Placed[]): ReadonlySet<string> {
  const after = new Set(draft.map((item) => item.product));
  return new Set(live.map((item) => item.product).filter((product) => !after.has(product)));
}

/** `list` with `item` at `at` (from 0), wherever it stood before. */
export function putAt<T>(list: readonly T[], item: T, at: number): readonly T[] {
  const rest = list.filter((each) => each !== item);
  return [...rest.slice(0, at), item, ...rest.slice(at)];
}

/** `list` with the one at `from` put at `to` (from 0): what the hand sees before the server has answered. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined || from === to) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

// Choosing one variant of a product: which colours and sizes there are, and what can be had of them.
import type { Variant } from "./shop.js";

/** A product as far as choosing goes; `sku` names the variant meant beforehand. */
export interface Choosable {
  readonly variants?: readonly Variant[];
  readonly sku?: string;
}

export interface Chosen {
  readonly colour: string;
  readonly size: string;
}

export interface Option {
  readonly name: string;
  /** The colour's code; empty for a size. */
  readonly code: string;
  readonly stock: Variant["stock"];
}

/** What is chosen before the customer does: the variant meant, else the first colour that can be had, and a size if there is but one. */
export function firstChoice(product: Choosable): Chosen {
  const variants = product.variants ?? [];
  const meant = variants.find((each) => each.sku === product.sku);
  if (meant) return { colour: meant.colour ?? "", size: meant.size ?? "" };
  const colour = (variants.find((each) => each.stock !== "out") ?? variants[0])?.colour ?? "";
  const all = sizes(product, colour);
  return { colour, size: all.length === 1 ? (all[0]?.name ?? "") : "" };
}

export function colours(product: Choosable): readonly Option[] {
  return options(product.variants ?? [], (each) => each.colour ?? "", (each) => each.colourCode ?? "");
}

export function sizes(product: Choosable, colour: string): readonly Option[] {
  const inColour = (product.variants ?? []).filter((each) => (each.colour ?? "") === colour);
  return options(inColour, (each) => each.size ?? "", () => "");
}

/** The variant that a choice names, when it is complete. */
export function variantOf(product: Choosable, chosen: Chosen): Variant | undefined {
  return (product.variants ?? []).find((each) => (each.colour ?? "") === chosen.colour && (each.size ?? "") === chosen.size);
}

/** Another colour, in the same size where it exists. */
export function inColour(product: Choosable, chosen: Chosen, colour: string): Chosen {
  const exists = sizes(product, colour);
  const only = exists.length === 1 ? (exists[0]?.name ?? "") : "";
  return { colour, size: exists.some((each) => each.name === chosen.size) ? chosen.size : only };
}

/** Whether the price depends on the variant. */
export function pricesDiffer(product: Choosable): boolean {
  const first = product.variants?.[0]?.price;
  return (product.variants ?? []).some((each) => each.price.minor !== first?.minor);
}

/** Options in the order of the variants; one is in stock as soon as one of its variants is. */
function options(variants: readonly Variant[], nameOf: (variant: Variant) => string, codeOf: (variant: Variant) => string): readonly Option[] {
  const found = new Map<string, Option>();
  for (const each of variants) {
    const name = nameOf(each);
    const before = found.get(name)?.stock ?? "out";
    const better = before === "in" || each.stock === "in" ? "in" : before === "low" || each.stock === "low" ? "low" : "out";
    found.set(name, { name, code: codeOf(each), stock: better });
  }
  return [...found.values()];
}

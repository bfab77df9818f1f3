// What the widget says, one file a language. A sentence may hold {slots}; one that counts has a form for each of the
// language's plural classes.
import en from "./en.json";

export type Texts = typeof en;
type Counted = Partial<Record<Intl.LDMLPluralRule, string>>;

const languages: Record<string, Texts> = { en };

/** The texts for a language tag such as "de-AT": that language's, or English. */
export function textsFor(tag: string): Texts {
  return languages[tag.toLowerCase().split("-")[0] ?? ""] ?? en;
}

/** Puts values into a sentence's slots. */
export function fill(text: string, slots: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => String(slots[name] ?? slot));
}

/** The form of a counting sentence that fits, filled. */
export function counted(forms: Counted, count: number, tag: string, slots: Record<string, string | number> = {}): string {
  const form = forms[new Intl.PluralRules(tag).select(count)] ?? forms.other ?? "";
  return fill(form, { count, ...slots });
}

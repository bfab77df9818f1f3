// What the palette finds: acts, conversations, customers, the best match of each group first.

export interface Choice {
  readonly id: string;
  readonly group: "Acts" | "Conversations" | "Customers";
  readonly label: string;
  readonly about?: string;
  /** The key that does the same, as it is shown. */
  readonly key?: string;
  /** Opened when chosen. */
  readonly conversation?: string;
}

export interface Found {
  readonly heading: Choice["group"];
  readonly choices: readonly Choice[];
}

const MOST = 7;
const GROUPS = ["Conversations", "Customers", "Acts"] as const;

/** `known` is searched here; `customers` have been found by the server already. A conversation is not named twice. */
export function find(text: string, known: readonly Choice[], customers: readonly Choice[]): readonly Found[] {
  const wanted = text.trim().toLowerCase();
  const matching = known
    .map((choice) => ({ choice, score: score(wanted, choice) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ choice }) => choice);
  const open = new Set(matching.flatMap((choice) => (choice.conversation ? [choice.conversation] : [])));
  const all = [...matching, ...customers.filter((choice) => !open.has(choice.conversation ?? ""))];
  return GROUPS.map((heading) => ({ heading, choices: all.filter((choice) => choice.group === heading).slice(0, MOST) })).filter(
    ({ choices }) => choices.length > 0,
  );
}

/** 3 for a beginning, 2 for the beginning of a word, 1 for its letters in order; 0 for no match. */
export function score(wanted: string, choice: Pick<Choice, "label" | "about">): number {
  if (wanted === "") return 1;
  const label = choice.label.toLowerCase();
  if (label.startsWith(wanted)) return 3;
  if (`${label} ${(choice.about ?? "").toLowerCase()}`.split(/\s+/).some((word) => word.startsWith(wanted))) return 2;
  return wanted.length > 2 && inOrder(wanted, label) ? 1 : 0;
}

function inOrder(wanted: string, text: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

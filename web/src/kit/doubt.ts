/** Why the bot did not act upon what it read first, in words for staff. */
const WORDS: Readonly<Record<string, string>> = {
  "too-short": "There is no word in it",
  "other-language": "It is in another language",
  "unknown-words": "Hardly any of its words was ever taught",
  "none-of-ours": "It is like none of our matters",
  "several-readings": "Several of our matters are about as likely",
};

/** The sentence for a doubt as it is stored; empty where there was none. */
export function doubtWords(doubt: string | null | undefined): string {
  return doubt ? (WORDS[doubt] ?? "") : "";
}

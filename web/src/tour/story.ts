// The story that the tour plays, as data: who does what, what it shows, and when the next step may come.
//
// The customer speaks by Direct Line and the shop's API; agent and merchandiser act in their own pages. Each step waits for
// what the server says came of it, so that the story is true or stops. The browser test plays the same steps; it finds them on
// the page by `data-step` and their state by `data-state`.

export type FrameName = "phone" | "desk" | "studio";

/** What is done. */
export type Act =
  /** The customer writes. */
  | { readonly do: "say"; readonly text: string }
  /** The customer presses the bot's first button, as long as it asks. */
  | { readonly do: "answer" }
  /** The customer puts the card that came last into the cart. */
  | { readonly do: "add-to-cart" }
  /** The conversation comes to the front of the desk. */
  | { readonly do: "open" }
  | { readonly do: "claim" }
  | { readonly do: "reply"; readonly text: string }
  | { readonly do: "close-problem"; readonly how: string }
  /** The key that puts the first suggestion into the composer. */
  | { readonly do: "insert" }
  | { readonly do: "solve" }
  /** The studio shows the product that the suggestions start from. */
  | { readonly do: "find" }
  /** The lowest product of its list is pinned to the top. */
  | { readonly do: "pin" }
  | { readonly do: "publish"; readonly note: string }
  /** Nothing but looking. */
  | { readonly do: "look" };

/** What must have happened before the step counts as done. */
export type Until =
  /** The customer has read a new message: of the bot, of a person, with a card. */
  | { readonly heard: "bot" | "agent" | "card" }
  | { readonly holder: "bot" | "waiting" | "claimed" | "ended" }
  | { readonly suggestions: "held" | "alive" | "ruled" }
  /** The desk has a new entry of this kind. */
  | { readonly entry: string }
  /** The composer holds a card. */
  | { readonly composer: "card" }
  | { readonly studio: "product" | "pinned" | "published" }
  | null;

export interface Step {
  /** Stable: tests and links use it. */
  readonly name: string;
  readonly title: string;
  readonly frame: FrameName;
  /** What to see, for whoever sees it for the first time. */
  readonly caption: string;
  readonly act: Act;
  readonly until: Until;
}

export const STORY: readonly Step[] = [
  {
    name: "order-question",
    title: "Where is my order?",
    frame: "phone",
    caption: "A signed-in customer asks where her parcel is. The bot may tell her, because the shop vouches for who she is.",
    act: { do: "say", text: "Hi, where is my order?" },
    until: { heard: "bot" },
  },
  {
    name: "order-answer",
    title: "Settled by the bot",
    frame: "desk",
    caption: "The desk shows the same turn. “Why?” opens what the bot understood, how sure it was, and what was proved.",
    act: { do: "open" },
    until: { entry: "bot-message" },
  },
  {
    name: "damaged",
    title: "Something is damaged",
    frame: "phone",
    caption: "The next matter is none for a bot: something arrived damaged. It asks what and which order, so that nobody asks twice.",
    act: { do: "say", text: "My jacket arrived damaged, the zip is broken" },
    until: { heard: "bot" },
  },
  {
    name: "handoff",
    title: "To a person",
    frame: "phone",
    caption: "She answers, and is told her place in the queue. Phone and desk learn of it from the same commit.",
    act: { do: "answer" },
    until: { holder: "waiting" },
  },
  {
    name: "claim",
    title: "An agent claims it",
    frame: "desk",
    caption: "The first to claim has it. From now on the bot is silent.",
    act: { do: "claim" },
    until: { holder: "claimed" },
  },
  {
    name: "briefing",
    title: "Briefed at a glance",
    frame: "desk",
    caption: "Who she is, what she wants, what the bot tried; each line leads to its entry. Suggestions stay grey: nothing is sold while a problem is open.",
    act: { do: "look" },
    until: { suggestions: "held" },
  },
  {
    name: "reply",
    title: "A person answers",
    frame: "desk",
    caption: "The agent does not have to ask anything again.",
    act: { do: "reply", text: "Hello, I am sorry about the zip. A new jacket leaves today; keep the other one until it is there." },
    until: { heard: "agent" },
  },
  {
    name: "solve-problem",
    title: "Put right",
    frame: "desk",
    caption: "The problem is closed, and the suggestions come alive.",
    act: { do: "close-problem", how: "Replaced" },
    until: { suggestions: "alive" },
  },
  {
    name: "wish",
    title: "One more wish",
    frame: "phone",
    caption: "Now she asks for something herself.",
    act: { do: "say", text: "Thank you! What goes well with the jacket?" },
    until: { entry: "customer-message" },
  },
  {
    name: "insert",
    title: "Alt 1",
    frame: "desk",
    caption: "One key puts the first suggestion into the composer as a card. Its reason can be said aloud.",
    act: { do: "insert" },
    until: { composer: "card" },
  },
  {
    name: "send",
    title: "Sent as a card",
    frame: "desk",
    caption: "Sending checks price and stock once more.",
    act: { do: "reply", text: "Many customers take this with it:" },
    until: { heard: "card" },
  },
  {
    name: "cart",
    title: "Into the cart",
    frame: "phone",
    caption: "She puts it into her cart; the desk sees it at once.",
    act: { do: "add-to-cart" },
    until: { entry: "cart-changed" },
  },
  {
    name: "find",
    title: "In the studio",
    frame: "studio",
    caption: "A merchandiser looks at the same product: what goes with it, why, and what is a step up.",
    act: { do: "find" },
    until: { studio: "product" },
  },
  {
    name: "pin",
    title: "Pinned to the top",
    frame: "studio",
    caption: "The last of the list is pinned to the first place. Live and draft stand side by side.",
    act: { do: "pin" },
    until: { studio: "pinned" },
  },
  {
    name: "publish",
    title: "Published with a note",
    frame: "studio",
    caption: "Publishing needs a reason; one click would undo it.",
    act: { do: "publish", note: "First in the list while the season lasts" },
    until: { studio: "published" },
  },
  {
    name: "effect",
    title: "The next suggestion shows it",
    frame: "desk",
    caption: "At her next word the agent's suggestions show the pinned product, with the rule's name beside it.",
    act: { do: "say", text: "Is there anything else I should look at?" },
    until: { suggestions: "ruled" },
  },
  {
    name: "solve",
    title: "Solved",
    frame: "desk",
    caption: "The episode ends, the conversation never does: her next message, on any channel, continues it.",
    act: { do: "solve" },
    until: { holder: "ended" },
  },
];

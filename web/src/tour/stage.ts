// The three frames that the tour shows, and the way into their pages. All are of our own origin.
import type { Desk } from "../desk/model/desk.js";
import type { Studio } from "../studio/model/studio.js";
import type { OutfitterChat } from "../widget/chat.js";
import { pausing } from "./player.js";
import type { FrameName } from "./story.js";

const LOOK_EVERY_MILLIS = 50;
const READY_MILLIS = 15_000;

const NAMES: Readonly<Record<FrameName, string>> = { phone: "The phone", desk: "The desk", studio: "The studio" };

export class Stage {
  constructor(private readonly frame: (name: FrameName) => HTMLIFrameElement | null) {}

  /** The desk's own state, once its page stands. */
  desk(signal: AbortSignal): Promise<Desk> {
    return this.page("desk", signal, (page) => page.querySelector<HTMLElement & { desk?: Desk }>("desk-app")?.desk ?? null);
  }

  studio(signal: AbortSignal): Promise<Studio> {
    return this.page("studio", signal, (page) => page.querySelector<HTMLElement & { studio?: Studio }>("studio-app")?.studio ?? null);
  }

  /** The chat on the phone, opened. */
  chat(signal: AbortSignal): Promise<OutfitterChat> {
    return this.page("phone", signal, (page) => {
      const chat = deep(page.body, "outfitter-chat") as OutfitterChat | null;
      if (typeof chat?.show !== "function") return null;
      chat.show();
      return chat;
    });
  }

  /** Shows `address` in a frame; a change of the part after # does not load it anew. */
  go(name: FrameName, address: string): void {
    const frame = this.frame(name);
    const there = frame?.contentWindow?.location;
    if (!frame || !there) return;
    const [path, hash] = address.split("#");
    if (hash !== undefined && there.pathname === path) there.hash = hash;
    else frame.src = address;
  }

  /** Presses a key in a frame. */
  press(name: FrameName, key: KeyboardEventInit): void {
    const page = this.frame(name)?.contentWindow as (Window & typeof globalThis) | null | undefined;
    page?.dispatchEvent(new page.KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...key }));
  }

  /** Tells a frame's page that something happened. */
  tell(name: FrameName, event: string): void {
    const page = this.frame(name)?.contentWindow as (Window & typeof globalThis) | null | undefined;
    page?.document.dispatchEvent(new page.CustomEvent(event));
  }

  private async page<T>(name: FrameName, signal: AbortSignal, find: (page: Document) => T | null): Promise<T> {
    const until = Date.now() + READY_MILLIS;
    while (Date.now() < until) {
      const page = this.frame(name)?.contentDocument;
      const found = page ? find(page) : null;
      if (found) return found;
      await pausing(LOOK_EVERY_MILLIS, signal);
    }
    throw new Error(`${NAMES[name]} does not show its page.`);
  }
}

/** The first element that fits, also inside shadow roots. */
function deep(root: ParentNode | null, selector: string): Element | null {
  if (!root) return null;
  const here = root.querySelector(selector);
  if (here) return here;
  for (const each of root.querySelectorAll("*")) {
    const inside = each.shadowRoot ? deep(each.shadowRoot, selector) : null;
    if (inside) return inside;
  }
  return null;
}

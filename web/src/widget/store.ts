// What a browser keeps between two pages: who the visitor is, what was said last, and how far it was read.
//
// Everything lies in localStorage, shared by the tabs; a browser that refuses storage gets a widget that forgets with the page. What is on its
// way lies in sessionStorage, because it belongs to the tab that sends it.
import type { Message } from "./transcript.js";

export interface Visitor {
  readonly visitor: string;
  /** Who was signed in, empty for an anonymous visitor. Nobody else may see what this visitor said. */
  readonly subject: string;
}

export interface Seen {
  readonly visitor: string;
  readonly watermark: string;
  readonly messages: readonly Message[];
}

export class Store {
  private readonly memory = new Map<string, unknown>();

  /** @param site distinguishes several servers on one page's origin */
  constructor(private readonly site: string) {}

  get visitor(): Visitor | undefined {
    return this.read("visitor", local);
  }

  set visitor(visitor: Visitor | undefined) {
    this.write("visitor", visitor, local);
  }

  get seen(): Seen | undefined {
    return this.read("seen", local);
  }

  set seen(seen: Seen | undefined) {
    this.write("seen", seen, local);
  }

  /** The newest message that the customer has looked at. */
  get lastRead(): string {
    return this.read<string>("read", local) ?? "";
  }

  set lastRead(id: string | undefined) {
    this.write("read", id, local);
  }

  get pending(): readonly Message[] {
    return this.read<readonly Message[]>("pending", session) ?? [];
  }

  set pending(messages: readonly Message[]) {
    this.write("pending", messages.length ? messages : undefined, session);
  }

  /** Whether the panel stood open in this tab. */
  get open(): boolean {
    return this.read<boolean>("open", session) ?? false;
  }

  set open(open: boolean) {
    this.write("open", open || undefined, session);
  }

  forget(): void {
    this.visitor = undefined;
    this.seen = undefined;
    this.lastRead = undefined;
    this.pending = [];
  }

  /** Calls back when another tab changed something: 'visitor', 'seen' or 'read'. */
  watch(changed: (what: string) => void): () => void {
    const listener = (event: StorageEvent) => {
      if (event.key === null) changed("visitor");
      else if (event.key.startsWith(this.key(""))) changed(event.key.slice(this.key("").length));
    };
    addEventListener("storage", listener);
    return () => removeEventListener("storage", listener);
  }

  private key(name: string): string {
    return `outfitter ${this.site} ${name}`;
  }

  private read<T>(name: string, from: () => Storage): T | undefined {
    try {
      const text = from().getItem(this.key(name));
      return text === null ? (this.memory.get(name) as T | undefined) : (JSON.parse(text) as T);
    } catch {
      return this.memory.get(name) as T | undefined;
    }
  }

  private write(name: string, value: unknown, to: () => Storage): void {
    this.memory.delete(name);
    try {
      if (value === undefined) to().removeItem(this.key(name));
      else to().setItem(this.key(name), JSON.stringify(value));
    } catch {
      this.memory.set(name, value); // storage is full or forbidden: remembered as long as the page lives
    }
  }
}

const local = () => localStorage;
const session = () => sessionStorage;

// What each key and each act of the palette does.
import type { Asked } from "../model/keys.js";
import type { Desk, Step } from "../model/desk.js";
import type { OpenProblem } from "../model/wire.js";
import type { DeskConversation } from "./conversation.js";
import type { DeskPanel } from "./panel.js";
import type { DeskQueue } from "./queue.js";

/** The column that a narrow screen shows. */
export type Pane = "queue" | "conversation" | "panel";

/** What there is to act on: the desk's page, as far as keys reach it. */
export interface Reach {
  readonly desk: Desk;
  readonly queue: DeskQueue | null;
  readonly conversation: DeskConversation | null;
  readonly panel: DeskPanel | null;
  readonly updateComplete: Promise<boolean>;
  pane: Pane;
  /** Whether a wide screen shows the assist panel, too. */
  assisted: boolean;
  overlay: "palette" | "help" | null;
  open(conversation: string): void;
  /** Brings the cursor into the composer. */
  write(): void;
  problem(problem: OpenProblem | null): void;
}

export class Acting {
  constructor(private readonly app: Reach) {}

  /** Does it; false when there is nothing that it could be done to. */
  act({ id, place = 1 }: Asked): boolean {
    const { app } = this;
    const { desk } = app;
    switch (id) {
      case "palette":
      case "help":
        app.overlay = app.overlay === id ? null : id;
        return true;
      case "panel":
        app.assisted = !app.assisted;
        return true;
      case "down":
        return this.inQueue(1);
      case "up":
        return this.inQueue(-1);
      case "take-first":
        return this.first();
      case "next-tab":
        desk.step(1);
        return true;
      case "previous-tab":
        desk.step(-1);
        return true;
      default:
        return desk.current !== null && this.here(id, place, desk.current.id);
    }
  }

  /** Acts on the conversation in front. */
  private here(id: Asked["id"], place: number, conversation: string): boolean {
    const { app } = this;
    const { desk } = app;
    switch (id) {
      case "claim":
      case "solve":
      case "release":
      case "return-to-bot":
        return this.step(id, conversation);
      case "close-tab":
        desk.close(conversation);
        return true;
      case "open-problem":
        app.problem(null);
        return true;
      case "close-problem": {
        const first = desk.current?.panel?.problems[0];
        if (first) app.problem(first);
        return first !== undefined;
      }
      case "reply":
        app.write();
        return true;
      case "note":
        app.pane = "conversation";
        app.conversation?.composer?.toggle();
        return true;
      case "why":
        return app.conversation?.stream?.why() ?? false;
      case "latest":
        app.conversation?.stream?.latest();
        return true;
      case "suggestions":
        app.assisted = true;
        app.pane = "panel";
        void app.updateComplete.then(() => app.panel?.suggestions?.focus());
        return true;
      case "insert":
        app.panel?.suggestions?.insert(place);
        return true;
      case "decline":
        app.panel?.suggestions?.decline(place);
        return true;
      default:
        return false;
    }
  }

  private step(step: Step, conversation: string): boolean {
    const { desk } = this.app;
    const possible = step === "claim" ? desk.mayClaim(conversation) : desk.isMine(conversation);
    if (possible) void desk.take(step, conversation);
    return possible;
  }

  private inQueue(by: 1 | -1): boolean {
    this.app.pane = "queue";
    this.app.queue?.move(by);
    return true;
  }

  private first(): boolean {
    const first = this.app.desk.groups.waiting[0];
    if (!first) return false;
    this.app.open(first.conversation);
    void this.app.desk.take("claim", first.conversation);
    return true;
  }
}

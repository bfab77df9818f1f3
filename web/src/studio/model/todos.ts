// What agents said does not go together, for a merchandiser to settle with one click.
import { Api, Problem } from "../../kit/api.js";
import { Watchable } from "../../kit/watch.js";
import type { Studio } from "./studio.js";
import type { ListName } from "./wire.js";

interface Named {
  readonly id: string;
  readonly title: string;
}

export interface Todo {
  readonly id: number;
  readonly anchor: Named;
  readonly product: Named;
  readonly list: ListName;
  /** How often agents said so. */
  readonly declines: number;
}

export class Todos extends Watchable {
  /** The most often said first. */
  open: readonly Todo[] = [];
  /** How many were settled here; a list that was asked for before the last still has it. */
  private settled = 0;

  constructor(
    private readonly studio: Studio,
    private readonly api: Api = new Api(),
  ) {
    super();
  }

  /** Reads them anew. Where that fails, what was there stays: the page says elsewhere that it is cut off. */
  async load(): Promise<void> {
    const settled = this.settled;
    const answer = await this.api.get<{ todos: readonly Todo[] }>("/api/studio/todos").catch(() => null);
    if (answer && settled === this.settled) this.open = answer.todos;
    this.changed();
  }

  /** A rule in the draft keeps the two apart. */
  exclude(todo: Todo): Promise<void> {
    return this.settle(todo, "exclude", `${todo.product.title} is kept from ${todo.anchor.title} in the draft`);
  }

  /** They do go together. */
  keep(todo: Todo): Promise<void> {
    return this.settle(todo, "keep", `${todo.product.title} stays with ${todo.anchor.title}`);
  }

  private async settle(todo: Todo, how: "exclude" | "keep", done: string): Promise<void> {
    await this.studio.saved(); // what is being saved would else find a draft that is not its own
    try {
      await this.api.post(`/api/studio/todos/${todo.id}/${how}`);
      this.settled++;
      this.open = this.open.filter(({ id }) => id !== todo.id);
      this.studio.say(done);
      await Promise.all([this.studio.loadDraft(), this.studio.loadDetail()]);
    } catch (failure) {
      this.studio.say(`Not settled: ${failure instanceof Problem ? failure.detail || failure.title : "the server cannot be reached"}`, true);
      await this.load(); // a colleague may have settled it
    }
    this.changed();
  }
}

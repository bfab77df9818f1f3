import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import type { Activity } from "./activity.js";
import { Line, type LineOptions } from "./line.js";
import { Outbox } from "./outbox.js";
import { Transcript } from "./transcript.js";

describe("line", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] }));
  afterEach(() => mock.timers.reset());

  test("a cut line is taken up at the last watermark: nothing is missed, nothing doubled", async () => {
    const server = new Server();
    const page = new Page(server);
    server.say("one");
    await page.live();

    server.say("two");
    server.cut();
    server.say("three");
    await page.live();
    server.say("four");

    assert.deepEqual(page.texts, ["one", "two", "three", "four"]);
    assert.deepEqual(server.resumedAt, ["2"]);
  });

  test("a frame that was lost on the way comes again with the next stream", async () => {
    const server = new Server();
    const page = new Page(server);
    await page.live();

    server.deaf = true;
    server.say("said into a dead socket");
    server.deaf = false;
    server.cut();
    await page.live();

    assert.deepEqual(page.texts, ["said into a dead socket"]);
  });

  test("a reload begins where the page before it stopped", async () => {
    const server = new Server();
    server.say("one");
    server.say("two");

    const page = new Page(server, "1");
    await page.live();

    assert.deepEqual(page.texts, ["two"]);
  });

  test("a server that is away is asked again, with growing pauses up to half a minute", async () => {
    const server = new Server();
    server.away = true;
    const page = new Page(server);
    await settle();
    const tries = [server.requests];

    for (let waited = 0; waited < 10; waited++) {
      mock.timers.tick(30_000);
      await settle();
      tries.push(server.requests);
    }
    assert.ok(tries.every((count, index) => index === 0 || count === (tries[index - 1] ?? 0) + 1), String(tries));
    assert.equal(page.line.state, "cut");

    server.away = false;
    server.say("back");
    await page.live();
    assert.deepEqual(page.texts, ["back"]);
  });

  test("when the network returns there is no pause", async () => {
    const server = new Server();
    server.away = true;
    const page = new Page(server);
    await settle();
    server.away = false;

    page.line.hurry();
    await settle();

    assert.equal(page.line.state, "live");
  });

  test("a token that the server takes no longer is exchanged, and the call repeated", async () => {
    const server = new Server();
    server.expired = "t1";
    const page = new Page(server);

    await page.live();

    assert.deepEqual(page.renewals, 1);
    assert.equal(page.line.state, "live");
  });

  test("a message whose echo stays away shows that the stream is dead", async () => {
    const server = new Server();
    const page = new Page(server);
    await page.live();
    server.deaf = true;

    await page.line.post({ type: "message", text: "hello?", channelData: { clientActivityID: "k1" } });
    assert.deepEqual(page.texts, []);
    server.deaf = false;
    mock.timers.tick(5_000);
    await page.live();

    assert.deepEqual(page.texts, ["hello?"]);
  });

  test("a watermark that the server does not know is reported as lost, not asked for ever", async () => {
    const server = new Server();
    const page = new Page(server, "99");

    await settle();

    assert.equal(page.lost, 1);
  });

  test("after stop nothing is received and nothing is tried", async () => {
    const server = new Server();
    const page = new Page(server);
    await page.live();

    page.line.stop();
    server.say("too late");
    mock.timers.tick(60_000);
    await settle();

    assert.deepEqual(page.texts, []);
    assert.equal(server.requests, 1);
  });

  test("messages written in quick succession arrive in their order, each once, over a server that fails now and then", async () => {
    const server = new Server();
    const page = new Page(server);
    await page.live();
    server.failing = 3;

    for (const text of ["hi", "I bought boots", "where are they"]) page.say(text);
    for (let waited = 0; waited < 20; waited++) {
      await settle();
      mock.timers.tick(1_000);
    }
    await settle();

    assert.deepEqual(server.texts, ["hi", "I bought boots", "where are they"]);
    assert.deepEqual(page.texts, ["hi", "I bought boots", "where are they"]);
    assert.ok(page.transcript.messages.every((each) => each.delivery === "sent"));
  });

  test("an answer that was lost is asked for again under the same key, and the message has one effect", async () => {
    const server = new Server();
    const page = new Page(server);
    await page.live();
    server.loseAnswers = 1;

    page.say("only once");
    await settle();
    mock.timers.tick(1_000);
    await settle();

    assert.deepEqual(server.texts, ["only once"]);
    assert.deepEqual(page.texts, ["only once"]);
  });

  test("a refused message says why, and those behind it still go", async () => {
    const server = new Server();
    const page = new Page(server);
    await page.live();
    server.refuses = "bad";

    page.say("bad");
    page.say("good");
    await settle();

    assert.deepEqual(server.texts, ["good"]);
    assert.deepEqual(page.transcript.pending.map((each) => [each.text, each.reason]), [["bad", "Not like this."]]);
  });

  test("when the server stays away, all that waits is handed back to the customer", async () => {
    const server = new Server();
    const page = new Page(server);
    await page.live();
    server.away = true;

    page.say("one");
    page.say("two");
    for (let waited = 0; waited < 10; waited++) {
      await settle();
      mock.timers.tick(5_000);
    }
    await settle();

    assert.deepEqual(page.transcript.pending.map((each) => each.delivery), ["failed", "failed"]);
  });

  test("two pages on one conversation stay in step", async () => {
    const server = new Server();
    const first = new Page(server);
    const second = new Page(server);
    await first.live();
    await second.live();

    first.say("from the first");
    await settle();
    second.say("from the second");
    await settle();

    assert.deepEqual(first.texts, ["from the first", "from the second"]);
    assert.deepEqual(second.texts, ["from the first", "from the second"]);
  });
});

/** A page with a transcript and an outbox on one line. */
class Page {
  readonly transcript = new Transcript();
  readonly line: Line;
  renewals = 0;
  lost = 0;
  private readonly outbox: Outbox;
  private keys = 0;

  constructor(server: Server, watermark = "") {
    const options: LineOptions = {
      base: "",
      watermark,
      credentials: async (renewed) => {
        if (renewed) this.renewals++;
        return { conversationId: "v1", userId: "dl_v1", token: this.renewals ? "t2" : "t1" };
      },
      receive: (activities) => void this.transcript.take(activities, "dl_v1"),
      changed: () => undefined,
      lost: () => this.lost++,
      fetch: (url, init) => server.answer(String(url), init ?? {}),
      open: (url) => server.open(url),
    };
    this.line = new Line(options);
    this.outbox = new Outbox({
      post: (key, text) => this.line.post({ type: "message", text, channelData: { clientActivityID: key } }),
      accepted: (key, id) => this.transcript.accept(key, id),
      refused: (key, reason) => this.transcript.refuse(key, reason),
    });
    this.line.start();
  }

  get texts(): string[] {
    return this.transcript.messages.map((each) => each.text);
  }

  say(text: string): void {
    const key = `${Math.random()} ${this.keys++}`;
    this.transcript.send(key, text, 0);
    this.outbox.put(key, text);
  }

  /** Lets time pass until the stream stands. */
  async live(): Promise<void> {
    for (let waited = 0; waited < 40; waited++) {
      await settle();
      if (this.line.state === "live") return;
      mock.timers.tick(1_000);
    }
    assert.fail("the line never came up");
  }
}

/** A Direct Line in memory: one conversation, whose watermark is the number of its activities. */
class Server {
  away = false;
  /** Streams swallow what is said. */
  deaf = false;
  expired = "";
  refuses = "";
  failing = 0;
  loseAnswers = 0;
  requests = 0;
  readonly resumedAt: string[] = [];
  private readonly said: Activity[] = [];
  private readonly ids = new Map<string, string>();
  private sockets: FakeSocket[] = [];

  get texts(): string[] {
    return this.said.map((each) => each.text ?? "");
  }

  say(text: string): string {
    return this.add({ type: "message", text, from: { role: "bot" } });
  }

  cut(): void {
    this.sockets.splice(0).forEach((socket) => socket.onclose?.(undefined as never));
  }

  open(url: string): FakeSocket {
    const socket = new FakeSocket(() => (this.sockets = this.sockets.filter((each) => each !== socket)));
    const from = Number(url.split("from=")[1]);
    queueMicrotask(() => {
      if (socket.closed) return;
      this.sockets.push(socket);
      socket.onopen?.(undefined as never);
      if (this.said.length > from) this.frame(socket, this.said.slice(from));
    });
    return socket;
  }

  async answer(url: string, init: RequestInit): Promise<Response> {
    this.requests++;
    if (this.away) throw new TypeError("network");
    if (this.expired && JSON.stringify(init.headers).includes(`Bearer ${this.expired}"`)) return Response.json({ title: "Expired" }, { status: 403 });
    if (url.endsWith("/activities")) return this.post(JSON.parse(String(init.body)) as Activity);
    const watermark = new URL(url, "http://here").searchParams.get("watermark") ?? "";
    if (Number(watermark) > this.said.length) return Response.json({ title: "Unknown watermark" }, { status: 400 });
    if (watermark) this.resumedAt.push(watermark);
    return Response.json({ conversationId: "v1", streamUrl: `ws://here?from=${watermark || 0}` });
  }

  private post(activity: Activity): Response {
    if (this.refuses && activity.text === this.refuses) return Response.json({ title: "No", detail: "Not like this." }, { status: 422 });
    if (this.failing-- > 0) return Response.json({ title: "Busy" }, { status: 503 });
    const key = activity.channelData?.clientActivityID ?? "";
    const id = this.ids.get(key) ?? this.add({ ...activity, from: { id: "dl_v1", role: "user" } });
    this.ids.set(key, id);
    if (this.loseAnswers-- > 0) throw new TypeError("the answer was lost");
    return Response.json({ id });
  }

  private add(activity: Activity): string {
    const id = `v1|${this.said.length + 1}`;
    this.said.push({ ...activity, id, timestamp: new Date(0).toISOString() });
    if (!this.deaf) this.sockets.forEach((socket) => this.frame(socket, this.said.slice(-1)));
    return id;
  }

  private frame(socket: FakeSocket, activities: Activity[]): void {
    socket.onmessage?.({ data: JSON.stringify({ activities, watermark: String(this.said.length) }) } as MessageEvent);
  }
}

class FakeSocket {
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  closed = false;

  constructor(private readonly gone: () => void) {}

  send(): void {}

  close(): void {
    this.closed = true;
    this.gone();
  }
}

/** Lets everything that waits for nothing but its turn happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

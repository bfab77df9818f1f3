import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Live, type SocketLike } from "./live.js";

class Line implements SocketLike {
  onopen: ((event: Event) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  readyState = 0;
  readonly sent: Record<string, unknown>[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }
  close(): void {
    this.readyState = 3;
  }
  stands(): void {
    this.readyState = 1;
    this.onopen?.({} as Event);
  }
  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent);
  }
  breaks(): void {
    this.readyState = 3;
    this.onclose?.({} as CloseEvent);
  }
}

function desk() {
  const lines: Line[] = [];
  const due: { act: () => void; millis: number; cancelled: boolean }[] = [];
  const live = new Live({
    url: "ws://shop/api/live",
    connect: () => {
      const line = new Line();
      lines.push(line);
      return line;
    },
    later: (act, millis) => {
      const one = { act, millis, cancelled: false };
      due.push(one);
      return () => (one.cancelled = true);
    },
    random: () => 1,
  });
  const waits = () => due.filter((each) => !each.cancelled);
  const pass = () => {
    const [first] = waits().sort((a, b) => a.millis - b.millis);
    assert.ok(first);
    first.cancelled = true;
    first.act();
  };
  return { live, lines, waits, pass };
}

describe("the live socket", () => {
  test("after a cut line it asks for what came after the last seq it was told of", () => {
    const { live, lines, pass } = desk();
    live.start();
    lines[0]?.stands();
    live.watch("41", 7);
    lines[0]?.says({ type: "entries", conversation: 41, head: 12, entries: [] });

    lines[0]?.breaks();
    pass();
    lines[1]?.stands();

    assert.deepEqual(lines[1]?.sent, [{ type: "watch", conversation: "41", after: 12 }]);
  });

  test("a conversation that is no longer watched is not asked for again", () => {
    const { live, lines, pass } = desk();
    live.start();
    lines[0]?.stands();
    live.watch("41", 7);
    live.unwatch("41");

    lines[0]?.breaks();
    pass();
    lines[1]?.stands();

    assert.deepEqual(lines[1]?.sent, []);
  });

  test("tries become rarer while the server is away, and start anew once it was heard", () => {
    const { live, lines, waits, pass } = desk();
    const tried: number[] = [];
    live.start();
    for (let at = 0; at < 3; at++) {
      lines[at]?.breaks();
      tried.push(waits()[0]?.millis ?? 0);
      pass();
    }
    lines[3]?.stands();
    lines[3]?.says({ type: "hello" });
    lines[3]?.breaks();

    assert.deepEqual(tried, [400, 800, 1600]);
    assert.equal(waits()[0]?.millis, 400);
  });

  test("a line that is silently dead is noticed: no sign of life after a ping", () => {
    const { live, lines, pass } = desk();
    const said: string[] = [];
    live.onStatus((status) => said.push(status));
    live.start();
    lines[0]?.stands();
    lines[0]?.says({ type: "hello" });

    pass(); // the ping goes out
    pass(); // nothing came back

    assert.deepEqual(lines[0]?.sent, [{ type: "ping" }]);
    assert.deepEqual(said, ["live", "cut"]);
  });

  test("what an old line still says is not heard once a new one stands", () => {
    const { live, lines, pass } = desk();
    const heard: string[] = [];
    live.onFrame((frame) => heard.push(frame.type));
    live.start();
    lines[0]?.stands();
    lines[0]?.breaks();
    pass();
    lines[1]?.stands();

    lines[0]?.says({ type: "row" });
    lines[1]?.says({ type: "queue" });

    assert.deepEqual(heard, ["queue"]);
  });

  test("a frame that is no JSON is passed over", () => {
    const { live, lines } = desk();
    const heard: string[] = [];
    live.onFrame((frame) => heard.push(frame.type));
    live.start();
    lines[0]?.stands();

    lines[0]?.onmessage?.({ data: "<html>" } as MessageEvent);
    lines[0]?.says({ type: "hello" });

    assert.deepEqual(heard, ["hello"]);
  });
});

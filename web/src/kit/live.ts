// The staff's live socket: one connection for all open conversations, which survives a cut line.
//
// The server sends the present state first and then changes. Each watched conversation remembers the highest seq it has
// been told of; after a reconnect it asks for what came after, so nothing is missed and nothing comes twice.

export type LiveStatus = "connecting" | "live" | "cut";

/** A frame of the server; `type` says which. */
export interface LiveFrame {
  readonly type: string;
  readonly [name: string]: unknown;
}

/** What is used of a WebSocket. */
export interface SocketLike {
  onopen: ((event: Event) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  readyState: number;
  send(text: string): void;
  close(): void;
}

export interface LiveOptions {
  readonly url: string;
  readonly connect?: (url: string) => SocketLike;
  /** Runs `act` after `millis`; gives what takes it back. */
  readonly later?: (act: () => void, millis: number) => () => void;
  readonly random?: () => number;
}

const OPEN = 1;
const FIRST_RETRY_MILLIS = 400;
const LONGEST_RETRY_MILLIS = 15_000;
const PING_MILLIS = 20_000;
const SILENCE_MILLIS = 12_000;

export class Live {
  private readonly watched = new Map<string, number>();
  private readonly frameListeners = new Set<(frame: LiveFrame) => void>();
  private readonly statusListeners = new Set<(status: LiveStatus) => void>();
  private readonly later: (act: () => void, millis: number) => () => void;
  private readonly connect: (url: string) => SocketLike;
  private readonly random: () => number;
  private socket: SocketLike | null = null;
  private attempts = 0;
  private stopped = true;
  private cancelRetry: () => void = () => {};
  private cancelPing: () => void = () => {};
  private now: LiveStatus = "connecting";

  constructor(private readonly options: LiveOptions) {
    this.connect = options.connect ?? ((url) => new WebSocket(url) as unknown as SocketLike);
    this.random = options.random ?? Math.random;
    this.later =
      options.later ??
      ((act, millis) => {
        const timer = setTimeout(act, millis);
        return () => clearTimeout(timer);
      });
  }

  get status(): LiveStatus {
    return this.now;
  }

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.open();
  }

  stop(): void {
    this.stopped = true;
    this.cancelRetry();
    this.cancelPing();
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  /** Connects at once instead of waiting for the next try; for "try again" and for the browser's `online`. */
  retryNow(): void {
    if (this.stopped || this.now === "live") return;
    this.cancelRetry();
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    this.open();
  }

  /** Follows `conversation` from after `seq`. */
  watch(conversation: string, seq: number): void {
    this.watched.set(conversation, seq);
    this.send({ type: "watch", conversation, after: seq });
  }

  unwatch(conversation: string): void {
    if (this.watched.delete(conversation)) this.send({ type: "unwatch", conversation });
  }

  typing(conversation: string): void {
    this.send({ type: "typing", conversation });
  }

  onFrame(listener: (frame: LiveFrame) => void): () => void {
    this.frameListeners.add(listener);
    return () => this.frameListeners.delete(listener);
  }

  onStatus(listener: (status: LiveStatus) => void): () => void {
    this.statusListeners.add(listener);
    return () => this.statusListeners.delete(listener);
  }

  private open(): void {
    const socket = this.connect(this.options.url);
    this.socket = socket;
    socket.onopen = () => {
      if (socket !== this.socket) return;
      for (const [conversation, after] of this.watched) this.send({ type: "watch", conversation, after });
      this.pingLater();
    };
    socket.onmessage = (event) => {
      if (socket === this.socket) this.receive(String(event.data));
    };
    socket.onclose = () => {
      if (socket === this.socket) this.lost();
    };
  }

  private receive(text: string): void {
    let frame: LiveFrame;
    try {
      frame = JSON.parse(text) as LiveFrame;
    } catch {
      return; // a frame that is not ours says nothing about the ones that are
    }
    this.attempts = 0;
    this.pingLater();
    this.is("live");
    if (frame.type === "entries") this.advance(String(frame["conversation"]), Number(frame["head"]));
    for (const listener of this.frameListeners) listener(frame);
  }

  private advance(conversation: string, head: number): void {
    const known = this.watched.get(conversation);
    if (known !== undefined && head > known) this.watched.set(conversation, head);
  }

  /** A line that is silently dead is noticed by asking for a sign of life. */
  private pingLater(): void {
    this.cancelPing();
    this.cancelPing = this.later(() => {
      this.send({ type: "ping" });
      this.cancelPing = this.later(() => {
        const socket = this.socket;
        this.lost();
        socket?.close();
      }, SILENCE_MILLIS);
    }, PING_MILLIS);
  }

  private lost(): void {
    this.socket = null;
    this.cancelPing();
    if (this.stopped) return;
    this.is("cut");
    const longest = Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS * 2 ** this.attempts++);
    this.cancelRetry = this.later(() => this.open(), longest * (0.5 + this.random() / 2));
  }

  private send(frame: object): void {
    if (this.socket?.readyState === OPEN) this.socket.send(JSON.stringify(frame));
  }

  private is(status: LiveStatus): void {
    if (status === this.now) return;
    this.now = status;
    for (const listener of this.statusListeners) listener(status);
  }
}

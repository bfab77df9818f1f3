// The line to the server: Microsoft's Direct Line 3.0, one stream that is taken up again where it was cut.
//
// The watermark moves only when a frame has been handed over, so that a cut between the two brings the frame again; whoever
// receives it drops what it knows already. The stream is opened anew after 0.5 s, then twice as long each time up to 30 s, with
// a random part, so that a thousand pages do not come back at the same instant.
import { Problem, problemIn, Unreachable } from "../kit/api.js";
import type { Activity, Frame } from "./activity.js";

export interface Credentials {
  readonly conversationId: string;
  readonly userId: string;
  readonly token: string;
}

/** `cut`: was live, or should have been, and is being taken up again. */
export type LineState = "idle" | "connecting" | "live" | "cut";

interface Socket {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface LineOptions {
  /** Where the server is, without a slash at the end. */
  readonly base: string;
  /** The last watermark seen, empty to begin with the first message. */
  readonly watermark: string;
  /** `renewed` asks for others, because the server refused the last. */
  readonly credentials: (renewed: boolean) => Promise<Credentials>;
  /** Takes one frame; the watermark holds afterwards. */
  readonly receive: (activities: readonly Activity[], watermark: string) => void;
  readonly changed: (state: LineState) => void;
  /** The server knows nothing of this watermark or conversation: what was seen is void, and another line must begin anew. */
  readonly lost: () => void;
  readonly fetch?: typeof fetch;
  readonly open?: (url: string) => Socket;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const KEEP_ALIVE = 20_000;
const OPEN_TIMEOUT = 10_000;
const POST_TIMEOUT = 15_000;
/** Our own message should come back on the stream; if it does not within this time, the stream is dead and nobody noticed. */
const ECHO_TIMEOUT = 5_000;

export class Line {
  state: LineState = "idle";
  private watermark: string;
  private known: boolean;
  private socket: Socket | undefined;
  private attempt = 0;
  private generation = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private keepAlive: ReturnType<typeof setInterval> | undefined;
  private readonly awaited = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly seen = new Set<string>();
  private readonly fetch: typeof fetch;
  private readonly open: (url: string) => Socket;

  constructor(private readonly options: LineOptions) {
    this.watermark = options.watermark;
    this.known = options.watermark !== "";
    this.fetch = options.fetch ?? ((input, init) => fetch(input, init));
    this.open = options.open ?? ((url) => new WebSocket(url));
  }

  start(): void {
    if (this.state !== "idle") return;
    this.become("connecting");
    void this.connect();
  }

  /** Ends the stream for good. */
  stop(): void {
    this.drop();
    this.state = "idle";
  }

  /** The network may be back: tries now instead of after the pause. */
  hurry(): void {
    if (this.state === "live" || this.state === "idle") return;
    this.attempt = 0;
    void this.connect();
  }

  /** The stream cannot be trusted (the network went, the machine slept): opens it anew. */
  renew(): void {
    if (this.state === "idle") return;
    this.drop();
    this.become("cut");
    this.again();
  }

  /** Posts one activity and returns the server's name for it. Safe to repeat with the same `clientActivityID`. */
  async post(activity: Activity): Promise<string> {
    const answer = await this.request("POST", (id) => `/conversations/${encodeURIComponent(id)}/activities`, activity);
    const { id } = (await answer.json()) as { id: string };
    if (activity.type === "message") this.await(id);
    return id;
  }

  private async connect(): Promise<void> {
    this.drop();
    const generation = this.generation;
    try {
      const streamUrl = await this.ticket();
      if (generation === this.generation) this.listen(streamUrl);
    } catch (failure) {
      if (generation !== this.generation) return;
      if (this.watermark && failure instanceof Problem && [400, 404, 410].includes(failure.status)) this.options.lost();
      else this.again();
    }
  }

  /** Where to listen: a new conversation's stream, or a known one's from the watermark on. */
  private async ticket(): Promise<string> {
    const answer = this.known
      ? await this.request("GET", (id) => `/conversations/${encodeURIComponent(id)}?watermark=${encodeURIComponent(this.watermark)}`)
      : await this.request("POST", () => "/conversations", {});
    this.known = true;
    return ((await answer.json()) as { streamUrl: string }).streamUrl;
  }

  private listen(url: string): void {
    const socket = (this.socket = this.open(url));
    this.pause = setTimeout(() => this.renew(), OPEN_TIMEOUT);
    socket.onopen = () => {
      clearTimeout(this.pause);
      this.become("live");
      this.keepAlive = setInterval(() => {
        this.attempt = 0;
        socket.send("");
      }, KEEP_ALIVE);
    };
    socket.onmessage = (event) => {
      if (socket === this.socket && typeof event.data === "string") this.receive(event.data);
    };
    socket.onclose = () => {
      if (socket !== this.socket) return;
      this.drop();
      this.become("cut");
      this.again();
    };
  }

  private receive(text: string): void {
    if (!text) return;
    const frame = JSON.parse(text) as Frame;
    const activities = frame.activities ?? [];
    for (const activity of activities) this.arrived(activity.id ?? "");
    this.options.receive(activities, frame.watermark ?? this.watermark);
    this.watermark = frame.watermark ?? this.watermark;
    this.attempt = 0;
  }

  private again(): void {
    clearTimeout(this.pause);
    if (this.state === "connecting" && this.attempt > 0) this.become("cut");
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.attempt++);
    this.pause = setTimeout(() => void this.connect(), longest * (0.5 + Math.random() / 2));
  }

  private drop(): void {
    this.generation++;
    clearTimeout(this.pause);
    clearInterval(this.keepAlive);
    this.awaited.forEach((timer) => clearTimeout(timer));
    this.awaited.clear();
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  private await(id: string): void {
    if (this.state !== "live" || this.seen.has(id)) return;
    this.awaited.set(id, setTimeout(() => this.renew(), ECHO_TIMEOUT));
  }

  private arrived(id: string): void {
    clearTimeout(this.awaited.get(id));
    this.awaited.delete(id);
    if (id) this.seen.add(id);
  }

  private become(state: LineState): void {
    if (state === this.state) return;
    this.state = state;
    this.options.changed(state);
  }

  private async request(method: string, path: (conversation: string) => string, body?: unknown): Promise<Response> {
    let answer = await this.send(method, path, body, await this.options.credentials(false));
    if (answer.status === 401 || answer.status === 403) {
      answer = await this.send(method, path, body, await this.options.credentials(true));
    }
    if (!answer.ok) throw await problemIn(answer);
    return answer;
  }

  private async send(method: string, path: (conversation: string) => string, body: unknown, as: Credentials): Promise<Response> {
    const init: RequestInit = {
      method,
      headers: { authorization: `Bearer ${as.token}`, "content-type": "application/json" },
      signal: AbortSignal.timeout(POST_TIMEOUT),
    };
    if (body !== undefined) init.body = JSON.stringify(body);
    try {
      return await this.fetch(`${this.options.base}/v3/directline${path(as.conversationId)}`, init);
    } catch (failure) {
      throw new Unreachable("The line is cut.", { cause: failure });
    }
  }
}

// The client of our own HTTP API: JSON in, JSON out, and three ways to fail that a page can tell apart.

/** The server refused, and said why (RFC 9457). `detail` is written for the person in front of the page. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    /** Everything else that the server said, by name. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail || title);
  }
}

/** The server was not reached: no network, or it is not there. Nothing is known about what became of the call. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

export interface ApiOptions {
  /** Where the server is, without a slash at the end; empty for the page's own origin. */
  base?: string;
  /** A bearer token for each call; `renewed` asks for another one, because the server refused the last. */
  token?: (renewed: boolean) => Promise<string>;
  fetch?: typeof fetch;
}

export class Api {
  private readonly base: string;
  private readonly token: ApiOptions["token"];
  private readonly fetch: typeof fetch;

  constructor(options: ApiOptions = {}) {
    this.base = options.base ?? "";
    this.token = options.token;
    this.fetch = options.fetch ?? ((input, init) => fetch(input, init));
  }

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.call<T>("GET", path, undefined, signal);
  }

  post<T>(path: string, body: unknown = {}, signal?: AbortSignal): Promise<T> {
    return this.call<T>("POST", path, body, signal);
  }

  put<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
    return this.call<T>("PUT", path, body, signal);
  }

  delete<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.call<T>("DELETE", path, undefined, signal);
  }

  private async call<T>(method: string, path: string, body: unknown, signal: AbortSignal | undefined): Promise<T> {
    let answer = await this.send(method, path, body, signal, false);
    if (answer.status === 401 && this.token) answer = await this.send(method, path, body, signal, true);
    if (!answer.ok) throw await problemIn(answer);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }

  private async send(method: string, path: string, body: unknown, signal: AbortSignal | undefined, renewed: boolean): Promise<Response> {
    const headers: Record<string, string> = { accept: "application/json" };
    if (body !== undefined) headers["content-type"] = "application/json";
    if (this.token) headers["authorization"] = `Bearer ${await this.token(renewed)}`;
    const init: RequestInit = { method, headers };
    if (body !== undefined) init.body = JSON.stringify(body);
    if (signal) init.signal = signal;
    try {
      return await this.fetch(this.base + path, init);
    } catch (failure) {
      if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
      throw new Unreachable("The shop cannot be reached.", { cause: failure });
    }
  }
}

/** Reads an answer that is not a success; also when a proxy wrote it and it is no problem+json at all. */
export async function problemIn(answer: Response): Promise<Problem> {
  const said = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  const { title, detail, status: _, ...more } = said;
  return new Problem(answer.status, text(title) || `Error ${answer.status}`, text(detail), more);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A path with its query: leaves out what is undefined or empty. */
export function query(path: string, parameters: Record<string, string | number | undefined>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== "");
  const written = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return written ? `${path}?${written}` : path;
}

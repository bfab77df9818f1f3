// What the operator pastes: the chat's two lines, and what a strict page must allow for them.

export function snippet(address: string): string {
  return `<script type="module" src="${address}/widget.js"></script>\n<outfitter-chat shop="Your shop"></outfitter-chat>`;
}

/** The lines of a Content Security Policy that the chat needs, and nothing more. */
export function policy(address: string): string {
  const socket = address.replace(/^http/, "ws");
  return [`script-src ${address}`, `connect-src ${address} ${socket}`, `img-src ${address}`].join(";\n") + ";";
}

/** The value of OUTFITTER_ORIGINS that lets one more page in. */
export function withOrigin(allowed: readonly string[], origin: string): string {
  return [...allowed, origin].join(",");
}

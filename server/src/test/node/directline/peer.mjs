// Microsoft's public Direct Line client in a process of its own. Commands come in as JSON lines, what happens goes out as JSON
// lines: {say} posts, {cut} tears the socket; {status}, {posted, id} and {activity} tell what came of it.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require("xhr2");
const WebSocket = require("ws");
const { DirectLine } = require("botframework-directlinejs");

const [domain, token] = process.argv.slice(2);
const sockets = new Set();

class TornSocket extends WebSocket {
  constructor(url) {
    super(url);
    sockets.add(this);
    this.on("close", () => sockets.delete(this));
  }
}

const tell = (what) => process.stdout.write(JSON.stringify(what) + "\n");
// The client waits 3 to 15 s before it comes back, by chance; the least will do here.
const line = new DirectLine({ domain, token, WebSocket: TornSocket, random: () => 0 });
line.connectionStatus$.subscribe((status) => tell({ status }));
line.activity$.subscribe(
  (activity) => tell({ activity }),
  (failure) => tell({ failure: String(failure.status ?? failure) }),
);

createInterface({ input: process.stdin }).on("line", (text) => {
  const command = JSON.parse(text);
  if (command.cut) sockets.forEach((socket) => socket.terminate());
  if (command.say) {
    const activity = { type: "message", from: { id: "me" }, text: command.say };
    line.postActivity(activity).subscribe(
      (id) => tell({ posted: command.say, id }),
      (failure) => tell({ failure: String(failure.status ?? failure) }),
    );
  }
});
process.stdin.on("close", () => process.exit(0));

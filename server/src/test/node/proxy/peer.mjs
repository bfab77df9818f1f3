// A proxy that speaks TLS to browsers and plain HTTP to the server named: node peer.mjs SERVER KEYSTORE PASSWORD
// Prints its own address once it listens, and ends with its input.
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { createProxyServer } from "http-proxy-3";

const [target, keystore, passphrase] = process.argv.slice(2);
const proxy = createProxyServer({ target, xfwd: true });
proxy.on("error", (failure) => console.error(failure.message));
const front = createServer({ pfx: readFileSync(keystore), passphrase }, (request, response) => proxy.web(request, response));
front.on("upgrade", (request, socket, head) => proxy.ws(request, socket, head));
front.listen(0, "127.0.0.1", () => console.log(`https://localhost:${front.address().port}`));
process.stdin.resume().once("end", () => process.exit());

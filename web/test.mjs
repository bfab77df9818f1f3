// Bundles each src/**/*.test.ts and runs them all with Node's own test runner.
import { build } from "esbuild";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const tests = (await readdir("src", { recursive: true })).filter((name) => name.endsWith(".test.ts")).map((name) => join("src", name));
const out = await mkdtemp(join(tmpdir(), "outfitter-web-"));
try {
  await build({ entryPoints: tests, outdir: out, outExtension: { ".js": ".mjs" }, bundle: true, format: "esm", platform: "node", target: "node20", logLevel: "warning" });
  const built = (await readdir(out, { recursive: true })).filter((name) => name.endsWith(".test.mjs")).map((name) => join(out, name));
  const run = spawn(process.execPath, ["--test", ...built], { stdio: "inherit" });
  process.exitCode = await new Promise((resolve) => run.on("exit", (code) => resolve(code ?? 1)));
} finally {
  await rm(out, { recursive: true });
}

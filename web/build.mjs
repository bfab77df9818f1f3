// Builds the pages into dist/: every folder of src/ with an index.ts is a surface of its own.
//
// widget.js stands alone, because it is loaded by other people's pages; the other surfaces share hashed chunks, which a
// browser may keep for ever. Prints each file's size as it travels (gzipped) and fails when the widget grows too big.
import { build, transform } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { basename, join, relative } from "node:path";

const WIDGET_LIMIT = 25 * 1024;
const DIST = "dist";

const surfaces = (await readdir("src", { withFileTypes: true }))
  .filter((folder) => folder.isDirectory())
  .map((folder) => folder.name)
  .sort();
const scripted = surfaces.filter((name) => existsSync(`src/${name}/index.ts`));
const shared = scripted.filter((name) => name !== "widget");

await rm(DIST, { recursive: true, force: true });
await mkdir(DIST, { recursive: true });

/** Minifies the style sheets in css`…`; a sheet with ${…} in it stays as it is. */
const smallSheets = {
  name: "small-sheets",
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]web[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      let text = await readFile(path, "utf8");
      for (const [literal, sheet] of text.matchAll(/\bcss`([^`$\\]*)`/g)) {
        const { code } = await transform(sheet, { loader: "css", charset: "utf8", minify: true, target: ["es2022", "chrome123", "firefox120", "safari17.5"] });
        text = text.replace(literal, () => "css`" + code.trim().replace(/[\\`$]/g, "\\$&") + "`");
      }
      return { contents: text, loader: "ts" };
    });
  },
};

const common = {
  charset: "utf8",
  bundle: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  loader: { ".svg": "text" },
  plugins: [smallSheets],
};
const built = [];
if (scripted.includes("widget")) {
  // Each with a copy of what it imports: a second file for the first screen would be a second wait.
  for (const entryPoints of [{ widget: "src/widget/index.ts" }, { "widget-phone": "src/widget/phone.ts" }]) {
    built.push(await build({ ...common, entryPoints, outdir: DIST }));
  }
}
if (shared.length > 0) {
  const entryPoints = Object.fromEntries(shared.map((name) => [name, `src/${name}/index.ts`]));
  built.push(
    await build({ ...common, entryPoints, outdir: DIST, splitting: true, chunkNames: "chunks/[name]-[hash]", assetNames: "chunks/[name]-[hash]" }),
  );
}
for (const name of surfaces.filter((each) => existsSync(`src/${each}/index.html`))) {
  await cp(`src/${name}/index.html`, join(DIST, `${name}.html`));
}
if (existsSync("static")) {
  await cp("static", DIST, { recursive: true });
}

// The server reads this list, because a directory on a class path cannot be listed.
const files = (await readdir(DIST, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath ?? entry.path, entry.name)))
  .sort();
await writeFile(join(DIST, "files.txt"), files.join("\n") + "\n");

let tooBig = false;
for (const file of built.flatMap((result) => Object.keys(result.metafile.outputs)).sort()) {
  const gzipped = gzipSync(await readFile(file), { level: 9 }).length;
  console.log(`${(gzipped / 1024).toFixed(1).padStart(8)} KB gzipped  ${file}`);
  if (basename(file) === "widget.js" && gzipped > WIDGET_LIMIT) tooBig = true;
}
if (tooBig) {
  console.error(`widget.js is bigger than ${WIDGET_LIMIT / 1024} KB gzipped`);
  process.exit(1);
}

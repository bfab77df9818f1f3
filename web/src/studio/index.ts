// The studio's page: who is signed in, then everything else.
import { css, html, render } from "lit";
import { mayMerchandise, signedIn } from "../kit/account.js";
import { controlTokens } from "../kit/controls.js";
import "../kit/states.js";
import { adopt } from "../kit/styles.js";
import { Studio } from "./model/studio.js";
import "./views/app.js";

adopt(
  controlTokens,
  css`
    :root {
      --of-em: 0.9334rem;
    }
  `,
);

async function start(): Promise<void> {
  try {
    const account = await signedIn();
    if (!mayMerchandise(account)) {
      render(html`<main><h1 class="visually-hidden">Studio</h1><kit-empty heading="The studio is for merchandisers" hint="You are signed in as ${account.displayName}, ${account.role}."><a href="/desk">To the desk</a></kit-empty></main>`, document.body);
      return;
    }
    const studio = new Studio(account);
    studio.start();
    render(html`<studio-app .studio=${studio}></studio-app>`, document.body);
  } catch (failure) {
    render(html`<main><h1 class="visually-hidden">Studio</h1><kit-failed what="The studio could not be opened." .failure=${failure} @retry=${() => void start()}></kit-failed></main>`, document.body);
  }
}

void start();

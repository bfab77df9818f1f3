// The sign-in page: name and password; with the secret of an invitation, a password of one's own instead.
import { html, render } from "lit";
import { adopt } from "../kit/styles.js";
import "./setup.js";
import "./signin.js";

adopt();

const given = new URLSearchParams(location.search);
// Behind the #, where no log sees it.
const invitation = new URLSearchParams(location.hash.slice(1)).get("invitation");
const from = given.get("from");
render(
  invitation ? html`<outfitter-setup .token=${invitation}></outfitter-setup>` : html`<outfitter-signin .from=${from}></outfitter-signin>`,
  document.body,
);

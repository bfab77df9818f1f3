// The sign-in page: name and password; for the first start, the one-use link that makes the first admin.
import { html, render } from "lit";
import { adopt } from "../kit/styles.js";
import "./setup.js";
import "./signin.js";

adopt();

const given = new URLSearchParams(location.search);
const setup = given.get("setup");
const from = given.get("from");
render(
  setup ? html`<outfitter-setup .token=${setup}></outfitter-setup>` : html`<outfitter-signin .from=${from}></outfitter-signin>`,
  document.body,
);

// The tour's page: signs in as the demo's supervisor, who may serve and merchandise, then shows all three sides.
import { html, render } from "lit";
import { mayMerchandise, mayServe, type Account, type Role } from "../kit/account.js";
import { Api, Problem } from "../kit/api.js";
import "../kit/states.js";
import { adopt } from "../kit/styles.js";
import "./app.js";

/** What the demo tells of itself. */
export interface Demo {
  readonly customers: readonly { readonly externalId: string; readonly name: string; readonly about: string }[];
  readonly accounts: readonly { readonly name: string; readonly password: string; readonly displayName: string; readonly role: Role }[];
}

adopt();
const api = new Api();

async function start(): Promise<void> {
  try {
    const demo = await api.get<Demo>("/api/demo");
    await signIn(demo);
    const customer = demo.customers.find((each) => /parcel|on its way|order/i.test(each.about)) ?? demo.customers[0];
    if (!customer) throw new Error("the demo has no customer");
    localStorage.setItem("outfitter demo customer", customer.externalId);
    render(html`<outfitter-tour .customer=${customer}></outfitter-tour>`, document.body);
  } catch (failure) {
    const none = failure instanceof Problem && failure.status === 404;
    render(
      html`<main>
        <h1 class="visually-hidden">Tour</h1>
        ${none
          ? html`<kit-empty heading="The tour is part of the demo" hint="Start the server with --demo to see it."></kit-empty>`
          : html`<kit-failed what="The tour could not be opened." .failure=${failure} @retry=${() => void start()}></kit-failed>`}
      </main>`,
      document.body,
    );
  }
}

/** Keeps a session that may do both; otherwise signs in as somebody of the demo who may. */
async function signIn(demo: Demo): Promise<void> {
  const present = await api.get<{ account: Account }>("/api/session").catch(() => null);
  if (present && mayServe(present.account) && mayMerchandise(present.account)) return;
  const both = demo.accounts.find((each) => each.role === "supervisor") ?? demo.accounts.find((each) => each.role === "admin");
  if (!both) throw new Error("the demo has no account for both desk and studio");
  await api.post("/api/session", { name: both.name, password: both.password });
}

void start();

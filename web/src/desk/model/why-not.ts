// "Why not …?" at the desk: one answer out of two lists, because an agent thinks of a product and not of a list.
import type { Why } from "../../kit/why.js";

/** The answer that says more: of the list that shows it; for what replaces the thing at hand, of the step up. */
export function telling(goesWith: Why, stepUp: Why): Why {
  if (goesWith.verdict === "shown") return goesWith;
  if (stepUp.verdict === "shown") return stepUp;
  return goesWith.verdict === "instead" && stepUp.verdict !== "no-step" ? stepUp : goesWith;
}

// What the gate decided about a training: a sentence, and what it compared.
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { base } from "../../kit/styles.js";
import { label, shown } from "../model/reading.js";
import type { Check, Verdict } from "../model/training-wire.js";

/** `.verdict`: what was decided, `.passed` when that is what one hoped for. */
export const verdictLook = css`
  .verdict {
    display: flex;
    gap: 8px;
    margin-top: 10px;
    padding: 10px 12px;
    border-radius: var(--of-radius);
    background: var(--of-waiting-soft);
    color: var(--of-waiting);
  }
  .verdict.passed {
    background: var(--of-done-soft);
    color: var(--of-done);
  }
  .verdict .icon {
    margin-top: 2px;
  }
`;

@customElement("studio-verdict")
export class StudioVerdict extends LitElement {
  static override styles = [
    base,
    look,
    verdictLook,
    css`
      :host {
        display: block;
      }
      table {
        width: 100%;
        margin-top: 10px;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 5px 0 5px 10px;
        border-bottom: 1px solid var(--of-line);
        text-align: right;
        white-space: nowrap;
      }
      th:first-child,
      td:first-child {
        padding-left: 0;
        text-align: left;
        white-space: normal;
      }
      thead th {
        color: var(--of-text-2);
        font: 600 var(--of-text-xs) / 1.4 var(--of-font);
      }
      tbody th {
        font-weight: 400;
      }
      td.failed {
        color: var(--of-problem);
        font-weight: 650;
      }
      td.held {
        font-weight: 600;
      }
    `,
  ];
  @property({ attribute: false }) verdict!: Verdict;

  override render() {
    const { passed, sentence, checks } = this.verdict;
    return html`<p class="verdict ${passed ? "passed" : ""}">${icon(passed ? "done" : "problem")} <span>${sentence}</span></p>
      ${checks.length === 0
        ? nothing
        : html`<table>
            <thead>
              <tr>
                <th scope="col">On unseen messages</th>
                <th scope="col">before</th>
                <th scope="col">new</th>
                <th scope="col">needed</th>
              </tr>
            </thead>
            <tbody>
              ${checks.map(row)}
            </tbody>
          </table>`}`;
  }
}

function row(check: Check) {
  const most = check.measure === "calibration-error" || check.measure === "slowest-millis";
  return html`<tr>
    <th scope="row">${label(check.measure)}</th>
    <td class="numbers">${shown(check.measure, check.before)}</td>
    <td class="numbers ${check.passed ? "held" : "failed"}">${check.passed ? nothing : icon("problem")} ${shown(check.measure, check.after)}</td>
    <td class="numbers quiet">${most ? "≤" : "≥"} ${shown(check.measure, check.bound)}</td>
  </tr>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-verdict": StudioVerdict;
  }
}

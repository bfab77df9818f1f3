// How far a training is: its stages as a list, and a bar.
import { css, html } from "lit";
import { icon } from "../../kit/icons.js";

export const stagesLook = css`
  .stages {
    display: grid;
    gap: 6px;
    padding: 12px;
    border-radius: var(--of-radius);
    background: var(--of-surface-2);
  }
  .stages li {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr) max-content;
    gap: 8px;
    align-items: center;
    color: var(--of-text-2);
  }
  .stages .now {
    color: var(--of-text);
    font-weight: 600;
  }
  .stages .over .icon {
    color: var(--of-done);
  }
  .dot {
    justify-self: center;
    width: 8px;
    height: 8px;
    border: 2px solid var(--of-line-strong);
    border-radius: 50%;
  }
  .now .dot {
    border-color: var(--of-accent);
    background: var(--of-accent);
  }
  progress {
    width: 100%;
    height: 6px;
    accent-color: var(--of-accent);
  }
`;

/**
 * The list and its bar; the list takes the focus.
 *
 * @param at which of `names` is under way, and `share` how much of it is done
 * @param by who began it, where that is known
 */
export function stages(names: readonly string[], at: number, share: number, by?: string | null) {
  return html`<div role="status" class="visually-hidden">Training: ${names[at] ?? ""}</div>
    <ol class="stages" role="list" tabindex="-1" aria-label="Training${by ? `, begun by ${by}` : ""}">
      ${names.map(
        (name, index) => html`<li class=${index < at ? "over" : index === at ? "now" : ""}>
          ${index < at ? icon("done") : html`<span class="dot" aria-hidden="true"></span>`} <span>${name}</span>
          <span class="numbers">${index === at && share > 0 ? `${Math.round(100 * share)} %` : ""}</span>
        </li>`,
      )}
    </ol>
    <progress max=${names.length} .value=${Math.max(0, at) + share} aria-label="Training"></progress>`;
}

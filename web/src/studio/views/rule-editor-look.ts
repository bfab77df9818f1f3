import { css } from "lit";

/** A select or number that is a word of the sentence. */
export const pickLook = css`
  .pick {
    min-height: 38px;
    max-width: 100%;
    padding: 0 10px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius);
    background: var(--of-surface);
    color: var(--of-text);
    font: inherit;
    cursor: pointer;
  }
`;

export const ruleEditorLook = css`
  :host {
    display: block;
    padding: 20px;
    border: 1px solid var(--of-line);
    border-radius: var(--of-radius-l);
    background: var(--of-surface);
    box-shadow: var(--of-shadow-1);
  }
  .name {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 16px;
  }
  .name input {
    flex: 1;
    min-width: 0;
    padding: 4px 6px;
    border: 1px solid transparent;
    border-radius: var(--of-radius-s);
    background: none;
    color: var(--of-text);
    font: 650 var(--of-text-l) / 1.4 var(--of-font);
  }
  .name input:hover,
  .name input:focus {
    border-color: var(--of-line);
  }
  .sentence {
    display: grid;
    grid-template-columns: 56px minmax(0, 1fr);
    gap: 12px;
    align-items: start;
    font: var(--of-text-m) / 1.5 var(--of-font);
  }
  .word {
    padding-top: 7px;
    color: var(--of-text-2);
    font-weight: 600;
  }
  .parts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-height: 38px;
  }
  .act {
    field-sizing: content;
    border-color: transparent;
    background: var(--of-accent);
    color: var(--of-on-accent);
    font-weight: 650;
  }
  .act option {
    background: var(--of-surface);
    color: var(--of-text);
  }
  .number {
    width: 74px;
  }
  .percent {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-top: 18px;
    padding-top: 14px;
    border-top: 1px solid var(--of-line);
    font-size: var(--of-text-s);
  }
  .acts {
    display: flex;
    gap: 8px;
    margin-left: auto;
  }
  .foot .said {
    flex: 1 1 260px;
    min-width: 0;
  }
  .fault {
    color: var(--of-problem);
    font: 600 var(--of-text-xs) / 1.4 var(--of-font);
  }
  [aria-invalid="true"] {
    border-color: var(--of-problem);
  }
  .lacks {
    color: var(--of-waiting);
    font-weight: 600;
  }
  @media (max-width: 560px) {
    :host {
      padding: 14px;
    }
    .sentence {
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
    }
    .word {
      padding-top: 8px;
    }
  }
`;

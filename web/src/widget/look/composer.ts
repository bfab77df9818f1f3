import { css } from "lit";

/** Where the customer writes, or proves a telephone number. */
export const composer = css`
  /* the composer */
  form {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    margin: 0;
    padding: 8px 12px 12px;
    border-top: 1px solid var(--of-line);
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 44px;
    max-height: 128px;
    padding: 10px 14px;
    border: 1px solid var(--of-line-strong);
    border-radius: 22px;
    background: var(--of-surface);
    font-size: 16px;
    line-height: 22px;
    resize: none;
    field-sizing: content;
  }
  textarea::placeholder {
    color: var(--of-text-2);
    opacity: 1;
  }
  textarea:focus-visible {
    outline: 2px solid var(--of-focus);
    outline-offset: -1px;
    border-color: transparent;
  }
  .send {
    display: grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--of-accent);
    color: var(--of-on-accent);
    cursor: pointer;
    transition: background var(--of-quick);
  }
  .send:hover {
    background: var(--of-accent-strong);
  }
  .send[aria-disabled="true"] {
    background: var(--of-surface-2);
    color: var(--of-text-2);
    cursor: default;
  }

  /* proving a telephone number, in the composer's place */
  form.phone {
    flex-direction: column;
    align-items: stretch;
    padding-top: 12px;
  }
  .phone p {
    margin: 0;
  }
  .phone p:empty {
    display: none;
  }
  .phone #trouble {
    color: var(--of-problem);
    font-size: var(--of-text-s);
  }
  .phone input {
    min-height: 44px;
    padding: 8px 14px;
    border: 1px solid var(--of-line-strong);
    border-radius: var(--of-radius-s);
    background: var(--of-surface);
    color: inherit;
    font: inherit;
    font-size: 16px;
  }
  .phone input[aria-invalid="true"] {
    border-color: var(--of-problem);
  }
`;

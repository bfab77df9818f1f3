// The look of every page, as CSS custom properties: one set of names, each with its light and its dark value.
//
// Spacing counts in steps of eight pixels, text sizes follow one scale, colour has one accent and four meanings. Text colours
// reach a contrast of 4.5 : 1 on every ground they are meant for, in both schemes. A page chooses its scheme by the `theme`
// attribute on <html> (light, dark); without it the visitor's own preference decides.
import { css } from "lit";

/** The custom properties alone; for the document (`adopt` does it), or first in the styles of a component that stands on its own. */
export const tokens = css`
  :root,
  :host {
    color-scheme: light dark;

    --of-em: 1rem;
    --of-font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
    --of-font-mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
    --of-text-xs: calc(0.75 * var(--of-em));
    --of-text-s: calc(0.8125 * var(--of-em));
    --of-text-m: calc(0.9375 * var(--of-em));
    --of-text-l: calc(1.125 * var(--of-em));
    --of-text-xl: calc(1.375 * var(--of-em));
    --of-text-2xl: calc(1.75 * var(--of-em));
    --of-text-3xl: calc(2.375 * var(--of-em));
    --of-leading: 1.5;
    --of-leading-tight: 1.2;

    --of-space-half: 4px;
    --of-space-1: 8px;
    --of-space-2: 16px;
    --of-space-3: 24px;
    --of-space-4: 32px;
    --of-space-6: 48px;
    --of-space-8: 64px;

    --of-radius-s: 6px;
    --of-radius: 10px;
    --of-radius-l: 16px;
    --of-radius-round: 999px;

    --of-ground: light-dark(#f6f5f2, #131618);
    --of-surface: light-dark(#ffffff, #1b1f22);
    --of-surface-2: light-dark(#efede8, #262b2f);
    --of-surface-3: light-dark(#e4e1da, #31373c);
    --of-line: light-dark(#dedbd3, #363d43);
    --of-line-strong: light-dark(#85827a, #7d868e);
    --of-text: light-dark(#1c2125, #e9ebec);
    --of-text-2: light-dark(#555b60, #a9b1b7);

    --of-accent: light-dark(#0b5c78, #66c4e4);
    --of-accent-strong: light-dark(#08465c, #8fd6ee);
    --of-on-accent: light-dark(#ffffff, #06212b);
    --of-accent-soft: light-dark(#e2f0f5, #173542);
    --of-on-accent-soft: light-dark(#08465c, #b5e3f3);

    --of-waiting: light-dark(#855300, #f0b955);
    --of-waiting-soft: light-dark(#fdf0d5, #3a2d12);
    --of-problem: light-dark(#ad2a1c, #ff9a8c);
    --of-problem-soft: light-dark(#fde9e6, #44201b);
    --of-money: light-dark(#5d3fa6, #c4b0fa);
    --of-money-soft: light-dark(#efeafb, #2d2546);
    --of-done: light-dark(#28692f, #85d08d);
    --of-done-soft: light-dark(#e4f3e4, #1b3620);
    --of-picture: light-dark(#f1efea, #e8e5de);
    --of-note: light-dark(#fff7d9, #353017);

    --of-shadow-1: 0 1px 2px light-dark(#1c212514, #0006);
    --of-shadow-2: 0 1px 2px light-dark(#1c212514, #0006), 0 6px 20px light-dark(#1c21251a, #0008);
    --of-shadow-3: 0 2px 6px light-dark(#1c21251a, #0006), 0 16px 48px light-dark(#1c212533, #000a);
    --of-focus: light-dark(#0b5c78, #8fd6ee);
    --of-quick: 120ms;
    --of-motion: 180ms;
    --of-ease: cubic-bezier(0.2, 0.7, 0.3, 1);
  }

  :root[theme="light"],
  :host([theme="light"]) {
    color-scheme: light;
  }

  :root[theme="dark"],
  :host([theme="dark"]) {
    color-scheme: dark;
  }

  @media (prefers-reduced-motion: reduce) {
    :root,
    :host {
      --of-quick: 0.01ms;
      --of-motion: 0.01ms;
    }
  }
`;

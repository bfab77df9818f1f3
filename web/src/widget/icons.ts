import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

const shapes = {
  chat: svg`<path d="M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z"/><path d="M8 8h8M8 11.5h5"/>`,
  down: svg`<path d="M6 9.5l6 6 6-6"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  send: svg`<path d="M12 19V5M5.5 11.5L12 5l6.5 6.5"/>`,
  left: svg`<path d="M14.5 6l-6 6 6 6"/>`,
  right: svg`<path d="M9.5 6l6 6-6 6"/>`,
  parcel: svg`<path d="M4 8l8-4.5L20 8v8l-8 4.5L4 16z"/><path d="M4 8l8 4.5L20 8M12 12.5v8M8 5.75l8 4.5"/>`,
  return: svg`<path d="M8.5 5L4.5 9l4 4"/><path d="M4.5 9H14a5 5 0 0 1 0 10H8"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`,
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  alert: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5v5.5M12 16.2v.1"/>`,
  bot: svg`<rect x="4.5" y="8" width="15" height="11" rx="3.5"/><path d="M12 8V4.5M9 13v1M15 13v1M2.5 12.5v3M21.5 12.5v3"/><circle cx="12" cy="3.8" r=".8"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type Icon = keyof typeof shapes;

/** A drawing beside words; hidden from screen readers. */
export function icon(name: string): TemplateResult {
  return html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${shapes[name as Icon] ?? shapes.chat}</svg>`;
}

// Small line drawings, 20 by 20, in the colour of the text around them. They never carry a meaning alone.
import { svg, html, type TemplateResult } from "lit";

const PATHS = {
  person: "M10 10.2a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8ZM3.6 17c.7-3 3.2-4.7 6.4-4.7s5.700 1.700 6.400 4.700",
  queue: "M3.500 5.500h13M3.500 10h9M3.500 14.500h5.500",
  bot: "M5 7.500h10a1.500 1.500 0 0 1 1.500 1.500v5.500A1.500 1.500 0 0 1 15 16H5a1.500 1.500 0 0 1-1.500-1.500V9A1.500 1.500 0 0 1 5 7.500ZM10 7.500V4M7.500 11.200v1.300M12.500 11.200v1.300",
  problem: "M10 3.200 17.600 16.300H2.400ZM10 8.300v3.600M10 14v.1",
  done: "M4 10.600l4 4 8-9",
  proof: "M10 2.800l6 2.200v4.500c0 3.700-2.500 6.300-6 7.700-3.500-1.400-6-4-6-7.700V5ZM7.300 9.900l2 2 3.500-3.800",
  cart: "M2.500 3.500h2.200l2 9h8.300l1.800-6.300H5.400M8 16.500v.1M14 16.500v.1",
  order: "M3.500 6.300 10 3l6.500 3.300v7.400L10 17l-6.500-3.300ZM3.500 6.300 10 9.600l6.500-3.300M10 9.600V17",
  return: "M7.500 5 3.500 9l4 4M4 9h8.500a4 4 0 0 1 0 8H10",
  spark: "M10 2.800l1.900 5.300 5.300 1.900-5.300 1.900L10 17.200l-1.900-5.300L2.800 10l5.300-1.900Z",
  link: "M8.300 11.700a3 3 0 0 0 4.300 0l3-3a3 3 0 0 0-4.300-4.300l-1 1M11.700 8.300a3 3 0 0 0-4.300 0l-3 3a3 3 0 0 0 4.300 4.300l1-1",
  dot: "M10 9v2M9 10h2",
  search: "M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12ZM13.400 13.400 17 17",
  close: "M5 5l10 10M15 5 5 15",
  send: "M3 10 17 3.500 13 17l-3.500-5.500ZM9.500 11.500 17 3.500",
  note: "M4 3.500h12v9l-4 4H4ZM12 16.500v-4h4M7 7.500h6M7 10.500h3",
  chevron: "M7 4.500 12.500 10 7 15.500",
  down: "M4.500 7 10 12.500 15.500 7",
  up: "M4.500 13 10 7.500 15.500 13",
  back: "M12.500 4.500 7 10l5.500 5.500",
  help: "M7.500 7.500a2.500 2.500 0 1 1 3.600 2.300c-.8.400-1.100.900-1.100 1.900M10 14.500v.1M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15Z",
  panel: "M3 4h14v12H3ZM12 4v12",
  more: "M5 10v.1M10 10v.1M15 10v.1",
  out: "M8 3.500H4v13h4M12.500 6.500 16 10l-3.500 3.500M16 10H7.500",
  pin: "M7 3h6l-.7 5 2.700 3H5l2.700-3ZM10 11v6",
  ban: "M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM4.700 4.700l10.600 10.600",
  grip: "M7.500 5v.1M12.500 5v.1M7.500 10v.1M12.500 10v.1M7.500 15v.1M12.500 15v.1",
  undo: "M7 4 3.500 7.500 7 11M4 7.500h8a4.500 4.500 0 0 1 0 9H8",
  play: "M6 3.800 16 10 6 16.200Z",
  pause: "M7 4v12M13 4v12",
  next: "M5 4l7 6-7 6ZM15 4v12",
  shop: "M3.500 8 5 3.500h10L16.500 8M3.500 8h13v8.500h-13ZM8 16.500v-5h4v5",
  chat: "M3 4.500h14v9.500H9l-4 3v-3H3Z",
  clock: "M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM10 5.500V10l3 2",
} as const;

export type IconName = keyof typeof PATHS;

/** The drawing called `name`, hidden from screen readers. Sized by `.icon` in `icons`, or by the surrounding font. */
export function icon(name: IconName): TemplateResult {
  const path = svg`<path d=${PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />`;
  return html`<svg class="icon" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">${path}</svg>`;
}

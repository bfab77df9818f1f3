import { html, type TemplateResult } from "lit";

const ADDRESS = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** A message's text: words as they are, web addresses as links that tell the other site nothing. Nothing in it is ever markup. */
export function words(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, found.index), html`<a href=${found[0]} target="_blank" rel="noopener noreferrer nofollow">${found[0]}</a>`);
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

/** The address of something the server named, or empty when it is no web address: `javascript:` and the like go nowhere. */
export function safeAddress(address: string | undefined, base: string): string {
  if (!address || !URL.canParse(address, base || undefined)) return "";
  const url = new URL(address, base || undefined);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : "";
}

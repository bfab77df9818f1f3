// A shop's own colour: everything that needs contrast with it follows by arithmetic.

/** A sheet that sets the accent and what stands on it; undefined when the colour cannot be understood. */
export function accentSheet(accent: string): CSSStyleSheet | undefined {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(accent.trim().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3"));
  if (!parts) return undefined;
  const ink = luminance(parts.slice(1).map((part) => parseInt(part, 16) / 255)) > 0.179 ? "#000" : "#fff";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host {
    --of-accent: ${accent};
    --of-on-accent: ${ink};
    --of-focus: var(--of-text);
    --of-accent-strong: color-mix(in oklab, ${accent}, ${ink === "#fff" ? "black" : "white"} 18%);
    --of-accent-soft: color-mix(in oklab, ${accent} 14%, var(--of-surface));
    --of-on-accent-soft: var(--of-text);
  }
  .customer .bubble { background: ${accent}; color: ${ink}; }
  .answers button { color: var(--of-text); }`);
  return sheet;
}

/** Relative luminance of WCAG 2, section 1.4.3; above 0.179 black has the better contrast. */
function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

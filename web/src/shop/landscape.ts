import { css, html, svg, type TemplateResult } from "lit";

/** Ridges behind each other at first light; by night in the dark scheme. Decoration only. */
export function landscape(): TemplateResult {
  return html`<svg class="landscape" viewBox="0 0 1600 560" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
    <circle class="sun" cx="1180" cy="170" r="62" />
    <path class="r1" d="M0 330 140 250l110 60 150-150 130 110 120-70 170 140 140-190 150 130 110-60 180 120 120-80 180 110v200H0z" />
    <path class="r2" d="M0 400l170-80 120 50 190-150 160 130 130-60 210 120 170-140 190 150 150-70 110 80v130H0z" />
    <path class="snow" d="m480 220 58 47-30 8-24-16-30 22-34-12z" />
    <path class="snow" d="m1150 270 48 38-28 4-20-14-22 18-28-14z" />
    <path class="r3" d="M0 470c180-70 330-70 520-10s330 50 520-20 370-60 560 20v100H0z" />
    <path class="rill" d="M760 560c40-30 10-44 50-62s60-12 84-34c14-12 4-22 22-32-8 14 10 22-8 38-26 24-60 22-74 40s10 30-10 50z" />
    <g class="trees">
      ${[60, 96, 150, 250, 284, 1250, 1290, 1322, 1420, 1470, 1540].map(
        (x, index) => tree(x, 500 - (index % 3) * 14 + (x > 1200 ? 10 : 0), 26 + (index % 4) * 7),
      )}
    </g>
  </svg>`;
}


function tree(x: number, y: number, size: number) {
  return svg`<path d="M${x} ${y - size * 2}l${size * 0.5} ${size * 0.9}h-${size * 0.2}l${size * 0.4} ${size * 0.9}h-${size * 1.4}l${size * 0.4}-${size * 0.9}h-${size * 0.2}z"/>`;
}

export const landscapeColours = css`
  .landscape {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    background: linear-gradient(light-dark(#cfe3ea, #0d1a22), light-dark(#f3e6d3, #1d3440));
  }
  .sun {
    fill: light-dark(#fff6df, #dfe8ec);
    opacity: 0.85;
  }
  .r1 {
    fill: light-dark(#a9c3cc, #243f4c);
  }
  .r2 {
    fill: light-dark(#5f8a96, #1a303b);
  }
  .snow {
    fill: light-dark(#eef5f6, #486673);
  }
  .r3 {
    fill: light-dark(#2f5a52, #112420);
  }
  .trees {
    fill: light-dark(#1f4039, #0b1a17);
  }
  .rill {
    fill: light-dark(#b9dbe4, #2b4c59);
  }
`;

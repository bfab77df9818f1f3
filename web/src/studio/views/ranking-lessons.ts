// Every lesson so far: what each reached beside the best signal alone, and whether it was used.
import { LitElement, css, html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../../kit/icons.js";
import { look } from "../../kit/look.js";
import { base, marks } from "../../kit/styles.js";
import "../../kit/time.js";
import { sentence, share } from "../model/ranking-words.js";
import type { Lesson } from "../model/ranking-wire.js";
import { column } from "./studio-look.js";

const SHOWN = 8;
const CHARTED = 30;
const [WIDTH, HEIGHT] = [300, 90];

@customElement("studio-lessons")
export class StudioLessons extends LitElement {
  static override styles = [
    base,
    marks,
    look,
    column,
    css`
      svg.chart {
        display: block;
        width: 100%;
        height: auto;
        margin-top: 12px;
        overflow: visible;
      }
      .own {
        fill: none;
        stroke: var(--of-accent);
        stroke-width: 2;
      }
      .alone {
        fill: none;
        stroke: var(--of-line-strong);
        stroke-width: 1.5;
        stroke-dasharray: 3 3;
      }
      circle {
        fill: var(--of-accent);
        stroke: var(--of-accent);
        stroke-width: 2;
      }
      circle.refused {
        fill: var(--of-surface);
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
        margin-top: 6px;
        color: var(--of-text-2);
        font-size: var(--of-text-xs);
      }
      .key svg {
        width: 22px;
        height: 10px;
        margin-right: 4px;
        vertical-align: -1px;
      }
      ul {
        display: grid;
        margin-top: 12px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 8px;
        align-items: center;
        min-height: 40px;
        padding: 4px 0;
        border-bottom: 1px solid var(--of-line);
      }
      li:last-child {
        border-bottom: 0;
      }
      details {
        grid-column: 1 / -1;
      }
      summary {
        width: fit-content;
        border-radius: var(--of-radius-s);
        color: var(--of-accent);
        font-size: var(--of-text-xs);
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ];
  /** Newest first. */
  @property({ attribute: false }) lessons: readonly Lesson[] = [];
  /** When the one was learned that ranks now. */
  @property({ attribute: false }) live: string | null = null;

  override render() {
    const { lessons } = this;
    return html`<section aria-labelledby="lessons">
      <h2 id="lessons">Lessons so far</h2>
      ${lessons.length === 0 ? html`<p class="quiet">None yet.</p>` : nothing} ${lessons.length > 1 ? chart(lessons.slice(0, CHARTED).reverse()) : nothing}
      <ul role="list">
        ${lessons.slice(0, SHOWN).map((lesson) => this.row(lesson))}
      </ul>
    </section>`;
  }

  private row({ by, report }: Lesson) {
    return html`<li>
      <span><b class="numbers">${share(report.hits)}</b> <span class="quiet">· <kit-time at=${report.at}></kit-time>${by ? ` by ${by}` : ""}</span></span>
      ${report.at === this.live ? html`<span class="mark done">${icon("done")} live</span>` : report.used ? html`<span class="mark">was live</span>` : html`<span class="mark problem">refused</span>`}
      ${report.used
        ? nothing
        : html`<details>
            <summary>Why it was refused</summary>
            <p>${sentence(report)}</p>
          </details>`}
    </li>`;
  }
}

/** @param lessons oldest first, two or more */
function chart(lessons: readonly Lesson[]) {
  const figures = lessons.flatMap(({ report }) => [report.hits, report.bestSignalHits]);
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const room = Math.max(0.02, (most - least) * 0.2);
  const x = (index: number): number => 6 + ((WIDTH - 12) * index) / (lessons.length - 1);
  const y = (hits: number): number => HEIGHT - (HEIGHT * (hits - least + room)) / (most - least + 2 * room);
  const line = (hits: (lesson: Lesson) => number): string => lessons.map((lesson, index) => `${x(index).toFixed(1)},${y(hits(lesson)).toFixed(1)}`).join(" ");
  const [first, last] = [lessons[0]?.report.hits ?? 0, lessons.at(-1)?.report.hits ?? 0];
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Hits of the last ${lessons.length} lessons, from ${share(first)} to ${share(last)}">
      ${svg`<polyline class="alone" points=${line(({ report }) => report.bestSignalHits)} /><polyline class="own" points=${line(({ report }) => report.hits)} />
      ${lessons.map(({ report }, index) => svg`<circle class=${report.used ? "" : "refused"} cx=${x(index)} cy=${y(report.hits)} r="3.5"><title>${share(report.hits)}${report.used ? "" : ", refused"}</title></circle>`)}`}
    </svg>
    <p class="key" aria-hidden="true">
      <span><svg viewBox="0 0 22 10">${svg`<line class="own" x2="22" y1="5" y2="5" /><circle cx="11" cy="5" r="3.5" />`}</svg>the lesson</span>
      <span><svg viewBox="0 0 22 10">${svg`<line class="alone" x2="22" y1="5" y2="5" />`}</svg>best signal alone</span>
      <span><svg viewBox="0 0 22 10">${svg`<circle class="refused" cx="11" cy="5" r="3.5" />`}</svg>refused</span>
    </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "studio-lessons": StudioLessons;
  }
}

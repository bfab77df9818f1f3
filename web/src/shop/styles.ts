import { css } from "lit";

/** What the shop's views share: the page's width, headings, grids of products, quiet links. */
export const shared = css`
  :host {
    display: block;
  }
  .wide {
    width: min(1240px, 100% - 2 * var(--of-space-2));
    margin-inline: auto;
  }
  h1 {
    font-size: clamp(1.75rem, 1.3rem + 1.6vw, 2.375rem);
    font-weight: 700;
    letter-spacing: -0.015em;
  }
  h2 {
    font-size: var(--of-text-xl);
    font-weight: 680;
    letter-spacing: -0.01em;
  }
  .quiet {
    color: var(--of-text-2);
  }
  .crumbs {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    margin: 0;
    padding: var(--of-space-2) 0;
    color: var(--of-text-2);
    font-size: var(--of-text-s);
    list-style: none;
  }
  .crumbs li + li::before {
    content: "›";
    margin-right: 8px;
  }
  .crumbs a {
    color: inherit;
    text-decoration: none;
  }
  .crumbs a:hover {
    text-decoration: underline;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(var(--card, 250px), 42vw), 1fr));
    gap: var(--of-space-4) var(--of-space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  @media (min-width: 700px) {
    .grid {
      gap: var(--of-space-4) var(--of-space-3);
    }
  }
  .ghost {
    aspect-ratio: 3 / 4;
  }
  .between {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    flex-wrap: wrap;
    gap: var(--of-space-1) var(--of-space-2);
  }
`;

// <backprop-graph-tabs>: tabs as words over a line, for the panels of the graph page.

import { css } from 'lit';
import { sharedCss } from '../shared-css.js';
import { Tabs } from '../tabs.js';

export class GraphTabs extends Tabs {
  static styles = [
    sharedCss,
    css`
      :host { display: block; min-width: 0; }
      div { display: flex; gap: 18px; overflow-x: auto; }
      button { position: relative; flex: none; height: var(--button); padding: 0; border: 0; border-radius: 0; background: none; color: var(--muted); white-space: nowrap; }
      button:hover:not(:disabled) { background: none; color: var(--ink); }
      button[aria-selected="true"] { color: var(--ink); font-weight: 650; }
      button[aria-selected="true"]::before { content: ""; position: absolute; inset: auto 0 0; height: 2px; background: var(--ink); }
      button:focus-visible { outline-offset: -2px; }
      @media (max-width: 480px) { div { flex-wrap: wrap; gap: 0 16px; } }
    `,
  ];
}
customElements.define('backprop-graph-tabs', GraphTabs);

// <backprop-graph-seen>: the picture of a graph in a lesson, as high as it needs to be; its variables can be moved, unless `fixed` says that they stand fast.

import { css } from 'lit';
import { pathKeys } from '../graph/keys-of-numbers.js';
import { GraphView } from '../graph/view.js';
import { Viewport } from '../graph/viewport.js';
import { ScrollEdges, scrollEdgesCss } from '../scroll-edges.js';

/** Width of a printed page, in px. */
const PAPER = 680;

export class GraphSeen extends GraphView {
  static properties = { ...GraphView.properties, fixed: { type: Boolean } };
  static styles = [...GraphView.styles, scrollEdgesCss, css`
    :host { height: auto; }
    .stage { height: auto; padding: 12px 4px; overflow: auto hidden; cursor: default; }
    .stage:focus-visible { outline: 2px solid var(--ink); outline-offset: -2px; }
    @media print { .stage { overflow: hidden; } }
  `];

  /** How many steps were taken at first. */
  #first = -1;
  #begun = false;

  constructor() {
    super();
    this.fixed = false;
    new ScrollEdges(this, '.stage', () => /** @type {import('../graph/scene.js').Scene} */ (this.scene).words.nodes.scrolls);
    this.viewport = new Viewport(this, true);
    this.manner = { keysOf: pathKeys };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeprint', this.#toPaper);
    addEventListener('afterprint', this.#toScreen);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#toPaper);
    removeEventListener('afterprint', this.#toScreen);
  }

  /** Paper does not scroll. */
  #toPaper = () => {
    this.viewport.room = { width: PAPER, height: Infinity };
    this.viewport.fit(true);
  };

  #toScreen = () => {
    this.viewport.room = undefined;
    this.viewport.fit();
  };

  /** It is read from the left, until a step leads elsewhere. */
  reveal(smooth = false) {
    if (this.#first < 0) this.#first = this.count;
    this.#begun ||= this.count !== this.#first;
    if (this.#begun) super.reveal(smooth);
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    this.acts.setLeaf = this.fixed ? undefined : (node, value, entry) => this.dispatchEvent(new CustomEvent('leaf', { detail: { node, value, entry } }));
    this.acts.drag = this.fixed ? undefined : (event, node) => this.dragNumber(event, node);
  }
}
customElements.define('backprop-graph-seen', GraphSeen);

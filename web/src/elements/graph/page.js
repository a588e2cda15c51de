// <backprop-graph>: the graph page, which is the workbench with a bar above it; the address and this browser keep its text.

import { html } from 'lit';
import { fromGraphHash, keepText, keptText, toGraphHash } from '../../graph/graph-address.js';
import '../header.js';
import { GraphWorkbench } from './workbench.js';

const LESSON = '# x is used twice\nx = 2\ny = x**2 + 3*x + 1\n';

/** In ms; a browser counts how often the address changes. */
const REST = 250;

export class GraphPage extends GraphWorkbench {
  #timer = 0;
  #address = () => this.#follow();
  #save = () => this.#keep();

  constructor() {
    const { text, mistake } = fromGraphHash(location.hash);
    super(text ?? keptText() ?? LESSON, document);
    /** The text that the address and this browser hold. */
    this.kept = this.store.state.text;
    this.notice = mistake ?? '';
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#address);
    addEventListener('pagehide', this.#save);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#address);
    removeEventListener('pagehide', this.#save);
  }

  /** Another page is shown; this one waits. */
  leave() {
    this.#keep();
    void this.store.change({ action: 'pause' });
  }

  enter() {
    this.#follow();
  }

  changed() {
    super.changed();
    const { text } = this.store.state;
    if (text === this.kept) return;
    clearTimeout(this.#timer);
    this.#timer = Number(setTimeout(this.#save, REST));
  }

  /** The text into the address and this browser. */
  #keep() {
    const { text } = this.store.state;
    clearTimeout(this.#timer);
    if (text === this.kept) return;
    this.kept = text;
    this.notice = '';
    keepText(text);
    if (!this.hidden && /^#graph\b/.test(location.hash)) history.replaceState(null, '', toGraphHash(text));
  }

  /** What the address says is shown; where it says nothing, it is told what stands. */
  #follow() {
    if (this.hidden || !/^#graph\b/.test(location.hash)) return;
    const { text, mistake } = fromGraphHash(location.hash);
    this.notice = mistake ?? '';
    if (text !== undefined && text !== this.store.state.text) void this.store.change({ open: text });
    if (text === undefined && !mistake) history.replaceState(null, '', toGraphHash(this.store.state.text));
  }

  bar() {
    return html`<header><backprop-header page="graph"></backprop-header></header>`;
  }
}
customElements.define('backprop-graph', GraphPage);

// <backprop-graph>: the graph page. Puts the elements together and carries state down and changes up.

/** @import { GraphChange } from '../../graph/graph-store.js' */
import { LitElement, html, nothing } from 'lit';
import { openGraphClient } from '../../engine/client.js';
import { GraphStore } from '../../graph/graph-store.js';
import { sharedCss } from '../shared-css.js';
import { pageCss } from './page-css.js';
import '../header.js';
import './code.js';
import './dock.js';
import './examples.js';
import './formula.js';
import './picture.js';
import './steps.js';
import './text.js';

const LESSON = '# x is used twice\nx = 2\ny = x**2 + 3*x + 1\n';

export class GraphPage extends LitElement {
  static styles = [sharedCss, pageCss];

  constructor() {
    super();
    this.store = new GraphStore(LESSON);
    this.store.subscribe(() => this.requestUpdate());
  }

  connectedCallback() {
    super.connectedCallback();
    void this.store.connect(openGraphClient);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.store.dispose();
  }

  /** @param {CustomEvent<GraphChange>} event */
  #change(event) {
    event.stopPropagation();
    void this.store.change(event.detail);
  }

  render() {
    const { state } = this.store;
    return html`<div class="page" @change=${this.#change}>
      <header><backprop-header page="graph"></backprop-header></header>
      <main>
        <section class="left" aria-label="Text">
          <backprop-graph-text .state=${state}><backprop-graph-examples></backprop-graph-examples></backprop-graph-text>
          <backprop-graph-code .state=${state} .client=${this.store.client}></backprop-graph-code>
          <backprop-graph-formula .state=${state} .client=${this.store.client}></backprop-graph-formula>
        </section>
        <section class="right" aria-label="Picture">
          ${state.failure ? html`<p class="failure" role="alert"><b>Nothing can run here.</b> ${state.failure}</p>` : nothing}
          ${state.refusal ? html`<p class="refusal" role="alert">${state.refusal}</p>` : nothing}
          <backprop-graph-picture .state=${state}></backprop-graph-picture>
          <backprop-graph-dock .state=${state} .client=${this.store.client}></backprop-graph-dock>
        </section>
        <section class="bottom" aria-label="Steps"><backprop-graph-steps .state=${state}></backprop-graph-steps></section>
      </main>
    </div>`;
  }
}
customElements.define('backprop-graph', GraphPage);

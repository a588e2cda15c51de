// <backprop-graph-dock>: the panels under the picture, one at a time or none; a node that is selected asks for its reason.

/** @import { GraphClient } from '../../engine/client.js' */
/** @import { GraphState } from '../../graph/graph-state.js' */
import { LitElement, css, html, nothing } from 'lit';
import { emitChange } from '../change.js';
import { sharedCss } from '../shared-css.js';
import './break-it.js';
import './check.js';
import './compare.js';
import './export.js';
import './growth.js';
import './hessian.js';
import './tabs.js';
import './why.js';

/** @type {Record<string, (state: GraphState, client: GraphClient | undefined) => unknown>} */
const PANELS = {
  'Why?': (state, client) => html`<backprop-graph-why .state=${state} .client=${client}></backprop-graph-why>`,
  'Gradient check': (state, client) => html`<backprop-graph-check .state=${state} .client=${client}></backprop-graph-check>`,
  'Compare modes': (state, client) => html`<backprop-graph-compare .state=${state} .client=${client}></backprop-graph-compare>`,
  'How cost grows': (_, client) => html`<backprop-graph-growth .client=${client}></backprop-graph-growth>`,
  'Second derivatives': (state, client) => html`<backprop-graph-hessian .state=${state} .client=${client}></backprop-graph-hessian>`,
  Export: (state, client) => html`<backprop-graph-export .state=${state} .client=${client}></backprop-graph-export>`,
  'Break it': (state, client) => html`<backprop-graph-break-it .state=${state} .client=${client}></backprop-graph-break-it>`,
};

export class GraphDock extends LitElement {
  static properties = { state: { attribute: false }, client: { attribute: false }, open: { state: true } };
  static styles = [
    sharedCss,
    css`
      :host { display: flex; flex-direction: column; min-height: 0; border-top: 1px solid var(--hairline); }
      .bar { display: flex; gap: 12px; align-items: center; justify-content: space-between; padding: 4px 20px; }
      .bar button { border-color: transparent; background: none; color: var(--muted); }
      .panel { height: clamp(150px, 28dvh, 300px); padding: 12px 20px 20px; overflow: auto; border-top: 1px solid var(--hairline); }
      @media (max-width: 900px) { .panel { height: auto; min-height: 240px; } }
      @media (max-width: 480px) { .bar { padding: 4px 16px; } .panel { padding: 12px 16px 20px; } }
    `,
  ];

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    /** @type {GraphClient | undefined} */ this.client = undefined;
    this.open = '';
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    const before = changed.get('state');
    if (before && this.state && this.state.why !== before.why) this.open = 'Why?';
  }

  /** What a panel lit or broke ends with it. @param {import('lit').PropertyValues<this>} changed */
  updated(changed) {
    if (!changed.get('open')) return;
    emitChange(this, { light: null });
    emitChange(this, { broken: null });
  }

  /** @param {CustomEvent<string>} event */
  #choose(event) {
    event.stopPropagation();
    this.open = event.detail;
  }

  /** A panel that asks about a node gets the reason, even of the one that is selected already. @param {CustomEvent<import('../../graph/graph-state.js').GraphChange>} event */
  #ask({ detail }) {
    if (typeof detail?.select === 'number') this.open = 'Why?';
  }

  render() {
    if (!this.state?.frame) return nothing;
    return html`<div class="bar"><backprop-graph-tabs .names=${Object.keys(PANELS)} value=${this.open} @change=${this.#choose}></backprop-graph-tabs>
        ${this.open ? html`<button @click=${() => (this.open = '')}>Close</button>` : nothing}</div>
      ${this.open ? html`<div class="panel" role="tabpanel" tabindex="0" aria-label=${this.open}
        @change=${this.#ask}>${PANELS[this.open](this.state, this.client)}</div>` : nothing}`;
  }
}
customElements.define('backprop-graph-dock', GraphDock);

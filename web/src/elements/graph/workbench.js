// The graph workbench: text, picture, steps and panels. Puts the elements together, carries state down and changes up; the page adds a bar and the address.

/** @import { GraphChange } from '../../graph/graph-state.js' */
import { LitElement, html, nothing } from 'lit';
import { openGraphClient } from '../../engine/client.js';
import { GraphStore } from '../../graph/graph-store.js';
import tables from '../../tables.js';
import { sharedCss } from '../shared-css.js';
import { graphKey } from './keys.js';
import { pageCss } from './page-css.js';
import './add-form.js';
import './code.js';
import './dock.js';
import './examples.js';
import './formula.js';
import './node-tools.js';
import './palette.js';
import './pick.js';
import './picture.js';
import './steps.js';
import './text.js';

const MANNER = { ops: tables.ops };

export class GraphWorkbench extends LitElement {
  static properties = { adding: { state: true }, notice: { state: true } };
  static styles = [sharedCss, pageCss];

  #picking = false;
  #unsubscribe = () => {};
  #keys = (/** @type {Event} */ event) => {
    const change = this.hidden ? undefined : graphKey(/** @type {KeyboardEvent} */ (event), this.store.state);
    if (change) void this.store.change(change);
  };

  /** @param {string} text to begin with @param {EventTarget} keyboard where its keys are heard */
  constructor(text, keyboard) {
    super();
    this.store = new GraphStore(text);
    this.keyboard = keyboard;
    /** Ends when the engine is there. @type {Promise<void> | undefined} */
    this.opened = undefined;
    /** @type {'' | 'variable' | 'number'} */
    this.adding = '';
    this.notice = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#unsubscribe = this.store.subscribe(() => this.changed());
    this.keyboard.addEventListener('keydown', this.#keys);
    this.opened = this.store.connect(openGraphClient);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.keyboard.removeEventListener('keydown', this.#keys);
    this.#unsubscribe();
    this.store.dispose();
  }

  /** The state is another one. */
  changed() {
    this.requestUpdate();
  }

  /** Something is asked of it, which may be the page's. @param {GraphChange} _ */
  heard(_) {}

  /** What stands above it. @returns {unknown} */
  bar() {
    return nothing;
  }

  /** @param {CustomEvent<GraphChange>} event */
  #change(event) {
    event.stopPropagation();
    this.heard(event.detail);
    if (event.detail.begin !== undefined || event.detail.select !== undefined) this.adding = '';
    void this.store.change(event.detail).then(() => this.#added(event.detail));
  }

  /** A form that has added its node goes. @param {GraphChange} change */
  #added({ edit }) {
    if (edit && !this.store.state.refusal) this.#close();
  }

  #close() {
    if (!this.adding) return;
    this.adding = '';
    this.#focusPalette();
  }

  #focusPalette() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('backprop-graph-palette'))?.focus();
  }

  /** Whose field is gone goes on from the palette. */
  updated() {
    const picking = this.store.state.pick !== undefined;
    if (this.#picking && !picking && !this.shadowRoot?.activeElement) this.#focusPalette();
    this.#picking = picking;
  }

  render() {
    const { state } = this.store;
    return html`<div class="page" @change=${this.#change}>
      ${this.bar()}
      <main>
        <section class="left" aria-label="Text">
          ${this.notice ? html`<p class="notice" role="alert">${this.notice}</p>` : nothing}
          <backprop-graph-text .state=${state}><backprop-graph-examples></backprop-graph-examples></backprop-graph-text>
          <backprop-graph-code .state=${state} .client=${this.store.client}></backprop-graph-code>
          <backprop-graph-formula .state=${state} .client=${this.store.client}></backprop-graph-formula>
        </section>
        <section class="right" aria-label="Picture">
          ${state.failure ? html`<p class="failure" role="alert"><b>Nothing can run here.</b> ${state.failure}</p>` : nothing}
          <div class="tools">
            <backprop-graph-palette .state=${state} @add=${(/** @type {CustomEvent<'variable' | 'number'>} */ e) => this.#add(e.detail)}></backprop-graph-palette>
            <div class="strip" role="group" aria-label="Edit">${this.#strip()}
              ${state.refusal ? html`<p class="error" role="alert">${state.refusal}</p>` : nothing}</div>
          </div>
          ${state.frame && !state.frame.nodes.length ? html`<p class="empty muted">Nothing is here yet. Add a variable above, or write <code>y = x**2</code> in the text.</p>` : nothing}
          <backprop-graph-picture class=${state.pick ? 'picking' : ''} .state=${state}></backprop-graph-picture>
          <backprop-graph-dock .state=${state} .client=${this.store.client}></backprop-graph-dock>
        </section>
        <section class="bottom" aria-label="Steps"><backprop-graph-steps .state=${state} .manner=${MANNER}></backprop-graph-steps></section>
      </main>
    </div>`;
  }

  /** @param {'variable' | 'number'} what */
  #add(what) {
    void this.store.change({ action: 'cancel' });
    this.adding = this.adding === what ? '' : what;
  }

  #strip() {
    const { state } = this.store;
    if (this.adding === 'variable') return html`<backprop-graph-add .state=${state} @done=${this.#close}></backprop-graph-add>`;
    if (this.adding === 'number') return html`<backprop-graph-add kind="number" .state=${state} @done=${this.#close}></backprop-graph-add>`;
    if (state.pick) return html`<backprop-graph-pick .state=${state}></backprop-graph-pick>`;
    if (state.selected !== undefined) return html`<backprop-graph-node-tools .state=${state}></backprop-graph-node-tools>`;
    return html`<p class="hint muted">Select a node to name, connect, replace or delete it; an operation from above then takes it as its first operand.</p>`;
  }
}

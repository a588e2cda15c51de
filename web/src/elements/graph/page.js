// <backprop-graph>: the graph page. Puts the elements together, carries state down and changes up, and keeps the text in the address.

/** @import { GraphChange } from '../../graph/graph-state.js' */
import { LitElement, html, nothing } from 'lit';
import { openGraphClient } from '../../engine/client.js';
import { fromGraphHash, keepText, keptText, toGraphHash } from '../../graph/graph-address.js';
import { seenOf, textPart, withSeen } from '../../graph/graph-link.js';
import { GraphStore } from '../../graph/graph-store.js';
import tables from '../../tables.js';
import { keptTheme, showTheme } from '../../theme.js';
import { sharedCss } from '../shared-css.js';
import { graphKey } from './keys.js';
import { pageCss } from './page-css.js';
import '../header.js';
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
const LESSON = '# x is used twice\nx = 2\ny = x**2 + 3*x + 1\n';

/** In ms; a browser counts how often the address changes. */
const REST = 250;

export class GraphPage extends LitElement {
  static properties = { adding: { state: true }, notice: { state: true } };
  static styles = [sharedCss, pageCss];

  #timer = 0;
  #picking = false;
  /** Whether the step of the address is the one that is shown. */
  #standing = false;
  /** What the address says beside the text. @type {import('../../graph/graph-link.js').Seen} */
  seen = {};
  #unsubscribe = () => {};
  #keys = (/** @type {KeyboardEvent} */ event) => {
    const change = this.hidden ? undefined : graphKey(event, this.store.state);
    if (change) void this.store.change(change);
  };
  #address = () => this.#follow();
  #save = () => this.#keep();

  constructor() {
    super();
    const { text, mistake } = this.#read();
    this.store = new GraphStore(text ?? keptText() ?? LESSON);
    /** The text that the address and this browser hold. */
    this.kept = this.store.state.text;
    /** @type {'' | 'variable' | 'number'} */
    this.adding = '';
    this.notice = mistake ?? '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#unsubscribe = this.store.subscribe(() => this.#changed());
    document.addEventListener('keydown', this.#keys);
    addEventListener('hashchange', this.#address);
    addEventListener('pagehide', this.#save);
    void this.store.connect(openGraphClient).then(() => this.#stand());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
    removeEventListener('hashchange', this.#address);
    removeEventListener('pagehide', this.#save);
    this.#unsubscribe();
    this.store.dispose();
  }

  /** Another page is shown; this one waits. */
  leave() {
    this.#keep();
    void this.store.change({ action: 'pause' });
  }

  enter() {
    this.#follow();
  }

  /** What the address says; what of it is not followed is told. */
  #read() {
    const { seen, faults } = seenOf(location.hash);
    this.seen = seen;
    showTheme(seen.theme ?? keptTheme());
    const { text, mistake } = fromGraphHash(textPart(location.hash) ?? '');
    const words = faults.map((fault) => `${fault.key} ${fault.text}.`).join(' ');
    return { text, mistake: mistake ?? words };
  }

  /** At the step that the address names. */
  async #stand() {
    const { step } = this.seen;
    await this.store.idle();
    if (step !== undefined) await this.store.change({ to: step });
    this.#standing = step !== undefined;
  }

  /** The link to what is seen. */
  #link = () => {
    const { text, count, steps } = this.store.state;
    return withSeen(toGraphHash(text), { ...this.seen, step: count < steps ? count : undefined });
  };

  #changed() {
    this.requestUpdate();
    const { text, count } = this.store.state;
    if (this.#standing && count !== this.seen.step) this.#leave();
    if (text === this.kept) return;
    clearTimeout(this.#timer);
    this.#timer = Number(setTimeout(this.#save, REST));
  }

  /** The address names a step no longer. */
  #leave() {
    this.#standing = false;
    this.seen = { ...this.seen, step: undefined };
    if (!this.hidden && textPart(location.hash)) history.replaceState(null, '', withSeen(toGraphHash(this.kept), this.seen));
  }

  /** The text into the address and this browser. */
  #keep() {
    const { text } = this.store.state;
    clearTimeout(this.#timer);
    if (text === this.kept) return;
    this.kept = text;
    this.notice = '';
    keepText(text);
    if (!this.hidden && textPart(location.hash)) history.replaceState(null, '', withSeen(toGraphHash(text), this.seen));
  }

  /** What the address says is shown; where it says nothing, it is told what stands. */
  #follow() {
    if (this.hidden || !textPart(location.hash)) return;
    this.#standing = false;
    const { text, mistake } = this.#read();
    this.notice = mistake ?? '';
    const opened = text !== undefined && text !== this.store.state.text ? this.store.change({ open: text }) : undefined;
    void Promise.resolve(opened).then(() => this.#stand());
    if (text === undefined && !mistake) history.replaceState(null, '', withSeen(toGraphHash(this.store.state.text), this.seen));
  }

  /** @param {CustomEvent<GraphChange>} event */
  #change(event) {
    event.stopPropagation();
    if ('link' in event.detail) this.seen = { ...this.seen, theme: undefined };
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
      <header><backprop-header page="graph" .link=${this.#link} .language=${this.seen.lang}></backprop-header></header>
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
customElements.define('backprop-graph', GraphPage);

// <backprop-graph>: the graph page, which is the workbench with a bar above it; the address and this browser keep its text.

/** @import { GraphChange } from '../../graph/graph-state.js' */
import { html } from 'lit';
import { fromGraphHash, keepText, keptText, toGraphHash } from '../../graph/graph-address.js';
import { seenOf, textPart, withSeen } from '../../graph/graph-link.js';
import { keptTheme, showTheme } from '../../theme.js';
import '../header.js';
import { GraphWorkbench } from './workbench.js';

const LESSON = '# x is used twice\nx = 2\ny = x**2 + 3*x + 1\n';

/** In ms; a browser counts how often the address changes. */
const REST = 250;

/** What the address says; what of it is not followed is told. */
function readAddress() {
  const { seen, faults } = seenOf(location.hash);
  showTheme(seen.theme ?? keptTheme());
  const { text, mistake } = fromGraphHash(textPart(location.hash) ?? '');
  const words = faults.map((fault) => `${fault.key} ${fault.text}.`).join(' ');
  return { seen, text, mistake: mistake ?? words };
}

export class GraphPage extends GraphWorkbench {
  #timer = 0;
  /** Whether the step of the address is the one that is shown. */
  #standing = false;
  #address = () => this.#follow();
  #save = () => this.#keep();

  constructor() {
    const { seen, text, mistake } = readAddress();
    super(text ?? keptText() ?? LESSON, document);
    /** What the address says beside the text. @type {import('../../graph/graph-link.js').Seen} */
    this.seen = seen;
    /** The text that the address and this browser hold. */
    this.kept = this.store.state.text;
    this.notice = mistake ?? '';
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#address);
    addEventListener('pagehide', this.#save);
    void this.opened?.then(() => this.#stand());
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

  changed() {
    super.changed();
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
    const { seen, text, mistake } = readAddress();
    this.seen = seen;
    this.notice = mistake ?? '';
    const opened = text !== undefined && text !== this.store.state.text ? this.store.change({ open: text }) : undefined;
    void Promise.resolve(opened).then(() => this.#stand());
    if (text === undefined && !mistake) history.replaceState(null, '', withSeen(toGraphHash(this.store.state.text), this.seen));
  }

  /** @param {GraphChange} change */
  heard(change) {
    if ('link' in change) this.seen = { ...this.seen, theme: undefined };
  }

  bar() {
    return html`<header><backprop-header page="graph" .link=${this.#link} .language=${this.seen.lang}></backprop-header></header>`;
  }
}
customElements.define('backprop-graph', GraphPage);

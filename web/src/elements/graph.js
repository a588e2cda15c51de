// <backprop-graph>: the graph page. Text on the left, its picture on the right, the steps through it below.

/** @import { GraphFrame } from '../types.js' */
import { LitElement, html, nothing } from 'lit';
import { namesOf } from '../draw/graph-names.js';
import { stepSentence } from '../draw/graph-sentence.js';
import { stateAt, stepsOf } from '../draw/graph-steps.js';
import { messageOf, openGraphClient } from '../engine/client.js';
import { graphCss } from './graph-css.js';
import { leftIcon, pauseIcon, playIcon, resetIcon, rightIcon } from './icons.js';
import { sharedCss } from './shared-css.js';
import './graph-picture.js';
import './header.js';

const LESSON = '# x is used twice\nx = 2\ny = x**2 + 3*x + 1\n';

export class Graph extends LitElement {
  static properties = { text: { state: true }, frame: { state: true }, errors: { state: true }, count: { state: true }, playing: { state: true }, failure: { state: true } };
  static styles = [sharedCss, graphCss];

  /** @type {Awaited<ReturnType<typeof openGraphClient>> | undefined} */
  #client;
  #timer = 0;

  constructor() {
    super();
    this.text = LESSON;
    /** The last text that is a graph. @type {GraphFrame | undefined} */ this.frame = undefined;
    /** @type {GraphFrame['errors']} */ this.errors = [];
    this.count = Infinity;
    this.playing = false;
    this.failure = '';
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      const client = await openGraphClient();
      if (!this.isConnected) return client.dispose();
      this.#client = client;
      await this.#read(this.text);
    } catch (error) {
      this.failure = messageOf(error);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
    this.#client?.dispose();
  }

  /** @param {string} text */
  async #read(text) {
    this.text = text;
    const frame = await this.#client?.read(text);
    if (!frame || frame.source !== this.text) return;
    this.errors = frame.errors;
    if (frame.nodes.length > 0) this.frame = frame;
  }

  get #steps() {
    return this.frame ? stepsOf(this.frame) : [];
  }

  /** @param {number} count */
  #go(count) {
    this.count = Math.min(Math.max(count, 0), this.#steps.length);
  }

  #stop() {
    clearInterval(this.#timer);
    this.playing = false;
  }

  #play() {
    if (this.playing) return this.#stop();
    this.playing = true;
    const end = this.#steps.length;
    if (this.count >= end) this.count = 0;
    this.#timer = window.setInterval(() => {
      this.#go(this.count + 1);
      if (this.count >= this.#steps.length) this.#stop();
    }, 800);
  }

  /** The number of a leaf is replaced where it stands in the text. @param {CustomEvent<{ node: number, value: number }>} event */
  #set({ detail: { node, value } }) {
    const span = this.frame?.nodes[node].span;
    if (!span || this.frame?.source !== this.text) return;
    void this.#read(this.text.slice(0, span.begin) + String(Number(value.toPrecision(6))) + this.text.slice(span.end));
  }

  render() {
    return html`<div class="page">
      <header><backprop-header page="graph"></backprop-header></header>
      <main>
        <section class="left" aria-label="Text">${this.#left()}</section>
        <section class="right" aria-label="Picture">
          ${this.failure ? html`<p class="failure" role="alert"><b>Nothing can run here.</b> ${this.failure}</p>` : nothing}
          <backprop-graph-picture .frame=${this.frame} .count=${Math.min(this.count, this.#steps.length)} @value=${this.#set}></backprop-graph-picture></section>
        <section class="bottom" aria-label="Steps">${this.#bottom()}</section>
      </main>
    </div>`;
  }

  #left() {
    const [error] = this.errors;
    const lines = this.text.split('\n');
    const of = (/** @type {string} */ kind) => this.frame?.nodes.filter((node) => node.kind === kind).length ?? 0;
    const counted = (/** @type {number} */ n, /** @type {string} */ word) => `${n} ${word}${n === 1 ? '' : 's'}`;
    return html`<h2>Text</h2>
      <div class="editor"><div class="lines" aria-hidden="true">${lines.map((_, at) => html`<div class=${error?.line === at + 1 ? 'wrong' : ''}>${at + 1}</div>`)}</div>
        <div class="area"><textarea aria-label="Text of the graph" spellcheck="false" autocomplete="off" wrap="off" rows=${Math.max(lines.length, 4)} .value=${this.text}
          aria-invalid=${error ? 'true' : 'false'} aria-describedby="status" @input=${(/** @type {Event} */ e) => void this.#read(/** @type {HTMLTextAreaElement} */ (e.target).value)}></textarea>
          ${error ? html`<div class="mark" aria-hidden="true">${'\n'.repeat(error.line - 1)}${' '.repeat(error.column - 1)}<u>${' '.repeat(Math.max(error.length, 1))}</u></div>` : nothing}</div></div>
      <p id="status" class=${error ? 'error' : 'status'} role="status">${error ? `line ${error.line}, column ${error.column}: ${error.message}`
        : `${counted(of('operation'), 'operation')}, ${counted(of('parameter'), 'variable')}, ${counted(of('constant'), 'constant')}`}</p>
      ${this.frame?.notice ? html`<p class="error">${this.frame.notice}</p>` : nothing}
      <div class="code-head"><h2>PyTorch</h2><button @click=${() => navigator.clipboard?.writeText(this.frame?.code ?? '')}>Copy</button></div>
      <pre tabindex="0" role="region" aria-label="PyTorch code">${this.frame?.code ?? ''}</pre>`;
  }

  #bottom() {
    const steps = this.#steps;
    const at = Math.min(this.count, steps.length);
    const step = steps[at - 1];
    const names = this.frame ? namesOf(this.frame) : [];
    const added = this.frame && step ? stateAt(this.frame, steps, at).added.get(step.to)?.at(-1) : undefined;
    const sentence = this.frame ? stepSentence(this.frame, step, names, step?.phase === 'backward' ? added?.before : undefined) : '';
    return html`<div class="controls"><div class="buttons" role="group" aria-label="Step">
        <button class="play" aria-label=${this.playing ? 'Pause' : 'Play'} @click=${this.#play}>${this.playing ? pauseIcon : playIcon}</button>
        <button aria-label="Step back" ?disabled=${at === 0} @click=${() => this.#go(at - 1)}>${leftIcon}</button>
        <button aria-label="Step forward" ?disabled=${at === steps.length} @click=${() => this.#go(at + 1)}>${rightIcon}</button>
        <button aria-label="Reset" @click=${() => this.#go(0)}>${resetIcon}</button></div>
      <label><span class="phases">${['zero', 'forward', 'seed', 'backward'].map((phase) => html`<span class=${step?.phase === phase ? 'on' : ''}
        .style=${`flex:${steps.filter((each) => each.phase === phase).length || 0.001}`}>${phase}</span>`)}</span>
        <input type="range" min="0" max=${steps.length} step="1" .value=${String(at)} aria-label="Step" aria-valuetext="step ${at} of ${steps.length}: ${sentence}"
          @input=${(/** @type {Event} */ e) => this.#go(Number(/** @type {HTMLInputElement} */ (e.target).value))}></label>
      <span class="mono muted">step ${at} of ${steps.length}</span></div>
      <p class="sentence" aria-live="polite">${sentence}</p>`;
  }
}
customElements.define('backprop-graph', Graph);

// <backprop-graph-figure>: a computation as a graph, walked forward and backward step by step; beside it the code, and the losses of a loop of training.

/** @import { GraphChange } from '../../graph/graph-state.js' */
/** @import { GraphAnswer, GraphFigureState, GraphSpec } from '../../figures/graph.js' */
/** @import { Manner } from '../graph/scene.js' */
import { html, nothing } from 'lit';
import { stepsOf } from '../../draw/graph-steps.js';
import { graph, MOST_ROUNDS } from '../../figures/graph.js';
import { lessonGraphWords } from '../../figures/graph-words.js';
import words from '../../figures/words/graph.js';
import { pathKeys } from '../graph/keys-of-numbers.js';
import { codeLineCss } from '../graph/code-line.js';
import { resetIcon, stepIcon } from '../icons.js';
import { ScrollEdges, scrollEdgesCss } from '../scroll-edges.js';
import { codeTemplate } from './graph-code.js';
import { graphFigureCss } from './graph-css.js';
import { Figure } from './figure.js';
import './graph-seen.js';
import '../graph/steps.js';

const STEPS_A_SECOND = 1.25;
/** So many characters have room in place of each number of a loop; longer ones are set smaller. */
const ROOM = 5;
/** So many losses are listed, the last ones. */
const MOST_LISTED = 12;

/** @extends {Figure<GraphSpec, GraphFigureState, GraphAnswer>} */
export class GraphFigure extends Figure {
  static kind = graph;
  static words = words;
  static styles = [...Figure.styles, codeLineCss, scrollEdgesCss, graphFigureCss];
  static properties = { ...Figure.properties, manner: { state: true } };

  constructor() {
    super();
    /** @type {Partial<Manner>} */ this.manner = {};
    new ScrollEdges(this, '.code', () => this.say('code'));
  }

  connectedCallback() {
    super.connectedCallback();
    this.manner = { ...this.manner, words: lessonGraphWords[this.language], keysOf: pathKeys };
    // What operations are called is the core's to say: a table that the first step can wait for.
    void import('../../tables.js').then(({ default: { ops } }) => (this.manner = { ...this.manner, ops }));
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    const room = this.spec.update ? ROOM : undefined;
    if (room !== this.manner.room) this.manner = { ...this.manner, room };
  }

  /** Of what is drawn now: of an answer that is late, all of it. */
  get moment() {
    const { answer, state } = this;
    const steps = answer ? stepsOf(answer.frame) : [];
    const forward = steps.findLastIndex(({ phase }) => phase === 'forward') + 1;
    const wanted = answer?.round === state.round ? state.count : Infinity;
    return { steps, count: Math.min(wanted === 'forward' ? forward : wanted, steps.length), forward };
  }

  /** Sees more or less of what is computed already. @param {number} count */
  #see(count) {
    this.state = { ...this.state, count };
    this.requestUpdate();
  }

  /** Past the end of a round comes the next, if there is a loop. @param {number} by */
  #go(by) {
    const { steps, count } = this.moment;
    const { round } = this.state;
    const to = count + by;
    if (to > steps.length && this.#goesOn) return this.change({ round: round + 1, count: 1 });
    if (to < 1 && round > 0) return this.change({ round: round - 1, count: Infinity });
    this.#see(Math.min(Math.max(to, 0), steps.length));
    if (to >= steps.length && !this.#goesOn) this.pause();
  }

  get #goesOn() {
    const { answer, state } = this;
    return answer?.frame.update !== undefined && state.round < MOST_ROUNDS - 1 && Number.isFinite(answer.losses[answer.round]);
  }

  #play() {
    if (this.playing) return this.pause();
    const { steps, count } = this.moment;
    if (count >= steps.length && !this.#goesOn) this.#see(0);
    this.play(() => this.#go(1), STEPS_A_SECOND);
  }

  /** The rest of this round, or the whole next. */
  #finish() {
    this.pause();
    const { steps, count } = this.moment;
    if (count < steps.length) this.#see(steps.length);
    else if (this.#goesOn) this.change({ round: this.state.round + 1, count: Infinity });
  }

  /** @param {CustomEvent<GraphChange>} event */
  #asked(event) {
    event.stopPropagation();
    const { by, to, action } = event.detail ?? {};
    if (action) return this.#play();
    this.pause();
    if (by) this.#go(by);
    else if (to !== undefined) this.#see(to);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const [target] = /** @type {Element[]} */ (event.composedPath());
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || target.matches('input, .node, .stage:focus-visible, .code:focus-visible')) return;
    // The end is that of what was asked for, also while its answer is still to come.
    const act = { ArrowRight: () => this.#go(1), ArrowLeft: () => this.#go(-1), Home: () => this.#see(0), End: () => this.#see(Infinity) }[event.key];
    if (!act) return;
    event.preventDefault();
    this.pause();
    act();
  }

  /** From there on training begins again. @param {CustomEvent<{ node: number, value: number, entry?: number[] }>} event */
  #moveLeaf({ detail: { node, value, entry } }) {
    const leaf = this.answer?.frame.nodes[node];
    if (!leaf) return;
    this.pause();
    const [row = 0, column] = entry ?? [];
    const at = column === undefined ? row : row * leaf.shape[1] + column;
    const trained = Object.fromEntries(this.answer?.frame.update?.moves.map(({ name, before }) => [name, before]) ?? []);
    this.change({ leaves: { ...this.state.leaves, ...trained, [leaf.names[0]]: Array.from(leaf.value.data).with(at, value) }, round: 0 });
  }

  /** @param {'backward' | 'zero_grad'} pass once more */
  #again(pass) {
    const { steps } = this.moment;
    this.pause();
    this.change({ passes: [...this.state.passes, pass], count: steps.length });
    this.play(() => this.#go(1), STEPS_A_SECOND);
  }

  /** @param {GraphAnswer} answer */
  draw(answer) {
    const { manner, playing, spec } = this;
    const { count } = this.moment;
    const state = { frame: answer.frame, count, playing, speed: STEPS_A_SECOND };
    return html`<div class="run" tabindex="-1" @keydown=${this.#key}>
      <backprop-graph-seen .state=${state} .manner=${manner} ?fixed=${this.lock.includes('leaves') || this.hide.includes('leaves')} @leaf=${this.#moveLeaf}></backprop-graph-seen>
      <div class="below"><div class="walk">
          <backprop-graph-steps plain .state=${state} .manner=${manner} ?begun=${this.state.round > 0} ?goesOn=${this.#goesOn} @change=${this.#asked}></backprop-graph-steps>
          ${this.#controls()}${answer.frame.update ? this.#losses(answer) : nothing}</div>
        ${spec.code ? codeTemplate(answer, this.moment, this.state.passes) : nothing}</div>
    </div>`;
  }

  #controls() {
    const { spec, state } = this;
    const isFirst = state.round === 0 && state.passes.length === 1 && Object.keys(state.leaves).length === 0;
    if (!spec.update && !spec.again && isFirst) return nothing;
    return html`<div class="controls">${spec.update ? html`${this.button('round', html`${stepIcon}${this.say('round')}`, () => this.#finish(), this.moment.count >= this.moment.steps.length && !this.#goesOn)}
        ${this.slider('rate', state.rate, { from: 0, to: spec.most, step: spec.most / 100 }, (rate) => this.change({ rate, round: 0 }))}` : nothing}
      ${spec.again ? html`${this.button('passes', html`<code>backward()</code> ${this.say('further')}`, () => this.#again('backward'), state.passes.length > 5)}
        ${this.button('passes', html`<code>zero_grad()</code>`, () => this.#again('zero_grad'), state.passes.length > 5)}` : nothing}
      <button type="button" ?disabled=${isFirst} @click=${() => this.again()}>${resetIcon}${this.say('again')}</button></div>`;
  }

  /** Of the rounds that have come to their loss. @param {GraphAnswer} answer */
  #losses({ losses, round }) {
    const { count, forward } = this.moment;
    const known = losses.slice(0, round + (count >= forward ? 1 : 0));
    const first = Math.max(0, known.length - MOST_LISTED);
    const most = Math.max(...losses.filter(Number.isFinite), Number.MIN_VALUE);
    return html`<div class="losses"><h3>${this.say('losses')}</h3>${known.length ? html`<ol start=${first + 1}>${known.slice(first).map((loss, at) => html`<li><span
      class="bar" aria-hidden="true"><i .style=${`height:${(100 * Math.min(Math.max(loss, 0), most)) / most || 0}%`}></i></span>${this.number(`losses[${first + at}]`, loss)}</li>`)}</ol>`
      : html`<p class="muted">${this.say('none')}</p>`}</div>`;
  }
}

// <backprop-graph-steps>: play, one step back and forward, the slider of phases, backward() again, and what the step that was taken did.

/** @import { GraphState } from '../../graph/graph-state.js' */
/** @import { GraphFrame } from '../../types.js' */
/** @import { Step } from '../../draw/graph-steps.js' */
/** @import { Manner } from './scene.js' */
import { LitElement, html, nothing } from 'lit';
import { fillWords } from '../../draw/fill-words.js';
import { glue } from '../../draw/glue.js';
import { namesOf } from '../../draw/graph-names.js';
import { stepSentence } from '../../draw/graph-sentence.js';
import { stateAt, stepsOf } from '../../draw/graph-steps.js';
import { reasonOf, tickOf } from '../../draw/graph-ticks.js';
import { graphWords } from '../../draw/graph-words.js';
import { emitChange } from '../change.js';
import { downIcon, leftIcon, pauseIcon, playIcon, resetIcon, rightIcon } from '../icons.js';
import { sharedCss } from '../shared-css.js';
import { stepsCss } from './steps-css.js';

/** Steps a second. */
const SPEEDS = [0.5, 1.25, 2.5, 5, 10];
/** Narrower segments have no name under them, and of more there is one line. */
const [NAMED, MOST] = [17, 120];
/** Advance of a character under a segment, the least between two names, and what lies beyond the first and the last segment, in px. */
const [ADVANCE, APART, BEYOND] = [7.4, 5, 9];

export class GraphSteps extends LitElement {
  static properties = { state: { attribute: false }, manner: { attribute: false }, plain: { type: Boolean }, begun: { type: Boolean }, goesOn: { type: Boolean }, width: { state: true } };
  static styles = [sharedCss, stepsCss];

  #sizes = new ResizeObserver(() => (this.width = this.renderRoot.querySelector('.track')?.clientWidth ?? 0));

  constructor() {
    super();
    /** @type {Pick<GraphState, 'frame' | 'playing' | 'count' | 'speed'> | undefined} */ this.state = undefined;
    /** @type {Partial<Manner>} */ this.manner = {};
    /** without what only the graph page offers: more passes, and the speed */
    this.plain = false;
    /** whether a step back leads out of this graph, and one forward */
    this.begun = this.goesOn = false;
    this.width = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  /** Later the observer tells; to ask at every step would lay the page out once more. */
  updated() {
    if (this.width) return;
    const width = this.renderRoot.querySelector('.track')?.clientWidth ?? 0;
    if (width !== this.width) this.width = width;
  }

  render() {
    if (!this.state?.frame) return nothing;
    const { frame, playing, count } = this.state;
    const { words = graphWords, ops = [] } = this.manner;
    const said = words.steps;
    const empty = frame.nodes.length === 0;
    const steps = empty ? [] : stepsOf(frame);
    const at = Math.min(count, steps.length);
    const step = steps[at - 1];
    const names = namesOf(frame);
    const contributions = step?.phase === 'backward' ? (stateAt(frame, steps, at).added.get(step.to) ?? []) : [];
    const before = contributions.at(-1)?.before;
    const sentence = empty ? said.empty : stepSentence(frame, step, names, before, words);
    const op = step?.node >= 0 ? ops.find(({ name }) => name === frame.nodes[step.node].op) : undefined;
    const reason = reasonOf(step, op, contributions.length - 1, before !== undefined);
    const counted = { at: String(at), steps: String(steps.length), sentence };
    const go = (/** @type {string} */ label, /** @type {unknown} */ icon, /** @type {string} */ key, /** @type {boolean} */ isEnd, /** @type {import('../../graph/graph-state.js').GraphChange} */ change) =>
      html`<button aria-label=${label} title=${key} aria-disabled=${isEnd} @click=${() => isEnd || emitChange(this, change)}>${icon}</button>`;
    return html`<div class="controls"><div class="buttons" role="group" aria-label=${said.step}>
        <button class="play" aria-label=${playing ? said.pause : said.play} ?disabled=${empty} title="Space"
          @click=${() => emitChange(this, { action: playing ? 'pause' : 'play' })}>${playing ? pauseIcon : playIcon}</button>
        ${go(said.back, leftIcon, '←', at === 0 && !this.begun, { by: -1 })}${go(said.next, rightIcon, '→', at === steps.length && !this.goesOn, { by: 1 })}${
          go(said.reset, resetIcon, 'Home', at === 0, { to: 0 })}</div>
      <div class="track">${this.#phases(steps, step, said)}${this.#segments(frame, steps, at, names, words)}
        <input type="range" min="0" max=${Math.max(steps.length, 1)} step="1" .value=${String(at)} ?disabled=${empty} aria-label=${said.step}
          aria-valuetext=${fillWords(said.counted, counted)}
          @input=${(/** @type {Event} */ e) => emitChange(this, { to: Number(/** @type {HTMLInputElement} */ (e.target).value) })}></div>
      <span class="count mono">${fillWords(said.count, counted)}</span>
      ${this.plain ? nothing : this.#more(this.state.speed, empty || !!frame.notice)}</div>
      <div class="said"><p class="sentence" role=${this.plain ? 'status' : nothing} aria-live="polite">${glue(sentence)}</p>${reason ? html`<span class="chip">${words.reasons[reason] ?? reason}</span>` : nothing}</div>`;
  }

  /** More passes, and how fast it plays. @param {number} speed @param {boolean} none whether no pass can be made */
  #more(speed, none) {
    const again = (/** @type {'backward' | 'zero_grad'} */ action, /** @type {string} */ text, /** @type {string} */ title) => html`<button
      ?disabled=${none} title=${title} @click=${() => emitChange(this, { action })}>${text}</button>`;
    return html`<div class="again">${again('backward', 'backward() again', 'one more backward pass: gradients of variables grow')}
      ${again('zero_grad', 'zero_grad()', 'the gradients of variables become 0')}
      <span class="select"><select class="field" aria-label="Speed"
        @change=${(/** @type {Event} */ e) => emitChange(this, { speed: Number(/** @type {HTMLSelectElement} */ (e.target).value) })}>${SPEEDS.map(
        (each) => html`<option value=${each} ?selected=${each === speed}>${each} steps/s</option>`)}</select>${downIcon}</span></div>`;
  }

  /** @param {Step[]} steps @param {Step | undefined} now @param {typeof graphWords['steps']} words */
  #phases(steps, now, words) {
    /** @type {{ phase: string, pass: number, length: number }[]} */
    const groups = [];
    for (const { phase, pass } of steps) {
      const last = groups.at(-1);
      if (last?.phase === phase && last.pass === pass) last.length++;
      else groups.push({ phase, pass, length: 1 });
    }
    const narrow = this.width < 560 || groups.length > 6;
    const fits = (/** @type {{ phase: string, pass: number, length: number }} */ { phase, pass, length }) =>
      !narrow || (length * this.width) / steps.length > phase.length * 7 || (phase === now?.phase && pass === now.pass);
    return html`<div class="phases" aria-hidden="true">${groups.map((group) => {
      const on = now?.phase === group.phase && now.pass === group.pass;
      return html`<span class=${on ? 'on' : ''} .style=${`flex:${group.length}`}>${fits(group) ? words[/** @type {Step['phase']} */ (group.phase)] : ''}</span>`;
    })}</div>`;
  }

  /** @param {GraphFrame} frame @param {Step[]} steps @param {number} at @param {{ name: string }[]} names @param {typeof graphWords} words */
  #segments(frame, steps, at, names, words) {
    if (steps.length > MOST) return html`<div class="segments"><span class="done" .style=${`flex:${at}`}><i></i></span><span
      .style=${`flex:${steps.length - at}`}><i></i></span></div>`;
    const room = (this.width - 18) / steps.length;
    const first = (/** @type {number} */ i) => i > 0 && (steps[i].phase !== steps[i - 1].phase || steps[i].pass !== steps[i - 1].pass);
    const texts = steps.map((step) => words.write(tickOf(frame, step, names)));
    const half = (/** @type {string | undefined} */ text) => (text === undefined ? room / 2 - BEYOND : (text.length * ADVANCE) / 2);
    const short = texts.map((text) => text.split(' ')[0]);
    const fits = (/** @type {number} */ i) => room >= NAMED && [short[i - 1], short[i + 1]].every((next) => half(short[i]) + half(next) + APART <= room);
    const tick = (/** @type {number} */ i) => (2 * half(texts[i]) <= room ? texts[i] : fits(i) ? short[i] : '');
    return html`<div class="segments" aria-hidden="true">${steps.map((_, i) => html`<span
      class="${i < at ? 'done' : ''} ${first(i) ? 'first' : ''} ${i === at - 1 ? 'on' : ''}"><i></i><span>${tick(i)}</span></span>`)}</div>`;
  }
}
customElements.define('backprop-graph-steps', GraphSteps);

// <backprop-graph-steps>: play, one step back and forward, the slider of phases, backward() again, and what the step that was taken did.

/** @import { GraphState } from '../../graph/graph-state.js' */
/** @import { GraphFrame } from '../../types.js' */
/** @import { Step } from '../../draw/graph-steps.js' */
import { LitElement, html, nothing } from 'lit';
import { namesOf } from '../../draw/graph-names.js';
import { stepSentence } from '../../draw/graph-sentence.js';
import { stateAt, stepsOf } from '../../draw/graph-steps.js';
import { reasonOf, tickOf } from '../../draw/graph-ticks.js';
import tables from '../../tables.js';
import { emitChange } from '../change.js';
import { downIcon, leftIcon, pauseIcon, playIcon, resetIcon, rightIcon } from '../icons.js';
import { sharedCss } from '../shared-css.js';
import { stepsCss } from './steps-css.js';

/** Steps a second. */
const SPEEDS = [0.5, 1.25, 2.5, 5, 10];
/** Narrower segments have no name under them, and of more there is one line. */
const [NAMED, MOST] = [34, 120];

export class GraphSteps extends LitElement {
  static properties = { state: { attribute: false }, width: { state: true } };
  static styles = [sharedCss, stepsCss];

  #sizes = new ResizeObserver(() => (this.width = this.renderRoot.querySelector('.track')?.clientWidth ?? 0));

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
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
    const { frame, playing, count, speed } = this.state;
    const empty = frame.nodes.length === 0;
    const steps = empty ? [] : stepsOf(frame);
    const at = Math.min(count, steps.length);
    const step = steps[at - 1];
    const names = namesOf(frame);
    const contributions = step?.phase === 'backward' ? (stateAt(frame, steps, at).added.get(step.to) ?? []) : [];
    const before = contributions.at(-1)?.before;
    const sentence = empty ? 'There is nothing to step through yet.' : stepSentence(frame, step, names, before);
    const op = step?.node >= 0 ? tables.ops.find(({ name }) => name === frame.nodes[step.node].op) : undefined;
    const reason = reasonOf(step, op, contributions.length - 1, before !== undefined);
    const again = (/** @type {'backward' | 'zero_grad'} */ action, /** @type {string} */ text, /** @type {string} */ title) => html`<button
      ?disabled=${empty || !!frame.notice} title=${title}
      @click=${() => emitChange(this, { action })}>${text}</button>`;
    return html`<div class="controls"><div class="buttons" role="group" aria-label="Step">
        <button class="play" aria-label=${playing ? 'Pause' : 'Play'} ?disabled=${empty} title="Space"
          @click=${() => emitChange(this, { action: playing ? 'pause' : 'play' })}>${playing ? pauseIcon : playIcon}</button>
        <button aria-label="Step back" title="←" ?disabled=${at === 0} @click=${() => emitChange(this, { by: -1 })}>${leftIcon}</button>
        <button aria-label="Step forward" title="→" ?disabled=${at === steps.length} @click=${() => emitChange(this, { by: 1 })}>${rightIcon}</button>
        <button aria-label="Reset" title="Home" ?disabled=${at === 0} @click=${() => emitChange(this, { to: 0 })}>${resetIcon}</button></div>
      <div class="track">${this.#phases(steps, step)}${this.#segments(frame, steps, at, names)}
        <input type="range" min="0" max=${Math.max(steps.length, 1)} step="1" .value=${String(at)} ?disabled=${empty} aria-label="Step"
          aria-valuetext="step ${at} of ${steps.length}: ${sentence}"
          @input=${(/** @type {Event} */ e) => emitChange(this, { to: Number(/** @type {HTMLInputElement} */ (e.target).value) })}></div>
      <span class="count mono">step ${at} of ${steps.length}</span>
      <div class="again">${again('backward', 'backward() again', 'one more backward pass: gradients of variables grow')}
        ${again('zero_grad', 'zero_grad()', 'the gradients of variables become 0')}
        <span class="select"><select class="field" aria-label="Speed"
          @change=${(/** @type {Event} */ e) => emitChange(this, { speed: Number(/** @type {HTMLSelectElement} */ (e.target).value) })}>${SPEEDS.map(
          (each) => html`<option value=${each} ?selected=${each === speed}>${each} steps/s</option>`)}</select>${downIcon}</span></div></div>
      <div class="said"><p class="sentence" aria-live="polite">${sentence}</p>${reason ? html`<span class="chip">${reason}</span>` : nothing}</div>`;
  }

  /** @param {Step[]} steps @param {Step | undefined} now */
  #phases(steps, now) {
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
      return html`<span class=${on ? 'on' : ''} .style=${`flex:${group.length}`}>${fits(group) ? (group.phase === 'backward' ? '◂ backward' : group.phase) : ''}</span>`;
    })}</div>`;
  }

  /** @param {GraphFrame} frame @param {Step[]} steps @param {number} at @param {{ name: string }[]} names */
  #segments(frame, steps, at, names) {
    if (steps.length > MOST) return html`<div class="segments"><span class="done" .style=${`flex:${at}`}><i></i></span><span
      .style=${`flex:${steps.length - at}`}><i></i></span></div>`;
    const room = (this.width - 18) / steps.length;
    const first = (/** @type {number} */ i) => i > 0 && (steps[i].phase !== steps[i - 1].phase || steps[i].pass !== steps[i - 1].pass);
    const tick = (/** @type {Step} */ step) => {
      const text = tickOf(frame, step, names);
      return text.length * 7.4 <= room ? text : room >= NAMED / 2 && text.length * 7.4 > room ? text.split(' ')[0].slice(0, Math.floor(room / 7.4)) : '';
    };
    return html`<div class="segments" aria-hidden="true">${steps.map((step, i) => html`<span
      class="${i < at ? 'done' : ''} ${first(i) ? 'first' : ''} ${i === at - 1 ? 'on' : ''}"><i></i><span>${tick(step)}</span></span>`)}</div>`;
  }
}
customElements.define('backprop-graph-steps', GraphSteps);

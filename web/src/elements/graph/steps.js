// <backprop-graph-steps>: play, one step back and forward, the slider of phases, and what the step that was taken did.

/** @import { GraphState } from '../../graph/graph-store.js' */
import { LitElement, css, html, nothing } from 'lit';
import { namesOf } from '../../draw/graph-names.js';
import { stepSentence } from '../../draw/graph-sentence.js';
import { stateAt, stepsOf } from '../../draw/graph-steps.js';
import { emitChange } from '../change.js';
import { leftIcon, pauseIcon, playIcon, resetIcon, rightIcon } from '../icons.js';
import { sharedCss } from '../shared-css.js';

export class GraphSteps extends LitElement {
  static properties = { state: { attribute: false } };
  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      .controls { display: flex; align-items: center; gap: 12px 28px; }
      .buttons { display: flex; gap: 8px; }
      .buttons button { width: 40px; padding: 0; }
      .play { background: var(--ink); border-color: var(--ink); color: var(--surface); }
      .play:hover:not(:disabled) { background: var(--ink); opacity: 0.88; }
      label { flex: 1; min-width: 0; max-width: 800px; }
      label input { width: 100%; accent-color: var(--ink); }
      .phases { display: flex; color: var(--muted); font-size: var(--tiny); text-align: center; }
      .phases span { min-width: 0; }
      .phases .on { color: var(--ink); font-weight: 650; }
      .sentence { margin: 8px 0 0; min-height: 2.8em; font-size: 1.0625rem; overflow-wrap: anywhere; }
      @media (max-width: 900px) {
        .controls { flex-wrap: wrap; }
        label { flex: 1 0 100%; order: 3; }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
  }

  render() {
    if (!this.state?.frame) return nothing;
    const { frame, playing, count } = this.state;
    const steps = stepsOf(frame);
    const at = Math.min(count, steps.length);
    const step = steps[at - 1];
    const added = step ? stateAt(frame, steps, at).added.get(step.to)?.at(-1) : undefined;
    const sentence = stepSentence(frame, step, namesOf(frame), step?.phase === 'backward' ? added?.before : undefined);
    const share = (/** @type {string} */ phase) => steps.filter((each) => each.phase === phase).length || 0.001;
    return html`<div class="controls"><div class="buttons" role="group" aria-label="Step">
        <button class="play" aria-label=${playing ? 'Pause' : 'Play'} @click=${() => emitChange(this, { action: playing ? 'pause' : 'play' })}>${playing ? pauseIcon : playIcon}</button>
        <button aria-label="Step back" ?disabled=${at === 0} @click=${() => emitChange(this, { by: -1 })}>${leftIcon}</button>
        <button aria-label="Step forward" ?disabled=${at === steps.length} @click=${() => emitChange(this, { by: 1 })}>${rightIcon}</button>
        <button aria-label="Reset" @click=${() => emitChange(this, { to: 0 })}>${resetIcon}</button></div>
      <label><span class="phases">${['zero', 'forward', 'seed', 'backward'].map((phase) => html`<span class=${step?.phase === phase ? 'on' : ''}
        .style=${`flex:${share(phase)}`}>${phase}</span>`)}</span>
        <input type="range" min="0" max=${steps.length} step="1" .value=${String(at)} aria-label="Step" aria-valuetext="step ${at} of ${steps.length}: ${sentence}"
          @input=${(/** @type {Event} */ e) => emitChange(this, { to: Number(/** @type {HTMLInputElement} */ (e.target).value) })}></label>
      <span class="mono muted">step ${at} of ${steps.length}</span></div>
      <p class="sentence" aria-live="polite">${sentence}</p>`;
  }
}
customElements.define('backprop-graph-steps', GraphSteps);

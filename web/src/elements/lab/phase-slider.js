// <backprop-phase-slider>: the ops of one training step as a range, from zero_grad to the update.

/** @import { Op } from '../../draw/ops.js' */
import { LitElement, css, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { opsOf, restOf } from '../../draw/ops.js';
import { placePhaseLabels } from '../../draw/phase-labels.js';
import { themeScale } from '../../theme.js';
import { emitChange } from '../change.js';
import { trackCss } from '../track-css.js';
import { sharedCss } from '../shared-css.js';
import { Size } from '../size.js';
import { moveOf } from '../shortcuts.js';

const PHASES = /** @type {const} */ (['zero', 'forward', 'loss', 'backward', 'update']);
/** Half a thumb, in px: from there to there go the ops. */
const SIDE = 8;

export class PhaseSlider extends LitElement {
  static properties = { layers: { type: Number }, phase: { attribute: false }, disabled: { type: Boolean }, dragged: { state: true } };

  static styles = [
    sharedCss,
    trackCss,
    css`
      :host { display: block; position: relative; min-width: 0; }
      .row { display: flex; gap: 3px; padding: 0 8px; }
      .names { position: relative; height: 17px; color: var(--muted); font-size: var(--tiny); line-height: 17px; }
      .names > span { position: absolute; white-space: nowrap; }
      .names .now { color: var(--ink); font-weight: 650; }
      .segments { position: absolute; left: 0; right: 0; top: 26px; pointer-events: none; }
      .segments span { display: flex; gap: 1px; min-width: 0; }
      i { flex: 1; height: 3px; background: var(--border); opacity: 0.55; }
      i.done { background: var(--ink); opacity: 1; }
      input[type="range"] { display: block; position: relative; height: 21px; }
      @media (pointer: coarse) { .segments { top: 37px; } input[type="range"] { height: 44px; } }
    `,
  ];

  #size = new Size(this);

  constructor() {
    super();
    this.layers = 1;
    /** @type {number | null} the op that was the last one; null at rest */ this.phase = null;
    this.disabled = false;
    /** Where the thumb is held over the update, which is made when it is let go. @type {number | undefined} */ this.dragged = undefined;
  }

  /** @param {Event} event */
  #input(event) {
    const at = Number(/** @type {HTMLInputElement} */ (event.target).value);
    const rest = restOf(opsOf(this.layers));
    this.dragged = at > rest ? at : undefined;
    emitChange(this, { phase: at >= rest ? null : Math.max(at, 0) });
  }

  #let() {
    if (this.dragged !== undefined) emitChange(this, { by: { unit: 'op', way: 1 } });
    this.dragged = undefined;
    this.requestUpdate();
  }

  /** The keys of the page hold here too, so that the arrows go on into the next step. @param {KeyboardEvent} event */
  #key(event) {
    const by = moveOf(event);
    if (!by) return;
    event.preventDefault();
    emitChange(this, { by });
  }

  render() {
    const ops = opsOf(this.layers);
    const at = this.dragged ?? this.phase ?? restOf(ops);
    const groups = PHASES.map((phase) => ({ phase, count: ops.filter((op) => op.phase === phase).length, from: ops.findIndex((op) => op.phase === phase) }));
    const now = ops[at].phase;
    const names = placePhaseLabels(groups, this.#size.width - 2 * SIDE, now, themeScale());
    return html`
      <div class="row names" aria-hidden="true">${names.map(({ phase, from }) => html`<span
        class=${phase === now ? 'now' : ''} .style=${`left:${from + SIDE}px`}>${phase}</span>`)}</div>
      <div class="row segments" aria-hidden="true">${groups.map(({ count, from }) => html`<span .style=${`flex:${count}`}>${
        Array.from({ length: count }, (_, i) => html`<i class=${from + i <= at ? 'done' : ''}></i>`)}</span>`)}</div>
      <input type="range" min="-1" max=${ops.length - 1} step="1" .value=${live(String(at))} ?disabled=${this.disabled}
        aria-label="Op of the step" aria-valuetext=${opTitle(ops[at], this.layers)}
        @input=${this.#input} @change=${this.#let} @keydown=${this.#key}>`;
  }
}

/** @param {Op} op @param {number} layers */
function opTitle({ phase, layer, part }, layers) {
  if (phase === 'zero') return 'zero_grad';
  if (layer === undefined) return phase;
  const place = layer === layers - 1 ? 'output' : `layer ${layer + 1}`;
  return `${phase}, ${place}${part ? `: ${part}` : ''}`;
}
customElements.define('backprop-phase-slider', PhaseSlider);

// <backprop-divergence-note>: a run met a number that is not finite: where, by what factor it came, and how to go on.

/** @import { Frame } from '../../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { formatCount, formatNumber, formatTick } from '../../draw/format.js';
import { emitChange } from '../change.js';
import { number } from '../number.js';
import { sharedCss } from '../shared-css.js';

export class DivergenceNote extends LitElement {
  static properties = { frame: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      section {
        display: grid;
        gap: 10px;
        justify-items: start;
        margin: 8px 0;
        padding: 12px 16px;
        border: 1px solid var(--ink);
        border-left-width: 4px;
        border-radius: var(--radius);
        background: var(--surface);
        line-height: 1.5;
      }
      p { margin: 0; }
      table { border-collapse: collapse; font-size: var(--tiny); }
      th { padding: 0 20px 0 0; color: var(--muted); font-weight: 400; text-align: left; }
      td { padding: 0 20px 0 0; text-align: right; }
      .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
      button { height: auto; min-height: var(--button); }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
  }

  /** @param {number} lr */
  #goOn(lr) {
    emitChange(this, { setting: 'lr', value: lr });
    emitChange(this, { action: 'play' });
  }

  render() {
    const divergence = this.frame?.divergence;
    if (!this.frame || !divergence) return nothing;
    const { step, what, op, layer, factor, trail, lr, lower, fromLr } = divergence;
    const { seed } = this.frame.settings;
    const wide = { format: (/** @type {number} */ x) => formatNumber(x, 2) };
    return html`<section role="alert" aria-label="The run diverged">
      <p><b>Diverged at step ${formatCount(step)}:</b> ${what} (${op}).
        ${factor === null ? nothing : html`The weights and biases of layer ${layer + 1} grew ×${number('divergence.factor', factor, wide)} a step.`}
        ${trail.length > 1 ? html`The run is back at step ${formatCount(trail[0].step)}.` : nothing}</p>
      ${trail.length > 1 ? html`<table>
        <caption class="unseen">The last steps</caption>
        <tr><th scope="row">step</th>${trail.map((state) => html`<td class="mono">${formatCount(state.step)}</td>`)}</tr>
        <tr><th scope="row">loss</th>${trail.map((state, at) => html`<td>${number(`divergence.trail[${at}].loss`, state.loss, wide)}</td>`)}</tr>
        <tr><th scope="row">‖w, b‖ of layer ${layer + 1}</th>${trail.map((state, at) => html`<td>${number(`divergence.trail[${at}].norm`, state.norm, wide)}</td>`)}</tr>
      </table>` : nothing}
      ${fromLr ? html`<div class="buttons">
        <button @click=${() => this.#goOn(lower)}>Lower η to ${formatTick(lower)} and go on</button>
        <button @click=${() => emitChange(this, { settings: { lr: Number((lr / 10).toPrecision(6)), seed } })}>Start again with η ${formatTick(lr / 10)}</button>
      </div>` : nothing}
    </section>`;
  }
}
customElements.define('backprop-divergence-note', DivergenceNote);

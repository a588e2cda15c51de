// <backprop-check-all>: the gradients of all parameters, proved against float64 and against central differences.

/** @import { Store } from '../../store.js' */
/** @import { Frame } from '../../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { formatCount, formatTiny } from '../../draw/format.js';
import { messageOf } from '../../message-of.js';
import { number } from '../number.js';
import { sharedCss } from '../shared-css.js';

/** Parameters whose difference is taken: each costs two passes over the batch. */
export const MOST = 256;

export class CheckAll extends LitElement {
  static properties = { frame: { attribute: false }, ask: { attribute: false }, result: { state: true }, failure: { state: true } };

  static styles = [
    sharedCss,
    css`
      :host { display: grid; gap: 12px; justify-items: start; max-width: 72ch; }
      p { margin: 0; }
      dl { display: grid; grid-template-columns: auto auto; gap: 4px 20px; margin: 0; }
      dt { color: var(--muted); }
      dd { margin: 0; text-align: right; }
      .verdict { font-weight: 650; }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
    /** @type {{ step: number, run: number, all: Awaited<ReturnType<typeof import('../../engine/instruments.js').instruments.checkAll>> } | undefined} */
    this.result = undefined;
    this.failure = '';
  }

  async #check() {
    const { status, run } = /** @type {Frame} */ (this.frame);
    try {
      const all = await /** @type {Store['ask']} */ (this.ask)('checkAll', { most: MOST });
      this.result = { step: status.step, run, all };
      this.failure = '';
    } catch (error) {
      this.failure = messageOf(error);
    }
  }

  render() {
    if (!this.frame) return nothing;
    return html`<button ?disabled=${this.frame.playing} @click=${this.#check}>Check all weights</button>
      <p class="muted">Every gradient of the run beside the same in float64; a sample from each layer beside central differences.</p>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
      ${this.result?.run === this.frame.run ? this.#verdict() : nothing}`;
  }

  #verdict() {
    const { step, all } = /** @type {NonNullable<CheckAll['result']>} */ (this.result);
    const count = (/** @type {string} */ key, /** @type {number} */ value) => html`<dd class="mono">${number(`instruments.checkAll.${key}`, value, { format: formatCount })}</dd>`;
    return html`<p class="verdict" role="status">${all.agrees ? '✓ All agree' : '✗ They do not agree'}, at step ${formatCount(step)}.</p>
      <dl>
        <dt>parameters</dt>${count('parameters', all.parameters)}
        <dt>beside float64: more than rounding apart</dt>${count('rounded', all.rounded)}
        <dt>beside central differences: checked</dt>${count('checked.error.length', all.checked.error.length)}
        <dt>of these, disagreeing</dt>${count('disagreeing', all.disagreeing)}
        <dt>of these, at a kink</dt>${count('kinks', all.kinks)}
        ${all.worst ? html`<dt>largest difference</dt><dd class="mono">${number('instruments.checkAll.worst.error', all.worst.error, { format: formatTiny })}</dd>` : nothing}
      </dl>`;
  }
}
customElements.define('backprop-check-all', CheckAll);

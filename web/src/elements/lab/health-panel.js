// <backprop-health>: what is wrong with the run, why, and one thing to try; or the numbers that say that nothing is.

/** @import { Store } from '../../store.js' */
/** @import { Frame } from '../../types.js' */
/** @import { Health } from './health-words.js' */
import { css, html, nothing } from 'lit';
import { formatCount, formatNumber } from '../../draw/format.js';
import { number } from '../number.js';
import { SeenElement } from '../seen-element.js';
import { sharedCss } from '../shared-css.js';
import { ailmentSentence, deadCount, remedyButton } from './health-words.js';
import './sharpness.js';

export class HealthPanel extends SeenElement {
  static properties = { frame: { attribute: false }, ask: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 24px 48px; }
      section { display: grid; gap: 12px; align-content: start; justify-items: start; }
      ul { display: grid; gap: 16px; margin: 0; padding: 0; list-style: none; }
      li { display: grid; gap: 6px; justify-items: start; padding-left: 12px; border-left: 3px solid var(--ink); }
      p { margin: 0; max-width: 72ch; line-height: 1.5; }
      p .n { display: inline; }
      .well { font-weight: 650; }
      dl { display: grid; grid-template-columns: auto auto; gap: 4px 20px; margin: 0; }
      dt { color: var(--muted); }
      dd { margin: 0; text-align: right; font-family: var(--mono); }
      button { height: auto; min-height: var(--button); text-align: left; }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
  }

  /** At rest all is drawn, so that every number is of the same step. */
  shouldUpdate() {
    return this.isSeen || !this.frame?.playing;
  }

  render() {
    const health = this.frame?.instruments?.health;
    if (!health) return nothing;
    return html`<section aria-labelledby="found"><h2 id="found">Findings</h2>${health.ailments.length ? this.#ailments(health) : this.#well(health)}</section>
      <backprop-sharpness .frame=${this.frame} .ask=${this.ask}></backprop-sharpness>`;
  }

  /** @param {Health} health */
  #ailments(health) {
    return html`<ul>${health.ailments.map((ailment) => html`<li>
      <b>${ailment.name}</b>
      <p>${ailmentSentence(health, ailment)}</p>
      ${remedyButton(this, ailment)}
    </li>`)}</ul>`;
  }

  /** @param {Health} health */
  #well(health) {
    const { layers, rows, ratio, loss, start } = health;
    const of = /** @type {Frame} */ (this.frame).data.split.train.length;
    const parts = layers.slice(0, -1).map(({ received }) => received);
    const least = parts.indexOf(Math.min(...parts));
    const short = { format: (/** @type {number} */ x) => formatNumber(x, 2) };
    const rest = layers.map(({ saturated }) => saturated);
    const most = rest.indexOf(Math.max(...rest));
    const dead = layers.map((_, at) => at).filter((at) => layers[at].dead > 0 && at < layers.length - 1);
    return html`<p class="well">✓ Nothing wrong</p>
      <dl>
        ${least < 0 ? nothing : html`<dt>of the output’s δ, layer ${least + 1} receives</dt><dd>${number(`instruments.health.layers[${least}].received`, parts[least], short)}</dd>`}
        <dt>saturated, at most (layer ${most + 1})</dt><dd>${number(`instruments.health.layers[${most}].saturated`, rest[most], short)}</dd>
        ${dead.map((at) => html`<dt>dead units in layer ${at + 1}, of ${layers[at].units}</dt><dd>${deadCount(health, at)}</dd>`)}
        <dt>a step changes the weights by</dt><dd>${number('instruments.health.ratio', ratio, { ...short, reason: 'All weights are 0.' })}</dd>
        <dt>loss at the start</dt><dd>${number('instruments.health.start', start)}</dd>
        <dt>loss now</dt><dd>${number('instruments.health.loss', loss)}</dd>
      </dl>
      <p class="muted">Judged before ${rows === of ? 'all' : 'a batch of'} ${number('instruments.health.rows', rows, { format: formatCount })} training examples.</p>`;
  }
}
customElements.define('backprop-health', HealthPanel);

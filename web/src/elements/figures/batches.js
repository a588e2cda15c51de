// <backprop-batches>: what each example asks of one weight, and how the answers of mini-batches scatter around that of all examples.

/** @import { BatchesAnswer, BatchesSpec, BatchesState } from '../../figures/batches.js' */
import { html, nothing, svg } from 'lit';
import { plotScale, rangeOf, ticksOf } from '../../draw/plot.js';
import { batches } from '../../figures/batches.js';
import { axisWriter } from '../../figures/speak.js';
import words from '../../figures/words/batches.js';
import { diceIcon, resetIcon } from '../icons.js';
import { Size } from '../size.js';
import { Figure } from './figure.js';

const [LANE, TOP, BOTTOM] = [96, 8, 34];
const HEIGHT = TOP + 2 * LANE + BOTTOM;
const RADIUS = 4;

/** @extends {Figure<BatchesSpec, BatchesState, BatchesAnswer>} */
export class Batches extends Figure {
  static kind = batches;
  static words = words;

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  /** @param {BatchesAnswer} answer */
  draw(answer) {
    const { width } = this.#size;
    const { w, batch, seed } = this.state;
    const most = this.spec.examples;
    return html`<div class="area" .style=${`min-height:${HEIGHT}px`}>${width ? html`<svg class="plot" width=${width} height=${HEIGHT} aria-hidden="true">${this.#picture(answer, width)}</svg>` : nothing}</div>
      <dl class="readings">
        <div><dt>${this.say('whole')}</dt><dd>${this.number('whole', answer.whole, { width: 8, signed: true })}</dd></div>
        <div><dt>${this.say('first')}</dt><dd>${this.number('means[0]', answer.means[0], { width: 8, signed: true })}</dd></div>
        <div><dt>${this.say('spread')}</dt><dd>${this.number('spread', answer.spread, { width: 8 })}</dd></div>
      </dl>
      <div class="controls">
        ${this.button('draw', html`${diceIcon}${this.say('draw')}`, () => this.change({ seed: seed + 1 }))}
        <button type="button" @click=${() => this.again()}>${resetIcon}${this.say('again')}</button>
        ${this.slider('batch', batch, { from: 1, to: most, step: 1 }, (value) => this.change({ batch: value }))}
        ${this.slider('w', w, { from: -2, to: 4, step: 0.05 }, (value) => this.change({ w: value }))}
      </div>
      <p class="sentence" role="status">${this.say('said', { batch: String(batch), count: String(most), mean: answer.means[0], whole: answer.whole, spread: answer.spread, draws: String(answer.means.length) })}</p>`;
  }

  /** @param {BatchesAnswer} answer @param {number} width */
  #picture({ examples, means, whole, chosen }, width) {
    const frame = { width, height: HEIGHT, left: 16, right: 16, top: TOP, bottom: BOTTOM };
    const range = rangeOf([0, ...examples.map(({ gradient }) => gradient)]);
    const { x } = plotScale(frame, range, [0, 1]);
    const floor = TOP + 2 * LANE;
    const lane = (/** @type {number[]} */ values, /** @type {number} */ base, /** @type {(at: number) => string} */ look) =>
      stacked(values.map(x), width).map(({ at, px, level }) => svg`<circle class=${look(at)} cx=${px} cy=${base - RADIUS - 2 - level} r=${RADIUS} />`);
    return svg`
      ${ticksOf(...range, Math.max(2, Math.floor(width / 80))).map((tick) => svg`<line class="grid" x1=${x(tick)} x2=${x(tick)} y1=${TOP} y2=${floor} />
        <text x=${x(tick)} y=${floor + 18} text-anchor="middle">${axisWriter(this.language)(tick)}</text>`)}
      <line class="axis" x1="16" x2=${width - 16} y1=${TOP + LANE} y2=${TOP + LANE} /><line class="axis" x1="16" x2=${width - 16} y1=${floor} y2=${floor} />
      <text x="16" y=${TOP + 12}>${this.say('each')}</text><text x="16" y=${TOP + LANE + 18}>${this.say('means')}</text>
      <text x=${width - 16} y=${HEIGHT - 2} text-anchor="end" class="name">${this.say('gradient')}</text>
      ${lane(examples.map(({ gradient }) => gradient), TOP + LANE, (at) => (chosen.includes(at) ? 'dot' : 'trail'))}
      ${lane(means, floor, (at) => (at === 0 ? 'dot' : 'trail'))}
      <line class="axis" x1=${x(whole)} x2=${x(whole)} y1=${TOP} y2=${floor} stroke-width="2" stroke-dasharray="4 3" />`;
  }
}

/** Dots that would cover each other stand one on the other, as high as the lane is. @param {number[]} places in px @param {number} width */
function stacked(places, width) {
  const columns = new Array(Math.ceil(width / (2 * RADIUS)) + 1).fill(0);
  const most = LANE - 4 * RADIUS - 18;
  return places.map((px, at) => {
    const column = Math.min(Math.max(Math.round(px / (2 * RADIUS)), 0), columns.length - 1);
    const level = columns[column]++ * 2 * RADIUS;
    return { at, px: column * 2 * RADIUS, level: level > most ? level % most : level };
  });
}

// <backprop-differences>: the error of a numerical derivative over the width h, on two log axes; the reader looks for the best h.

/** @import { DifferencesAnswer, DifferencesSpec, DifferencesState } from '../../figures/differences.js' */
import { html, nothing, svg } from 'lit';
import { linePath, plotScale } from '../../draw/plot.js';
import { differences } from '../../figures/differences.js';
import { powerText } from '../../figures/speak.js';
import words from '../../figures/words/differences.js';
import { Size } from '../size.js';
import { Figure } from './figure.js';
import { plotFrame } from './plot-frame.js';

const HEIGHT = 280;
const MARGINS = { left: 52, right: 28, top: 26, bottom: 30 };
const [POWERS, ERRORS] = /** @type {[number, number][]} */ ([[-15, 0], [-17, 1]]);

/** @param {number} power */
const writePower = (power) => (Number.isInteger(power) ? powerText(power) : '');
/** Where a number of no error lies, as a logarithm has none. @param {number} error */
const height = (error) => Math.max(Math.log10(error), ERRORS[0]);

/** @extends {Figure<DifferencesSpec, DifferencesState, DifferencesAnswer>} */
export class Differences extends Figure {
  static kind = differences;
  static words = words;

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  /** @param {DifferencesAnswer} answer */
  draw(answer) {
    const { width } = this.#size;
    const frame = { width, height: HEIGHT, ...MARGINS };
    const { x, y } = plotScale(frame, POWERS, ERRORS);
    const { widths, at, slope } = answer;
    const { h, central, forward, centralError, forwardError } = widths[at];
    const line = (/** @type {'centralError' | 'forwardError'} */ name) => linePath(widths.map((each) => [x(Math.log10(each.h)), y(height(each[name]))]));
    return html`<div class="area" .style=${`min-height:${HEIGHT}px`}>${width ? html`<svg class="plot" width=${width} height=${HEIGHT} aria-hidden="true">
        ${plotFrame(frame, POWERS, ERRORS, { x: 'h', y: this.say('error') }, writePower)}
        <line class="axis" x1=${x(Math.log10(h))} x2=${x(Math.log10(h))} y1=${MARGINS.top} y2=${HEIGHT - MARGINS.bottom} stroke-dasharray="2 3" />
        <path class="curve" d=${line('forwardError')} stroke-dasharray="6 4" /><path class="curve" d=${line('centralError')} />
        ${[forwardError, centralError].map((error) => svg`<circle class="dot" cx=${x(Math.log10(h))} cy=${y(height(error))} r="5" />`)}</svg>` : nothing}</div>
      <dl class="readings">
        <div><dt>${this.say('slope')}</dt><dd>${this.number('slope', slope, { format: precise })}</dd></div>
        <div><dt>${this.say('central')}</dt><dd>${this.number(`widths[${at}].central`, central, { format: precise })}</dd></div>
        <div><dt>${this.say('forward')}</dt><dd>${this.number(`widths[${at}].forward`, forward, { format: precise })}</dd></div>
      </dl>
      <div class="controls">
        ${this.slider('h', this.state.exponent, { from: -15, to: 0, step: 0.25 }, (exponent) => this.change({ exponent }))}
        ${this.slider('x', this.state.x, { from: -3, to: 3, step: 0.1 }, (value) => this.change({ x: value }))}
      </div>
      <p class="sentence" role="status">${this.say('said', { h, central: centralError, forward: forwardError })}</p>
      <p class="legend">${this.say('legend')}</p>`;
  }
}

/** Enough figures to see where the digits differ. @param {number} x */
const precise = (x) => x.toPrecision(12).replace('-', '−');


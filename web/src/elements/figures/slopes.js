// <backprop-slopes>: an activation with its slope under it, and what many layers of that slope leave of a gradient.

/** @import { SlopesAnswer, SlopesSpec, SlopesState } from '../../figures/slopes.js' */
import { css, html, nothing, svg } from 'lit';
import { signOf } from '../../draw/format.js';
import { linePath, plotScale } from '../../draw/plot.js';
import { RANGE, slopes } from '../../figures/slopes.js';
import { axisWriter, formatShort } from '../../figures/speak.js';
import words from '../../figures/words/slopes.js';
import { resetIcon } from '../icons.js';
import { Size } from '../size.js';
import { Figure } from './figure.js';
import { plotFrame } from './plot-frame.js';

const HEIGHT = 230;
const MARGINS = { left: 40, right: 24, top: 26, bottom: 30 };
/** Half of the length of the tangent, in px. */
const REACH = 46;
/** What of each activation is drawn. @type {Record<string, [number, number]>} */
const HEIGHTS = { sigmoid: [-0.05, 1.05], tanh: [-1.1, 1.1], relu: [-0.5, 6] };

/** @extends {Figure<SlopesSpec, SlopesState, SlopesAnswer>} */
export class Slopes extends Figure {
  static kind = slopes;
  static words = words;
  static styles = [...Figure.styles, css`
    .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: 8px 40px; }
    .area { min-width: 0; min-height: ${HEIGHT}px; }
    .plot .at { stroke: var(--border); stroke-dasharray: 2 3; }
  `];

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  /** @param {SlopesAnswer} answer */
  draw(answer) {
    const { activation, z, layers } = this.state;
    const { width } = this.#size;
    const { here, left } = answer;
    const format = formatShort;
    return html`<div class="plots">
        <div class="area">${width ? this.#plot(width, answer, 'value') : nothing}</div><div class="area">${width ? this.#plot(width, answer, 'slope') : nothing}</div></div>
      <dl class="readings"><div><dt>${activation}(z)</dt><dd>${this.number('here.value', here.value, { format })}</dd></div>
        <div><dt>${this.say('slope')}</dt><dd>${this.number('here.slope', here.slope, { format })}</dd></div>
        <div><dt>${this.say('left', { layers: String(layers) })}</dt><dd>${this.number('left', left, { format })}</dd></div></dl>
      <div class="controls">
        ${this.choice('activation', ['sigmoid', 'tanh', 'relu'], activation, (value) => this.change({ activation: value }))}
        ${this.slider('z', z, { from: -RANGE, to: RANGE, step: 0.1 }, (value) => this.change({ z: value }))}
        ${this.slider('layers', layers, { from: 1, to: 50, step: 1 }, (value) => this.change({ layers: value }))}
        <button type="button" @click=${() => this.again()}>${resetIcon}${this.say('again')}</button>
      </div>
      <p class="sentence" role="status">${this.say(here.slope === 1 ? 'whole' : here.slope === 0 ? 'none' : 'said', { slope: here.slope, left, layers: String(layers) })}</p>`;
  }

  /** @param {number} width @param {SlopesAnswer} answer @param {'value' | 'slope'} what */
  #plot(width, { curve, here }, what) {
    const { activation, z } = this.state;
    const frame = { width, height: HEIGHT, ...MARGINS };
    /** @type {[number, number]} */
    const xs = [-RANGE, RANGE];
    const ys = what === 'value' ? HEIGHTS[activation] : /** @type {[number, number]} */ ([-0.05, 1.05]);
    const { x, y } = plotScale(frame, xs, ys);
    const [slopeX, slopeY] = [1, (y(here.value + here.slope) - y(here.value)) / (x(z + 1) - x(z))];
    const reach = REACH / Math.hypot(slopeX, slopeY);
    return html`<svg class="plot" width=${width} height=${HEIGHT} aria-hidden="true">
      ${plotFrame(frame, xs, ys, { x: 'z', y: '' }, axisWriter(this.language))}
      ${svg`<text class="name" x=${frame.left} y=${frame.top - 10}>${what === 'value' ? `${activation}(z)` : this.say('slopeOf', { activation })}</text>
        <path class="curve" d=${linePath(curve.map((point) => [x(point.z), y(point[what])]))} />
        <line class="at" x1=${x(z)} x2=${x(z)} y1=${y(ys[0])} y2=${y(here[what])} />
        ${what === 'value' ? svg`<line class="slope ${signOf(here.slope)}" x1=${x(z) - reach} x2=${x(z) + reach} y1=${y(here.value) - slopeY * reach} y2=${y(here.value) + slopeY * reach} />` : nothing}
        <circle class="dot" cx=${x(z)} cy=${y(here[what])} r="6" />`}</svg>`;
  }
}

// <backprop-curvature>: a loss, the parabola that touches it at w, and where the next step and the parabola's bottom lie.

/** @import { CurvatureAnswer, CurvatureSpec, CurvatureState } from '../../figures/curvature.js' */
import { html, nothing, svg } from 'lit';
import { linePath, plotScale, rangeOf } from '../../draw/plot.js';
import { curvature } from '../../figures/curvature.js';
import { axisWriter } from '../../figures/speak.js';
import words from '../../figures/words/curvature.js';
import { resetIcon, stepIcon } from '../icons.js';
import { Size } from '../size.js';
import { Figure } from './figure.js';
import { plotFrame } from './plot-frame.js';

const HEIGHT = 280;
const MARGINS = { left: 44, right: 24, top: 26, bottom: 30 };

/** @extends {Figure<CurvatureSpec, CurvatureState, CurvatureAnswer>} */
export class Curvature extends Figure {
  static kind = curvature;
  static words = words;

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  /** @param {CurvatureAnswer} answer */
  draw(answer) {
    const { from, to, most } = this.spec;
    const { w, rate } = this.state;
    const { width } = this.#size;
    const frame = { width, height: HEIGHT, ...MARGINS };
    const [low, high] = rangeOf(answer.curve.map(({ loss }) => loss), 0.12);
    const scale = plotScale(frame, [from, to], [low, high]);
    const step = Math.min(Math.max(answer.next.w, from), to);
    const bottom = answer.newton >= from && answer.newton <= to ? answer.newton : undefined;
    return html`<div class="area" .style=${`min-height:${HEIGHT}px`}>${width ? html`<svg class="plot" width=${width} height=${HEIGHT} aria-hidden="true">
        ${plotFrame(frame, [from, to], [low, high], { x: 'w', y: this.say('axis') }, axisWriter(this.language))}${this.#picture(answer, scale, [low, high])}</svg>` : nothing}</div>
      <dl class="readings">
        <div><dt>${this.say('slope')}</dt><dd>${this.number('here.gradient', answer.here.gradient, { width: 8, signed: true })}</dd></div>
        <div><dt>${this.say('curvature')}</dt><dd>${this.number('here.curvature', answer.here.curvature, { width: 8, signed: true })}</dd></div>
        <div><dt>${this.say('limit')}</dt><dd>${this.number('limit', answer.limit, { width: 8 })}</dd></div>
        <div><dt>${this.say('newton')}</dt><dd>${this.number('newton', answer.newton, { width: 8, reason: this.say('dome') })}</dd></div>
      </dl>
      <div class="controls">
        ${this.button('step', html`${stepIcon}${this.say('step')}`, () => this.change({ w: step }))}
        ${this.button('step', this.say('jump'), () => bottom !== undefined && this.change({ w: bottom }), bottom === undefined)}
        <button type="button" @click=${() => this.again()}>${resetIcon}${this.say('again')}</button>
        ${this.slider('w', w, { from, to, step: 0.01 }, (value) => this.change({ w: value }))}
        ${this.slider('rate', rate, { from: 0, to: most, step: most / 100 }, (value) => this.change({ rate: value }))}
      </div>
      <p class="sentence" role="status">${this.#sentence(answer, rate)}</p>`;
  }

  /** @param {CurvatureAnswer} answer @param {ReturnType<typeof plotScale>} scale @param {[number, number]} losses */
  #picture({ curve, here, next, newton }, { x, y }, [low, high]) {
    const inside = (/** @type {number} */ loss) => loss >= low && loss <= high;
    const parabola = curve.map((point) => /** @type {[number, number]} */ ([x(point.w), inside(point.parabola) ? y(point.parabola) : NaN]));
    return svg`<path class="curve" d=${linePath(parabola)} stroke-dasharray="5 4" opacity="0.6" />
      <path class="curve" d=${linePath(curve.map((point) => [x(point.w), y(point.loss)]))} />
      ${Number.isFinite(newton) ? svg`<line class="axis" x1=${x(newton)} x2=${x(newton)} y1=${y(low)} y2=${y(low) - 12} stroke-width="3" />` : nothing}
      ${inside(next.loss) ? svg`<circle class="trail" cx=${x(next.w)} cy=${y(next.loss)} r="5" />` : nothing}
      <circle class="dot" cx=${x(this.state.w)} cy=${y(here.loss)} r="7" />`;
  }

  /** @param {CurvatureAnswer} answer @param {number} rate */
  #sentence({ limit }, rate) {
    if (!Number.isFinite(limit)) return this.say('dome');
    return this.say(rate < limit ? 'within' : 'beyond', { rate, limit });
  }
}

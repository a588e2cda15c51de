// <backprop-valley>: the loss over one weight; a ball that is dragged to its start and rolls down by gradient descent, step by step.

/** @import { ValleyAnswer, ValleySpec, ValleyState } from '../../figures/valley.js' */
import { html, nothing, svg } from 'lit';
import { formatTick, signOf } from '../../draw/format.js';
import { linePath, plotScale, rangeOf } from '../../draw/plot.js';
import { valley } from '../../figures/valley.js';
import words from '../../figures/words/valley.js';
import { writer } from '../../figures/speak.js';
import { pauseIcon, playIcon, resetIcon, stepIcon } from '../icons.js';
import { Size } from '../size.js';
import { Figure } from './figure.js';
import { plotFrame } from './plot-frame.js';

const HEIGHT = 280;
const MARGINS = { left: 44, right: 24, top: 26, bottom: 30 };
/** Half of the length of the tangent, in px. */
const REACH = 60;
const STEPS_A_SECOND = 2;
/** A run that plays ends here. */
const MOST_STEPS = 60;

/** @extends {Figure<ValleySpec, ValleyState, ValleyAnswer>} */
export class Valley extends Figure {
  static kind = valley;
  static words = words;

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  #step() {
    if (this.state.steps >= MOST_STEPS) return this.pause();
    this.change({ steps: this.state.steps + 1 });
  }

  /** @param {PointerEvent} event @param {(px: number) => number} toW */
  #drag(event, toW) {
    const area = /** @type {HTMLElement} */ (event.currentTarget);
    if (this.lock.includes('start') || this.hide.includes('start')) return;
    if (event.type === 'pointerdown') area.setPointerCapture(event.pointerId);
    else if (!area.hasPointerCapture(event.pointerId)) return;
    this.pause();
    const w = toW(event.clientX - area.getBoundingClientRect().left);
    this.change({ start: Math.min(Math.max(Number(w.toFixed(2)), this.spec.from), this.spec.to), steps: 0 });
  }

  /** @param {ValleyAnswer} answer */
  draw(answer) {
    const { from, to, most } = this.spec;
    const { start, rate } = this.state;
    const width = this.#size.width;
    const frame = { width, height: HEIGHT, ...MARGINS };
    const [low, high] = rangeOf(answer.curve.map(({ loss }) => loss));
    const scale = plotScale(frame, [from, to], [low, high]);
    return html`<div class="area" @pointerdown=${(/** @type {PointerEvent} */ e) => this.#drag(e, scale.toX)} @pointermove=${(/** @type {PointerEvent} */ e) => this.#drag(e, scale.toX)}
        .style=${`min-height:${HEIGHT}px;touch-action:pan-y`}>
        ${width ? html`<svg class="plot" width=${width} height=${HEIGHT} aria-hidden="true">${plotFrame(frame, [from, to], [low, high], { x: 'w', y: this.say('axis') }, writer(this.language, formatTick))}
          ${this.#picture(answer, scale)}</svg>` : nothing}</div>
      ${this.#readings(answer)}
      <div class="controls">
        ${this.button('step', html`${stepIcon}${this.say('step')}`, () => (this.pause(), this.#step()))}
        ${this.button('play', this.playing ? html`${pauseIcon}${this.say('pause')}` : html`${playIcon}${this.say('play')}`,
          () => (this.playing ? this.pause() : this.play(() => this.#step(), STEPS_A_SECOND)))}
        <button type="button" @click=${() => this.again()}>${resetIcon}${this.say('again')}</button>
        ${this.slider('start', start, { from, to, step: 0.05 }, (value) => (this.pause(), this.change({ start: value, steps: 0 })))}
        ${this.slider('rate', rate, { from: 0, to: most, step: most / 100 }, (value) => this.change({ rate: value }))}
      </div>
      <p class="sentence" role="status">${this.#sentence(answer)}</p>`;
  }

  /** @param {ValleyAnswer} answer @param {ReturnType<typeof plotScale>} scale */
  #picture({ curve, path }, { x, y }) {
    const { w, loss, gradient } = path[path.length - 1];
    const [slopeX, slopeY] = [1, (y(loss + gradient) - y(loss)) / (x(w + 1) - x(w))];
    const reach = REACH / Math.hypot(slopeX, slopeY);
    return svg`<path class="curve" d=${linePath(curve.map((point) => [x(point.w), y(point.loss)]))} />
      ${path.slice(0, -1).map((point) => svg`<circle class="trail" cx=${x(point.w)} cy=${y(point.loss)} r="4" />`)}
      ${this.spec.tangent && Number.isFinite(gradient) ? svg`<line class="slope ${signOf(gradient)}" x1=${x(w) - reach} x2=${x(w) + reach} y1=${y(loss) - slopeY * reach} y2=${y(loss) + slopeY * reach} />` : nothing}
      ${Number.isFinite(loss) ? svg`<circle class="dot" cx=${x(w)} cy=${y(loss)} r="7" />` : nothing}`;
  }

  /** @param {ValleyAnswer} answer */
  #readings({ path, next }) {
    const last = path.length - 1;
    const { w, loss, gradient } = path[last];
    return html`<dl class="readings">
      <div><dt>w</dt><dd>${this.number(`path[${last}].w`, w, { width: 8 })}</dd></div>
      <div><dt>${this.say('here')}</dt><dd>${this.number(`path[${last}].loss`, loss, { width: 8 })}</dd></div>
      <div><dt>${this.say('slope')}</dt><dd>${this.number(`path[${last}].gradient`, gradient, { width: 8, signed: true })}</dd></div>
      <div><dt>${this.say('next')}</dt><dd>${this.number('next.w', next.w, { width: 8 })}</dd></div>
    </dl>`;
  }

  /** @param {ValleyAnswer} answer */
  #sentence({ path }) {
    const { w, loss, gradient: slope } = path[path.length - 1];
    const steps = path.length - 1;
    if (!Number.isFinite(loss)) return this.say('lost', { steps });
    return this.say(steps === 0 ? 'begin' : steps === 1 ? 'one' : 'moved', { w, loss, slope, steps: String(steps) });
  }
}
customElements.define('backprop-valley', Valley);

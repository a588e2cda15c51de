// <backprop-valley>: the loss over one weight; a ball that is dragged to its start and rolls down by gradient descent, or is nudged.

/** @import { ValleyAnswer, ValleySpec, ValleyState } from '../../figures/valley.js' */
import { css, html, nothing, svg } from 'lit';
import { signOf } from '../../draw/format.js';
import { linePath, plotScale, rangeOf } from '../../draw/plot.js';
import { valley } from '../../figures/valley.js';
import words from '../../figures/words/valley.js';
import { axisWriter } from '../../figures/speak.js';
import { pauseIcon, playIcon, resetIcon, stepIcon } from '../icons.js';
import { Size } from '../size.js';
import { besideCss } from './beside-css.js';
import { Figure } from './figure.js';
import { clipped, plotFrame } from './plot-frame.js';

const HEIGHT = 280;
const MARGINS = { left: 44, right: 24, top: 26, bottom: 30 };
/** Of the plot of the loss after each step. */
const STEPS_WIDTH = 310;
/** Half of the length of the tangent, in px. */
const REACH = 60;
const STEPS_A_SECOND = 2;
/** A run that plays ends here. */
const MOST_STEPS = 60;
/** Where the slope is less, the ball rests. */
const FLAT = 0.005;
/** A step of less than this, in px, is none. */
const STILL = 0.1;

/** @typedef {ReturnType<typeof plotScale>} Scale */
/** @typedef {import('../../draw/plot.js').Frame} Frame */

const valleyCss = css`
  .beside .area { min-height: 280px; }
  svg.steps { width: 310px; }
  .plot .hops { fill: none; stroke: var(--ink); stroke-width: 1; opacity: 0.35; }
  .plot .ahead { stroke: var(--ink); stroke-width: 2; }
  .plot .head { fill: var(--ink); }
  .plot .reach { stroke: var(--border); stroke-dasharray: 2 3; }
  .plot .real { stroke: var(--ink); stroke-width: 3; }
  .plot .end { fill: var(--ink); }
`;

/** @extends {Figure<ValleySpec, ValleyState, ValleyAnswer>} */
export class Valley extends Figure {
  static kind = valley;
  static words = words;
  static styles = [...Figure.styles, besideCss, valleyCss];

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  /** Steps on; a run that plays ends where they lead nowhere any more. */
  #step() {
    const { over, still } = this.#seen;
    if (over || (still && this.playing)) return this.pause();
    this.change({ steps: this.state.steps + 1 });
  }

  /** Of what is computed already: whether no step can follow, and whether none is to be seen. */
  get #seen() {
    const { answer, state, spec: { from, to } } = this;
    if (!answer) return { over: false, still: false };
    const { w, loss } = answer.path[answer.path.length - 1];
    const far = (Math.abs(answer.next.w - w) * this.#size.width) / (to - from);
    return { over: state.steps >= MOST_STEPS || !Number.isFinite(loss), still: far < STILL };
  }

  /** From the start, if the last run is over. */
  #play() {
    if (this.playing) return this.pause();
    const { over, still } = this.#seen;
    if ((over || still) && this.state.steps > 0) this.change({ steps: 0 });
    this.play(() => this.#step(), STEPS_A_SECOND);
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
    const { from, to, history } = this.spec;
    const width = this.#size.width;
    const frame = { width, height: HEIGHT, ...MARGINS };
    const losses = rangeOf(answer.curve.map(({ loss }) => loss));
    const scale = plotScale(frame, [from, to], losses);
    return html`<div class=${history ? 'beside' : ''}>
        <div class="area" @pointerdown=${(/** @type {PointerEvent} */ e) => this.#drag(e, scale.toX)} @pointermove=${(/** @type {PointerEvent} */ e) => this.#drag(e, scale.toX)}
          .style=${`min-height:${HEIGHT}px;touch-action:pan-y`}>
          ${width ? html`<svg class="plot" width=${width} height=${HEIGHT} aria-hidden="true">${plotFrame(frame, [from, to], losses, { x: 'w', y: this.say('axis') }, axisWriter(this.language))}
            ${clipped(frame, this.#picture(answer, scale, frame))}</svg>` : nothing}</div>
        ${history && width ? this.#history(answer, losses) : nothing}
      </div>
      ${this.#readings(answer)}
      ${this.#controls()}
      <p class="sentence" role="status">${this.#sentence(answer)}</p>`;
  }

  #controls() {
    const { from, to, most, nudge } = this.spec;
    const { start, rate, nudge: nudged } = this.state;
    const far = (to - from) / 4;
    return html`<div class="controls">
      ${nudge ? nothing : html`${this.button('step', html`${stepIcon}${this.say('step')}`, () => (this.pause(), this.#step()))}
      ${this.button('play', this.playing ? html`${pauseIcon}${this.say('pause')}` : html`${playIcon}${this.say('play')}`,
        () => this.#play())}`}
      <button type="button" @click=${() => this.again()}>${resetIcon}${this.say('again')}</button>
      ${this.slider('start', start, { from, to, step: 0.05, label: this.say(nudge ? 'at' : 'start') }, (value) => (this.pause(), this.change({ start: value, steps: 0 })))}
      ${nudge ? this.slider('nudge', nudged, { from: -far, to: far, step: far / 50 }, (value) => this.change({ nudge: Number(value.toFixed(3)) }))
        : this.slider('rate', rate, { from: 0, to: most, step: most / 100 }, (value) => this.change({ rate: value }))}
    </div>`;
  }

  /** @param {ValleyAnswer} answer @param {Scale} scale @param {Frame} frame */
  #picture({ curve, path, next, nudged }, { x, y }, frame) {
    const { w, loss, gradient } = path[path.length - 1];
    const [slopeX, slopeY] = [1, (y(loss + gradient) - y(loss)) / (x(w + 1) - x(w))];
    const reach = REACH / Math.hypot(slopeX, slopeY);
    return svg`<path class="curve" d=${linePath(curve.map((point) => [x(point.w), y(point.loss)]))} />
      <path class="hops" d=${linePath(path.map((point) => [x(point.w), y(point.loss)]))} />
      ${path.slice(0, -1).map((point) => svg`<circle class="trail" cx=${x(point.w)} cy=${y(point.loss)} r="4" />`)}
      ${this.spec.nudge || this.spec.predict ? nudgeMarks({ x, y }, path[path.length - 1], nudged) : nothing}
      ${this.spec.nudge ? nothing : stepArrow(x(w), x(next.w), frame.height - frame.bottom - 8)}
      ${(this.spec.tangent || this.spec.nudge) && Number.isFinite(gradient) ? svg`<line class="slope ${signOf(gradient)}" x1=${x(w) - reach} x2=${x(w) + reach} y1=${y(loss) - slopeY * reach} y2=${y(loss) + slopeY * reach} />` : nothing}
      ${Number.isFinite(loss) ? svg`<circle class="dot" cx=${x(w)} cy=${y(loss)} r="7" />` : nothing}`;
  }

  /** The loss after each step, as high as the ball lies. @param {ValleyAnswer} answer @param {[number, number]} losses */
  #history({ path }, losses) {
    const frame = { width: STEPS_WIDTH, height: HEIGHT, ...MARGINS, right: 56 };
    const most = Math.max(10, path.length - 1);
    /** @type {[number, number]} */
    const steps = [-most / 30, most * 1.03];
    const { x, y } = plotScale(frame, steps, losses);
    return html`<svg class="plot steps" width=${STEPS_WIDTH} height=${HEIGHT} aria-hidden="true">${plotFrame(frame, steps, losses, { x: this.say('steps'), y: this.say('axis') }, axisWriter(this.language))}
            ${clipped(frame, svg`<path class="hops" d=${linePath(path.map(({ loss }, step) => [x(step), y(loss)]))} />${path.map(({ loss }, step) => (Number.isFinite(loss) ? svg`<circle class="end" cx=${x(step)} cy=${y(loss)} r="3" />` : nothing))}`)}</svg>`;
  }

  /** @param {ValleyAnswer} answer */
  #readings({ path, next, nudged }) {
    const { hide, spec: { nudge, predict } } = this;
    const last = path.length - 1;
    const { w, loss, gradient } = path[last];
    const pair = (/** @type {string} */ name, /** @type {unknown} */ value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
    return html`<dl class="readings">
      ${pair('w', this.number(`path[${last}].w`, w, { width: 8 }))}
      ${pair(this.say('here'), this.number(`path[${last}].loss`, loss, { width: 8 }))}
      ${pair(this.say('slope'), this.number(`path[${last}].gradient`, gradient, { width: 8, signed: true }))}
      ${nudge || (hide.includes('step') && hide.includes('play')) ? nothing : pair(this.say('next'), this.number('next.w', next.w, { width: 8 }))}
      ${nudge || predict ? html`${pair(this.say(nudge ? 'predicted' : 'ahead'), this.number('nudged.predicted', nudged.predicted, { width: 8 }))}${pair(this.say('change'), this.number('nudged.change', nudged.change, { width: 8 }))}` : nothing}
    </dl>`;
  }

  /** @param {ValleyAnswer} answer */
  #sentence({ path, lowest, curve, nudged }) {
    const { w, loss, gradient: slope } = path[path.length - 1];
    const { from, to, nudge } = this.spec;
    const steps = path.length - 1;
    if (nudge) return this.say('nudged', { w, slope, nudge: this.state.nudge, predicted: nudged.predicted, change: nudged.change });
    const high = curve.reduce((most, place) => Math.max(most, place.loss), lowest.loss);
    const key = !Number.isFinite(loss) ? 'lost'
      : steps === 0 ? 'begin'
        : w < from || w > to ? 'away'
          : Math.abs(slope) > FLAT ? (steps === 1 ? 'one' : 'moved')
            : loss - lowest.loss > 0.05 * (high - lowest.loss) ? 'stuck' : 'rest';
    return this.say(key, { w, loss, slope, steps: String(steps), lowest: lowest.w });
  }
}

/** From here to where the next step leads, along the axis. @param {number} from @param {number} to @param {number} y in px */
function stepArrow(from, to, y) {
  const far = Math.abs(to - from);
  if (!Number.isFinite(to) || far < 3) return nothing;
  const way = Math.sign(to - from);
  const head = Math.min(9, far);
  return svg`<line class="ahead" x1=${from} x2=${to - way * head} y1=${y} y2=${y} /><path class="head" d="M${to} ${y}l${-way * head} -4.5v9z" />`;
}

/** How far the weight is nudged, where the tangent says that this leads, and where it does. @param {Pick<Scale, 'x' | 'y'>} scale @param {ValleyAnswer['next']} here @param {ValleyAnswer['nudged']} nudged */
function nudgeMarks({ x, y }, here, { w, loss, tangent }) {
  return svg`<line class="reach" x1=${x(here.w)} x2=${x(w)} y1=${y(here.loss)} y2=${y(here.loss)} />
    <line class="slope ${signOf(here.gradient)}" x1=${x(here.w)} x2=${x(w)} y1=${y(here.loss)} y2=${y(tangent)} />
    <line class="reach" x1=${x(w)} x2=${x(w)} y1=${y(here.loss)} y2=${y(tangent)} />
    <line class="real" x1=${x(w)} x2=${x(w)} y1=${y(tangent)} y2=${y(loss)} />
    <circle class="dot" cx=${x(w)} cy=${y(tangent)} r="4" /><circle class="end" cx=${x(w)} cy=${y(loss)} r="5" />`;
}

// <backprop-fit>: points and the model's curve; the reader turns the weights by hand, or lets gradient descent do it, and watches the loss.

/** @import { FitAnswer, FitSpec, FitState } from '../../figures/fit.js' */
import { css, html, nothing, svg } from 'lit';
import { formatCount, signOf } from '../../draw/format.js';
import { linePath, plotScale, rangeOf } from '../../draw/plot.js';
import { fit } from '../../figures/fit.js';
import words from '../../figures/words/fit.js';
import { axisWriter, formatShort, writer } from '../../figures/speak.js';
import { pauseIcon, playIcon, resetIcon, stepIcon } from '../icons.js';
import { Size } from '../size.js';
import { besideCss } from './beside-css.js';
import { Figure } from './figure.js';
import { clipped, plotFrame } from './plot-frame.js';

const HEIGHT = 320;
const MARGINS = { left: 44, right: 24, top: 26, bottom: 30 };
const PICTURES_A_SECOND = 8;
/** A search that plays ends here. */
const MOST_STEPS = 600;

const fitCss = css`
  .knobs { display: grid; gap: 2px; }
  .knob { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 8px; }
  .knob .control { display: grid; grid-template-columns: 2.5ch minmax(80px, 1fr) 6ch; }
  .knob .control > span { font-style: italic; }
  .knob .control input[type="range"] { width: 100%; }
  .push { width: 11ch; text-align: right; font-family: var(--mono); font-variant-numeric: tabular-nums; white-space: nowrap; }
  .push.head { justify-self: end; color: var(--muted); }
  .score { display: flex; align-items: baseline; flex-wrap: wrap; gap: 2px 12px; margin: 0 0 8px; font-size: var(--control-text); color: var(--muted); }
  .score b { font-size: 1.75rem; font-weight: 600; color: var(--ink); font-family: var(--mono); font-variant-numeric: tabular-nums; letter-spacing: -0.03em; }
  .score b .n { text-align: left; }
  .track { height: 8px; margin: 0 0 12px; border-radius: 4px; background: var(--sunken); position: relative; }
  .track div { height: 100%; border-radius: 4px; background: var(--ink); }
  .track i { position: absolute; top: -3px; bottom: -3px; width: 2px; background: var(--ink); outline: 1px solid var(--surface); }
  .plot .miss { stroke-width: 2; }
  .plot .miss.negative { stroke: var(--negative); }
  .plot .miss.positive { stroke: var(--positive); }
  .plot .square { fill: var(--muted); fill-opacity: 0.12; stroke: var(--hollow); stroke-width: 1; }
  .plot .datum { fill: var(--ink); }
`;

/** @extends {Figure<FitSpec, FitState, FitAnswer>} */
export class Fit extends Figure {
  static kind = fit;
  static words = words;
  static styles = [...Figure.styles, besideCss, fitCss];

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  /** @param {number} at which weight @param {number} value */
  #turn(at, value) {
    this.pause();
    const { answer, state } = this;
    const weights = (answer && state.ahead ? answer.weights.map((weight) => weight.value) : state.weights).with(at, value);
    this.change({ weights, best: answer?.best.weights ?? state.best, tries: state.tries + 1, steps: 0, ahead: 0 });
  }

  /** Goes on from where the last steps led, once that is known. @param {number} ahead */
  #descend(ahead) {
    const { answer, state } = this;
    if (!answer || answer.steps !== state.steps) return;
    if (state.steps >= MOST_STEPS || !Number.isFinite(answer.loss)) return this.pause();
    this.change({ weights: answer.weights.map(({ value }) => value), best: answer.best.weights, steps: state.steps + ahead, ahead });
  }

  /** @param {FitAnswer} answer */
  draw(answer) {
    const { descend, stride } = this.spec;
    return html`<div class="beside">
      <div class="area" .style=${`min-height:${HEIGHT}px`}>${this.#size.width ? this.#picture(answer, this.#size.width) : nothing}</div>
      <div>${this.#score(answer)}<div class="knobs">${this.#knobs(answer)}</div></div>
    </div>
    <div class="controls">
      ${descend ? html`${this.button('play', this.playing ? html`${pauseIcon}${this.say('pause')}` : html`${playIcon}${this.say('play')}`,
        () => (this.playing ? this.pause() : this.play(() => this.#descend(stride), PICTURES_A_SECOND)))}
      ${this.button('step', html`${stepIcon}${this.say('step')}`, () => (this.pause(), this.#descend(1)))}` : nothing}
      <button type="button" @click=${() => this.again()}>${resetIcon}${this.say('again')}</button>
    </div>
    <p class="sentence" role="status">${this.#sentence(answer)}</p>`;
  }

  /** @param {FitAnswer} answer @param {number} width */
  #picture({ points, curve }, width) {
    const frame = { width, height: HEIGHT, ...MARGINS };
    /** @type {[number, number]} */
    const xs = [curve[0].x, curve[curve.length - 1].x];
    const ys = rangeOf(points.map(({ y }) => y), 0.35);
    const { x, y } = plotScale(frame, xs, ys);
    const side = (/** @type {number} */ a, /** @type {number} */ b) => Math.min(Math.abs(y(a) - y(b)), 1e4);
    return svg`<svg class="plot" width=${width} height=${HEIGHT} aria-hidden="true">
      ${plotFrame(frame, xs, ys, { x: this.say('x'), y: this.say('y') }, axisWriter(this.language))}
      ${clipped(frame, svg`
        ${this.spec.squares ? points.map((point) => {
          const size = side(point.y, point.prediction);
          return svg`<rect class="square" x=${x(point.x) - (x(point.x) > width / 2 ? size : 0)} y=${Math.min(y(point.y), y(point.prediction))} width=${size} height=${size} />`;
        }) : nothing}
        <path class="curve" d=${linePath(curve.map((point) => [x(point.x), y(point.prediction)]))} />
        ${points.map((point) => svg`<line class="miss ${signOf(point.residual)}" x1=${x(point.x)} x2=${x(point.x)} y1=${y(point.y)} y2=${y(point.prediction)} />
          <circle class="datum" cx=${x(point.x)} cy=${y(point.y)} r="4" />`)}`)}
    </svg>`;
  }

  /** The loss, large, and how far it is to the goal. @param {FitAnswer} answer */
  #score({ loss, best }) {
    const { goal, descend } = this.spec;
    const part = (/** @type {number} */ x) => `${Number.isFinite(x) ? Math.min(100, 100 * Math.sqrt(x / (goal * 200))) : 100}%`;
    return html`<p class="score">${this.say('lossNow')} <b>${this.number('loss', loss, { width: 8 })}</b>
      ${descend ? nothing : html`<span>${this.say('best')} ${this.number('best.loss', best.loss, { width: 8 })}</span>`}</p>
      <div class="track" aria-hidden="true"><div .style=${`width:${part(loss)}`}></div><i .style=${`left:${part(goal)}`}></i></div>`;
  }

  /** @param {FitAnswer} answer */
  #knobs({ weights }) {
    const { from, to, step, descend } = this.spec;
    const { ahead, weights: set } = this.state;
    const write = writer(this.language, (x) => x.toFixed(2).replace('-', '−'));
    return html`${descend ? html`<span class="push head" aria-hidden="true">${this.say('push')}</span>` : nothing}
      ${weights.map(({ name, value, gradient }, at) => html`<div class="knob">
        ${this.slider('weights', ahead ? value : set[at], { from, to, step, label: name, write }, (turned) => this.#turn(at, turned))}
        ${descend ? html`<span class="push" title=${this.say(gradient > 0 ? 'left' : 'right')}>${gradient > 0 ? '◂' : gradient < 0 ? '▸' : ''} ${this.number(`weights[${at}].gradient`, gradient, { signed: true })}</span>` : nothing}
      </div>`)}`;
  }

  /** @param {FitAnswer} answer */
  #sentence({ loss, best, settings }) {
    const { goal, descend } = this.spec;
    const { steps, tries } = this.state;
    const short = writer(this.language, formatShort);
    if (steps) return Number.isFinite(loss) ? `${this.say(steps === 1 ? 'walkedOne' : 'walked', { steps: String(steps), loss })} ${loss < goal ? this.say('found', { loss, goal }) : ''}` : this.say('lost', { steps: String(steps) });
    const count = writer(this.language, settings < 1e15 ? formatCount : formatShort);
    const tried = tries ? this.say('tried', { tries: count(tries), settings: count(settings) }) : '';
    const verdict = loss < goal ? 'found' : descend ? 'ready' : tries === 0 ? 'begin' : loss <= best.loss ? 'better' : 'worse';
    return `${this.say(verdict, { loss, best: short(best.loss), goal })} ${tried && `${tried}.`}`;
  }
}

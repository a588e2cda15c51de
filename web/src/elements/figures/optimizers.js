// <backprop-optimizers>: the paths of several optimizers over the contours of one loss of two weights, from the same start.

/** @import { OptimizersAnswer, OptimizersSpec, OptimizersState } from '../../figures/optimizers.js' */
import { css, html, nothing, svg } from 'lit';
import { contourOf } from '../../draw/contours.js';
import { linePath, plotScale } from '../../draw/plot.js';
import { optimizers } from '../../figures/optimizers.js';
import { axisWriter } from '../../figures/speak.js';
import words from '../../figures/words/optimizers.js';
import { pauseIcon, playIcon, resetIcon } from '../icons.js';
import { Size } from '../size.js';
import { Figure } from './figure.js';
import { clipped, plotFrame } from './plot-frame.js';

const HEIGHT = 380;
const MARGINS = { left: 36, right: 60, top: 26, bottom: 30 };
const LEVELS = [0.1, 0.5, 1, 2, 5, 10, 20, 50, 100, 200];
const STEPS_A_SECOND = 6;
/** A path's own dashes: which is which needs no colour. */
const DASHES = ['', '7 4', '2 3', '10 3 2 3', '1 6'];
/** How far a learning rate can be spoilt. */
const FACTOR = 4;

const optimizersCss = css`
  .plot .contour { fill: none; stroke: var(--hollow); stroke-width: 1; opacity: 0.7; }
  .plot .path { fill: none; stroke: var(--ink); stroke-width: 2; stroke-linejoin: round; }
  .plot .goal { stroke: var(--ink); stroke-width: 2; }
  .key { width: 34px; height: 8px; stroke: var(--ink); stroke-width: 2; vertical-align: middle; }
  .runners { display: grid; grid-template-columns: auto auto 1fr auto; align-items: center; gap: 6px 12px; margin: 10px 0 0; font-size: var(--control-text); }
  .runner { display: contents; }
  .runner .control { min-width: 0; }
  .runner .control output { min-width: 7ch; }
  .runner .control > span { position: absolute; clip-path: inset(50%); width: 1px; overflow: hidden; }
  @media (max-width: 560px) {
    .runners { grid-template-columns: 1fr; gap: 10px; }
    .runner { display: grid; grid-template-columns: auto 1fr auto; align-items: center; gap: 0 10px; }
    .runner .control { grid-column: 1 / -1; grid-row: 2; }
  }
`;

/** @extends {Figure<OptimizersSpec, OptimizersState, OptimizersAnswer>} */
export class Optimizers extends Figure {
  static kind = optimizers;
  static words = words;
  static styles = [...Figure.styles, optimizersCss];

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  #step() {
    if (this.state.steps >= this.spec.most) return this.pause();
    this.change({ steps: this.state.steps + 1 });
  }

  #toggle() {
    if (this.playing) return this.pause();
    if (this.state.steps >= this.spec.most) this.change({ steps: 0 });
    this.play(() => this.#step(), STEPS_A_SECOND);
  }

  /** @param {OptimizersAnswer} answer */
  draw(answer) {
    const { steps, rates } = this.state;
    const { width } = this.#size;
    const frame = { width, height: HEIGHT, ...MARGINS };
    const range = (/** @type {number[]} */ axis) => /** @type {[number, number]} */ ([axis[0], axis[axis.length - 1]]);
    const [xs, ys] = [range(answer.grid.w), range(answer.grid.b)];
    return html`<div class="area" .style=${`min-height:${HEIGHT}px`}>${width ? html`<svg class="plot" width=${width} height=${HEIGHT} aria-hidden="true">
        ${plotFrame(frame, xs, ys, { x: this.say('w'), y: this.say('b') }, axisWriter(this.language))}${clipped(frame, this.#picture(answer, plotScale(frame, xs, ys)))}</svg>` : nothing}</div>
      <div class="controls">
        ${this.button('play', this.playing ? html`${pauseIcon}${this.say('pause')}` : html`${playIcon}${this.say('play')}`, () => this.#toggle())}
        <button type="button" @click=${() => this.again()}>${resetIcon}${this.say('again')}</button>
        ${this.slider('steps', steps, { from: 0, to: this.spec.most, step: 1 }, (value) => (this.pause(), this.change({ steps: value })))}
      </div>
      <div class="runners">${answer.runners.map(({ name, path }, at) => {
        const last = path[path.length - 1];
        return html`<div class="runner"><svg class="key" viewBox="0 0 34 8" aria-hidden="true"><line x1="0" x2="34" y1="4" y2="4" stroke-dasharray=${DASHES[at % DASHES.length]} /></svg><b>${this.say(name)}</b>
          ${this.slider('rate', rates[name], { ...rangeOfRate(optimizers.begin(this.spec), name), label: this.say('rate', { name: this.say(name) }) }, (value) => this.change({ rates: { ...this.state.rates, [name]: value } }))}
          <span>${this.say('loss')} ${this.number(`runners[${at}].path[${path.length - 1}].loss`, last.loss, { width: 8 })}</span></div>`;
      })}</div>
      <p class="sentence" role="status">${this.#sentence(answer)}</p>`;
  }

  /** @param {OptimizersAnswer} answer @param {ReturnType<typeof plotScale>} scale */
  #picture({ grid, runners, bottom }, { x, y }) {
    const lines = LEVELS.map((level) => contourOf({ x: grid.w, y: grid.b, heights: grid.loss.flat() }, level));
    return svg`${lines.map((segments) => svg`<path class="contour" d=${segments.map(([ax, ay, bx, by]) => linePath([[x(ax), y(ay)], [x(bx), y(by)]])).join('')} />`)}
      <path class="goal" d=${`M${x(bottom.w) - 6} ${y(bottom.b)}h12M${x(bottom.w)} ${y(bottom.b) - 6}v12`} />
      ${runners.map(({ path }, at) => svg`<path class="path" d=${linePath(path.map(({ w, b }) => [x(w), y(b)]))} stroke-dasharray=${DASHES[at % DASHES.length]} />
        ${path.slice(-1).map(({ w, b }) => svg`<circle class="dot" cx=${x(w)} cy=${y(b)} r="6" />`)}`)}`;
  }

  /** @param {OptimizersAnswer} answer */
  #sentence({ runners }) {
    const ends = runners.map(({ name, path }) => ({ name, loss: path[path.length - 1].loss }));
    if (this.state.steps === 0) return this.say('begin', { loss: ends[0].loss });
    const best = ends.reduce((least, each) => (each.loss < least.loss ? each : least));
    return this.say('said', { steps: String(this.state.steps), name: this.say(best.name), loss: best.loss });
  }
}

/** Around the rate that suits. @param {any} begun @param {string} name */
function rangeOfRate(begun, name) {
  const usual = begun.rates[name];
  return { from: 0, to: usual * FACTOR, step: usual / 20 };
}

// <backprop-landscape>: the loss over two weights as a map with contour lines; a point that is moved, its gradient, and the steps against it.

/** @import { LandscapeAnswer, LandscapeSpec, LandscapeState, Spot } from '../../figures/landscape.js' */
import { css, html, nothing, svg } from 'lit';
import { contourOf } from '../../draw/contours.js';
import { signOf } from '../../draw/format.js';
import { linePath, plotScale } from '../../draw/plot.js';
import { landscape } from '../../figures/landscape.js';
import words from '../../figures/words/landscape.js';
import { axisWriter } from '../../figures/speak.js';
import { pauseIcon, playIcon, resetIcon, stepIcon } from '../icons.js';
import { Size } from '../size.js';
import { besideCss } from './beside-css.js';
import { Figure } from './figure.js';
import { clipped, plotFrame } from './plot-frame.js';

const MARGINS = { left: 44, right: 28, top: 26, bottom: 30 };
/** In px, of the longest gradient of the map. */
const LONGEST = 110;
const STEPS_A_SECOND = 3;
/** A run that plays ends here. */
const MOST_STEPS = 100;
/** How far an arrow key moves the point, and with Shift. */
const [KEY, FAR] = [0.05, 0.5];
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** @typedef {ReturnType<typeof plotScale>} Scale */
/** @typedef {import('../../draw/plot.js').Frame} Frame */

const landscapeCss = css`
  .area { cursor: grab; border-radius: var(--radius); }
  .area:active { cursor: grabbing; }
  .plot .contour { fill: none; stroke: var(--hollow); stroke-width: 1; }
  .plot .height { font-size: 11px; paint-order: stroke; stroke: var(--surface); stroke-width: 4px; }
  .plot .hops { fill: none; stroke: var(--ink); stroke-width: 1.5; opacity: 0.4; }
  .plot .leg { stroke-width: 3; }
  .plot .leg.negative { stroke: var(--negative); }
  .plot .leg.positive { stroke: var(--positive); }
  .plot .uphill { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 3; }
  .plot .downhill { stroke: var(--ink); stroke-width: 3; }
  .plot .head { fill: var(--ink); }
  .plot text.arrow { fill: var(--ink); paint-order: stroke; stroke: var(--surface); stroke-width: 4px; }
  .beside .readings { display: grid; grid-template-columns: 1fr; }
  .beside .readings div { justify-content: space-between; border-bottom: 1px solid var(--hairline); padding: 3px 0; }
`;

/** @extends {Figure<LandscapeSpec, LandscapeState, LandscapeAnswer>} */
export class Landscape extends Figure {
  static kind = landscape;
  static words = words;
  static styles = [...Figure.styles, besideCss, landscapeCss];

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));
  /** The lines of a map, which stays while the point moves. @type {{ of: string, levels: { level: number, segments: ReturnType<typeof contourOf> }[] }} */
  #contours = { of: '', levels: [] };

  get #held() {
    return this.lock.includes('start') || this.hide.includes('start');
  }

  /** @param {number[]} start */
  #move(start) {
    this.pause();
    const { x, y } = this.spec;
    this.change({ start: [x, y].map(([low, high], at) => Math.min(Math.max(Number(start[at].toFixed(2)), low), high)), steps: 0 });
  }

  #step() {
    const { path } = this.answer ?? { path: [] };
    if (this.state.steps >= MOST_STEPS || (path.length > 0 && !Number.isFinite(path[path.length - 1].loss))) return this.pause();
    this.change({ steps: this.state.steps + 1 });
  }

  /** @param {PointerEvent} event @param {Scale} scale */
  #drag(event, { toX, toY }) {
    const area = /** @type {HTMLElement} */ (event.currentTarget);
    if (this.#held) return;
    if (event.type === 'pointerdown') area.setPointerCapture(event.pointerId);
    else if (!area.hasPointerCapture(event.pointerId)) return;
    const box = area.getBoundingClientRect();
    this.#move([toX(event.clientX - box.left), toY(event.clientY - box.top)]);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const way = ARROWS[event.key];
    if (!way || this.#held || !this.answer || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { start, steps } = this.state;
    const { w1, w2 } = this.answer.path[this.answer.path.length - 1];
    const far = event.shiftKey ? FAR : KEY;
    this.#move((steps ? [w1, w2] : start).map((each, at) => each + far * way[at]));
  }

  /** @param {LandscapeAnswer} answer */
  draw(answer) {
    const { x: [x0, x1], y: [y0, y1], most } = this.spec;
    const { start, rate } = this.state;
    const width = this.#size.width;
    // One unit is as long on both axes, so that a right angle looks like one.
    const inner = Math.max(width - MARGINS.left - MARGINS.right, 1);
    const height = Math.round((inner * (y1 - y0)) / (x1 - x0)) + MARGINS.top + MARGINS.bottom;
    const frame = { width, height, ...MARGINS };
    const scale = plotScale(frame, [x0, x1], [y0, y1]);
    return html`<div class="beside">
      <div class="area" role="application" tabindex="0" aria-label=${this.say('move')} .style=${`min-height:${height}px;touch-action:none`} @keydown=${this.#key}
        @pointerdown=${(/** @type {PointerEvent} */ e) => this.#drag(e, scale)} @pointermove=${(/** @type {PointerEvent} */ e) => this.#drag(e, scale)}>
        ${width ? html`<svg class="plot" width=${width} height=${height} aria-hidden="true">${plotFrame(frame, [x0, x1], [y0, y1], { x: this.say('w1'), y: this.say('w2') }, axisWriter(this.language))}
          ${clipped(frame, this.#picture(answer, scale, frame))}</svg>` : nothing}</div>
      ${this.#readings(answer)}
    </div>
    <div class="controls">
      ${this.button('step', html`${stepIcon}${this.say('step')}`, () => (this.pause(), this.#step()))}
      ${this.button('play', this.playing ? html`${pauseIcon}${this.say('pause')}` : html`${playIcon}${this.say('play')}`, () => (this.playing ? this.pause() : this.play(() => this.#step(), STEPS_A_SECOND)))}
      <button type="button" @click=${() => this.again()}>${resetIcon}${this.say('again')}</button>
      ${this.slider('start', start[0], { from: x0, to: x1, step: 0.05, label: this.say('w1') }, (value) => this.#move([value, start[1]]))}
      ${this.slider('start', start[1], { from: y0, to: y1, step: 0.05, label: this.say('w2') }, (value) => this.#move([start[0], value]))}
      ${this.slider('rate', rate, { from: 0, to: most, step: most / 100 }, (value) => this.change({ rate: value }))}
    </div>
    <p class="sentence" role="status">${this.#sentence(answer)}</p>`;
  }

  /** @param {LandscapeAnswer} answer */
  #linesOf({ map }) {
    const of = JSON.stringify(this.spec);
    if (this.#contours.of !== of) this.#contours = { of, levels: this.spec.levels.map((level) => ({ level, segments: contourOf({ x: map.w1, y: map.w2, heights: map.loss }, level) })) };
    return this.#contours.levels;
  }

  /** @param {LandscapeAnswer} answer @param {Scale} scale @param {Frame} frame */
  #picture(answer, { x, y }, frame) {
    const { path, next, steepest } = answer;
    const here = path[path.length - 1];
    const lines = this.#linesOf(answer);
    const write = axisWriter(this.language);
    const place = (/** @type {Spot} */ { w1, w2 }) => /** @type {[number, number]} */ ([x(w1), y(w2)]);
    const from = place(here);
    const tip = /** @type {[number, number]} */ ([from[0] + (here.g1 / steepest) * LONGEST, from[1] - (here.g2 / steepest) * LONGEST]);
    return svg`${lines.map(({ segments }) => svg`<path class="contour" d=${segments.map(([ax, ay, bx, by]) => linePath([[x(ax), y(ay)], [x(bx), y(by)]])).join('')} />`)}
      ${lines.map(({ level, segments }) => label(write(level), segments, { x, y }))}
      <path class="hops" d=${linePath(path.map(place))} />
      ${path.slice(0, -1).map((spot) => svg`<circle class="trail" cx=${x(spot.w1)} cy=${y(spot.w2)} r="4" />`)}
      ${from.concat(tip).every(Number.isFinite) ? svg`
        <line class="leg ${signOf(here.g1)}" x1=${from[0]} x2=${tip[0]} y1=${from[1]} y2=${from[1]} /><line class="leg ${signOf(here.g2)}" x1=${tip[0]} x2=${tip[0]} y1=${from[1]} y2=${tip[1]} />
        ${arrow('uphill', from, tip)}${arrow('downhill', from, place(next))}
        ${named(frame, from, tip, this.say('uphill'))}${named(frame, from, place(next), this.say('downhill'))}
        <circle class="dot" cx=${from[0]} cy=${from[1]} r="7" />` : nothing}`;
  }

  /** @param {LandscapeAnswer} answer */
  #readings({ path, predicted, change }) {
    const last = path.length - 1;
    const { loss, g1, g2, length } = path[last];
    return html`<dl class="readings">
      <div><dt>${this.say('loss')}</dt><dd>${this.number(`path[${last}].loss`, loss)}</dd></div>
      <div><dt>${this.say('g1')}</dt><dd>${this.number(`path[${last}].g1`, g1, { signed: true })}</dd></div>
      <div><dt>${this.say('g2')}</dt><dd>${this.number(`path[${last}].g2`, g2, { signed: true })}</dd></div>
      <div><dt>${this.say('length')}</dt><dd>${this.number(`path[${last}].length`, length)}</dd></div>
      <div><dt>${this.say('predicted')}</dt><dd>${this.number('predicted', predicted)}</dd></div>
      <div><dt>${this.say('change')}</dt><dd>${this.number('change', change)}</dd></div>
    </dl>`;
  }

  /** @param {LandscapeAnswer} answer */
  #sentence({ path }) {
    const { x, y } = this.spec;
    const { w1, w2, loss, g1, g2 } = path[path.length - 1];
    const away = w1 < x[0] || w1 > x[1] || w2 < y[0] || w2 > y[1];
    return this.say(!Number.isFinite(loss) ? 'lost' : path.length === 1 ? 'begin' : away ? 'away' : 'moved', { w1, w2, loss, g1, g2, steps: String(path.length - 1) });
  }
}

/** @param {string} name @param {[number, number]} from @param {[number, number]} to */
function arrow(name, [fromX, fromY], [toX, toY]) {
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (!(length > 2)) return nothing;
  const [alongX, alongY] = [(toX - fromX) / length, (toY - fromY) / length];
  const head = Math.min(11, length);
  const [baseX, baseY] = [toX - alongX * head, toY - alongY * head];
  const [side, up] = [-alongY * 5, alongX * 5];
  return svg`<line class=${name} x1=${fromX} y1=${fromY} x2=${baseX} y2=${baseY} /><path class="head" d="M${toX} ${toY}L${baseX + side} ${baseY + up}L${baseX - side} ${baseY - up}z" />`;
}

/** An arrow's name at its tip, within the map. @param {Frame} frame @param {[number, number]} from @param {[number, number]} to @param {string} word */
function named({ width, height, left, right, top, bottom }, [fromX, fromY], [toX, toY], word) {
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (!(length > 24) || !Number.isFinite(length)) return nothing;
  const half = word.length * 3.4;
  const x = Math.min(Math.max(toX + ((toX - fromX) / length) * (half + 6), left + half), width - right - half);
  const y = Math.min(Math.max(toY + ((toY - fromY) / length) * 14 + 4, top + 10), height - bottom - 6);
  return svg`<text class="arrow" x=${x} y=${y} text-anchor="middle">${word}</text>`;
}

/** The height of a contour line, on its rightmost end that has room. @param {string} word @param {ReturnType<typeof contourOf>} segments @param {Pick<Scale, 'x' | 'y'>} scale */
function label(word, segments, { x, y }) {
  const inside = segments.filter(([, ay]) => y(ay) > MARGINS.top + 8);
  if (inside.length === 0) return nothing;
  const [ax, ay] = inside.reduce((right, segment) => (segment[0] > right[0] ? segment : right));
  return svg`<text class="height" x=${x(ax) - 2} y=${y(ay) + 4} text-anchor="end">${word}</text>`;
}

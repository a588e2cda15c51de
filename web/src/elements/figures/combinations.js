// <backprop-combinations>: how many combinations of weights there are, and the time to try them all on a ruler from microseconds to ages of the universe.

/** @import { CombinationsAnswer, CombinationsSpec, CombinationsState } from '../../figures/combinations.js' */
import { css, html, nothing, svg } from 'lit';
import { formatCount } from '../../draw/format.js';
import { plotScale, ticksOf } from '../../draw/plot.js';
import { combinations } from '../../figures/combinations.js';
import words from '../../figures/words/combinations.js';
import { powerText, writer } from '../../figures/speak.js';
import { resetIcon } from '../icons.js';
import { Size } from '../size.js';
import { Figure } from './figure.js';

const HEIGHT = 168;
const MARGINS = { left: 12, right: 12, top: 40, bottom: 84 };
/** What the slider of weights can be set to. */
const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000];
/** Named on the ruler. @type {CombinationsAnswer['measured']['unit'][]} the last come first where there is not room for all */
const LANDMARKS = ['universes', 's', 'years', 'days', 'hours'];
/** Of a character, in px. */
const ADVANCE = 6.4;
/** From this power of ten on, a number is written as one. */
const LARGE = 9;
/** The ruler's ends, powers of ten of a second: it grows where the time is beyond. */
const [SHORT, LONG] = [-7, 19];

const combinationsCss = css`
  figure { container-type: inline-size; }
  .sum { display: grid; gap: 12px 32px; margin: 0 0 8px; }
  @container (min-width: 760px) { .sum { grid-template-columns: 1fr 1fr 1.7fr; } }
  .sum div { display: flex; flex-direction: column; }
  .sum dt { order: 2; color: var(--muted); font-size: var(--control-text); }
  .sum dd { margin: 0; font-size: 1.35rem; font-weight: 600; line-height: 1.35; font-variant-numeric: tabular-nums; letter-spacing: -0.01em; }
  .sum .n { font-family: inherit; }
  .plot .bar { fill: var(--ink); }
  .plot .landmark { stroke: var(--border); stroke-dasharray: 2 3; }
  .plot .landmark.passed { stroke: var(--ink); }
  .plot text.strong { fill: var(--ink); font-weight: 600; font-size: 13px; }
`;

/** @extends {Figure<CombinationsSpec, CombinationsState, CombinationsAnswer>} */
export class Combinations extends Figure {
  static kind = combinations;
  static words = words;
  static styles = [...Figure.styles, combinationsCss];

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  /** @param {CombinationsAnswer} answer */
  draw(answer) {
    const { weights, values } = this.state;
    const { count, power, measured } = answer;
    const write = writer(this.language, formatCount);
    const at = WEIGHTS.findLastIndex((each) => each <= weights);
    return html`<dl class="sum">
        <div><dt>${this.say('combinations')} = ${powerText(weights, values)}</dt><dd>${power < LARGE ? this.number('count', count, { format: formatCount }) : this.#power('power', power)}</dd></div>
        <div><dt>${this.say('rate')}</dt><dd>${this.number('measured.perSecond', measured.perSecond, { format: (x) => formatCount(Number(x.toPrecision(2))) })} ${this.say('perSecond')}</dd></div>
        <div><dt>${this.say('all')}</dt><dd>${this.#time(answer)}</dd></div>
      </dl>
      <div class="area" .style=${`min-height:${HEIGHT}px`}>${this.#size.width ? this.#ruler(answer, this.#size.width) : nothing}</div>
      <div class="controls">
        ${this.slider('weights', at, { from: 0, to: WEIGHTS.length - 1, step: 1, write: (place) => write(WEIGHTS[place]) }, (place) => this.change({ weights: WEIGHTS[place] }))}
        ${this.slider('values', values, { from: 2, to: 100, step: 1 }, (value) => this.change({ values: value }))}
        ${this.button('measure', html`${resetIcon}${this.say('measure')}`, () => this.change({ measurements: this.state.measurements + 1 }))}
      </div>
      <p class="sentence" role="status">${this.say(weights === 1 ? 'one' : 'says', { values: write(values), weights: write(weights), count: power < LARGE ? write(count) : plainPower(power), time: this.#spoken(answer) })}</p>`;
  }

  /** @param {string} path @param {number} power */
  #power(path, power) {
    return html`${about(power)}${this.number(path, power, { format: tenTo })}`;
  }

  /** @param {CombinationsAnswer} answer */
  #time({ measured: { amount, beyond, unit } }) {
    return html`${beyond < LARGE ? this.number('measured.amount', amount, { format: few }) : this.#power('measured.beyond', beyond)} ${this.say(unit)}`;
  }

  /** The same in words alone. @param {CombinationsAnswer} answer */
  #spoken({ measured: { amount, beyond, unit } }) {
    const write = writer(this.language, few);
    return `${beyond < LARGE ? write(amount) : plainPower(beyond)} ${this.say(unit)}`;
  }

  /** @param {CombinationsAnswer} answer @param {number} width */
  #ruler(answer, width) {
    const { measured: { seconds }, units } = answer;
    const end = Math.max(LONG, seconds * 1.06);
    const frame = { width, height: HEIGHT, ...MARGINS };
    const { x } = plotScale(frame, [SHORT, end], [0, 1]);
    const base = HEIGHT - MARGINS.bottom;
    const here = Math.max(x(seconds), x(SHORT) + 2);
    const squeezed = end > 2 * LONG;
    const atEnd = here > width / 2;
    return svg`<svg class="plot" width=${width} height=${HEIGHT} aria-hidden="true">
      ${ticksOf(SHORT, end, squeezed ? Math.max(2, Math.floor(width / 130)) : 26).map((tick) => svg`<line class="axis" x1=${x(tick)} x2=${x(tick)} y1=${base} y2=${base + 5} />${squeezed ? svg`<text x=${x(tick)} y=${base + 44} text-anchor=${anchored(x(tick), tenTo(tick), width).anchor}>${tenTo(tick)}</text>` : nothing}`)}
      ${this.#landmarks(answer, x, width).map(({ at, label, anchor, name }) => svg`<line class="landmark ${seconds >= (units.find((unit) => unit.name === name)?.power ?? 0) ? 'passed' : ''}" x1=${at} x2=${at} y1=${base - 34} y2=${base + 10} />
        <text x=${at} y=${base + 24} text-anchor=${anchor}>${label}</text>`)}
      <rect class="bar" x=${x(SHORT)} y=${base - 16} width=${here - x(SHORT)} height="16" rx="2" />
      <line class="axis" x1=${MARGINS.left} x2=${width - MARGINS.right} y1=${base} y2=${base} />
      <text class="strong" x=${here} y=${base - 24} text-anchor=${atEnd ? 'end' : 'start'}>${this.#spoken(answer)}</text>
      <text x=${MARGINS.left} y=${HEIGHT - 12}>${this.say(squeezed ? 'squeezed' : 'axis')}</text>
    </svg>`;
  }

  /** Those whose words do not run into each other. @param {CombinationsAnswer} answer @param {(power: number) => number} x @param {number} width */
  #landmarks({ units }, x, width) {
    /** @type {{ name: string, at: number, label: string, anchor: string, low: number, high: number }[]} */
    const placed = [];
    for (const name of LANDMARKS) {
      const at = x(units.find((unit) => unit.name === name)?.power ?? 0);
      const label = this.say(`at-${name}`);
      const { anchor, low, high } = anchored(at, label, width);
      if (placed.every((other) => low > other.high + 8 || high < other.low - 8)) placed.push({ name, at, label, anchor, low, high });
    }
    return placed;
  }
}

/** Three figures: 0.12, 4.5, 120, 45,000. @param {number} x */
const few = (x) => (x >= 100 ? formatCount(Number(x.toPrecision(2))) : String(Number(x.toPrecision(2))));

/** A power of ten is written without its fraction. @param {number} power */
const about = (power) => (Number.isInteger(power) ? '' : '≈ ');

/** @param {number} power */
const tenTo = (power) => powerText(Math.floor(power));

/** @param {number} power */
const plainPower = (power) => about(power) + tenTo(power);

/** How a text stands at a place so that all of it is seen. @param {number} at @param {string} text @param {number} width of the picture @returns {{ anchor: 'start' | 'middle' | 'end', low: number, high: number }} */
function anchored(at, text, width) {
  const room = text.length * ADVANCE;
  if (at + room / 2 > width) return { anchor: 'end', low: at - room, high: at };
  return at - room / 2 < 0 ? { anchor: 'start', low: at, high: at + room } : { anchor: 'middle', low: at - room / 2, high: at + room / 2 };
}


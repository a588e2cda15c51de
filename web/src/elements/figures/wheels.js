// <backprop-wheels>: three wheels on belts, to be turned: speeds along a path multiply.

/** @import { WheelsAnswer, WheelsSpec, WheelsState } from '../../figures/wheels.js' */
import { css, html, nothing, svg } from 'lit';
import { RATIO, wheels } from '../../figures/wheels.js';
import { formatShort } from '../../figures/speak.js';
import words from '../../figures/words/wheels.js';
import { pauseIcon, playIcon } from '../icons.js';
import { Size } from '../size.js';
import { Figure } from './figure.js';

/** Radius, in px at most, of two wheels that turn equally fast. */
const EVEN = 40;
const FRAMES_A_SECOND = 20;
const TURNS_A_SECOND = 0.1;
const MOST_TURNS = 2;

/** @extends {Figure<WheelsSpec, WheelsState, WheelsAnswer>} */
export class Wheels extends Figure {
  static kind = wheels;
  static words = words;
  static styles = [...Figure.styles, css`
    .area svg { display: block; width: 100%; overflow: visible; }
    .wheel { fill: var(--surface); stroke: var(--ink); stroke-width: 2; }
    .wheel.driven { stroke: var(--border); }
    .belt { stroke: var(--border); stroke-width: 2; }
    .hand { stroke: var(--ink); stroke-width: 3; stroke-linecap: round; }
    .hub { fill: var(--ink); }
    .names { display: grid; grid-template-columns: repeat(3, 1fr); margin: 8px 0 0; text-align: center; font-size: var(--control-text); line-height: 1.5; }
    .names i { font-size: 1.1em; }
    .names p { margin: 0; }
    .product { margin: 12px 0 0; text-align: center; font-size: 0.9375rem; }
    @media (max-width: 560px) { .control { width: 100%; } }
  `];

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  #turn() {
    const { turn } = this.state;
    this.change({ turn: turn >= MOST_TURNS ? 0 : Math.min(MOST_TURNS, Number((turn + TURNS_A_SECOND / FRAMES_A_SECOND).toFixed(4))) });
  }

  /** @param {WheelsAnswer} answer */
  draw({ turns, slopes, slope }) {
    const { turn, first, second } = this.state;
    const { width } = this.#size;
    const even = Math.min(EVEN, width / 3 / 4.4);
    const height = Math.round(4 * even + 8);
    const [x, g, y] = turns;
    const ratio = { from: RATIO[0], to: RATIO[1], step: 0.5 };
    return html`<div class="area" .style=${`min-height:${width ? height : 4 * EVEN + 8}px`}>${width ? html`<svg height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">${picture(width, height, even, [first, second], turns)}</svg>` : nothing}</div>
      <div class="names">${turns.map((value, at) => html`<p><i>${'xgy'[at]}</i><br>${this.number(`turns[${at}]`, value, { format: formatShort })} ${this.say('turns')}</p>`)}</div>
      <p class="product mono">dg/dx × dy/dg = ${slopes.map((each, at) => html`${at ? ' × ' : ''}${this.number(`slopes[${at}]`, each, { format: formatShort })}`)} = <b>${this.number('slope', slope, { format: formatShort })}</b> = dy/dx</p>
      <div class="controls">
        ${this.button('play', this.playing ? html`${pauseIcon}${this.say('pause')}` : html`${playIcon}${this.say('play')}`, () => (this.playing ? this.pause() : this.play(() => this.#turn(), FRAMES_A_SECOND)))}
        ${this.slider('turn', turn, { from: 0, to: MOST_TURNS, step: 0.01 }, (value) => (this.pause(), this.change({ turn: value })))}
        ${this.slider('first', first, ratio, (value) => this.change({ first: value }))}
        ${this.slider('second', second, ratio, (value) => this.change({ second: value }))}
      </div>
      <p class="unseen" role=${this.playing ? nothing : 'status'}>${this.say('here', { x, g, y, slope })}</p>`;
  }
}

/**
 * Two wheels a belt: the driving one is as much larger as the driven one is faster.
 * @param {number} width @param {number} height @param {number} even @param {number[]} ratios @param {number[]} turns
 */
function picture(width, height, even, ratios, turns) {
  const middle = height / 2;
  const at = (/** @type {number} */ wheel) => (width * (2 * wheel + 1)) / 6;
  const sizes = ratios.map((ratio) => ({ large: even * Math.sqrt(ratio), small: even / Math.sqrt(ratio) }));
  const wheel = (/** @type {number} */ which, /** @type {number} */ radius, /** @type {string} */ look) => svg`<circle class="wheel ${look}" cx=${at(which)} cy=${middle} r=${radius} />`;
  return svg`${sizes.map(({ large, small }, which) => belt(at(which), at(which + 1), middle, large, small))}
    ${wheel(0, sizes[0].large, '')}
    ${[{ radius: sizes[0].small, look: 'driven' }, { radius: sizes[1].large, look: '' }].sort((a, b) => b.radius - a.radius).map(({ radius, look }) => wheel(1, radius, look))}
    ${wheel(2, sizes[1].small, 'driven')}
    ${turns.map((turn, which) => {
      const radius = [sizes[0].large, Math.max(sizes[0].small, sizes[1].large), sizes[1].small][which];
      const [right, up] = [Math.sin(2 * Math.PI * turn), Math.cos(2 * Math.PI * turn)];
      return svg`<line class="hand" x1=${at(which)} y1=${middle} x2=${at(which) + right * radius} y2=${middle - up * radius} /><circle class="hub" cx=${at(which)} cy=${middle} r="4" />
        <circle class="hub" cx=${at(which) + right * radius} cy=${middle - up * radius} r="5" />`;
    })}`;
}

/** The two straight parts of a belt around two wheels. @param {number} from @param {number} to @param {number} middle @param {number} large @param {number} small */
function belt(from, to, middle, large, small) {
  const lean = (large - small) / (to - from);
  const up = Math.sqrt(1 - lean * lean);
  return [-1, 1].map((side) => svg`<line class="belt" x1=${from + large * lean} y1=${middle + side * large * up} x2=${to + small * lean} y2=${middle + side * small * up} />`);
}

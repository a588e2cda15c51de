// <backprop-chain>: functions one inside the other, each plotted with its slope, and all of them in one plot whose slope is the product; or added, and the sum.

/** @import { ChainAnswer, ChainSpec, ChainState, Drawn, Spot } from '../../figures/chain.js' */
import { html, nothing } from 'lit';
import { formulaText, insideOf } from '../../draw/formula-text.js';
import { chain, linksOf } from '../../figures/chain.js';
import { formatShort, writer } from '../../figures/speak.js';
import words from '../../figures/words/chain.js';
import { rangeOf } from '../../draw/plot.js';
import { Size } from '../size.js';
import { chainCss } from './chain-css.js';
import { Figure } from './figure.js';
import { slopePlot } from './slope-plot.js';

/** A plot is not narrower. */
const NARROWEST = 190;
/** Under this the slope stands below its formula. */
const TIGHT = 270;
/** Room of a sign between two plots. */
const SIGN = 34;

/** @extends {Figure<ChainSpec, ChainState, ChainAnswer>} */
export class Chain extends Figure {
  static kind = chain;
  static words = words;
  static styles = [...Figure.styles, chainCss];

  #size = new Size(this, () => this.renderRoot.querySelector('.plots'));

  /** @param {ChainAnswer} answer */
  draw(answer) {
    const { from, to, nudge, sum, place } = this.spec;
    const { links, whole } = linksOf(this.spec);
    const { width } = this.#size;
    const columns = [links.length + 1, 2, 1].find((each) => width / each - SIGN >= NARROWEST) ?? 1;
    const side = columns === 1 ? width : Math.floor(width / columns) - SIGN;
    const ys = answer.steps.map(({ curve }) => rangeOf(curve.map(({ value }) => value)));
    const both = rangeOf([...answer.whole.curve, ...(sum ? [] : answer.steps[links.length - 1].curve), ...(answer.misplaced?.spots.slice(-1) ?? [])].map(({ value }) => value));
    if (!sum) ys[links.length - 1] = both;
    const inOne = sum ? links.map(({ text }) => text).join(' + ') : links.slice(1).reduce((text, link) => insideOf(link.text, link.of, text), links[0].text);
    return html`<div class=${`plots ${columns === 1 ? 'stacked' : side < TIGHT ? 'tight' : ''}`} .style=${`--columns:${columns};min-height:270px`}>
        ${width ? html`${links.map(({ name, text, of }, at) => this.#plot(answer.steps[at], {
          path: `steps[${at}]`, sign: at ? (sum ? '+' : '×') : '', formula: `${name} = ${formulaText(text)}`, x: of, y: name, side, ys: ys[at],
          wrong: at ? answer.misplaced?.spots[at - 1] : undefined, wrongPath: `misplaced.spots[${at - 1}]`,
        }))}
        ${links.length > 1 ? this.#plot(answer.whole, {
          path: 'whole', sign: !answer.misplaced || answer.misplaced.right ? '=' : '≠', formula: `${whole.name} = ${formulaText(inOne)}`, x: whole.of, y: whole.name, side, ys: both, wrong: undefined, wrongPath: '',
        }) : nothing}` : nothing}
      </div>
      <div class="controls">
        ${this.slider('x', this.state.x, { from, to, step: stepOf(this.spec), label: whole.of }, (x) => this.change({ x }))}
        ${links.length > 1 ? this.#joined(answer) : nothing}
        ${this.control('nudge', () => html`<p class="nudge">${this.say('nudge', { x: whole.of, nudge })}
          ${[...links, ...(sum ? [whole] : [])].map(({ name }, at) => html`${at ? ', ' : ''}<span>${this.say('moves', { name })} ${this.number(`moved[${at + 1}]`, answer.moved[at + 1])}</span>`)}</p>`)}
      </div>
      ${place ? this.control('place', () => html`<label class="control check"><input type="checkbox" .checked=${this.state.misplaced} ?disabled=${this.lock.includes('place')}
        @change=${() => this.change({ misplaced: !this.state.misplaced })}><span>${this.say('place', { x: whole.of })}</span></label>`) : nothing}
      <p class="unseen" role="status">${this.#sentence(answer)}</p>`;
  }

  /**
   * @param {Drawn} drawn
   * @param {{ path: string, sign: string, formula: string, x: string, y: string, side: number, ys: [number, number], wrong: Spot | undefined, wrongPath: string }} look
   */
  #plot(drawn, { path, sign, formula, x, y, side, ys, wrong, wrongPath }) {
    const { picture, toX } = slopePlot(drawn, wrong, { width: side, ys, names: { x, y }, write: writer(this.language, formatShort) });
    const first = linksOf(this.spec).whole.of;
    const drag = (/** @type {PointerEvent} */ event) => this.#drag(event, toX);
    return html`<div class="cell"><span class="sign" aria-hidden="true">${sign}</span><div class="plot-of">
      <p class="head"><b>${formula}</b><span class="slope-of">d${y}/d${x} ${wrong ? html`${this.say('at', { x: first })} = ${this.number(`${wrongPath}.slope`, wrong.slope, { signed: true })}`
        : html`= ${this.number(`${path}.slope`, drawn.slope, { signed: true })}`}</span></p>
      ${x === first ? html`<div class="drag" title=${this.say('drag', { x })} @pointerdown=${drag} @pointermove=${drag}>${picture}</div>` : picture}</div></div>`;
  }

  /** @param {PointerEvent} event @param {(px: number) => number} toX */
  #drag(event, toX) {
    const area = /** @type {HTMLElement} */ (event.currentTarget);
    if (this.lock.includes('x') || this.hide.includes('x')) return;
    if (event.type === 'pointerdown') area.setPointerCapture(event.pointerId);
    else if (!area.hasPointerCapture(event.pointerId)) return;
    const { from, to } = this.spec;
    const step = stepOf(this.spec);
    const x = from + Math.round((toX(event.clientX - area.getBoundingClientRect().left) - from) / step) * step;
    this.change({ x: Number(Math.min(Math.max(x, from), to).toFixed(6)) });
  }

  /** @param {ChainAnswer} answer */
  #joined({ steps, joined, misplaced, whole }) {
    const factor = (/** @type {number} */ at) => {
      const [path, slope] = at && misplaced ? [`misplaced.spots[${at - 1}].slope`, misplaced.spots[at - 1].slope] : [`steps[${at}].slope`, steps[at].slope];
      return at && slope < 0 ? html`(${this.number(path, slope)})` : this.number(path, slope);
    };
    return html`<p class="product mono">${steps.map((_, at) => html`${at ? (this.spec.sum ? ' + ' : ' × ') : ''}${factor(at)}`)} =
      ${misplaced ? html`${this.number('misplaced.product', misplaced.product)} ${misplaced.right ? '=' : '≠'} <b>${this.number('whole.slope', whole.slope, { signed: true })}</b>`
        : html`<b>${this.number('joined', joined, { signed: true })}</b>`}</p>`;
  }

  /** @param {ChainAnswer} answer */
  #sentence({ steps, joined, misplaced }) {
    const { links, whole: { of: x } } = linksOf(this.spec);
    const write = writer(this.language, formatShort);
    const values = steps.map(({ value }, at) => `${links[at].name} = ${write(value)}`).join('; ');
    const here = this.say(this.spec.sum ? 'sum' : 'here', { place: `${x} = ${write(steps[0].at)}`, values, slopes: steps.map(({ slope }) => write(slope)).join('; '), joined });
    return misplaced ? `${here} ${this.say('misplaced', { x, wrong: misplaced.product, joined })}` : here;
  }
}

/** A hundred and more steps, of a round size. @param {ChainSpec} spec */
function stepOf({ from, to }) {
  return 10 ** Math.floor(Math.log10((to - from) / 100));
}

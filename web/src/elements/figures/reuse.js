// <backprop-reuse>: the products that the gradients of a chain are, multiplication by multiplication: each alone, or with what is kept.

/** @import { Cell, ReuseAnswer, ReuseSpec, ReuseState, Row, Way } from '../../figures/reuse.js' */
import { html, nothing } from 'lit';
import { formatCount } from '../../draw/format.js';
import { MOST_LAYERS, reuse } from '../../figures/reuse.js';
import { formatShort } from '../../figures/speak.js';
import words from '../../figures/words/reuse.js';
import { pauseIcon, playIcon, resetIcon, stepIcon } from '../icons.js';
import { Figure } from './figure.js';
import { fraction, fractionCss, subscripted } from './fraction.js';
import { reuseCss } from './reuse-css.js';

const STEPS_A_SECOND = 2;
/** @type {Way[]} */
const WAYS = ['alone', 'reuse'];
/** The longest meter is full where the largest chain does all alone. */
const MOST_COUNT = (MOST_LAYERS * (MOST_LAYERS + 1)) / 2;

/** @extends {Figure<ReuseSpec, ReuseState, ReuseAnswer>} */
export class Reuse extends Figure {
  static kind = reuse;
  static words = words;
  static styles = [...Figure.styles, fractionCss, reuseCss];

  /** @param {number} all */
  #step(all) {
    if (this.state.steps >= all) return this.pause();
    this.change({ steps: this.state.steps + 1 });
  }

  /** @param {ReuseAnswer} answer */
  draw(answer) {
    const { layers, way, steps } = this.state;
    const all = answer.counts[way];
    const go = (/** @type {Partial<ReuseState>} */ patch) => (this.pause(), this.change(patch));
    return html`<div class="area">${this.#table(answer)}</div>
      <p class="key" aria-hidden="true"><span>${this.say(way === 'alone' ? 'factor' : 'keptFactor')}</span><span class="own">${this.say('own')}</span>
        ${way === 'alone' ? html`<span class="again">${this.say('againKey')}</span>` : nothing}</p>
      ${this.#counts(answer)}
      <div class="controls">
        ${this.choice('way', WAYS, way, (value) => go({ way: value, steps: 0 }))}
        ${this.button('step', html`${stepIcon}${this.say('step')}`, () => (this.pause(), this.#step(all)), steps >= all)}
        ${this.button('play', this.playing ? html`${pauseIcon}${this.say('pause')}` : html`${playIcon}${this.say('play')}`,
          () => (this.playing ? this.pause() : this.play(() => this.#step(all), STEPS_A_SECOND)), steps >= all)}
        <button type="button" @click=${() => go({ steps: 0 })}>${resetIcon}${this.say('again')}</button>
        ${this.slider('multiplications', Math.min(steps, all), { from: 0, to: all, step: 1 }, (value) => go({ steps: value }))}
        ${this.slider('layers', layers, { from: 2, to: MOST_LAYERS, step: 1 }, (value) => go({ layers: value, steps: 0 }))}
      </div>
      <p class="sentence" role="status">${this.#sentence(answer)}</p>`;
  }

  /** @param {ReuseAnswer} answer */
  #table({ rows }) {
    const longest = rows.length + 1;
    return html`<table><caption class="unseen">${this.say('caption')}</caption>
      <colgroup><col class="name">${Array.from({ length: longest }, () => html`<col>`)}<col class="result"></colgroup>
      <thead><tr><td></td>${this.#heads(rows.length).map((names) => html`<th scope="col">${fraction(names)}</th>`)}<td></td>
        <th scope="col">${this.say('gradient')}</th></tr></thead>
      <tbody>${rows.map((row, at) => this.#row(row, at, longest))}</tbody></table>`;
  }

  /** What the columns go back through. @param {number} layers @returns {[string, string][]} */
  #heads(layers) {
    return Array.from({ length: layers }, (_, at) => (at ? [`a${layers - at + 1}`, `a${layers - at}`] : ['L', `a${layers}`]));
  }

  /** @param {Row} row @param {number} at @param {number} longest */
  #row({ weight, cells, gradient }, at, longest) {
    const { steps } = this.state;
    const last = cells[cells.length - 1];
    const there = steps >= last.done;
    const reached = cells.findLastIndex(({ done }) => done <= steps);
    const begun = reached > 0 || (this.state.way === 'reuse' && reached === 0);
    const rest = longest - cells.reduce((sum, { span }) => sum + span, 0);
    return html`<tr><th scope="row">${subscripted(`w${weight}`)}</th>
      ${cells.map((cell, place) => this.#cell(cell, `rows[${at}].cells[${place}]`, place === cells.length - 1))}
      ${rest ? html`<td colspan=${rest}></td>` : nothing}
      <td class="result ${there ? 'there' : ''}">${there ? html`= ${this.number(`rows[${at}].gradient`, gradient, { format: formatShort })}`
        : begun && reached > 0 ? html`${this.number(`rows[${at}].cells[${reached}].product`, cells[reached].product, { format: formatShort })} …` : nothing}</td></tr>`;
  }

  /** @param {Cell} cell @param {string} path @param {boolean} own */
  #cell({ of, value, span, done, again, from }, path, own) {
    const { way, steps } = this.state;
    const kept = way === 'reuse' && !own;
    const classes = ['cell', own ? 'own' : '', kept && from ? 'kept' : '', steps >= done ? 'done' : '', again ? 'again' : '', steps > 0 && steps === done ? 'now' : ''];
    const shown = this.number(`${path}.value`, value, { format: formatShort });
    const factor = (/** @type {0 | 1} */ side, /** @type {number} */ x) => this.number(`${path}.from[${side}]`, x, { format: formatShort });
    const made = from && steps >= done ? html` = ${factor(0, from[0])} · ${factor(1, from[1])} =` : nothing;
    return html`<td colspan=${span} class=${classes.join(' ')} title=${`∂${subscripted(of[0])}/∂${subscripted(of[1])}`}>
      ${kept && from ? html`<div><span class="from">${fraction(of)}<span class="made">${made}</span></span>${steps >= done ? shown : nothing}</div>` : shown}</td>`;
  }

  /** @param {ReuseAnswer} answer */
  #counts({ counts }) {
    return html`<dl class="counts">${WAYS.map((way) => html`<dt class=${way === this.state.way ? 'here' : ''}>${this.say(`${way}Count`)}</dt>
      <dd aria-hidden="true"><div class="meter" .style=${`width:${(100 * counts[way]) / MOST_COUNT}%`}><div .style=${`width:${way === this.state.way ? (100 * Math.min(this.state.steps, counts[way])) / counts[way] : 0}%`}></div></div></dd>
      <dd>${this.number(`counts.${way}`, counts[way], { format: formatCount, width: 4 })}</dd>`)}</dl>`;
  }

  /** @param {ReuseAnswer} answer */
  #sentence({ rows, counts, again }) {
    const { way, steps } = this.state;
    const all = counts[way];
    if (steps === 0) return this.say('begin', { all });
    if (steps >= all) return this.say(`${way}End`, { all, again });
    const row = /** @type {Row} */ (rows.find(({ cells }) => cells.some(({ done }) => done === steps)));
    const cell = /** @type {Cell} */ (row.cells.findLast(({ done }) => done === steps));
    const isOwn = cell === row.cells[row.cells.length - 1];
    const values = { step: steps, all, weight: subscripted(`w${row.weight}`), name: `∂L/∂${subscripted(`a${row.weight}`)}`, product: cell.product };
    return this.say(isOwn ? 'ownStep' : cell.again ? 'againStep' : way === 'reuse' ? 'keepStep' : 'newStep', values);
  }
}

// <backprop-race>: the reader doubles a network; what all its gradients cost in three ways grows as points, counted, and timed on the reader's own machine.

/** @import { Mode, RaceAnswer, RaceSpec, RaceState } from '../../figures/race.js' */
/** @import { Line } from '../growth-plot.js' */
import { css, html, nothing } from 'lit';
import { formatCount, formatNumber } from '../../draw/format.js';
import { median } from '../../engine/stopwatch.js';
import { MODES, race } from '../../figures/race.js';
import { writer } from '../../figures/speak.js';
import words from '../../figures/words/race.js';
import { resetIcon } from '../icons.js';
import { formatCost } from '../growth-plot.js';
import { Figure } from './figure.js';

/** Portions of which the median is shown; they are taken in turns, so that what else the machine does meets all alike. */
const PORTIONS = 7;

/** @extends {Figure<RaceSpec, RaceState, RaceAnswer>} */
export class Race extends Figure {
  static kind = race;
  static words = words;
  static styles = [...Figure.styles, css`
    .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 12px 40px; }
    section { min-width: 0; }
    h3 { margin: 0 0 8px; font-size: var(--control-text); font-weight: 650; }
    .nothing { display: grid; place-items: center; min-height: 190px; margin: 0; padding: 0 20px; border: 1px dashed var(--border); border-radius: var(--radius); color: var(--muted); text-align: center; }
    table { border-collapse: collapse; margin-top: 8px; font-size: var(--control-text); }
    caption { color: var(--muted); text-align: left; white-space: nowrap; }
    th, td { padding: 3px 0 3px 18px; border-bottom: 1px solid var(--hairline); font-weight: 400; text-align: right; }
    thead th { color: var(--muted); }
    tr > :first-child { padding-left: 0; text-align: left; }
    @media (max-width: 560px) { th, td { padding-left: 8px; } caption { white-space: normal; } table { width: 100%; font-size: var(--tiny); } }
  `];

  /** ms of each portion, by size and mode. @type {Map<string, number[]>} */
  #times = new Map();
  #measuring = false;

  pause() {
    super.pause();
    this.#measuring = false;
  }

  again() {
    this.#times.clear();
    super.again();
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    const { measured } = this.answer ?? {};
    if (!changed.has('answer') || !measured || !this.#measuring) return;
    const key = `${measured.size} ${measured.mode}`;
    this.#times.set(key, [...(this.#times.get(key) ?? []), measured.ms]);
    this.#measure();
  }

  /** What has the fewest portions is run once more. */
  #measure() {
    const sizes = Array.from({ length: Math.log2(this.state.size) }, (_, at) => 2 ** (at + 1));
    const count = (/** @type {{ size: number, mode: Mode }} */ { size, mode }) => this.#times.get(`${size} ${mode}`)?.length ?? 0;
    const [next] = sizes.flatMap((size) => MODES.map((mode) => ({ size, mode }))).sort((a, b) => count(a) - count(b));
    this.#measuring = count(next) < PORTIONS;
    this.change({ timed: this.#measuring ? next : null });
  }

  /** The median so far. @param {number} size @param {Mode} mode */
  #time(size, mode) {
    return median(this.#times.get(`${size} ${mode}`) ?? []) ?? NaN;
  }

  /** @param {RaceAnswer} answer */
  draw(answer) {
    const { size, log } = this.state;
    const { most } = this.spec;
    const next = 2 * size;
    const times = MODES.map((mode) => answer.rows.map((row) => ({ n: row.size, cost: this.#time(row.size, mode) })));
    const isTimed = times.some((points) => points.some(({ cost }) => cost > 0));
    const isMissing = times.some((points) => points.some(({ cost }) => Number.isNaN(cost)));
    return html`<div class="plots">
        <section><h3>${this.say('operations')}</h3>${this.#plot(MODES.map((mode) => answer.rows.map((row) => ({ n: row.size, cost: row[mode] }))))}</section>
        <section><h3>${this.say('ms')}</h3>${isTimed ? this.#plot(times) : html`<p class="nothing">${this.say(this.#measuring ? 'busy' : 'untimed')}</p>`}</section>
      </div>
      <div class="controls">
        ${this.button('double', this.say(next > most ? 'largest' : 'double', { n: next > most ? size : next }), () => (this.pause(), this.change({ size: next, timed: null })), next > most)}
        ${this.button('measure', this.say(this.#measuring ? 'stop' : 'measure'), () => (this.#measuring ? (this.pause(), this.change({ timed: null })) : this.#measure()), !isMissing)}
        <button type="button" @click=${() => this.again()}>${resetIcon}${this.say('again')}</button>
        ${this.choice('axes', ['linear', 'log'], log ? 'log' : 'linear', (value) => this.change({ log: value === 'log' }))}
      </div>
      ${this.#table(answer)}
      <p class="sentence" role="status">${this.#sentence(answer)}</p>`;
  }

  /** @param {{ n: number, cost: number }[][]} points by mode */
  #plot(points) {
    /** @type {Line[]} */
    const lines = points.map((each, at) => ({ name: this.say(MODES[at]), points: each }));
    return html`<backprop-growth-plot most=${this.spec.most} x-name=${this.say('weights')} ?log=${this.state.log} .lines=${lines}
      .format=${writer(this.language, formatCost)}></backprop-growth-plot>`;
  }

  /** The largest network, and how many times the one before. @param {RaceAnswer} answer */
  #table({ rows, growth }) {
    const last = rows.length - 1;
    const { size } = rows[last];
    const times = (/** @type {number} */ x) => `×${formatNumber(x, 1)}`;
    const ratio = (/** @type {Mode} */ mode) => this.#time(size, mode) / this.#time(size / 2, mode);
    return html`<table><caption>${this.say('caption', { n: size })}</caption>
      <thead><tr><th scope="col">${this.say('way')}</th><th scope="col">${this.say('counted')}</th><th scope="col">${this.say('growth')}</th><th scope="col">ms</th><th scope="col">${this.say('growth')}</th></tr></thead>
      <tbody>${MODES.map((mode) => html`<tr><th scope="row">${this.say(mode)}</th>
        <td>${this.number(`rows[${last}].${mode}`, rows[last][mode], { format: formatCount })}</td>
        <td>${last ? this.number(`growth.${mode}`, growth[mode], { format: times }) : nothing}</td>
        <td>${this.#time(size, mode) > 0 ? this.number(`measured.${size}.${mode}`, this.#time(size, mode), { format: (x) => formatNumber(x, 3) }) : nothing}</td>
        <td>${ratio(mode) > 0 ? this.number(`measured.growth.${mode}`, ratio(mode), { format: times }) : nothing}</td></tr>`)}</tbody></table>`;
  }

  /** @param {RaceAnswer} answer */
  #sentence({ rows, times }) {
    const { size, reverse, forward } = rows[rows.length - 1];
    const faster = this.#time(size, 'forward') / this.#time(size, 'reverse');
    const counted = this.say('said', { n: size, reverse: formatCountIn(reverse, this.language), forward: formatCountIn(forward, this.language), times });
    return faster > 0 && !this.#measuring ? html`${counted} ${this.say('saidTime', { faster: Number(faster.toPrecision(2)) })}` : counted;
  }
}

/** @param {number} count @param {string} language */
const formatCountIn = (count, language) => writer(language, formatCount)(count);

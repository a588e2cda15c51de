// <backprop-graph-formula>: the derivative of the output by one number, as the chain rule over the graph: in symbols, in numbers, and checked.

/** @import { TemplateResult } from 'lit' */
/** @import { GraphClient } from '../../engine/client.js' */
/** @import { GraphState } from '../../graph/graph-state.js' */
/** @import { Step, Term } from '../../draw/graph-paths.js' */
/** @import { GraphFrame } from '../../types.js' */
import { LitElement, html, mathml, nothing } from 'lit';
import { byHand } from '../../draw/graph-by-hand.js';
import { namesOf } from '../../draw/graph-names.js';
import { factorText, scalarText } from '../../draw/graph-numbers.js';
import { entryName, factored, lengthOf, placeOf, stepsOfPaths } from '../../draw/graph-paths.js';
import { stepsOf } from '../../draw/graph-steps.js';
import { formatTiny } from '../../draw/format.js';
import tables from '../../tables.js';
import { number } from '../number.js';
import { sharedCss } from '../shared-css.js';
import { Asked } from './asked.js';
import { formulaCss } from './formula-css.js';

/** A formula of more derivatives than these is written path by path. */
const MOST_FACTORED = 6;
/** So many paths are written out. */
const MOST_PATHS = 4;

export class GraphFormula extends LitElement {
  static properties = { state: { attribute: false }, client: { attribute: false } };
  static styles = [sharedCss, formulaCss];

  #paths = new Asked(this, 'paths');
  #check = new Asked(this, 'check');

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    /** @type {GraphClient | undefined} */ this.client = undefined;
  }

  willUpdate() {
    const frame = this.state?.frame;
    const node = subjectOf(this.state);
    if (frame && node !== undefined) this.#paths.ask(this.client, frame, { node, index: this.state?.entry ?? 0 });
    this.#check.ask(this.client, frame);
  }

  render() {
    const answer = this.#paths.about(this.state?.frame);
    if (!this.state || !answer?.argument) return nothing;
    const { frame, argument: { node, index }, value } = answer;
    const names = namesOf(frame);
    const { shape } = frame.nodes[node];
    const lit = litEdges(this.state, frame);
    const ways = stepsOfPaths(frame, value.paths);
    const terms = factored(ways);
    const head = mathml`<mfrac><mrow><mi mathvariant="normal">d</mi>${symbol(frame, names, frame.output, 0)}</mrow>
      <mrow><mi mathvariant="normal">d</mi>${symbol(frame, names, node, index)}</mrow></mfrac>`;
    const short = value.complete && value.count <= MOST_PATHS && lengthOf(terms) <= MOST_FACTORED;
    const hand = value.complete ? byHand(frame, names, ways, tables.ops) : '';
    const check = this.#check.about(this.state.frame)?.value.find(({ leaf }) => leaf === node)?.entries[index];
    return html`<h2>Formula</h2>
      <div class="formula" tabindex="0" role="group" aria-label="Formula of the derivative of ${names[frame.output].name} by ${entryName(names[node].name, shape, index)}">
        ${value.count === 0 ? this.#zero(head) : node === frame.output
          ? html`<math display="block">${head}<mo>=</mo><mn>1</mn></math>`
          : short ? this.#factored(head, terms, value, frame, names, lit) : this.#listed(head, ways, value, frame, names, lit)}
      </div>
      <dl>${hand ? html`<dt>by hand</dt><dd class="mono">${hand} = ${scalarText(value.sum)}</dd>` : nothing}
        ${check ? html`<dt>finite difference</dt><dd class="mono"><span data-key="check.${node}[${index}].numeric"
          data-value=${String(check.numeric)}>${check.numeric.toFixed(6).replace('-', '−')}</span>
          ${check.agrees ? html`<b aria-label="agrees">✓</b>` : html`<b>${check.kink ? '∧ kink' : '✗ differs'}</b>`}
          <span class="muted">off by ${formatTiny(check.error)}</span></dd>` : nothing}</dl>`;
  }

  /** @param {TemplateResult} head */
  #zero(head) {
    return html`<math display="block">${head}<mo>=</mo><mn>0</mn></math><p class="note">No path leads from here to the output.</p>`;
  }

  /**
   * @param {TemplateResult} head @param {Term[]} terms @param {{ sum: number, paths: { product: number }[] }} value
   * @param {GraphFrame} frame @param {{ name: string }[]} names @param {Set<string>} lit
   */
  #factored(head, terms, { sum, paths }, frame, names, lit) {
    const symbols = sumOf(terms, (step) => partial(frame, names, step), lit);
    const numbers = sumOf(terms, ({ derivative }) => mathml`<mn>${factorText(derivative)}</mn>`, lit);
    const several = paths.length > 1;
    return html`<math display="block">${head}<mo>=</mo>${symbols}</math>
      <math display="block" class="numbers"><mo>=</mo>${lengthOf(terms) > 1 ? mathml`${numbers}<mo>=</mo>` : nothing}${several ? mathml`${products(paths)}<mo>=</mo>`
        : nothing}${result(sum)}</math>`;
  }

  /**
   * @param {TemplateResult} head @param {Step[][]} ways @param {{ sum: number, count: number, paths: { product: number }[] }} value
   * @param {GraphFrame} frame @param {{ name: string }[]} names @param {Set<string>} lit
   */
  #listed(head, ways, { sum, count, paths }, frame, names, lit) {
    const shown = ways.slice(0, MOST_PATHS);
    const dots = html`<math><mo>·</mo></math>`;
    const lines = shown.map((way, at) => html`<div class="way"><math><mo>${at ? '+' : '='}</mo></math>
        ${way.map((step, i) => html`${i ? dots : nothing}<math displaystyle="true">${wrap(partial(frame, names, step), lit.has(edgeOf(step)))}</math>`)}</div>
      <div class="way numbers"><math><mo>=</mo></math>${way.map((step, i) => html`${i ? dots
        : nothing}<math>${wrap(mathml`<mn>${factorText(step.derivative)}</mn>`, lit.has(edgeOf(step)))}</math>`)}
        <math><mo>=</mo><mn>${scalarText(paths[at].product)}</mn></math></div>`);
    return html`<div class="way"><math displaystyle="true">${head}</math></div>${lines}
      ${count > shown.length ? html`<p class="note">+ ${count - shown.length === 1 ? 'one more path'
        : `${count - shown.length} more paths`}: here are the largest ${shown.length} of ${count}.</p>` : nothing}
      <div class="way"><math><mo>=</mo>${result(sum)}</math>${count > 1 ? html`<span class="note">the sum over ${count} paths</span>` : nothing}</div>`;
  }
}
customElements.define('backprop-graph-formula', GraphFormula);

/** The node that the formula is about: the selected one that has a gradient, else the first leaf. @param {GraphState | undefined} state */
export function subjectOf(state) {
  const nodes = state?.frame?.nodes ?? [];
  const selected = state?.selected !== undefined ? nodes[state.selected] : undefined;
  return selected?.requiresGrad ? selected.id : nodes.find(({ kind }) => kind === 'parameter')?.id;
}

/** @param {Step} step */
const edgeOf = ({ from, to, slot }) => `${from.node}>${to.node}@${slot}`;

/** The edges that are pointed at, else those over which this step of backward goes. @param {GraphState} state @param {GraphFrame} frame */
function litEdges({ lit, count }, frame) {
  if (lit.length) return new Set(lit.map(([from, to, slot]) => `${from}>${to}@${slot}`));
  const step = stepsOf(frame)[count - 1];
  if (step?.phase !== 'backward') return new Set();
  return new Set(frame.nodes[step.node].inputs.flatMap((input, slot) => (input === step.to ? [`${input}>${step.node}@${slot}`] : [])));
}

/**
 * @param {Term[]} terms @param {(step: Step) => TemplateResult} show @param {Set<string>} lit @param {boolean} [inside] a product, so that a sum needs parentheses
 * @returns {TemplateResult}
 */
function sumOf(terms, show, lit, inside = false) {
  const parts = terms.map(({ step, rest }, at) => mathml`${at ? mathml`<mo>+</mo>` : nothing}${wrap(show(step), lit.has(edgeOf(step)))}${
    rest.length ? mathml`<mo>·</mo>${sumOf(rest, show, lit, true)}` : nothing}`);
  return inside && terms.length > 1 ? mathml`<mrow><mo>(</mo>${parts}<mo>)</mo></mrow>` : mathml`${parts}`;
}

/** @param {TemplateResult} what @param {boolean} lit */
const wrap = (what, lit) => mathml`<mrow class=${lit ? 'lit' : ''}>${what}</mrow>`;

/** @param {GraphFrame} frame @param {{ name: string }[]} names @param {Step} step */
const partial = (frame, names, { from, to }) =>
  mathml`<mfrac><mrow><mo class="d">∂</mo>${symbol(frame, names, to.node, to.index)}</mrow>
    <mrow><mo class="d">∂</mo>${symbol(frame, names, from.node, from.index)}</mrow></mfrac>`;

/** @param {GraphFrame} frame @param {{ name: string }[]} names @param {number} node @param {number} index */
function symbol({ nodes }, names, node, index) {
  const { shape } = nodes[node];
  const name = mathml`<mi>${names[node].name}</mi>`;
  return shape.length ? mathml`<msub>${name}<mn>${placeOf(shape, index).join(',')}</mn></msub>` : name;
}

/** @param {{ product: number }[]} paths */
const products = (paths) => paths.map(({ product }, at) => mathml`${at ? mathml`<mo>+</mo>` : nothing}<mn>${at ? factorText(product) : scalarText(product)}</mn>`);

/** @param {number} sum */
const result = (sum) => mathml`<mn class="result" data-key="paths.sum" data-value=${String(sum)}>${scalarText(sum)}</mn>`;

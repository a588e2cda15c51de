// <backprop-graph-why>: why the gradient of the selected number is what it is: every path to the output, its product, their sum, and each use in words.

/** @import { GraphClient } from '../../engine/client.js' */
/** @import { Edge, GraphState } from '../../graph/graph-state.js' */
/** @import { GraphFrame, GraphNode } from '../../types.js' */
/** @import { Step } from '../../draw/graph-paths.js' */
import { LitElement, css, html, nothing } from 'lit';
import { signOf } from '../../draw/format.js';
import { namesOf } from '../../draw/graph-names.js';
import { factorText, scalarText } from '../../draw/graph-numbers.js';
import { edgesOf, entryName, stepsOfPaths } from '../../draw/graph-paths.js';
import tables from '../../tables.js';
import { emitChange } from '../change.js';
import { number } from '../number.js';
import { sharedCss } from '../shared-css.js';
import { Asked } from './asked.js';
import { subjectOf } from './formula.js';
import { panelCss } from './panel-css.js';

const look = { format: scalarText, signed: true };

export class GraphWhy extends LitElement {
  static properties = { state: { attribute: false }, client: { attribute: false } };
  static styles = [
    sharedCss,
    panelCss,
    css`
      .paths, .total { max-width: 640px; }
      .paths { display: grid; gap: 4px; margin: 0 0 10px; padding: 0; list-style: none; }
      .path { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 16px; width: 100%; height: auto;
        min-height: 32px; padding: 5px 10px; border-color: var(--hairline); text-align: left; }
      .path .symbols { color: var(--muted); font: var(--tiny) / 1.5 var(--mono); overflow-wrap: anywhere; }
      .path .product { font: var(--text) / 1.5 var(--mono); overflow-wrap: anywhere; }
      .path .n { grid-row: 1 / span 2; grid-column: 2; align-self: center; font-size: 1rem; font-weight: 650; }
      .path.on { border-color: var(--ink); background: var(--band); }
      .path.on .symbols { color: var(--ink); }
      .total { display: flex; flex-wrap: wrap; gap: 4px 16px; justify-content: space-between; padding: 6px 10px; border-top: 1px solid var(--ink); font-family: var(--mono); }
      ul.uses { margin: 0; padding: 0; list-style: none; }
      ul.uses li { padding: 6px 0; border-top: 1px solid var(--hairline); line-height: 1.5; overflow-wrap: anywhere; }
    `,
  ];

  #paths = new Asked(this, 'paths');

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    /** @type {GraphClient | undefined} */ this.client = undefined;
  }

  get node() {
    return this.state?.selected ?? subjectOf(this.state);
  }

  willUpdate() {
    const frame = this.state?.frame;
    if (frame?.code && this.node !== undefined) this.#paths.ask(this.client, frame, { node: this.node, index: this.state?.entry ?? 0 });
  }

  /** @param {Edge[] | null} light */
  #light(light) {
    emitChange(this, { light });
  }

  render() {
    const answer = this.#paths.about(this.state?.frame);
    if (!this.state?.frame?.code) return html`<p>There is no backward pass to explain.</p>`;
    if (!answer?.argument) return nothing;
    const { frame, argument: { node: id, index } } = answer;
    const names = namesOf(frame);
    const node = frame.nodes[id];
    const output = names[frame.output].name;
    const name = entryName(names[id].name, node.shape, index);
    return html`<div class="columns"><div>
        <div class="row"><label>Why the gradient of ${this.#nodePicker(frame, names, id)}</label>${node.shape.length ? this.#entryPicker(node, index) : nothing}</div>
        <p class="big">∂${output}/∂${name} = ${node.explanation ? number(`node[${id}].passGradient[${index}]`, node.explanation.passGradient[index] ?? 0, look) : '…'}</p>
        ${this.#reason(frame, node, names, name, index)}</div>
      <div>${this.#ways(answer, frame, node, names, output)}</div></div>`;
  }

  /** @param {GraphFrame} frame @param {{ name: string, expression: string }[]} names @param {number} id */
  #nodePicker({ nodes }, names, id) {
    return html`<select class="field" .value=${String(id)} @change=${(/** @type {Event} */ event) => this.#pick(event, 'select')}>
      ${nodes.map((node) => html`<option value=${node.id} ?selected=${node.id === id}>${names[node.id].name}${node.kind === 'operation'
        && names[node.id].expression ? ` = ${names[node.id].expression}` : ''}</option>`)}</select>`;
  }

  /** @param {GraphNode} node @param {number} index */
  #entryPicker({ shape, value }, index) {
    return html`<label>entry <select class="field" .value=${String(index)} @change=${(/** @type {Event} */ event) => this.#pick(event, 'entry')}>
      ${Array.from(value.data, (_, at) => html`<option value=${at} ?selected=${at === index}>${entryName('', shape, at)}</option>`)}</select></label>`;
  }

  /** @param {Event} event @param {'select' | 'entry'} what */
  #pick(event, what) {
    event.stopPropagation();
    const chosen = Number(/** @type {HTMLSelectElement} */ (event.target).value);
    emitChange(this, what === 'entry' ? { entry: chosen } : { select: chosen });
  }

  /**
   * What the core says, and how each use comes to its contribution. @param {GraphFrame} frame @param {GraphNode} node @param {{ name: string }[]} names
   * @param {string} name @param {number} index
   */
  #reason(frame, { id, kind, explanation }, names, name, index) {
    if (!explanation) return nothing;
    const uses = explanation.uses.filter(({ edge }) => edge.contribution.length);
    const several = frame.passes.filter(({ phase }) => phase === 'seed').length > 1 && kind === 'parameter';
    return html`<p>${explanation.reason}</p>
      ${several ? html`<p>backward() ran more than once, and every pass adds to .grad until zero_grad clears it: now ${name}.grad is
        ${number(`node[${id}].gradient[${index}]`, explanation.gradient[index] ?? 0, look)}.</p>` : nothing}
      ${uses.length ? html`<p class="muted">Of each rule, a and b are the operation's own inputs in their order, and ȳ is the gradient that comes to it from the output's side.</p><ul class="uses">${uses.map(({ consumer, edge }) => {
        const op = tables.ops.find(({ name: called }) => called === frame.nodes[consumer].op);
        return html`<li>in <b class="mono">${names[consumer].name}</b>, ${op?.reason}: <span class="mono">${edge.back.symbols}</span>
          ${edge.back.numbers ? html`<br><span class="mono">${edge.back.numbers}</span>` : nothing}</li>`;
      })}</ul>` : nothing}`;
  }

  /** @param {NonNullable<Asked<'paths'>['answer']>} answer @param {GraphFrame} frame @param {GraphNode} node @param {{ name: string }[]} names @param {string} output */
  #ways({ value }, frame, node, names, output) {
    if (node.id === frame.output) return html`<h3>The output itself</h3><p>Backward starts here: ∂${output}/∂${output} is 1, and everything else is a multiple of it.</p>`;
    if (!node.requiresGrad) return html`<h3>No gradient here</h3><p>A constant never changes, so nothing is sent back to it.</p>`;
    if (value.count === 0) return html`<h3>No path</h3><p>0, because no path leads from ${names[node.id].name} to ${output}: however it moves, ${output} stays as it is.</p>`;
    const ways = stepsOfPaths(frame, value.paths);
    const products = value.paths.map(({ product }) => product);
    const sum = products.map((product, at) => (at ? factorText(product) : scalarText(product))).join(' + ');
    return html`<h3>${value.count === 1 ? 'One path' : `${value.count} paths`} to ${output}${value.count > ways.length ? `, the largest ${ways.length}` : ''}</h3>
      <ul class="paths">${ways.map((way, at) => html`<li>${this.#way(way, products[at], at, frame, names)}</li>`)}</ul>
      <div class="total"><span>${value.count > ways.length ? `the sum over all ${value.count} paths` : value.count > 1 ? `${sum} =` : 'nothing to add:'}</span>
        <b>${number('paths.sum', value.sum, look)}</b></div>`;
  }

  /** @param {Step[]} way @param {number} product @param {number} at @param {GraphFrame} frame @param {{ name: string }[]} names */
  #way(way, product, at, frame, names) {
    const edges = edgesOf(way);
    const called = (/** @type {Step['from']} */ { node, index }) => entryName(names[node].name, frame.nodes[node].shape, index);
    const on = this.state?.lit.length && JSON.stringify(this.state.lit) === JSON.stringify(edges);
    const light = () => this.#light(edges);
    const dark = () => this.#light(null);
    return html`<button class="path ${on ? 'on' : ''}" @pointerenter=${light} @pointerleave=${dark} @focus=${light} @blur=${dark} @click=${light}>
      <span class="symbols">${way.map(({ from, to }) => `∂${called(to)}/∂${called(from)}`).join(' · ')}</span>
      <span class="product">${way.map(({ derivative }) => factorText(derivative)).join(' · ')} =</span>
      <span class="n ${signOf(product)}" data-key="paths.paths[${at}].product" data-value=${String(product)}>${scalarText(product)}</span></button>`;
  }
}
customElements.define('backprop-graph-why', GraphWhy);

// One node of the picture: its name and operation, its value, a row for each of its uses, its gradient; and what a group shows of many.

/** @import { GraphFrame, Tensor } from '../../types.js' */
/** @import { Item, Link } from '../../draw/graph-view.js' */
/** @import { Scene } from './scene.js' */
import { html, nothing } from 'lit';
import { signOf } from '../../draw/format.js';
import { HEAD, MOST_LISTED, operationsText } from '../../draw/graph-boxes.js';
import { inFull, productText, shapeText, shortNumber, tensorText } from '../../draw/graph-numbers.js';
import { nodeSentence } from '../../draw/graph-sentence.js';
import tables from '../../tables.js';
import { stripTemplate, tensorTemplate } from './picture-tensor.js';

/**
 * @typedef {object} Moment what is known at the step that is shown
 * @property {ReturnType<typeof import('../../draw/graph-steps.js').stateAt>} state
 * @property {import('../../draw/graph-steps.js').Step | undefined} now
 * @property {boolean} started whether any step is taken
 * @property {import('../../graph/graph-state.js').Edge[]} lit the edges of a path that is pointed at
 * @property {import('../../graph/graph-state.js').Broken | undefined} broken the wrong gradients of a mistake that is shown
 * @property {boolean} [tab] whether the fields of this node are stops of the Tab key
 */
/** @typedef {{ setLeaf: (node: number, value: number, entry?: number[]) => void, unfold: (item: Item) => void, fold: (key: string) => void, drag: (event: PointerEvent, node: number) => void, why: (event: Event, node: number) => void }} Acts */

/** The inside of a node. @param {Scene} scene @param {Item} item @param {Moment} moment @param {Acts} acts */
export function nodeTemplate(scene, item, moment, acts) {
  if (item.kind === 'layer') return layerTemplate(scene, item, moment, acts);
  const { frame, names, measures } = scene;
  const node = frame.nodes[item.node];
  const { name, key, expression } = names[item.node];
  const { value, total, rows } = measures[item.id];
  const known = moment.state.known.has(item.node);
  if (item.near) return html`<div class="small"><b data-key="value.${key}" data-value=${inFull(node.value.data)}>${name}</b><span class="muted">constant,<br>no gradient</span></div>`;
  const said = item.kind === 'neuron' ? operationsText(frame, item) : node.kind === 'operation' ? expression : node.kind === 'constant' ? 'constant' : usedText(item.uses.length);
  return html`${headTemplate(name, said, scene, item, acts)}
    <div class="value" .style=${`height:${value}px`}>${known ? valueTemplate(scene, item, acts, moment.tab ? 0 : -1) : html`<span class="n" data-key="value.${key}" data-value="">–</span>`}</div>
    ${total ? html`<div class="grads">
      ${rows ? scene.layout.uses[item.id].map(({ to, slot }) => rowTemplate(scene, item, scene.view.items[to].inputs[slot], moment)) : nothing}
      ${gradientTemplate(scene, item, moment, total, acts)}</div>` : nothing}`;
}

/** @param {number} uses */
const usedText = (uses) => (uses < 2 ? 'leaf' : uses === 2 ? 'leaf, used twice' : `leaf, used ${uses} times`);

/** @param {string} name @param {string} said @param {Scene} scene @param {Item} item @param {Acts} acts */
function headTemplate(name, said, { frame, folds, folded }, item, acts) {
  const { op, shape } = frame.nodes[item.node];
  const isGroup = item.kind === 'neuron' || item.kind === 'layer';
  const open = [...folds.layers, ...folds.neurons].find((group) => !folded.includes(group) && group.root === item.node && group.members.length > 1 && !isGroup);
  const symbol = op && !isGroup ? tables.ops.find((row) => row.name === op)?.symbol : '';
  return html`<div class="head" .style=${`height:${HEAD}px`}><b>${name}</b> <span class="said" title=${said}>${said}</span>${shape.length && item.kind !== 'layer' ? html`<span class="muted">${shapeText(shape)}</span>` : nothing}
    ${isGroup ? html`<button class="fold" tabindex="-1" aria-label="unfold ${name}" @click=${(/** @type {Event} */ e) => (e.stopPropagation(), acts.unfold(item))}>+</button>`
      : open && isFoldable(frame) ? html`<button class="fold" tabindex="-1" aria-label="fold ${open.name}" @click=${(/** @type {Event} */ e) => (e.stopPropagation(), acts.fold(open.key))}>−</button>`
        : html`<span class="symbol">${symbol}</span>`}</div>`;
}

/** A picture that nobody would fold needs no buttons for it. @param {GraphFrame} frame */
const isFoldable = ({ nodes }) => nodes.length > 24;

/** @param {Scene} scene @param {Item} item @param {Acts} acts @param {number} tab */
function valueTemplate({ frame, names, measures }, item, acts, tab) {
  const node = frame.nodes[item.node];
  const { name, key } = names[item.node];
  const editable = node.kind === 'parameter' && (node.span || frame.freeNames.includes(name));
  if (node.shape.length) {
    const edit = editable ? (/** @type {number} */ x, /** @type {number[]} */ entry) => acts.setLeaf(item.node, x, entry) : undefined;
    return tensorTemplate(node.value, { key: `value.${key}`, label: name, cell: measures[item.id].cell, edit, tab });
  }
  const [x] = node.value.data;
  if (!editable) return html`<span class="n" data-key="value.${key}" data-value=${String(x)}>${shortNumber(x)}</span>`;
  const limit = [5, 10, 20, 50, 100, 1000].find((most) => most >= Math.abs(x)) ?? Math.abs(x);
  return html`<span class="n drag" data-key="value.${key}" data-value=${String(x)} title="drag to change" @pointerdown=${(/** @type {PointerEvent} */ e) => acts.drag(e, item.node)}>${shortNumber(x)}</span>
    <input type="range" tabindex=${tab} aria-label="value of ${name}" min=${-limit} max=${limit} step=${limit / 50} .value=${String(x)}
      @input=${(/** @type {Event} */ e) => acts.setLeaf(item.node, Number(Number(/** @type {HTMLInputElement} */ (e.target).value).toPrecision(6)))}>`;
}

/** @param {Scene} scene @param {import('../../draw/graph-view.js').Path} path with the slot, where an operation uses a node twice */
export function contributionKey({ frame, names }, { consumer, slot, input }) {
  const twice = frame.nodes[consumer].inputs.filter((each) => each === input).length > 1;
  return `contribution.${names[consumer].key}.${names[input].key}${twice ? `.${slot}` : ''}`;
}

/** What one use hands back. @param {Scene} scene @param {Item} item @param {Link} link @param {Moment} moment */
function rowTemplate(scene, item, link, { state, now }) {
  const { frame, names } = scene;
  const [{ consumer, slot }] = link.paths;
  const here = link.paths.every((path) => state.added.get(path.input)?.some(({ from }) => from === path.consumer));
  const edge = frame.nodes[consumer].explanation?.edges[slot];
  const isNow = now?.phase === 'backward' && link.paths.some((path) => path.consumer === now.node && path.input === now.to);
  const sign = edge?.contribution.length === 1 ? signOf(edge.contribution[0]) : 'zero';
  const by = names[consumer];
  const key = contributionKey(scene, link.paths[0]);
  const from = link.paths.length > 1 ? `${link.paths.length} from ${scene.view.items[link.to].name}` : `from ${by.name}`;
  return html`<div class="row ${isNow ? `now ${sign}` : ''}"><span class="muted">${from}</span>
    ${link.paths.length > 1 ? nothing : html`<span class="n" data-key=${key} data-value=${here ? inFull(edge?.contribution) : ''}>${here ? productTemplate(productText(frame, consumer, slot), sign) : '·'}</span>
    ${here && edge && edge.contribution.length > 1 ? stripTemplate(edge.contribution) : nothing}`}</div>`;
}

/** The product is bold and carries the sign. @param {string} text @param {string} sign */
function productTemplate(text, sign) {
  const at = text.lastIndexOf('= ') + 2;
  return at > 1 ? html`${text.slice(0, at)}<b class=${sign}>${text.slice(at)}</b>` : text;
}

/** @param {Scene} scene @param {Item} item @param {Moment} moment @param {number} height @param {Acts} acts */
function gradientTemplate({ frame, names, measures }, item, { state, started, broken }, height, acts) {
  const node = frame.nodes[item.node];
  const { name, key } = names[item.node];
  const gradient = state.gradients.get(item.node);
  const label = node.kind === 'parameter' ? `${name}.grad` : `∂${names[frame.output].name}/∂${name}`;
  const shown = { key: `gradient.${key}`, label: `gradient of ${name}`, cell: measures[item.id].cell };
  if (node.shape.length) {
    return html`<div class="total block" title="why?" @click=${(/** @type {Event} */ e) => acts.why(e, item.node)} .style=${`height:${height}px`}><span class="muted n">${label}</span>
      ${gradient ? tensorTemplate(gradient, shown) : html`<span class="n" data-key=${shown.key} data-value="0">${started ? '0' : '·'}</span>`}</div>`;
  }
  const wrong = broken?.differs.includes(item.node) ? broken.wrong[item.node] : null;
  if (wrong && gradient) {
    return html`<div class="total" .style=${`height:${height}px`}><span class="muted n">${label}</span>
      <s class="n" title="wrong, by the mistake that is shown" data-key="wrong.${key}" data-value=${inFull(wrong.data)}>${tensorText(wrong)}</s>
      <b class="n ${signOf(gradient.data[0])}" data-key=${shown.key} data-value=${inFull(gradient.data)}>${tensorText(gradient)}</b></div>`;
  }
  const last = state.added.get(item.node)?.at(-1);
  const grown = last?.before && frame.nodes[last.from].explanation ? `${tensorText(last.before)} += ${addedText(frame, last.from, item.node)}` : '';
  return html`<div class="total" title="why?" @click=${(/** @type {Event} */ e) => acts.why(e, item.node)} .style=${`height:${height}px`}><span class="muted n">${label}</span>${grown ? html`<span class="n grown">${grown}</span>` : nothing}
    <b class="n ${gradient ? signOf(gradient.data[0]) : ''}" data-key=${shown.key} data-value=${gradient ? inFull(gradient.data) : '0'}>${gradient ? tensorText(gradient) : started && node.requiresGrad ? '0' : '·'}</b></div>`;
}

/** @param {GraphFrame} frame @param {number} consumer @param {number} node */
function addedText({ nodes }, consumer, node) {
  const edges = (nodes[consumer].explanation?.edges ?? []).filter(({ input }) => input === node);
  return edges.map(({ contribution }) => shortNumber(contribution[0])).join(' + ');
}

/** The first values of a layer, each with its gradient. @param {Scene} scene @param {Item} item @param {Moment} moment @param {Acts} acts */
function layerTemplate(scene, item, { state }, acts) {
  const { frame, names, measures } = scene;
  const more = item.shown.length - MOST_LISTED;
  /** @param {Tensor | undefined} tensor */
  const text = (tensor) => (tensor ? (tensor.shape.length ? shapeText(tensor.shape) : shortNumber(tensor.data[0], 3)) : '·');
  return html`${headTemplate(item.name, operationsText(frame, item), scene, item, acts)}
    <div class="list" .style=${`height:${measures[item.id].value}px`}><span></span><span class="muted">value</span><span class="muted">gradient</span>
      ${item.shown.slice(0, MOST_LISTED).map((id) => {
        const gradient = state.gradients.get(id);
        const value = state.known.has(id) ? frame.nodes[id].value : undefined;
        return html`<b>${names[id].name}</b><span class="n" data-key="value.${names[id].key}" data-value=${inFull(value?.data)}>${text(value)}</span>
          <span class="n ${gradient && !gradient.shape.length ? signOf(gradient.data[0]) : ''}" data-key="gradient.${names[id].key}" data-value=${gradient ? inFull(gradient.data) : '0'}>${text(gradient)}</span>`;
      })}
      ${more > 0 ? html`<span class="muted more">and ${more} more</span>` : nothing}</div>`;
}

/** What is said of an item. @param {Scene} scene @param {Item} item @param {Moment} moment */
export function itemSentence({ frame, names }, item, { state }) {
  const node = frame.nodes[item.node];
  if (item.kind === 'layer') return `Layer ${item.name}: ${item.shown.length} values, ${operationsText(frame, item)}, folded.`;
  const said = nodeSentence(names[item.node], node.kind, state.known.has(item.node) ? tensorText(node.value) : '', tensorText(state.gradients.get(item.node)), node.shape);
  return item.kind === 'neuron' ? `Folded, ${operationsText(frame, item)}: ${said}` : said;
}

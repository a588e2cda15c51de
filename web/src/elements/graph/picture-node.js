// One node of the picture: its name and operation, its value, a row for each of its uses, its gradient; and what a group shows of many.

/** @import { GraphFrame, Tensor } from '../../types.js' */
/** @import { Item, Link } from '../../draw/graph-view.js' */
/** @import { Scene } from './scene.js' */
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { fillWords } from '../../draw/fill-words.js';
import { signOf } from '../../draw/format.js';
import { gradientRoom, HEAD, MOST_LISTED, nearText, operationsText, sizeFor, usedText, valueRoom } from '../../draw/graph-boxes.js';
import { inFull, productText, shapeText, shortNumber, tensorText } from '../../draw/graph-numbers.js';
import { nodeSentence } from '../../draw/graph-sentence.js';
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
/**
 * @typedef {object} Acts what a reader can do in a node
 * @property {(item: Item) => void} unfold
 * @property {(key: string) => void} fold
 * @property {(node: number, value: number, entry?: number[]) => void} [setLeaf] left out where numbers stand fast
 * @property {(event: PointerEvent, node: number) => void} [drag]
 * @property {(event: Event, node: number) => void} [why] asks about a gradient
 */

/** The inside of a node. @param {Scene} scene @param {Item} item @param {Moment} moment @param {Acts} acts */
export function nodeTemplate(scene, item, moment, acts) {
  if (item.kind === 'layer') return layerTemplate(scene, item, moment, acts);
  const { frame, names, measures, keys, words } = scene;
  const node = frame.nodes[item.node];
  const { name, expression } = names[item.node];
  const { value, total, rows } = measures[item.id];
  const known = moment.state.known.has(item.node);
  if (item.near) return html`<div class="small"><b data-key=${ifDefined(keys.value(item.node, true))} data-value=${inFull(node.value.data)}>${nearText(frame, item, words)}</b><span class="muted">${words.nodes.constant},<br>${words.nodes.noGradient}</span></div>`;
  const said = item.kind === 'neuron' ? operationsText(frame, item, words) : node.kind === 'operation' ? expression : node.kind === 'constant' ? words.nodes.constant : usedText(item.uses.length, words);
  return html`${headTemplate(name, said, scene, item, acts)}
    <div class="value" .style=${`height:${value}px`}>${known ? valueTemplate(scene, item, moment, acts) : html`<span class="n" data-key=${ifDefined(keys.value(item.node, false))} data-value="">–</span>`}</div>
    ${total ? html`<div class="grads">
      ${rows ? scene.layout.uses[item.id].map(({ to, slot }) => rowTemplate(scene, item, scene.view.items[to].inputs[slot], moment)) : nothing}
      ${gradientTemplate(scene, item, moment, total, acts)}</div>` : nothing}`;
}

/** @param {string} name @param {string} said @param {Scene} scene @param {Item} item @param {Acts} acts */
function headTemplate(name, said, { frame, folds, folded, ops, words }, item, acts) {
  const { op, shape } = frame.nodes[item.node];
  const isGroup = item.kind === 'neuron' || item.kind === 'layer';
  const open = [...folds.layers, ...folds.neurons].find((group) => !folded.includes(group) && group.root === item.node && group.members.length > 1 && !isGroup);
  const symbol = (op && !isGroup && ops.find((row) => row.name === op)?.symbol) || '';
  return html`<div class="head" .style=${`height:${HEAD}px`}><b>${name}</b> <span class="said" title=${said}>${said}</span>${shape.length && item.kind !== 'layer' ? html`<span class="muted">${shapeText(shape, words)}</span>` : nothing}
    ${isGroup ? html`<button class="fold" tabindex="-1" aria-label=${fillWords(words.nodes.unfold, { name })} @click=${(/** @type {Event} */ e) => (e.stopPropagation(), acts.unfold(item))}>+</button>`
      : open && isFoldable(frame) ? html`<button class="fold" tabindex="-1" aria-label=${fillWords(words.nodes.fold, { name: open.name })} @click=${(/** @type {Event} */ e) => (e.stopPropagation(), acts.fold(open.key))}>−</button>`
        : WORD.test(symbol) ? nothing : html`<span class="symbol">${symbol}</span>`}</div>`;
}

/** A symbol that is a word, such as mse, stands in the expression already, and would take its place. */
const WORD = /[a-z]{3}/;

/** A picture that nobody would fold needs no buttons for it. @param {GraphFrame} frame */
const isFoldable = ({ nodes }) => nodes.length > 24;

/** @param {Scene} scene @param {Item} item @param {Moment} moment @param {Acts} acts */
function valueTemplate({ frame, names, measures, keys, words }, item, { now, tab: isTab }, { setLeaf, drag }) {
  const node = frame.nodes[item.node];
  const { name } = names[item.node];
  const tab = isTab ? 0 : -1;
  const key = ifDefined(keys.value(item.node, true));
  const moved = now?.phase === 'update' ? frame.update?.moves.findIndex((move) => move.node === item.node) ?? -1 : -1;
  if (frame.update && moved >= 0 && node.shape.length === 0) return movedTemplate(frame.update.moves[moved], moved, words, valueRoom(measures[item.id], false));
  const editable = setLeaf && node.kind === 'parameter' && (node.span || frame.freeNames.includes(name));
  if (node.shape.length) {
    const edit = editable ? (/** @type {number} */ x, /** @type {number[]} */ entry) => setLeaf(item.node, x, entry) : undefined;
    return tensorTemplate(node.value, { key: keys.value(item.node, true), label: name, cell: measures[item.id].cell, edit, tab, write: words.write });
  }
  const [x] = node.value.data;
  const text = words.write(shortNumber(x));
  const size = `font-size:${sizeFor(text, valueRoom(measures[item.id], Boolean(editable)), 22)}px`;
  if (!editable) return html`<span class="n" .style=${size} data-key=${key} data-value=${String(x)}>${text}</span>`;
  const limit = [5, 10, 20, 50, 100, 1000].find((most) => most >= Math.abs(x)) ?? Math.abs(x);
  return html`<span class="n drag" .style=${size} data-key=${key} data-value=${String(x)} title=${words.nodes.drag} @pointerdown=${(/** @type {PointerEvent} */ e) => drag?.(e, item.node)}>${text}</span>
    <input type="range" tabindex=${tab} aria-label=${fillWords(words.nodes.valueOf, { name })} min=${-limit} max=${limit} step=${limit / 50} .value=${String(x)}
      @input=${(/** @type {Event} */ e) => setLeaf(item.node, Number(Number(/** @type {HTMLInputElement} */ (e.target).value).toPrecision(6)))}>`;
}

/** What the update makes of a leaf. @param {import('../../types.js').Move} move @param {number} at @param {Scene['words']} words @param {number} room in px */
function movedTemplate({ before, after }, at, { write }, room) {
  const [from, to] = [before, after].map(([x]) => write(shortNumber(x)));
  return html`<span class="n moved" .style=${`font-size:${sizeFor(`${from} → ${to}`, room, 15)}px`}><s>${from}</s> → <b
    data-key="frame.update.moves[${at}].after[0]" data-value=${String(after[0])}>${to}</b></span>`;
}

/** What one use hands back. @param {Scene} scene @param {Item} item @param {Link} link @param {Moment} moment */
function rowTemplate(scene, item, link, { state, now }) {
  const { frame, names, words } = scene;
  const [{ consumer, slot }] = link.paths;
  const here = link.paths.every((path) => state.added.get(path.input)?.some(({ from }) => from === path.consumer));
  const edge = frame.nodes[consumer].explanation?.edges[slot];
  const isNow = now?.phase === 'backward' && link.paths.some((path) => path.consumer === now.node && path.input === now.to);
  const sign = edge?.contribution.length === 1 ? signOf(edge.contribution[0]) : 'zero';
  const by = names[consumer];
  const key = ifDefined(scene.keys.contribution(link.paths[0], here));
  const from = link.paths.length > 1 ? fillWords(words.nodes.manyFrom, { count: link.paths.length, name: scene.view.items[link.to].name }) : fillWords(words.nodes.from, { name: by.name });
  return html`<div class="row ${isNow ? `now ${sign}` : ''}"><span class="muted">${from}</span>
    ${link.paths.length > 1 ? nothing : html`<span class="n" data-key=${key} data-value=${here ? inFull(edge?.contribution) : ''}>${here ? productTemplate(words.write(productText(frame, consumer, slot)), sign) : '·'}</span>
    ${here && edge && edge.contribution.length > 1 ? stripTemplate(edge.contribution) : nothing}`}</div>`;
}

/** The product is bold and carries the sign. @param {string} text @param {string} sign */
function productTemplate(text, sign) {
  const at = text.lastIndexOf('= ') + 2;
  return at > 1 ? html`${text.slice(0, at)}<b class=${sign}>${text.slice(at)}</b>` : text;
}

/** @param {Scene} scene @param {Item} item @param {Moment} moment @param {number} height @param {Acts} acts */
function gradientTemplate({ frame, names, measures, keys, words }, item, { state, started, broken }, height, { why }) {
  const node = frame.nodes[item.node];
  const { name, key } = names[item.node];
  const gradient = state.gradients.get(item.node);
  const label = node.kind === 'parameter' ? `${name}.grad` : `∂${names[frame.output].name}/∂${name}`;
  const shown = { key: keys.gradient(item.node, gradient), label: fillWords(words.nodes.gradientOf, { name }), cell: measures[item.id].cell, write: words.write };
  const title = why ? words.nodes.why : nothing;
  const ask = (/** @type {Event} */ e) => why?.(e, item.node);
  const text = (/** @type {Tensor | undefined} */ tensor) => words.write(tensorText(tensor, words));
  if (node.shape.length) {
    return html`<div class="total block" title=${title} @click=${ask} .style=${`height:${height}px`}><span class="muted n">${label}</span>
      ${gradient ? tensorTemplate(gradient, shown) : html`<span class="n" data-key=${ifDefined(shown.key)} data-value="0">${started ? '0' : '·'}</span>`}</div>`;
  }
  const wrong = broken?.differs.includes(item.node) ? broken.wrong[item.node] : null;
  if (wrong && gradient) {
    return html`<div class="total" .style=${`height:${height}px`}><span class="muted n">${label}</span>
      <s class="n" title=${words.nodes.wrong} data-key="wrong.${key}" data-value=${inFull(wrong.data)}>${text(wrong)}</s>
      <b class="n ${signOf(gradient.data[0])}" data-key=${ifDefined(shown.key)} data-value=${inFull(gradient.data)}>${text(gradient)}</b></div>`;
  }
  const last = state.added.get(item.node)?.at(-1);
  const grown = last?.before && frame.nodes[last.from].explanation ? words.write(`${tensorText(last.before)} += ${addedText(frame, last.from, item.node)}`) : '';
  const written = text(gradient);
  const size = grown ? '' : `font-size:${sizeFor(written, gradientRoom(measures[item.id], label), 16)}px`;
  return html`<div class="total" title=${title} @click=${ask} .style=${`height:${height}px`}><span class="muted n">${label}</span>${grown ? html`<span class="n grown">${grown}</span>` : nothing}
    <b class="n ${gradient ? signOf(gradient.data[0]) : ''}" .style=${size} data-key=${ifDefined(shown.key)} data-value=${gradient ? inFull(gradient.data) : '0'}>${gradient ? written : started && node.requiresGrad ? '0' : '·'}</b></div>`;
}

/** @param {GraphFrame} frame @param {number} consumer @param {number} node */
function addedText({ nodes }, consumer, node) {
  const edges = (nodes[consumer].explanation?.edges ?? []).filter(({ input }) => input === node);
  return edges.map(({ contribution }) => shortNumber(contribution[0])).join(' + ');
}

/** The first values of a layer, each with its gradient. @param {Scene} scene @param {Item} item @param {Moment} moment @param {Acts} acts */
function layerTemplate(scene, item, { state }, acts) {
  const { frame, names, measures, keys, words } = scene;
  const more = item.shown.length - MOST_LISTED;
  /** @param {Tensor | undefined} tensor */
  const text = (tensor) => (tensor ? (tensor.shape.length ? shapeText(tensor.shape, words) : words.write(shortNumber(tensor.data[0], 3))) : '·');
  return html`${headTemplate(item.name, operationsText(frame, item, words), scene, item, acts)}
    <div class="list" .style=${`height:${measures[item.id].value}px`}><span></span><span class="muted">${words.nodes.value}</span><span class="muted">${words.nodes.gradient}</span>
      ${item.shown.slice(0, MOST_LISTED).map((id) => {
        const gradient = state.gradients.get(id);
        const value = state.known.has(id) ? frame.nodes[id].value : undefined;
        return html`<b>${names[id].name}</b><span class="n" data-key=${ifDefined(keys.value(id, value !== undefined))} data-value=${inFull(value?.data)}>${text(value)}</span>
          <span class="n ${gradient && !gradient.shape.length ? signOf(gradient.data[0]) : ''}" data-key=${ifDefined(keys.gradient(id, gradient))} data-value=${gradient ? inFull(gradient.data) : '0'}>${text(gradient)}</span>`;
      })}
      ${more > 0 ? html`<span class="muted more">${fillWords(words.nodes.more, { count: more })}</span>` : nothing}</div>`;
}

/** What is said of an item. @param {Scene} scene @param {Item} item @param {Moment} moment */
export function itemSentence({ frame, names, words }, item, { state }) {
  const node = frame.nodes[item.node];
  const operations = operationsText(frame, item, words);
  if (item.kind === 'layer') return fillWords(words.nodes.saidLayer, { name: item.name, count: item.shown.length, operations });
  const text = (/** @type {Tensor | undefined} */ tensor) => words.write(tensorText(tensor, words));
  const said = nodeSentence(names[item.node], node.kind, state.known.has(item.node) ? text(node.value) : '', text(state.gradients.get(item.node)), node.shape, words);
  return item.kind === 'neuron' ? fillWords(words.nodes.saidNeuron, { operations, said }) : said;
}

// How large each node of the picture is, so that its numbers fit, and where in it its rows are. One px is one of the picture before it is scaled.

/** @import { GraphFrame, GraphNode } from '../types.js' */
/** @import { Box } from './graph-layout.js' */
/** @import { Named } from './graph-names.js' */
/** @import { Item, Link, View } from './graph-view.js' */
import { fillWords } from './fill-words.js';
import { formatNumber } from './format.js';
import { charactersOf, isSmall, productText, rowsAndColumns, shapeText, shortNumber, tensorText } from './graph-numbers.js';
import { graphWords } from './graph-words.js';

/** Advance of a character: of the small monospace, of the value's, and of the sans and the small sans about. */
const MONO = 7.3;
const VALUE = 13.4;
const SANS = 6.9;
const SMALL = 6.2;
const PADDING = 26;
/** Advance of monospace, in parts of its size. */
const EM = 0.605;
/** A slider beside a value. */
const SLIDER = 84;
/** A number in a text, as it is written anywhere. */
const NUMBER = /(?<!\w)−?(∞|NaN|\d[\d.,]*(e−?\d+)?)/g;

export const HEAD = 34;
export const ROW = 28;
export const CELL = 22;
/** So many uses have a row each. */
export const MOST_ROWS = 8;
/** A layer lists so many of its values. */
export const MOST_LISTED = 6;
/** The same for every picture that is larger. */
const MOST_ROOMY = 60;

/**
 * @typedef {object} Measure of an item, in px
 * @property {number} width
 * @property {number} height
 * @property {number} value height of the part that shows the value
 * @property {number} total height of the part that shows the gradient
 * @property {boolean} rows whether each use has a row between the two
 * @property {number} cell width of a matrix's entry
 */

/**
 * @param {GraphFrame} frame @param {Named[]} names @param {View} view @param {typeof graphWords} [words] @param {number} [room] for so many characters in place
 *   of each number, whatever it is now: all pictures that differ in their numbers alone are laid out alike
 * @returns {{ measures: Measure[], boxes: Box[] }}
 */
export function boxesOf(frame, names, view, words = graphWords, room = 0) {
  const roomed = roomedWords(words, room);
  const onEdges = roomedWords(words, room - 1);
  const measures = view.items.map((item) => (item.near ? nearMeasure(frame, item, words) : measureOf(frame, names, item, roomed, room)));
  const roomy = view.items.length <= MOST_ROOMY;
  const boxes = view.items.map((item, id) => {
    const { width, height, value, rows } = measures[id];
    return {
      id, width, height, near: item.near,
      inputs: item.inputs.map(({ from }) => from),
      labels: item.inputs.map((link) => labelSize(frame, names, view, link, { roomy, beads: room === 0, words: onEdges })),
      port: (/** @type {number} */ use, /** @type {number} */ uses) => (rows ? HEAD + value + 1 + ROW * (use + 0.5) : height * (uses === 1 ? 0.5 : 0.25 + (0.5 * (use + 0.5)) / uses)),
    };
  });
  return { measures, boxes };
}

/** Words that write so many characters for each number. @param {typeof graphWords} words @param {number} room */
const roomedWords = (words, room) => (room > 0 ? { ...words, write: (/** @type {string} */ text) => words.write(text).replace(NUMBER, 'x'.repeat(room)) } : words);

/** @param {GraphFrame} frame @param {Named[]} names @param {View} view @param {Link} link @param {{ roomy: boolean, beads: boolean, words: typeof graphWords }} how beads: there is room for that of each step, which else lies over what is left of it */
function labelSize(frame, names, view, link, { roomy, beads, words }) {
  const text = labelText(frame, names, view, link, words);
  const [{ consumer, slot }] = link.paths;
  const product = beads && frame.nodes[link.paths[0].input].requiresGrad && link.paths.length === 1 ? words.write(productText(frame, consumer, slot)) : '';
  const bead = product ? beadWidth(product) - 20 : 0;
  const width = text ? charactersOf(text) * MONO + 12 : 24;
  return { width: step(Math.max(width, bead), 6), text: width, ...(roomy ? { height: 58, at: 20 } : { height: 24, at: 12 }) };
}

/** Of the bead of a step, in one line or, where that is long, in two. @param {string} product */
export function beadWidth(product) {
  const lines = beadLines(product);
  return Math.max(...lines.map(charactersOf)) * 7.6 + 34;
}

/** @param {string} product */
export function beadLines(product) {
  const at = product.lastIndexOf(' = ');
  return charactersOf(product) <= 10 || at < 0 ? [product] : [product.slice(0, at), product.slice(at + 1)];
}

/** What stands on an edge: the local derivative, or the rule where that is a matrix. @param {GraphFrame} frame @param {Named[]} names @param {View} view @param {Link} link */
export function labelText({ nodes }, names, view, { from, paths }, { write, nodes: words } = graphWords) {
  const [{ consumer, slot, input }] = paths;
  if (!nodes[input].requiresGrad) return view.items[from].near ? '' : words.noGradient;
  if (paths.length > 1) return fillWords(words.paths, { count: paths.length });
  const edge = nodes[consumer].explanation?.edges[slot];
  if (!edge) return '';
  return edge.local.length === 1 ? `∂${names[consumer].name}/∂${names[input].name} = ${write(shortNumber(edge.local[0]))}` : edge.back.symbols;
}

/** @param {GraphFrame} frame @param {Item} item @param {typeof graphWords} words @returns {Measure} */
function nearMeasure(frame, item, words) {
  return { width: step(charactersOf(nearText(frame, item, words)) * 9 + nearWords(words), 6), height: 42, value: 0, total: 0, rows: false, cell: 0 };
}

/** @param {GraphFrame} frame @param {Named[]} names @param {Item} item @param {typeof graphWords} words @param {number} room @returns {Measure} */
function measureOf(frame, names, item, words, room) {
  const node = frame.nodes[item.node];
  if (item.kind === 'layer') return layerMeasure(frame, item, words);
  const { name, expression } = names[item.node];
  const takesGradient = node.requiresGrad && node.kind !== 'constant';
  const rows = takesGradient && item.uses.length > 1 && item.uses.length <= MOST_ROWS;
  const gradient = node.explanation?.gradient;
  const cell = cellWidth(node, gradient, room);
  const value = blockHeight(node, 38);
  const total = takesGradient ? (node.shape.length ? blockHeight(node, 0) + 26 : 34) : 0;
  const shape = node.shape.length ? charactersOf(shapeText(node.shape, words)) * SANS + 8 : 0;
  const said = item.kind === 'neuron' ? operationsText(frame, item, words) : node.kind === 'operation' ? expression : node.kind === 'constant' ? words.nodes.constant : usedText(Math.min(item.uses.length, 2), words);
  const { columns } = rowsAndColumns(node.shape);
  const label = node.kind === 'parameter' ? `${name}.grad` : `∂${names[frame.output].name}/∂${name}`;
  const body = node.shape.length === 0 ? bodyWidth(node, gradient, label, words, item.node === frame.output) : isSmall(node.shape) ? columns * (cell + 2) : 150;
  const wide = [
    Math.min(charactersOf(name) * 9 + charactersOf(said) * SANS + 46 + (item.kind === 'neuron' ? 22 : 0), 224) + shape,
    body + PADDING,
    ...(rows ? item.uses.map((link) => usesWidth(frame, names, link, words)) : []),
    ...(rows && node.shape.length === 0 && gradient ? [charactersOf(name) * MONO + 50 + charactersOf(growth(node, words)) * MONO + charactersOf(words.write(shortNumber(gradient[0]))) * 12 + PADDING + 14] : []),
  ];
  const least = node.kind === 'parameter' && node.shape.length === 0 ? 156 : node.kind === 'constant' ? 108 : 126;
  return { width: step(Math.max(least, ...wide), room ? 6 : 12), height: HEAD + value + total + (rows ? ROW * item.uses.length : 0) + 3, value, total, rows, cell };
}

/** A constant close to its use: its number, behind its name if the text gave it one. @param {GraphFrame} frame @param {Item} item */
export function nearText({ nodes }, { node, name }, { write } = graphWords) {
  const { names, value } = nodes[node];
  return names.length ? `${name} = ${write(shortNumber(value.data[0]))}` : write(name);
}

/** The width of what is said beside it, in two lines. @param {typeof graphWords} words */
const nearWords = ({ nodes }) => Math.floor(Math.max(charactersOf(nodes.constant) + 1, charactersOf(nodes.noGradient)) * SMALL + 28);

/** The widest sum that its row says: 3 += 4. @param {GraphNode} node @param {typeof graphWords} words */
function growth({ explanation }, { write }) {
  const each = (explanation?.uses ?? []).map(({ edge }) => charactersOf(write(shortNumber(edge.contribution[0] ?? 0))));
  return 'x'.repeat(2 * Math.max(0, ...each) + 4);
}

/** So large is the type, in px, of a number that would be too wide for its place in the size it usually has. @param {string} text @param {number} room in px @param {number} usual size */
export const sizeFor = (text, room, usual) => Math.min(usual, Math.floor((10 * room) / (charactersOf(text) * EM)) / 10);

/** What a value may take up in its box; of a leaf that has a slider, less. @param {Measure} measure @param {boolean} slider */
export const valueRoom = ({ width }, slider) => width - PADDING - (slider ? SLIDER : 0);

/** @param {Measure} measure @param {string} label before the gradient */
export const gradientRoom = ({ width }, label) => width - PADDING - 14 - charactersOf(label) * MONO;

/** @param {GraphNode} node @param {ArrayLike<number> | undefined} gradient @param {string} label @param {typeof graphWords} words @param {boolean} last whose gradient is 1 */
function bodyWidth({ kind, value }, gradient, label, { write }, last) {
  const text = charactersOf(write(tensorText(value))) * VALUE + (kind === 'parameter' ? SLIDER : 0);
  return Math.max(text, charactersOf(label) * MONO + 14 + (gradient?.length && !last ? charactersOf(write(shortNumber(gradient[0]))) * 9.8 : 12));
}

/** @param {GraphFrame} frame @param {Named[]} names @param {Link} link @param {typeof graphWords} words */
function usesWidth(frame, names, { paths: [{ consumer, slot }] }, { nodes, write }) {
  return charactersOf(fillWords(nodes.from, { name: names[consumer].name })) * SANS + charactersOf(write(productText(frame, consumer, slot))) * MONO + PADDING + 16;
}

/** @param {GraphFrame} frame @param {{ members: number[] }} item */
export function operationsText({ nodes }, { members }, { nodes: words } = graphWords) {
  const count = members.filter((id) => nodes[id].kind === 'operation').length;
  return fillWords(count === 1 ? words.operation : count ? words.operations : words.leaves, { count: count || members.length });
}

/** @param {number} uses */
export const usedText = (uses, { nodes } = graphWords) => fillWords(uses < 2 ? nodes.leaf : uses === 2 ? nodes.twice : nodes.often, { uses });

/** @param {GraphFrame} frame @param {Item} item @param {typeof graphWords} words @returns {Measure} */
function layerMeasure(frame, item, words) {
  const { shown, name } = item;
  const head = charactersOf(name) * 9.2 + charactersOf(operationsText(frame, item, words)) * SANS + 72;
  const value = CELL * (1 + Math.min(shown.length, MOST_LISTED) + (shown.length > MOST_LISTED ? 1 : 0)) + 8;
  return { width: step(Math.max(216, head), 12), height: HEAD + value + 3, value, total: 0, rows: false, cell: 0 };
}

/** @param {GraphNode} node @param {number} scalar */
function blockHeight({ shape }, scalar) {
  if (shape.length === 0) return scalar;
  const { rows } = rowsAndColumns(shape);
  return isSmall(shape) ? rows * (CELL + 2) + 12 : heatSize(shape).height + 44;
}

/** Of a heat map whose entries are not written out. @param {number[]} shape */
export function heatSize(shape) {
  const { rows, columns } = rowsAndColumns(shape);
  const scale = Math.min(150 / columns, 96 / rows);
  return { width: Math.max(Math.round(columns * scale), 6), height: Math.max(Math.round(rows * scale), 6) };
}

/** All entries of a node are as wide. @param {GraphNode} node @param {ArrayLike<number> | undefined} gradient @param {number} room */
function cellWidth({ shape, value }, gradient, room) {
  if (shape.length === 0 || !isSmall(shape)) return 0;
  const most = room || Math.max(...[...value.data].map((x) => charactersOf(cellText(x))), ...Array.from(gradient ?? []).map((x) => charactersOf(cellText(x))));
  return step(most * MONO + 10, 6);
}

/** An entry of a matrix in three figures. @param {number} x */
export const cellText = (x) => (Number.isInteger(x) && Math.abs(x) < 1e5 ? shortNumber(x) : Number(x.toFixed(3)) === x ? shortNumber(x) : formatNumber(x, 3));

/** @param {number} x @param {number} by */
const step = (x, by) => Math.ceil(x / by) * by;

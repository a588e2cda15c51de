// A chain of layers and the gradients of all its weights: each worked out alone, or from what the one before it has left.

/** @import { Core, Kind } from './kind.js' */
import { evaluate } from './kind.js';

/** @typedef {'alone' | 'reuse'} Way */
/** @typedef {{ layers: number, way: Way }} ReuseSpec */
/** @typedef {{ layers: number, way: Way, steps: number }} ReuseState steps: how many multiplications have been done */
/**
 * @typedef {object} Cell one number of a product
 * @property {[string, string]} of which derivative it is: of what, by what
 * @property {number} value
 * @property {number} span how many factors it stands for
 * @property {number} done after which multiplication it is there, 0 before the first
 * @property {number} product what the row comes to with it
 * @property {boolean} again whether the same product was formed in a row above
 * @property {[number, number] | null} from what was multiplied to make it, where it is no derivative of one layer
 */
/** @typedef {{ weight: number, cells: Cell[], gradient: number }} Row cells from the loss to the weight, the last of which is the layer's own */
/** @typedef {{ rows: Row[], counts: Record<Way, number>, again: number }} ReuseAnswer rows from the last weight to the first */

export const MOST_LAYERS = 6;
/** The chain is aₖ = wₖ · aₖ₋₁ with the loss (aₙ − t)², so that its derivatives are numbers that one can check by eye. */
const WEIGHTS = [1.5, 0.5, 2, 0.8, 1.2, 0.5];
const INPUT = 2;
const TARGET = 2;

/** @type {Kind} */
export const reuse = {
  tag: 'backprop-reuse',
  needs: 'graph',
  attributes: {
    layers: { type: 'whole', default: 5, from: 2, to: MOST_LAYERS, help: 'how many layers the chain has, one weight each' },
    way: { type: 'choice', default: 'alone', among: ['alone', 'reuse'], help: 'each gradient alone, or with what the one before it has left' },
  },
  controls: ['way', 'layers', 'multiplications', 'step', 'play'],

  /** @param {ReuseSpec} spec @returns {ReuseState} */
  begin: ({ layers, way }) => ({ layers, way, steps: 0 }),

  /** @param {Core} core @param {ReuseSpec} spec @param {ReuseState} state @returns {ReuseAnswer} */
  answer(core, spec, { layers, way }) {
    const values = localsOf(core, layers);
    const texts = { alone: textOf(layers, alone), reuse: textOf(layers, reused) };
    const products = { alone: productsOf(core, texts.alone, values), reuse: productsOf(core, texts.reuse, values) };
    const again = texts.alone.map(({ product }, at) => texts.alone.findIndex((other) => other.product === product) < at);
    const counts = { alone: products.alone.length, reuse: products.reuse.length };
    const rows = (way === 'alone' ? rowsAlone : rowsReused)(layers, values, products[way], again);
    return { rows, counts, again: again.filter(Boolean).length };
  },
};

/** The derivatives of the loss and of each layer: `d`, `f2` … by what comes in and `e1` … by the weight. @param {Core} core @param {number} layers */
function localsOf(core, layers) {
  const w = WEIGHTS.slice(0, layers);
  const chain = w.map((_, at) => `a${at + 1} = w${at + 1}*a${at}`).join('\n');
  const forward = evaluate(core, chain, { a0: INPUT, ...Object.fromEntries(w.map((weight, at) => [`w${at + 1}`, weight])) }).values;
  const a = w.map((_, at) => (at ? forward[`a${at}`][0] : INPUT));
  const { gradients } = evaluate(core, 'w*a', { w, a }, w.map(() => 1));
  const { gradients: { p: [d] } } = evaluate(core, `(p - ${TARGET})**2`, { p: forward[`a${layers}`][0] });
  const entries = w.flatMap((_, at) => [[`f${at + 1}`, gradients.a[at]], [`e${at + 1}`, gradients.w[at]]]);
  return /** @type {Record<string, number>} */ (Object.fromEntries([['d', d], ...entries]));
}

/** @typedef {{ line: string, product: string }} Multiplication product: all of its factors */

/** Factors between the loss and layer k. @param {number} layers @param {number} k */
const back = (layers, k) => Array.from({ length: layers - k }, (_, at) => `f${layers - at}`);

/** A gradient alone is a product from the loss on. @param {number} layers @param {number} k @returns {Multiplication[]} */
function alone(layers, k) {
  const factors = ['d', ...back(layers, k), `e${k}`];
  return factors.slice(1).map((_, at) => ({ line: at === factors.length - 2 ? `g${k} = ${factors.join('*')}` : '', product: factors.slice(0, at + 2).join('*') }));
}

/** What arrives at a layer is kept: one multiplication leads on, one to the weight. @param {number} layers @param {number} k @returns {Multiplication[]} */
function reused(layers, k) {
  const before = ['d', ...back(layers, k)];
  const here = k === layers ? [] : [{ line: `d${k} = ${k + 1 === layers ? 'd' : `d${k + 1}`}*f${k + 1}`, product: before.join('*') }];
  return [...here, { line: `g${k} = ${k === layers ? 'd' : `d${k}`}*e${k}`, product: [...before, `e${k}`].join('*') }];
}

/** From the last weight to the first. @param {number} layers @param {typeof alone} way */
const textOf = (layers, way) => Array.from({ length: layers }, (_, at) => way(layers, layers - at)).flat();

/** What the core's multiplications come to, one by one. @param {Core} core @param {Multiplication[]} text @param {Record<string, number>} values */
function productsOf(core, text, values) {
  const { graph, errors } = core.parse(text.map(({ line }) => line).filter(Boolean).join('\n'), { values });
  try {
    if (errors.length) throw new Error(errors[0].message);
    graph.forward();
    return Array.from({ length: graph.size }, (_, node) => node).filter((node) => graph.node(node).op === 'mul').map((node) => graph.value(node).data[0]);
  } finally {
    graph.delete();
  }
}

/** @param {number} layers @param {Record<string, number>} values @param {number[]} products @param {boolean[]} again @returns {Row[]} */
function rowsAlone(layers, values, products, again) {
  let done = 0;
  return Array.from({ length: layers }, (_, at) => {
    const k = layers - at;
    const factors = ['d', ...back(layers, k), `e${k}`];
    const first = done;
    const cells = factors.map((factor, place) => {
      if (place) done++;
      return { of: nameOf(factor, layers), value: values[factor], span: 1, done: place ? done : first, product: place ? products[done - 1] : values.d, again: place > 0 && again[done - 1], from: null };
    });
    return { weight: k, cells, gradient: products[done - 1] };
  });
}

/** @param {number} layers @param {Record<string, number>} values @param {number[]} products @returns {Row[]} */
function rowsReused(layers, values, products) {
  let done = 0;
  let arrived = values.d;
  return Array.from({ length: layers }, (_, at) => {
    const k = layers - at;
    /** @type {[number, number] | null} */
    const from = at ? [arrived, values[`f${k + 1}`]] : null;
    if (at) arrived = products[done++];
    const kept = { of: /** @type {[string, string]} */ (['L', `a${k}`]), value: arrived, span: at + 1, done, product: arrived, again: false, from };
    const own = { of: nameOf(`e${k}`, layers), value: values[`e${k}`], span: 1, done: done + 1, product: products[done], again: false, from: null };
    return { weight: k, cells: [kept, own], gradient: products[done++] };
  });
}

/** @param {string} factor @param {number} layers @returns {[string, string]} */
function nameOf(factor, layers) {
  const k = Number(factor.slice(1));
  return factor === 'd' ? ['L', `a${layers}`] : factor[0] === 'f' ? [`a${k}`, `a${k - 1}`] : [`a${k}`, `w${k}`];
}

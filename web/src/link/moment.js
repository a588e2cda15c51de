// What was changed by hand in a run, as the values of two keys: w=W1.5.4:0.5@12 (weights and biases) and lr_at=0.3@50 (the learning rate).
//
// W1.5.4 is W1[5, 4], the weight of the first layer to unit 5 from unit 4, b2.0 the bias of unit 0 of the second, all counted as PyTorch does;
// @12 is the step from which on it holds, left out for the first one.

/** @import { Dtype } from '../export/numbers.js' */
/** @import { Edit } from '../engine/run-record.js' */
/** @import { Settings, Weight } from '../types.js' */
import { biasedBy, hasPlace } from '../draw/parameters.js';
import { shortest } from '../export/numbers.js';

/** Steps that a run can be asked to go to: as many as the command line trains. */
export const MOST_STEPS = 1e9;
/** All weights of a large network; a person makes fewer changes. */
const MOST_EDITS = 100_000;

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const STEP = String.raw`(?:@(\d{1,10}))?`;
const WEIGHT = new RegExp(`^(?:W(\\d{1,4})\\.(\\d{1,6})\\.(\\d{1,6})|b(\\d{1,4})\\.(\\d{1,6})):(${NUMBER})${STEP}$`, 'i');
const RATE = new RegExp(`^(${NUMBER})${STEP}$`, 'i');

/** @param {unknown} value @param {Dtype} dtype without + signs, which addresses take for blanks */
const numberText = (value, dtype) => shortest(Number(value), dtype).replace('e+', 'e');

/** @param {number} step */
const atStep = (step) => (step === 0 ? '' : `@${step}`);

/** @param {Weight} place */
export const placeText = ({ layer, to, from }) => (from === null ? `b${layer + 1}.${to}` : `W${layer + 1}.${to}.${from}`);

/** The number as the run has it: edits of a run in float32 are rounded to it. @param {number} value @param {unknown} dtype */
export const inDtype = (value, dtype) => (dtype === 'float64' ? value : Math.fround(value));

/** @param {Edit[]} edits @param {unknown} dtype of the run */
export function weightsText(edits, dtype) {
  const type = dtype === 'float64' ? 'float64' : 'float32';
  return edits.flatMap(({ step, place, value }) => (place ? [`${placeText(place)}:${numberText(inDtype(Number(value), dtype), type)}${atStep(step)}`] : [])).join(',');
}

/** @param {Edit[]} edits */
export function ratesText(edits) {
  return edits.flatMap(({ step, lr }) => (lr === undefined ? [] : [`${numberText(lr, 'float64')}${atStep(step)}`])).join(',');
}

/** @param {string} text @param {Settings} settings of the run @returns {Edit[]} */
export function readWeights(text, settings) {
  return entries(text).map((entry) => {
    const found = WEIGHT.exec(entry);
    if (!found) throw new Error(`'${shown(entry)}' is no weight with its value; W1.0.1:0.5, or b1.0:0.5@12 from step 12 on, would be right`);
    const [, layer, to, from, biasLayer, unit, value, step = 0] = found;
    const place = layer === undefined ? { layer: Number(biasLayer) - 1, to: Number(unit), from: null } : { layer: Number(layer) - 1, to: Number(to), from: Number(from) };
    const widths = settings.layers;
    if (!Array.isArray(widths) || !(place.layer >= 0) || !hasPlace(place, widths, biasedBy(settings))) throw new Error(`'${shown(entry)}' is no place in a network of the layers ${shown(String(widths))}; W1.0.0 is its first weight`);
    return { step: readStep(step), place, value: finite(inDtype(Number(value), settings.dtype), entry) };
  });
}

/** @param {string} text @returns {Edit[]} */
export function readRates(text) {
  return entries(text).map((entry) => {
    const [, lr, step = 0] = RATE.exec(entry) ?? [];
    if (lr === undefined) throw new Error(`'${shown(entry)}' is no learning rate with its step; 0.3@50 would be right`);
    return { step: readStep(step), lr: finite(Number(lr), entry) };
  });
}

/** What was changed by hand in a run that a file tells of, in the words of a link. @param {{ w?: string, lr_at?: string }} said @param {Settings} settings of the run */
export const readEdits = ({ w, lr_at: rates }, settings) => inOrder([...(w ? readWeights(w, settings) : []), ...(rates ? readRates(rates) : [])]);

/** @param {string} text */
function entries(text) {
  const list = text.split(',');
  if (list.length > MOST_EDITS) throw new Error(`has ${list.length} entries; at most ${MOST_EDITS} would be right`);
  return list;
}

/** @param {string | number} words */
export function readStep(words) {
  const step = words === '' ? NaN : Number(words);
  if (Number.isInteger(step) && step >= 0 && step <= MOST_STEPS) return step;
  throw new Error(`'${shown(String(words))}' is no step; a whole number from 0 to ${MOST_STEPS} would be right`);
}

/** @param {number} value @param {string} entry */
function finite(value, entry) {
  if (Number.isFinite(value)) return value;
  throw new Error(`'${shown(entry)}' is too large for the numbers of the run; a finite number would be right`);
}

/** The beginning of a text that may be of any length. @param {string} text */
export const shown = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** In the order of their steps; of one step, weights come first. @param {Edit[]} edits @returns {Edit[]} */
export function inOrder(edits) {
  const sorted = edits.toSorted((a, b) => a.step - b.step || Number(a.place === undefined) - Number(b.place === undefined));
  // Of two at one place and step the later holds.
  const keyOf = (/** @type {Edit} */ { step, place }) => `${step} ${place ? placeText(place) : 'lr'}`;
  const last = new Map(sorted.map((edit, at) => [keyOf(edit), at]));
  return sorted.filter((edit, at) => last.get(keyOf(edit)) === at);
}

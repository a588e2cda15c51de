// Rows of weights as text that a spreadsheet reads: values in full, separated by tabs.

/** @import { Readings } from '../engine/instruments.js' */
/** @import { Biased } from './parameters.js' */
import { formatFloat32 } from './format.js';
import { allBiased, placeOf } from './parameters.js';
import { unitTitle } from './walk.js';

const plain = (/** @type {number} */ x) => formatFloat32(x).replaceAll('−', '-').replace('∞', 'inf');

/**
 * @param {Pick<NonNullable<Readings['rows']>, 'index' | 'weight' | 'gradient' | 'update' | 'ratio'>} rows @param {number[]} widths units per layer, input first
 * @param {{ inputs: string[], classes: string[] }} [data] what inputs and outputs are called
 * @param {Biased} [biased]
 */
export function tableText({ index, weight, gradient, update, ratio }, widths, data, biased = allBiased) {
  const lines = Array.from(index, (one, at) => {
    const { layer, to, from } = placeOf(one, widths, biased);
    const names = [String(layer + 1), unitTitle(layer + 1, to, widths, data), unitTitle(layer, from, widths, data)];
    return [...names, ...[weight, gradient, update, ratio].map((values) => plain(values[at]))].join('\t');
  });
  return `${['layer\tto\tfrom\tw\tdL/dw\tdelta w\tdelta w / w', ...lines].join('\n')}\n`;
}

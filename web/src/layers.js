// Other layers for a run: each change takes what is said layer by layer along, so that one list fits the other.

/** @import { Settings } from './types.js' */

/** Most layers that the picture has room for, input and output included. */
export const MOST_LAYERS = 10;

/** The width of a first hidden layer. */
const USUAL_WIDTH = 8;

/**
 * These layers, and the lists of one entry a layer as long as they must be.
 * @param {Settings} settings @param {number[]} layers @param {(list: unknown[]) => unknown[]} [along] what happens to the lists, whose first entry is the first hidden layer's
 * @returns {Settings}
 */
export function withLayers({ activation, bias }, layers, along = (list) => list) {
  const hidden = layers.length - 2;
  const fit = (/** @type {unknown[]} */ list, /** @type {number} */ length) => Array.from({ length }, (_, at) => list[at] ?? list[list.length - 1]);
  /** @type {Settings} */
  const changed = { layers };
  // A list of none is none: without hidden layers the name alone waits for one.
  if (Array.isArray(activation)) changed.activation = hidden > 0 ? fit(along(activation), hidden) : activation[0];
  if (Array.isArray(bias)) changed.bias = fit(along(bias), hidden + 1);
  return changed;
}

/**
 * A hidden layer more, as wide as the one before it.
 * @param {Settings} settings @param {number} after 0 for the input, 1 for the first hidden layer
 */
export function insertLayer(settings, after) {
  const { layers } = settings;
  const width = after > 0 ? layers[after] : (layers.slice(1, -1)[0] ?? USUAL_WIDTH);
  const at = Math.max(after - 1, 0);
  return withLayers(settings, layers.toSpliced(after + 1, 0, width), (list) => list.toSpliced(after, 0, list[at]));
}

/** @param {Settings} settings @param {number} at from 1, the first hidden layer */
export function removeLayer(settings, at) {
  return withLayers(settings, settings.layers.toSpliced(at, 1), (list) => list.toSpliced(at - 1, 1));
}

/** @param {Settings} settings @param {number} at from 1, the first hidden layer @param {number} width */
export function resizeLayer({ layers }, at, width) {
  return { layers: layers.with(at, width) };
}

/** As many as the core could refuse. */
const TOO_MANY = 40;

/**
 * Another number of hidden layers, added and taken away at the end; what is no such number the core refuses in its own words.
 * @param {Settings} settings @param {number} count
 */
export function withHidden(settings, count) {
  if (!Number.isInteger(count)) return { layers: settings.layers.toSpliced(1, 0, NaN) };
  if (count > TOO_MANY) return withHidden(settings, TOO_MANY);
  let all = settings;
  while (all.layers.length - 2 < count) all = { ...all, ...insertLayer(all, all.layers.length - 2) };
  while (all.layers.length - 2 > Math.max(count, 0)) all = { ...all, ...removeLayer(all, all.layers.length - 2) };
  return withLayers(all, all.layers);
}

/** What each layer after the input is called. @param {number[]} layers */
export function layerNames(layers) {
  return layers.slice(1).map((_, at) => (at === layers.length - 2 ? 'output' : `layer ${at + 1}`));
}

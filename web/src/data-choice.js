// Choosing what to learn: points in the plane or a set that ships, and the settings that fit it.

/** @import { Settings, Tables } from './types.js' */
import { ownData } from './data/own-data.js';
import { settingsForOwn } from './data/own-settings.js';
import { defaultSettings } from './settings.js';
import { shippedNamed } from './shipped.js';

/** From so many inputs on, one wide hidden layer is a better start than narrow ones. */
export const MANY_INPUTS = 64;
const WIDE = [32];

/**
 * What changes when a data set is chosen: between points of the plane the set alone, else also the ends of the network, loss, output and
 * standardization. A run with `data` learns that set, which ships or is one's own; without, the one that the core makes for `dataset`.
 * @param {string} name @param {Settings} settings of the run that stands @param {Tables} tables
 * @returns {Settings}
 */
export function settingsFor(name, settings, tables) {
  const set = shippedNamed(name);
  const usual = defaultSettings(tables);
  const own = ownData.get(name);
  if (own) return settingsForOwn(name, own, settings, usual);
  const ends = usual.layers;
  if (!set) {
    if (!settings.data) return { dataset: name };
    const { loss, output_activation, standardize } = usual;
    const layers = [ends[0], ...hiddenFor(ends[0], settings.layers, ends), ends[ends.length - 1]];
    return { dataset: name, data: undefined, layers, loss, output_activation, standardize };
  }
  return {
    data: name,
    layers: [set.inputs, ...hiddenFor(set.inputs, settings.layers, ends), set.classes.length],
    loss: 'cross_entropy',
    output_activation: 'identity',
    // Pixels share one scale already; centimetres and grams do not.
    standardize: set.inputs < MANY_INPUTS,
  };
}

/**
 * Hidden layers are kept, but for those that nobody chose: the usual ones before many inputs, and the wide one after them.
 * @param {number} inputs @param {number[]} layers @param {number[]} usual
 */
export function hiddenFor(inputs, layers, usual) {
  const hidden = layers.slice(1, -1);
  const is = (/** @type {number[]} */ other) => String(hidden) === String(other);
  const narrow = usual.slice(1, -1);
  if (inputs >= MANY_INPUTS) return is(narrow) ? WIDE : hidden;
  return is(WIDE) ? narrow : hidden;
}

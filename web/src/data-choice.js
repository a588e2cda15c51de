// Choosing what to learn, of what and by which loss: each choice brings the settings that must change with it.

/** @import { Settings, Tables } from './types.js' */
import { ownData, shapeOf } from './data/own-data.js';
import { settingsForOwn } from './data/own-settings.js';
import { withLayers } from './layers.js';
import { defaultSettings } from './settings.js';
import { shippedNamed } from './shipped.js';

/** From so many inputs on, one wide hidden layer is a better start than narrow ones. */
export const MANY_INPUTS = 64;
const WIDE = [32];

/** What losses of numbers to predict are called. */
const REGRESSION = ['mse', 'l1', 'huber', 'smooth_l1'];

/**
 * What changes when a data set is chosen: the set, and what would not fit it otherwise: the ends of the network, loss, output, features and
 * standardization. A run with `data` learns that set, which ships or is one's own; without, the one that the core makes for `dataset`.
 * @param {string} name @param {Settings} settings of the run that stands @param {Tables} tables
 * @returns {Settings}
 */
export function settingsFor(name, settings, tables) {
  const set = shippedNamed(name);
  const usual = defaultSettings(tables);
  const own = ownData.get(name);
  if (own) return settingsForOwn(name, own, settings, usual);
  if (!set) return drawnSet(name, settings, tables);
  const ends = usual.layers;
  return {
    data: name,
    ...withLayers(settings, [set.inputs, ...hiddenFor(set.inputs, settings.layers, ends), set.classes.length]),
    loss: 'cross_entropy',
    output_activation: 'identity',
    features: [],
    // Pixels share one scale already; centimetres and grams do not.
    standardize: set.inputs < MANY_INPUTS,
  };
}

/** @param {string} name @param {Settings} settings @param {Tables} tables */
function drawnSet(name, settings, tables) {
  const usual = defaultSettings(tables);
  const set = drawnNamed(name, tables);
  const before = settings.data ? undefined : drawnNamed(settings.dataset, tables);
  const from = before ? settings : { ...settings, ...pick(usual, ['loss', 'output_activation', 'standardize']) };
  const several = set.outputs.length > 2;
  const fits = before && several === before.outputs.length > 2 && (set.task === 'classification' || REGRESSION.includes(settings.loss));
  const features = set.inputs.length === 2 ? featuresOf(from) : [];
  const loss = fits ? settings.loss : several ? 'cross_entropy' : usual.loss;
  const wanted = {
    dataset: name,
    data: undefined,
    features,
    ...withLayers(settings, [features.length || set.inputs.length, ...hiddenFor(2, settings.layers, usual.layers), outputsFor(set.outputs.length, loss)]),
    loss,
    output_activation: fits ? from.output_activation : usual.output_activation,
    standardize: from.standardize,
  };
  const changed = Object.entries(wanted).filter(([key, value]) => key === 'dataset' || String(settings[key]) !== String(value));
  return Object.fromEntries(changed);
}

/** Outputs for so many classes, or for a number to predict, which is none. @param {number} classes @param {string} loss */
function outputsFor(classes, loss) {
  return classes > 2 || (classes === 2 && loss === 'cross_entropy') ? classes : 1;
}

/**
 * A loss, and as many outputs as it needs.
 * @param {string} loss @param {Settings} settings @param {Tables} tables @returns {Settings}
 */
export function withLoss(loss, { data, dataset, layers }, tables) {
  const names = data ? classesOf(data) : drawnNamed(dataset, tables).outputs;
  const outputs = names?.length ? outputsFor(names.length, loss) : layers[layers.length - 1];
  return outputs === layers[layers.length - 1] ? { loss } : { loss, layers: layers.with(-1, outputs) };
}

/** @param {string} data a name */
function classesOf(data) {
  const own = ownData.get(data);
  return own ? shapeOf(own).classes : shippedNamed(data)?.classes;
}

/** What is seen of a point, in the order of the table; none where it is the point itself. @param {Settings} settings @returns {string[]} */
export function featuresOf({ features }) {
  return [features ?? []].flat();
}

/**
 * Other features, and as many inputs.
 * @param {string[]} features at least one @param {Settings} settings @param {Tables} tables @returns {Settings}
 */
export function withFeatures(features, { layers }, tables) {
  const order = tables.options.find(({ name }) => name === 'features')?.choices ?? [];
  const sorted = order.filter((name) => features.includes(name));
  const plain = String(sorted) === String(PLAIN);
  return { features: plain ? [] : sorted, layers: layers.with(0, sorted.length) };
}

/** What a point of the plane is made of where no features are named. */
export const PLAIN = ['x', 'y'];

/** @param {string} name @param {Tables} tables */
function drawnNamed(name, { datasets }) {
  return datasets.find((set) => set.name === name) ?? datasets[0];
}

/** @param {Settings} settings @param {string[]} names */
const pick = (settings, names) => Object.fromEntries(names.map((name) => [name, settings[name]]));

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

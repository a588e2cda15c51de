// Where each option of the core stands in the settings: its group, its order, its label, and when it has a say.

/** @import { Option, Settings, Tables } from './types.js' */

/** @typedef {'slider' | 'number' | 'stepper' | 'list' | 'choice' | 'flag' | 'choiceByLayer' | 'flagByLayer' | 'toggles' | 'seed' | 'data' | 'layers' | 'rate'} Look */

/**
 * @typedef {object} Place
 * @property {string} name of the option
 * @property {string} [label] if not the name
 * @property {Look} [look] if not the usual one of its type
 * @property {(settings: Settings, tables: Tables) => boolean} [when] it has a say; always if not given
 * @property {string} [none] what an empty field of an optional number means
 * @property {string[]} [parts] what the entries of a list are called
 * @property {(x: number) => string} [format] of a slider's value
 */

/** @typedef {{ name: string, folded: boolean, places: Place[] }} Group a folded one opens when it is asked to */

/** Which control a type gets. @type {Record<Option['type'], Look>} */
const LOOKS = {
  number: 'number',
  optional_number: 'number',
  integer: 'stepper',
  numbers: 'list',
  integers: 'list',
  choice: 'choice',
  flag: 'flag',
  choices_by_layer: 'choiceByLayer',
  flags_by_layer: 'flagByLayer',
};

/** @param {Option} option @param {Place} [place] @returns {Look} */
export function lookOf(option, place) {
  return place?.look ?? LOOKS[option.type];
}

/** @param {string} name @param {...string} values */
const is = (name, ...values) => (/** @type {Settings} */ settings) => values.includes(settings[name]);
const made = (/** @type {Settings} */ { data }) => !data;
const deep = (/** @type {Settings} */ { layers }) => layers.length > 2;
const moving = (/** @type {Settings} */ { optimizer, momentum }) => optimizer === 'sgd' && momentum > 0;

/** Are the data points of the plane, of which features can be made? @param {Settings} settings @param {Tables} tables */
function onPlane({ data, dataset }, { datasets }) {
  return !data && datasets.find(({ name }) => name === dataset)?.inputs.length === 2;
}

const percent = (/** @type {number} */ x) => `${Math.round(x * 100)} %`;
const hundredths = (/** @type {number} */ x) => Number(x).toFixed(2);

/** @type {Group[]} */
export const GROUPS = [
  {
    name: 'Data',
    folded: false,
    places: [
      { name: 'dataset', look: 'data' },
      { name: 'noise', look: 'slider', when: made, format: hundredths },
      { name: 'train_fraction', label: 'train', look: 'slider', format: percent },
      { name: 'batch_size', label: 'batch' },
    ],
  },
  { name: 'Features', folded: false, places: [{ name: 'features', look: 'toggles', when: onPlane }] },
  {
    name: 'Model',
    folded: false,
    places: [
      { name: 'layers', look: 'layers' },
      { name: 'activation', when: deep },
      { name: 'init' },
      { name: 'init_gain', label: 'gain', when: is('init', 'xavier_uniform', 'xavier_normal', 'kaiming_uniform', 'kaiming_normal') },
      { name: 'init_value', label: 'value', when: is('init', 'constant') },
      { name: 'init_low', label: 'from', when: is('init', 'uniform') },
      { name: 'init_high', label: 'to', when: is('init', 'uniform') },
      { name: 'init_mean', label: 'mean', when: is('init', 'normal') },
      { name: 'init_std', label: 'std', when: is('init', 'normal') },
      { name: 'loss' },
      { name: 'delta', when: is('loss', 'huber') },
      { name: 'seed', look: 'seed' },
    ],
  },
  {
    name: 'Training',
    folded: true,
    places: [
      { name: 'lr', look: 'rate' },
      { name: 'optimizer' },
      { name: 'momentum', look: 'slider', when: is('optimizer', 'sgd', 'rmsprop'), format: hundredths },
      { name: 'nesterov', when: moving },
      { name: 'dampening', when: moving },
      { name: 'betas', when: is('optimizer', 'adam', 'adamw'), parts: ['β₁', 'β₂'] },
      { name: 'alpha', when: is('optimizer', 'rmsprop') },
      { name: 'centered', when: is('optimizer', 'rmsprop') },
      { name: 'amsgrad', when: is('optimizer', 'adam', 'adamw') },
      { name: 'lr_decay', when: is('optimizer', 'adagrad') },
      { name: 'initial_accumulator_value', when: is('optimizer', 'adagrad') },
      { name: 'eps', when: is('optimizer', 'adagrad', 'rmsprop', 'adam', 'adamw'), none: 'usual' },
      { name: 'weight_decay', none: 'usual' },
      { name: 'l1' },
      { name: 'dropout', look: 'slider', when: deep, format: hundredths },
      { name: 'clip_norm', none: 'none' },
      { name: 'clip_value', none: 'none' },
      { name: 'schedule' },
      { name: 'step_size', when: is('schedule', 'step') },
      { name: 'gamma', when: is('schedule', 'step', 'exponential') },
      { name: 'T_max', when: is('schedule', 'cosine') },
      { name: 'eta_min', when: is('schedule', 'cosine') },
      { name: 'start_factor', when: is('schedule', 'linear') },
      { name: 'total_iters', when: is('schedule', 'linear') },
      { name: 'total_steps', when: is('schedule', 'one_cycle') },
      { name: 'pct_start', when: is('schedule', 'one_cycle') },
      { name: 'div_factor', when: is('schedule', 'one_cycle') },
      { name: 'final_div_factor', when: is('schedule', 'one_cycle') },
    ],
  },
  {
    name: 'More',
    folded: true,
    places: [
      { name: 'samples', when: made },
      { name: 'standardize' },
      { name: 'shuffle' },
      { name: 'output_activation', label: 'output' },
      { name: 'bias' },
      { name: 'reduction' },
      { name: 'patience' },
      { name: 'min_delta', when: ({ patience }) => patience > 0 },
      { name: 'fault', label: 'mistake' },
      { name: 'dtype' },
    ],
  },
];

/**
 * What of a group is shown: what has a say, and what the core has something to say about.
 * @param {Group} group @param {Settings} settings @param {Record<string, string>} errors @param {Tables} tables
 */
export function shownPlaces({ places }, settings, errors, tables) {
  return places.filter(({ name, when }) => name in errors || (when?.(settings, tables) ?? true));
}

/** How many of a group's options that have a say are not as they are at first. @param {Group} group @param {Settings} settings @param {Tables} tables */
export function changedCount(group, settings, tables) {
  const usual = new Map(tables.options.map((option) => [option.name, option.default]));
  return shownPlaces(group, settings, {}, tables).filter(({ name }) => String(settings[name]) !== String(usual.get(name))).length;
}

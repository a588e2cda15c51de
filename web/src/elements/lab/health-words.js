// What is wrong, in words with their numbers; and what it is that can be tried.

/** @import { Ailment, LayerHealth } from '../../engine/health.js' */
/** @import { Settings } from '../../types.js' */
import { html, nothing } from 'lit';
import { BOUNDS } from '../../engine/health.js';
import { formatCount, formatNumber, formatTick } from '../../draw/format.js';
import { emitChange } from '../change.js';
import { number } from '../number.js';

/** @typedef {ReturnType<typeof import('../../engine/health.js').healthOf>} Health */

/** The steepest that some functions are. @type {Record<string, string>} */
const STEEPEST = { sigmoid: '0.25', tanh: '1', softsign: '1', relu: '1' };
/** Factors of a product that are written out. */
const MOST_FACTORS = 6;

const short = { format: (/** @type {number} */ x) => formatNumber(x, 2) };
const count = { format: formatCount };
const key = (/** @type {number} */ layer, /** @type {keyof LayerHealth} */ what) => `instruments.health.layers[${layer}].${what}`;

/** @param {Health} health @param {number} layer @param {'received' | 'through' | 'weights' | 'slope' | 'saturated' | 'delta'} what */
const of = ({ layers }, layer, what) => number(key(layer, what), layers[layer][what], short);

/** One row for each name of the table in engine/health.js. @type {Record<string, (health: Health, layer: number, settings: Settings) => unknown>} */
const ROWS = {
  diverging: (health) => (!Number.isFinite(health.start)
    ? html`The loss is ${number('instruments.health.start', health.start)} from the start: the weights or the data are too large.`
    : health.loss > BOUNDS.growth * health.start
    ? html`The loss is ${number('instruments.health.loss', health.loss)}; it began at ${number('instruments.health.start', health.start)}. Each step overshoots.`
    : html`The next step changes the weights by ${number('instruments.health.ratio', health.ratio, short)} times what they are: η is too large.`),
  exploding: (health, layer) => html`${signalSentence(health, layer)} Its steps are too large for any η that suits the others.`,
  symmetric: (health, layer) => html`All ${health.layers[layer].units} units of layer ${layer + 1} have the same weights and the same gradients. They stay one unit, however long it
    learns.`,
  dead: (health, layer) => html`${deadCount(health, layer)} of ${health.layers[layer].units} units of layer ${layer + 1} rest where ${health.layers[layer].activation} is flat, for
    all of ${number('instruments.health.rows', health.rows, count)} examples. No gradient reaches their weights.`,
  saturated: (health, layer, { lr }) => html`${of(health, layer, 'saturated')} of the activations of layer ${layer + 1} lie where ${health.layers[layer].activation} is nearly flat. Their
    slope, close to 0, multiplies δ.${lr !== undefined && health.step > 0 ? ' The likely cause is η: steps that were too large. Take a smaller one, or go back in the bar of the run to before.' : nothing}`,
  vanishing: (health, layer) => html`${signalSentence(health, layer)} Its weights hardly move.`,
};

/** Ailments whose sentence tells the way of δ. */
export const OF_SIGNAL = ['vanishing', 'exploding'];

/** @param {Health} health @param {Ailment} ailment */
export const ailmentSentence = (health, { name, layer, settings }) => ROWS[name](health, layer, settings);

/** How much of δ comes to a layer, and what it met on its way. @param {Health} health @param {number} layer */
export function signalSentence(health, layer) {
  const last = health.layers.length - 1;
  if (layer === last) return html`Layer ${last + 1} is next to the loss: ‖δ‖ begins here with ${of(health, last, 'delta')}, and all other layers receive a part of it.`;
  if (Number.isNaN(health.layers[layer].received)) return html`No δ leaves the output at present, so nothing arrives in layer ${layer + 1}.`;
  const way = Array.from({ length: last - layer }, (_, back) => last - 1 - back);
  const { activation, slope, weights } = health.layers[layer];
  const steepest = STEEPEST[activation];
  return html`Layer ${layer + 1} receives
    ${way.length > 1 ? html`${way.slice(0, MOST_FACTORS).map((at, i) => html`${i ? ' · ' : ''}${of(health, at, 'through')}`)}${way.length > MOST_FACTORS ? ' · …' : ''} = ` : nothing}
    ${of(health, layer, 'received')} of the output’s δ${way.length > 1 ? ', a factor for each layer on the way' : ''}.
    ${Number.isNaN(slope) || Number.isNaN(weights) ? nothing : html`Here the weights of layer ${layer + 2} pass ${of(health, layer, 'weights')}, and ${activation}′${
      steepest ? html`, at most ${steepest},` : nothing} passes ${of(health, layer, 'slope')}.`}`;
}

/** How many units of a layer are dead; of functions without a slope of exactly 0 only their share is known. @param {Health} health @param {number} layer */
export function deadCount({ layers }, layer) {
  const { deadUnits, dead } = layers[layer];
  return deadUnits.length > 0 || dead === 0
    ? number(`${key(layer, 'deadUnits')}.length`, deadUnits.length, count)
    : number(key(layer, 'dead'), dead, { format: (share) => formatCount(share * layers[layer].units) });
}

/** The one thing to try. @param {EventTarget} host @param {Ailment} ailment */
export const remedyButton = (host, { settings }) => html`<button @click=${() => emitChange(host, { settings })}>${remedyLabel(settings)}</button>`;

/** What a button does that changes settings. @param {Settings} settings */
function remedyLabel({ lr, seed: _, ...others }) {
  if (lr !== undefined) return `Start again with η ${formatTick(lr)}`;
  return `Start again with ${Object.entries(others).map(([name, value]) => `${name} ${[value].flat().join(', ')}`).join(' and ')}`;
}

// Which core answers a lesson's figure: the smallest that can, so that a page fetches little.

/** @import { Core } from '../types.js' */
/** @import { Kind } from '../figures/kind.js' */
import { messageOf } from '../message-of.js';
import { openEvaluateCore, openGraphCore } from './graph-core.js';

/** @type {Record<NonNullable<Kind['needs']>, () => Promise<unknown>>} */
const OPEN = {
  evaluate: openEvaluateCore,
  graph: openGraphCore,
  trainer: () => import('./core.js').then(({ openCore }) => openCore()),
};

/** @type {Partial<Record<string, Promise<Core>>>} */
const opened = {};

/** Fetched by who asks first. @param {NonNullable<Kind['needs']>} which @returns {Promise<Core>} of which only that much is there */
export function openOnly(which) {
  const opening = (opened[which] ??= /** @type {Promise<Core>} */ (OPEN[which]().catch((error) => {
    throw new Error(`The engine could not be loaded: ${messageOf(error)}`);
  })));
  opening.catch(() => (opened[which] = undefined));
  return opening;
}

/**
 * What a figure shows. What the smallest core has no operation for, and what it finds wrong without a word, goes to the next.
 * @param {Kind} kind @param {object} spec @param {object} state
 */
export async function answer(kind, spec, state) {
  const needs = kind.needs ?? 'evaluate';
  if (needs !== 'evaluate') return kind.answer(await openOnly(needs), spec, state);
  if (!opened.graph) {
    const smallest = await openOnly('evaluate');
    try {
      return kind.answer(smallest, spec, state);
    } catch {} // The next core tells, or can.
  }
  return kind.answer(await openOnly('graph'), spec, state);
}

// What looking costs: the share of a training step that the page's instruments add to it.

/** @import { Contestant } from './contestant.js' */

/**
 * A session here takes its figure itself, by `measure`: 100 · (time with − time without) / time with, each timed in the same round.
 * @type {Contestant[]}
 */
export const contestants = [];

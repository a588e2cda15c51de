// The worker of a lesson's page: answers every figure and question on it.

import { expose } from 'comlink';
import { kinds } from '../figures/kinds.js';
import { quiz } from '../questions/quiz.js';
import { openGraphCore } from './graph-core.js';

const opening = openGraphCore();
opening.catch(() => {}); // The first question tells.

/** The small core, or for a figure that trains the large one, which is fetched then. @param {import('../figures/kind.js').Kind} kind */
const coreFor = async ({ needs }) => (needs === 'trainer' ? (await import('./core.js')).openCore() : opening);

const lesson = {
  open: async () => void (await opening),
  /** @param {string} tag @param {object} spec @param {object} state */
  figure: async (tag, spec, state) => kinds[tag].answer(/** @type {any} */ (await coreFor(kinds[tag])), spec, state),
  /** @param {keyof import('../questions/quiz.js').Quiz} name @param {unknown[]} asked what `quiz` takes after the core */
  quiz: async (name, ...asked) => /** @type {any} */ (quiz)[name](await opening, ...asked),
};

/** @typedef {typeof lesson} Lesson */

expose(lesson);

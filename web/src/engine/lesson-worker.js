// The worker of a lesson's page: answers every figure and question on it. Most ask the small core; a figure that trains fetches the large one.

/** @import { Core } from '../types.js' */
import { expose } from 'comlink';
import { kinds } from '../figures/kinds.js';
import { quiz } from '../questions/quiz.js';
import { openGraphCore } from './graph-core.js';

const opening = openGraphCore();
opening.catch(() => {}); // The first question tells.

/** @type {Promise<Core> | undefined} */
let training;

function openTraining() {
  training ??= import('./core.js').then(({ openCore }) => openCore());
  training.catch(() => (training = undefined));
  return training;
}

const lesson = {
  open: async () => void (await opening),
  /** @param {string} tag @param {object} spec @param {object} state */
  figure: async (tag, spec, state) => kinds[tag].answer(/** @type {Core} */ (await (kinds[tag].needs === 'trainer' ? openTraining() : opening)), spec, state),
  /** @param {keyof import('../questions/quiz.js').Quiz} name @param {unknown[]} asked what `quiz` takes after the core */
  quiz: async (name, ...asked) => /** @type {any} */ (quiz)[name](await opening, ...asked),
};

/** @typedef {typeof lesson} Lesson */

expose(lesson);

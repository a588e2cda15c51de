// The worker of a lesson's page: answers every figure and question on it. Most ask the small core; a figure that trains fetches the large one.

/** @import { Core } from '../types.js' */
import { expose } from 'comlink';
import { kindLoaders } from '../figures/kind-loaders.js';
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
  async figure(tag, spec, state) {
    const kind = await kindLoaders[tag]();
    return kind.answer(/** @type {Core} */ (await (kind.needs === 'trainer' ? openTraining() : opening)), spec, state);
  },
  /** @param {keyof import('../questions/quiz.js').Quiz} name @param {unknown[]} asked what `quiz` takes after the core */
  async quiz(name, ...asked) {
    const { quiz } = await import('../questions/quiz.js');
    return /** @type {any} */ (quiz)[name](await opening, ...asked);
  },
};

/** @typedef {typeof lesson} Lesson */

expose(lesson);

// The worker of a lesson's page: answers every figure and question on it.

import { expose } from 'comlink';
import { kinds } from '../figures/kinds.js';
import { quiz } from '../questions/quiz.js';
import { openCore } from './core.js';

const opening = openCore();
opening.catch(() => {}); // The first question tells.

const lesson = {
  open: async () => void (await opening),
  /** @param {string} tag @param {object} spec @param {object} state */
  figure: async (tag, spec, state) => kinds[tag].answer(await opening, spec, state),
  /** @param {keyof import('../questions/quiz.js').Quiz} name @param {unknown[]} asked what `quiz` takes after the core */
  quiz: async (name, ...asked) => /** @type {any} */ (quiz)[name](await opening, ...asked),
};

/** @typedef {typeof lesson} Lesson */

expose(lesson);

// What a lesson's page asks of the engine: the answers of its figures and questions.

import { kindLoaders } from '../figures/kind-loaders.js';
import { answer, openOnly } from './lesson-cores.js';

export const lesson = {
  /** Resolves once the engine runs. */
  open: () => {},
  /** @param {string} tag @param {object} spec @param {object} state */
  figure: async (tag, spec, state) => answer(await kindLoaders[tag](), spec, state),
  /** @param {keyof import('../questions/quiz.js').Quiz} name @param {unknown[]} asked what `quiz` takes after the core */
  async quiz(name, ...asked) {
    const [{ quiz }, core] = await Promise.all([import('../questions/quiz.js'), openOnly('graph')]);
    return /** @type {any} */ (quiz)[name](core, ...asked);
  },
};

/** @typedef {typeof lesson} Lesson */

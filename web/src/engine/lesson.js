// What a lesson's page asks of the engine: the answers of its figures and questions. Most ask the small core; a figure that trains fetches the large one.

/** @import { Core } from '../types.js' */
import { kindLoaders } from '../figures/kind-loaders.js';
import { openGraphCore } from './graph-core.js';

/** Opened by who asks first, and anew after a failure. @template T @param {() => Promise<T>} open */
function once(open) {
  /** @type {Promise<T> | undefined} */
  let opening;
  return () => {
    opening ??= open();
    opening.catch(() => (opening = undefined));
    return opening;
  };
}

/** The small core. */
export const openSmall = once(openGraphCore);
/** The large one. */
const openLarge = once(() => import('./core.js').then(({ openCore }) => openCore()));

export const lesson = {
  open: async () => void (await openSmall()),
  /** @param {string} tag @param {object} spec @param {object} state */
  async figure(tag, spec, state) {
    const kind = await kindLoaders[tag]();
    return kind.answer(/** @type {Core} */ (await (kind.needs === 'trainer' ? openLarge() : openSmall())), spec, state);
  },
  /** @param {keyof import('../questions/quiz.js').Quiz} name @param {unknown[]} asked what `quiz` takes after the core */
  async quiz(name, ...asked) {
    const { quiz } = await import('../questions/quiz.js');
    return /** @type {any} */ (quiz)[name](await openSmall(), ...asked);
  },
};

/** @typedef {typeof lesson} Lesson */

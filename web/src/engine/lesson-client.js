// A lesson's side of the engine: one worker answers all figures and questions of a page.

/** @typedef {import('../questions/quiz.js').Quiz} Quiz */
/** @template {(...asked: any) => any} Call @typedef {Call extends (core: any, ...rest: infer Rest) => infer Answer ? (...rest: Rest) => Promise<Answer> : never} Answered */
/** @typedef {{ [Name in keyof Quiz]: Answered<Quiz[Name]> }} QuizClient what a question asks, without the core */
/** @typedef {QuizClient & { figure: (tag: string, spec: object, state: object) => Promise<object> }} LessonClient */

import { wrap } from 'comlink';
import { messageOf } from '../message-of.js';
import { startLesson } from './start-lesson.js';

/** @type {Promise<LessonClient> | undefined} */
let opening;

/** Opened by who asks first. @returns {Promise<LessonClient>} */
export function openLessonClient() {
  opening ??= open();
  opening.catch(() => (opening = undefined));
  return opening;
}

/** The engine has ended; who asks next begins another. */
export const forgetLessonClient = () => (opening = undefined);

async function open() {
  if (typeof WebAssembly === 'undefined') throw new Error('This browser has no WebAssembly, which the engine needs.');
  const { endpoint, failed } = await startLesson();
  /** @type {import('comlink').Remote<import('./lesson.js').Lesson>} */
  const lesson = wrap(endpoint);
  await Promise.race([lesson.open().catch(explain), failed]);
  const ask = (/** @type {keyof Quiz} */ name) => (/** @type {unknown[]} */ ...asked) => lesson.quiz(name, ...asked);
  const asked = { pose: ask('pose'), check: ask('check'), checkGraph: ask('checkGraph'), reveal: ask('reveal'), figure: lesson.figure };
  return /** @type {LessonClient} */ (/** @type {unknown} */ (asked));
}

/** @param {unknown} error @returns {never} */
function explain(error) {
  throw new Error(`The engine could not be loaded: ${messageOf(error)}`);
}

// Starts the engine of a lesson's page: a worker beside it. The widgets have a start of their own, widgets/start-engine.js, in the place of this one.

/** @import { Endpoint } from 'comlink' */
import { watched } from './watched.js';

/** @typedef {{ endpoint: Endpoint, failed: Promise<never> }} LessonEngine */

/** @returns {Promise<LessonEngine>} */
export async function startLesson() {
  const { worker, failed } = watched(() => new Worker(new URL('./lesson-worker.js', import.meta.url), { type: 'module' }));
  return { endpoint: worker, failed };
}

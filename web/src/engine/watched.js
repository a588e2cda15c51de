// A worker with the word of how it failed to start.

import { messageOf } from '../message-of.js';

/**
 * @typedef {object} Started
 * @property {Worker} worker
 * @property {Promise<never>} failed rejects with a sentence for the reader
 */

/** A worker and how it fails. @param {() => Worker} create @returns {Started} */
export function watched(create) {
  try {
    const worker = create();
    /** @type {Promise<never>} */
    const failed = new Promise((_, reject) => {
      worker.onerror = (event) => reject(new Error(`The engine’s worker could not start${event.message ? `: ${event.message}` : '.'}`));
    });
    failed.catch(() => {}); // It may fail before anyone listens.
    return { worker, failed };
  } catch (error) {
    throw new Error(`The engine’s worker could not start: ${messageOf(error)}`);
  }
}

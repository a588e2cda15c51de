// What the first training step on screen must not wait for, waits for this.

/** ms in which the first step of a reader who plays at once has been drawn. */
const RUSH = 250;

const rushed = () => new Promise((/** @type {(value: void) => void} */ resolve) => setTimeout(resolve, RUSH));

/** Nothing is being drawn, or it goes on for long. @param {number} patience in ms @returns {Promise<void>} */
async function idle(patience) {
  if ('requestIdleCallback' in globalThis) await new Promise((resolve) => requestIdleCallback(resolve, { timeout: patience }));
}

/** The first frame has come and been drawn, or is too slow to be waited for. @param {Promise<void>} connected */
export async function firstDrawn(connected) {
  await Promise.race([connected, rushed()]);
  await idle(100);
}

/** The page has time: the rush is over and nothing is being drawn. */
export async function quiet() {
  await rushed();
  await idle(500);
}

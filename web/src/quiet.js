// What the first training step on screen must not wait for, waits for this.

/** ms in which the first step of a reader who plays at once has been drawn. */
const RUSH = 250;

/** The page has time: the rush is over and nothing is being drawn. @returns {Promise<void>} */
export function quiet() {
  return new Promise((resolve) => {
    setTimeout(() => {
      if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 500 });
      else resolve();
    }, RUSH);
  });
}

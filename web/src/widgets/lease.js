// Counts the widgets on the page: with the last one goes the engine that all of them share.

/** In ms: an element that is moved is not the last one. */
const GRACE = 2000;

let count = 0;
let timer = 0;

/** How many engines have ended: what was made with one of them is to be made anew. */
export let ended = 0;

export function take() {
  count++;
  clearTimeout(timer);
}

export function give() {
  if (--count === 0) timer = Number(setTimeout(end, GRACE));
}

async function end() {
  const { endEngine } = await import('./start-engine.js');
  if (count > 0) return; // One has come meanwhile.
  ended++;
  endEngine();
}

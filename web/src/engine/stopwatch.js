// How long something takes: long enough for the clock to tell, and often enough for a median.

/** ms that a clock of the browser can tell apart from nothing. */
const ENOUGH = 5;

/** ms for one run, of as many runs as the clock can tell apart. @param {() => void} run */
export function timePortion(run) {
  for (let runs = 1; ; runs *= 2) {
    const time = timeOf(run, runs);
    if (time >= ENOUGH || runs === 4096) return time / runs;
  }
}

/** The median of five, each of as many runs as the clock can tell apart. @param {() => void} run */
export function medianTime(run) {
  let runs = 1;
  for (; runs < 4096 && timeOf(run, runs) < ENOUGH; runs *= 2);
  return median(Array.from({ length: 5 }, () => timeOf(run, runs) / runs)) ?? NaN;
}

/** The middle one of them, of an even number the larger of the two; undefined of none. @param {number[]} values @returns {number | undefined} */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @param {() => void} run @param {number} runs */
function timeOf(run, runs) {
  const start = performance.now();
  for (let i = 0; i < runs; i++) run();
  return performance.now() - start;
}

// What a chart shows: its columns, which of their points can be drawn on which scales, and the same as CSV.

/**
 * @typedef {object} Line
 * @property {string} name
 * @property {ArrayLike<number>} values one a step
 * @property {string} key path of `values` into the frame
 * @property {number[]} dash lengths in px; empty for a solid line
 * @property {'ink' | 'muted'} tone
 * @property {string} [mark] stands at the line's end
 * @property {boolean} [spans] values that are not a number are steps of which nothing is known: the line goes on over them
 */

/**
 * @typedef {object} ChartData
 * @property {string} name
 * @property {string} [symbol]
 * @property {string} unit of the values
 * @property {number[]} step growing
 * @property {Line[]} lines
 */

/** Patterns that are told apart at 2 px. */
const DASHES = [[], [7, 3], [2, 3], [10, 3, 2, 3], [4, 2], [7, 3, 2, 3, 2, 3]];

/** How the `index`-th of many lines is drawn: after six patterns come the same in another tone. @param {number} index @returns {Pick<Line, 'dash' | 'tone'>} */
export function lineLook(index) {
  const { length } = DASHES;
  return { dash: DASHES[index % length], tone: Math.floor(index / length) % 2 ? 'muted' : 'ink' };
}

/** A log axis has no place for 0, no axis for what is not a number. @param {number} value @param {boolean} log */
const placed = (value, log) => (Number.isFinite(value) && (!log || value > 0) ? value : null);

/**
 * The columns that are drawn, from the point `from` on: a log axis of steps begins after step 0.
 * @param {ChartData} data @param {{ logX: boolean, logY: boolean }} scales
 */
export function drawnColumns({ step, lines }, { logX, logY }) {
  const first = logX ? step.findIndex((at) => at > 0) : 0;
  const from = first < 0 ? step.length : first;
  const columns = lines.map(({ values }) => Array.from(values, (value) => placed(value, logY)).slice(from));
  return { from, step: step.slice(from), columns };
}

/** Ends of a value axis that holds everything between two values. @param {number | null} min @param {number | null} max @param {boolean} log @returns {[number, number]} */
export function valueRange(min, max, log) {
  if (min === null || max === null) return log ? [0.1, 1] : [0, 1];
  if (log) return [Math.min(min * 0.9, max / 2), max * 1.1];
  const low = Math.min(min, 0);
  return [low, max > low ? max + 0.05 * (max - low) : low + 1];
}

/** Index of the point that is nearest to a step; −1 where there is none. @param {number[]} steps @param {number} step */
export function nearestPoint(steps, step) {
  const later = steps.findIndex((at) => at >= step);
  if (later < 0) return steps.length - 1;
  return later > 0 && step - steps[later - 1] < steps[later] - step ? later - 1 : later;
}

/** All points in full: numbers as they are read back to the same bits. @param {ChartData} data */
export function toCsv({ step, lines, unit }) {
  const head = ['step (updates)', ...lines.map(({ name }) => `${name} (${unit})`)].map(cell).join(',');
  const rows = step.map((at, i) => [at, ...lines.map(({ values }) => values[i])].map(String).join(','));
  return `${[head, ...rows].join('\r\n')}\r\n`;
}

/** @param {string} text */
const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

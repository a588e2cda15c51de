// Three ways to the same gradients in lock-step: after so many visits of nodes, what each has just done and which gradients it has finished.

/** @import { GraphFrame } from '../types.js' */
/** @typedef {{ leaf: number, index: number }} Entry a number that can move */
/** @typedef {{ done: number, doing: string, finished: number }} Runner finished: how many of the entries, in the order in which they come to be */
/** @typedef {Record<'reverse' | 'forward' | 'central_differences', { work: { visits: number } }>} Modes */

/** Which entries each mode finishes at which visit. @param {GraphFrame} frame @param {{ name: string }[]} names @param {Modes} modes */
export function raceOf(frame, names, modes) {
  const operations = frame.nodes.filter(({ kind }) => kind === 'operation').map(({ id }) => id);
  /** @type {Entry[]} */
  const entries = frame.nodes.filter(({ kind }) => kind === 'parameter').flatMap(({ id, value }) => Array.from(value.data, (_, index) => ({ leaf: id, index })));
  const start = frame.passes.findIndex(({ phase }) => phase === 'seed');
  const end = frame.passes.findIndex(({ phase }, at) => at > start && phase !== 'backward');
  const backward = frame.passes.slice(start + 1, end < 0 ? undefined : end);
  const last = (/** @type {Entry} */ { leaf }) => operations.length + 1 + backward.findLastIndex(({ gradients }) => gradients.some(({ node }) => node === leaf));
  const share = (/** @type {keyof Modes} */ mode) => modes[mode].work.visits / entries.length;
  /** @param {Entry} entry */
  const called = ({ leaf, index }) => (frame.nodes[leaf].shape.length ? `${names[leaf].name}, entry ${index}` : names[leaf].name);
  /** @param {number} visit @param {number} length */
  const nodeAt = (visit, length) => names[operations[Math.min((visit - 1) % length, operations.length - 1)]].name;
  return {
    reverse: {
      visits: modes.reverse.work.visits,
      entries: [...entries].sort((a, b) => last(a) - last(b)),
      doneAt: entries.map(last).sort((a, b) => a - b),
      doing: (/** @type {number} */ visit) => (visit <= operations.length ? `value of ${names[operations[visit - 1]].name}`
        : `${names[backward[visit - operations.length - 1].node].name} hands its gradient back`),
    },
    forward: {
      visits: modes.forward.work.visits,
      entries,
      doneAt: entries.map((_, at) => (at + 1) * share('forward')),
      doing: (/** @type {number} */ visit) => `value and slope of ${nodeAt(visit, share('forward'))} while ${called(entries[Math.ceil(visit / share('forward')) - 1])} moves`,
    },
    central_differences: {
      visits: modes.central_differences.work.visits,
      entries,
      doneAt: entries.map((_, at) => (at + 1) * share('central_differences')),
      doing: (/** @type {number} */ visit) => {
        const each = share('central_differences');
        const up = (visit - 1) % each < each / 2;
        return `value of ${nodeAt(visit, each / 2)}, ${called(entries[Math.ceil(visit / each) - 1])} moved ${up ? 'up' : 'down'}`;
      },
    },
  };
}

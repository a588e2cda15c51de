// Everything of the picture that no step changes: what is drawn, how large and where. Made anew for each text, and for each way of folding it.

/** @import { GraphFrame, Tables } from '../../types.js' */
/** @import { Folds, Group } from '../../draw/graph-fold.js' */
/** @import { Layout } from '../../draw/graph-layout.js' */
/** @import { Measure } from '../../draw/graph-boxes.js' */
/** @import { Named } from '../../draw/graph-names.js' */
/** @import { Step } from '../../draw/graph-steps.js' */
/** @import { View } from '../../draw/graph-view.js' */
/** @import { Keys, KeysOf } from './keys-of-numbers.js' */
import { boxesOf } from '../../draw/graph-boxes.js';
import { foldedOf, foldsOf } from '../../draw/graph-fold.js';
import { layoutGraph } from '../../draw/graph-layout.js';
import { namesOf } from '../../draw/graph-names.js';
import { stepsOf } from '../../draw/graph-steps.js';
import { viewOf } from '../../draw/graph-view.js';
import { graphWords } from '../../draw/graph-words.js';
import { namedKeys } from './keys-of-numbers.js';

/** @typedef {Pick<Tables['ops'][number], 'name' | 'symbol' | 'reason'>} OpWords what the core's table calls an operation */
/** @typedef {{ words: typeof graphWords, ops: readonly OpWords[], keysOf: KeysOf, room: number }} Manner in which a picture speaks; room: see `boxesOf` */
/** @typedef {{ frame: GraphFrame, names: Named[], steps: Step[], folds: Folds, folded: Group[], view: View, measures: Measure[], layout: Layout, words: typeof graphWords, ops: readonly OpWords[], keys: Keys }} Scene */
/** @typedef {{ mode: 'auto' | 'all' | 'none', turned: ReadonlySet<string> }} Folding */

/** @param {GraphFrame} frame @param {Folding} folding @param {Partial<Manner>} [manner] @returns {Scene} */
export function makeScene(frame, { mode, turned }, { words = graphWords, ops = [], keysOf = namedKeys, room } = {}) {
  const names = namesOf(frame);
  const folds = foldsOf(frame, names);
  const folded = foldedOf(frame.nodes.length, folds, mode, turned);
  const view = viewOf(frame, names, folded);
  const { measures, boxes } = boxesOf(frame, names, view, words, room);
  return { frame, names, steps: stepsOf(frame), folds, folded, view, measures, layout: layoutGraph(boxes), words, ops, keys: keysOf(frame, names) };
}

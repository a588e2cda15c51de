// Which charts there are of a run, and what their lines are called.

/** @import { Curve } from '../types.js' */
/** @import { ChartData } from './chart-data.js' */
/** @import { Series } from '../engine/series.js' */
/** @import { Comparison } from '../engine/rival.js' */
import { lineLook } from './chart-data.js';

/** @typedef {ReturnType<Series['columns']>} Columns */

/** Training solid, test dashed. @param {ArrayLike<number>} train @param {ArrayLike<number>} test @param {string} key @returns {ChartData['lines']} */
const trainAndTest = (train, test, key) => [
  { name: 'train', values: train, key: `${key}.train`, dash: [], tone: 'ink' },
  { name: 'test', values: test, key: `${key}.test`, dash: [3, 3], tone: 'muted' },
];

/** @param {Curve} curve @param {string} loss its name @returns {ChartData} */
export function lossChart({ step, train, test }, loss) {
  return { name: 'Loss', unit: loss, step, lines: trainAndTest(train, test, 'curve') };
}

/** Two runs in lock-step, whose losses are not always known at the same steps. @param {Comparison['curve']} curve @param {string} loss its name @returns {ChartData} */
export function pairChart({ step, a, b }, loss) {
  const line = (/** @type {'a' | 'b'} */ run, /** @type {number[]} */ values) => ({ name: run.toUpperCase(), mark: run.toUpperCase(), values, key: `comparison.curve.${run}`, spans: true });
  return { name: 'Training loss', unit: loss, step, lines: [{ ...line('a', a), dash: [4, 3], tone: 'muted' }, { ...line('b', b), dash: [], tone: 'ink' }] };
}

/** Of a run without classes there is none. @param {Columns} series @param {boolean} classes @returns {ChartData[]} */
export function accuracyCharts({ step, train, test }, classes) {
  return classes ? [{ name: 'Accuracy', unit: 'share', step, lines: trainAndTest(train, test, 'instruments.series') }] : [];
}

/** @param {Columns} series @returns {ChartData[]} */
export function normCharts({ step, gradient, ratio }) {
  /** @param {number[][]} layers @param {string} key */
  const lines = (layers, key) => layers.map((values, layer) => ({
    name: layer === layers.length - 1 ? 'output' : `layer ${layer + 1}`,
    mark: layer === layers.length - 1 ? 'out' : String(layer + 1),
    values,
    key: `instruments.series.${key}[${layer}]`,
    ...lineLook(layer),
  }));
  return [
    { name: 'Gradient norm', symbol: '‖g‖', unit: '2-norm', step, lines: lines(gradient, 'gradient') },
    { name: 'Update ratio', symbol: '‖Δw‖ / ‖w‖', unit: 'share', step, lines: lines(ratio, 'ratio') },
  ];
}

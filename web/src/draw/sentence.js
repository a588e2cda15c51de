// What a screen reader hears about a weight and about the run.

/** @import { WeightDetail, Frame } from '../types.js' */
import { formatCount, formatNumber } from './format.js';
import { unitTitle } from './walk.js';

/**
 * @param {WeightDetail} detail @param {number[]} widths units per layer, input first
 * @param {Parameters<typeof unitTitle>[3]} [data] what inputs and outputs are called
 */
export function weightSentence({ layer, to, from, weight, gradient, update }, widths, data) {
  const unit = unitTitle(layer + 1, to, widths, data);
  const place = `${from === null ? `Bias of ${unit}` : `Weight from ${unitTitle(layer, from, widths, data)} to ${unit}`}: ${formatNumber(weight)}.`;
  if (gradient === 0) return `${place} Its gradient is 0: the step leaves it as it is.`;
  const way = update > 0 ? 'raises' : 'lowers';
  return `${place} Its gradient is ${formatNumber(gradient)}: the step ${way} it by ${formatNumber(Math.abs(update))}.`;
}

/** @param {Frame} frame */
export function runSentence({ status, evaluation }) {
  const { train, test } = evaluation;
  const inTest = Number.isNaN(test.loss) ? '' : `, ${formatNumber(test.loss)} in test`;
  return `Step ${formatCount(status.step)}: loss ${formatNumber(train.loss)} in training${inTest}.`;
}

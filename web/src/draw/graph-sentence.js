// What a step of a graph does and what a node holds, in words; every number is one that the core wrote or gave.

/** @import { GraphFrame, Tensor } from '../types.js' */
/** @import { Step } from './graph-steps.js' */
import { productText, shapeText, tensorText } from './graph-numbers.js';

/** @param {GraphFrame} frame @param {Step | undefined} step @param {{ name: string, expression: string }[]} names @param {Tensor} [before] */
export function stepSentence(frame, step, names, before) {
  if (!step) return 'Nothing is computed yet.';
  if (step.phase === 'zero') return 'Every gradient starts at 0.';
  const node = frame.nodes[step.node];
  const { name, expression } = names[step.node];
  if (step.phase === 'forward') {
    const rule = node.explanation?.rule;
    return `${name} = ${expression}${rule?.numbers ? `: ${rule.numbers}` : rule ? `: ${rule.symbols}` : ''}.`;
  }
  if (step.phase === 'seed') return `${name} is the output itself: ∂${name}/∂${name} = ${tensorText(step.gradient)}.`;
  const target = names[step.to].name;
  const slots = node.inputs.flatMap((input, slot) => (input === step.to ? [slot] : []));
  const sent = slots.map((slot) => productText(frame, step.node, slot)).join(' and ');
  const sum = before ? `; ${target} has a gradient already, so it is added: ${tensorText(before)} becomes ${tensorText(step.gradient)}` : '';
  return `${name} = ${expression} sends back to ${target} upstream × local${sent && `, ${sent}`}${sum}.`;
}

/** @param {{ name: string, expression: string }} called @param {string} kind @param {string} value @param {string} gradient @param {number[]} [shape] */
export function nodeSentence({ name, expression }, kind, value, gradient, shape = []) {
  const size = shape.length ? `, ${shapeText(shape)}` : '';
  if (kind === 'constant') return `Constant ${name}${size}, no gradient.`;
  const what = kind === 'operation' ? `${name} = ${expression}` : `Variable ${name}`;
  return `${what}${size}: ${value ? `value ${value}` : 'not computed yet'}, ${gradient ? `gradient ${gradient}` : 'no gradient yet'}.`;
}

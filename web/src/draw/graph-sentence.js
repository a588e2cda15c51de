// What a step of a graph does and what a node holds, in words; every number is one that the core wrote or gave.

/** @import { GraphFrame, Tensor } from '../types.js' */
/** @import { Step } from './graph-steps.js' */
import { formatNumber } from './format.js';

/** A number, or small matrices as rows; larger ones by their shape. @param {Tensor | undefined} tensor */
export function tensorText(tensor) {
  if (!tensor) return '';
  const { shape, data } = tensor;
  if (shape.length === 0) return short(data[0]);
  if (data.length > 12 || shape.length > 2) return `shape ${shape.join(' × ')}`;
  const columns = shape.at(-1) ?? 1;
  const rows = Array.from({ length: data.length / columns }, (_, row) => [...data.slice(row * columns, (row + 1) * columns)].map(short).join('  '));
  return rows.join('\n');
}

/** Whole numbers as they are. @param {number} x */
const short = (x) => (Number.isInteger(x) && Math.abs(x) < 1e6 ? String(x).replace('-', '−') : formatNumber(x));

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
  const edges = (node.explanation?.edges ?? []).filter(({ input }) => input === step.to);
  const sent = edges.map(({ back }) => back.numbers || back.symbols).join(' and ');
  const sum = before ? `; ${target} has a gradient already, so it is added: ${tensorText(before)} becomes ${tensorText(step.gradient)}` : '';
  return `${name} = ${expression} sends back to ${target} upstream times local, ${sent}${sum}.`;
}

/** @param {{ name: string, expression: string }} called @param {string} kind @param {string} value @param {string} gradient */
export function nodeSentence({ name, expression }, kind, value, gradient) {
  if (kind === 'constant') return `Constant ${name}, no gradient.`;
  const what = kind === 'operation' ? `${name} = ${expression}` : `Variable ${name}`;
  return `${what}: ${value ? `value ${value}` : 'not computed yet'}, ${gradient ? `gradient ${gradient}` : 'no gradient yet'}.`;
}

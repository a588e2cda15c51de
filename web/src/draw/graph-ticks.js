// What stands at the ticks of the slider of steps, and the name of the rule by which a step goes.

/** @import { GraphFrame } from '../types.js' */
/** @import { Step } from './graph-steps.js' */
import { tensorText } from './graph-numbers.js';

/** Whether the target of a backward step gets more than one contribution, or had a gradient before. @param {GraphFrame} frame @param {Step} step */
const growsMore = ({ nodes }, { to, pass }) => (nodes[to].explanation?.uses.length ?? 0) > 1 || (pass > 0 && nodes[to].kind === 'parameter');

/** One short text a step: what is computed, or whose gradient grows, and by how much. @param {GraphFrame} frame @param {Step} step @param {{ name: string }[]} names */
export function tickOf(frame, step, names) {
  if (step.phase === 'zero') return '0';
  if (step.phase === 'update') return '−=';
  if (step.phase === 'seed') return step.gradient?.data.length === 1 ? tensorText(step.gradient) : 'seed';
  if (step.phase === 'forward') return names[step.node].name;
  const { name } = names[step.to];
  if (!growsMore(frame, step)) return name;
  const [edge, ...more] = (frame.nodes[step.node].explanation?.edges ?? []).filter(({ input }) => input === step.to);
  return !edge || more.length > 0 || edge.contribution.length !== 1 ? `${name} +=` : `${name} += ${tensorText({ shape: [], data: edge.contribution })}`;
}

/**
 * The rule of a step: of its operation in the core's table, unless the sum is what it is about. @param {Step | undefined} step
 * @param {{ reason: string } | undefined} op of its node @param {number} earlier contributions in this pass @param {boolean} before whether a gradient stood there
 */
export function reasonOf(step, op, earlier, before) {
  if (step?.phase === 'zero') return 'zero_grad';
  if (step?.phase === 'seed') return 'the output itself';
  if (step?.phase === 'update') return 'gradient descent';
  if (step?.phase !== 'backward') return '';
  if (before) return earlier > 0 ? 'sum over uses' : 'gradients accumulate';
  return op?.reason ?? '';
}

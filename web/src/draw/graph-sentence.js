// What a step of a graph does and what a node holds, in words; every number is one that the core wrote or gave.

/** @import { GraphFrame, Tensor } from '../types.js' */
/** @import { Step } from './graph-steps.js' */
import { fillWords } from './fill-words.js';
import { factorText, productText, scalarText, shapeText, tensorText } from './graph-numbers.js';
import { graphWords } from './graph-words.js';

/** @param {GraphFrame} frame @param {Step | undefined} step @param {{ name: string, expression: string }[]} names @param {Tensor} [before] */
export function stepSentence(frame, step, names, before, words = graphWords) {
  const { sentences, write } = words;
  if (!step) return sentences.nothing;
  if (step.phase === 'zero') return sentences.zero;
  if (step.phase === 'update') return updateSentence(frame, words);
  const node = frame.nodes[step.node];
  const { name, expression } = names[step.node];
  const numbers = (/** @type {Tensor | undefined} */ tensor) => write(tensorText(tensor, words));
  if (step.phase === 'forward') {
    const rule = node.explanation?.rule;
    return fillWords(sentences.forward, { name, expression, rule: rule ? `: ${rule.numbers ? write(rule.numbers) : rule.symbols}` : '' });
  }
  if (step.phase === 'seed') return fillWords(sentences.seed, { name, gradient: numbers(step.gradient) });
  const target = names[step.to].name;
  const slots = node.inputs.flatMap((input, slot) => (input === step.to ? [slot] : []));
  const sent = slots.map((slot) => write(productText(frame, step.node, slot))).join(sentences.and);
  const sum = before ? fillWords(sentences.added, { target, before: numbers(before), after: numbers(step.gradient) }) : '';
  return fillWords(sentences.backward, { name, expression, target, products: sent && `, ${sent}`, sum });
}

/** The step that follows backward in a loop of training. @param {GraphFrame} frame @param {typeof graphWords} words */
function updateSentence({ update }, { sentences, write }) {
  const moves = update?.moves.map(({ name, before, gradient, after }) => (after.length > 1 ? name
    : write(fillWords(sentences.move, { name, before: scalarText(before[0]), rate: scalarText(update.rate), gradient: factorText(gradient[0]), after: scalarText(after[0]) }))));
  return fillWords(sentences.update, { moves: moves?.join(', ') ?? '' });
}

/** @param {{ name: string, expression: string }} called @param {string} kind @param {string} value @param {string} gradient @param {number[]} [shape] */
export function nodeSentence({ name, expression }, kind, value, gradient, shape = [], { nodes, ...words } = graphWords) {
  const size = shape.length ? `, ${shapeText(shape, { nodes, ...words })}` : '';
  if (kind === 'constant') return fillWords(nodes.saidConstant, { name, size });
  return fillWords(nodes.said, {
    what: kind === 'operation' ? `${name} = ${expression}` : fillWords(nodes.saidVariable, { name }),
    size,
    value: value ? fillWords(nodes.saidValue, { value }) : nodes.noValueYet,
    gradient: gradient ? fillWords(nodes.saidGradient, { gradient }) : nodes.noGradientYet,
  });
}

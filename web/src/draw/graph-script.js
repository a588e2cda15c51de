// The computation of a figure as a short script for PyTorch, each line with the steps in which it runs; with weights to move, as a loop of training.

/** @import { GraphPass } from '../types.js' */
import { assigned, partsOf } from './graph-code-parts.js';

/**
 * @typedef {object} ScriptLine
 * @property {string} text
 * @property {string} [name] what it assigns
 * @property {number} [pass] which backward it is, from 0
 * @property {number} [zero] which zero_grad it is; the first of a plain script has no line
 * @property {boolean} [moves] whether it moves the weights
 * @property {number} [prints] after which backward it prints
 * @property {string} [leaf] the gradient of which variable it prints; without one it is the loss
 */

/** @param {string} code the core's @param {{ passes: GraphPass[], leaves: string[], update?: { names: string[], rate: number, rounds: number } }} run @returns {ScriptLine[]} */
export function scriptOf(code, { passes, leaves, update }) {
  const { before, leaves: variables, rest, output } = partsOf(code);
  const imports = before.filter((line) => /^(import|from) /.test(line));
  const isGiven = (/** @type {string} */ line) => /^\w+ = torch\.tensor\(/.test(line);
  const head = [...imports, '', ...rest.filter(isGiven), ...variables];
  const body = rest.filter((line) => line !== '' && !isGiven(line));
  const line = (/** @type {string} */ text) => ({ text, name: assigned(text.trim()) });
  if (!update) return [...[...head, ...body].map(line), ...passLines(passes, leaves, output)];
  return [
    ...[...head, `optimizer = torch.optim.SGD([${update.names.join(', ')}], lr=${update.rate})`, '', `for step in range(${update.rounds}):`].map(line),
    { text: '    optimizer.zero_grad()', zero: 0 },
    ...body.map((text) => line(`    ${text}`)),
    { text: `    ${output}.backward()`, pass: 0 },
    { text: '    optimizer.step()', moves: true },
    { text: `    print(f"{${output}.item():.4f}")`, prints: 0 },
  ];
}

/** @param {GraphPass[]} passes @param {string[]} leaves @param {string} output @returns {ScriptLine[]} */
function passLines(passes, leaves, output) {
  const last = passes.lastIndexOf('backward');
  let [pass, zero] = [-1, 0];
  return passes.flatMap((each, at) => /** @type {ScriptLine[]} */ (linesOf(each, at)));

  /** @param {GraphPass} each @param {number} at */
  function linesOf(each, at) {
    if (each === 'zero_grad') {
      zero++;
      return leaves.map((leaf) => ({ text: `${leaf}.grad.zero_()`, zero }));
    }
    pass++;
    return [{ text: `${output}.backward(${at < last ? 'retain_graph=True' : ''})`, pass }, ...leaves.map((leaf) => ({ text: `print(${leaf}.grad)`, prints: pass, leaf }))];
  }
}

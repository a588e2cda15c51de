// The core's PyTorch script as a student would type it, in three modes: what is computed stays word for word, only how it is differentiated changes.

/** @import { Graph, GraphFrame, Tensor } from '../types.js' */
import { assigned, partsOf, torchText } from './graph-code-parts.js';

/** @typedef {ReturnType<Graph['check']>} Check */

/** @typedef {'PyTorch' | 'Forward mode' | 'Finite difference'} CodeMode */
/** @type {CodeMode[]} */
export const CODE_MODES = ['PyTorch', 'Forward mode', 'Finite difference'];

/** @typedef {{ text: string, name?: string, grad?: string, backward?: boolean }} CodeLine name: what the line assigns; grad: whose gradient it prints */

/** Up to so many single numbers are written one by one, without a loop. */
const MOST_SINGLE = 4;

/**
 * @param {GraphFrame} frame @param {CodeMode} mode
 * @param {Check} [check] the core's central differences of the same graph, for the comments beside ours
 * @returns {CodeLine[]}
 */
export function codeLines(frame, mode, check) {
  const { before, leaves, rest, output } = partsOf(frame.code);
  if (mode === 'PyTorch') return withGradients(frame, [...before, ...leaves, ...rest, `${output}.backward()`, ''], output);
  const names = leaves.map((line) => assigned(line) ?? '');
  const f = names.includes('f') || rest.some((line) => assigned(line) === 'f') ? 'function' : 'f';
  const forward = mode === 'Forward mode';
  const head = forward ? [...before.slice(0, -3), 'import torch.autograd.forward_ad as forward_ad', ...before.slice(-3)] : before;
  const define = [`def ${f}(${names.join(', ')}):`, ...rest.map((line) => (line ? `    ${line}` : '')), `    return ${output}`, ''];
  const inputs = [...leaves.map((line) => line.replace(', requires_grad=True', '')), ''];
  const variables = frame.nodes.filter(({ kind }) => kind === 'parameter');
  const answers = variables.map((leaf) => (forward ? leaf.explanation && torchText(gradientOf(leaf)) : differencesOf(leaf, check)) || '');
  if (variables.length <= MOST_SINGLE && variables.every(({ shape }) => shape.length === 0)) {
    const each = variables.flatMap(({ id, explanation }, at) => (forward
      ? forwardOnce(f, names, at, !explanation || explanation.uses.length ? answers[at] : 'None')
      : differenceOnce(f, names, at, answers[at], check?.find(({ leaf }) => leaf === id)?.entries[0].h)));
    return [...head, ...define, ...inputs, ...each].map(toLine);
  }
  const loop = forward ? forwardLoop(f) : differenceLoop(f);
  const results = variables.map(({ names: [name] }, at) => (answers[at] ? `# ${name} ${answers[at]}` : ''));
  return [...head, ...define, ...inputs.slice(0, -1), `inputs = {${names.map((name) => `'${name}': ${name}`).join(', ')}}`, '', ...loop, ...results.filter(Boolean)].map(toLine);
}

/** @param {string} text @returns {CodeLine} */
const toLine = (text) => ({ text, name: assigned(text.trim()) });

/** @param {string} f @param {string[]} names @param {number} at @param {string} answer */
const forwardOnce = (f, names, at, answer) => [
  'with forward_ad.dual_level():',
  `    moved = forward_ad.make_dual(${names[at]}, torch.tensor(1.0))  # ${names[at]} moves at speed 1`,
  `    print(forward_ad.unpack_dual(${f}(${names.with(at, 'moved').join(', ')})).tangent)  # ${answer}`,
];

/** @param {string} f @param {string[]} names @param {number} at @param {string} answer @param {number} [h] the core's */
const differenceOnce = (f, names, at, answer, h = 1e-5) => {
  const moved = (/** @type {string} */ sign) => `${f}(${names.with(at, `${names[at]} ${sign} h`).join(', ')})`;
  return [`h = ${String(Number(h.toPrecision(6)))}`, `print((${moved('+')} - ${moved('-')}) / (2 * h))${answer && `  # ${answer}`}`];
};

/** One pass of dual numbers for every single number that can move. @param {string} f */
const forwardLoop = (f) => [
  'for name, value in inputs.items():',
  '    gradient = torch.zeros_like(value)',
  '    for i in range(value.numel()):  # one pass for each number',
  '        direction = torch.zeros_like(value)',
  '        direction.view(-1)[i] = 1',
  '        with forward_ad.dual_level():',
  '            moved = {**inputs, name: forward_ad.make_dual(value, direction)}',
  `            slope = forward_ad.unpack_dual(${f}(**moved)).tangent`,
  '        gradient.view(-1)[i] = 0 if slope is None else slope',
  '    print(name, gradient)',
];

/** Two evaluations for every single number that can move. @param {string} f */
const differenceLoop = (f) => [
  'for name, value in inputs.items():',
  '    gradient = torch.zeros_like(value)',
  '    for i in range(value.numel()):  # two runs for each number',
  '        h = 1e-5 * max(1, abs(value.view(-1)[i].item()))',
  '        up, down = value.clone(), value.clone()',
  '        up.view(-1)[i] += h',
  '        down.view(-1)[i] -= h',
  `        rise = ${f}(**{**inputs, name: up}) - ${f}(**{**inputs, name: down})`,
  '        gradient.view(-1)[i] = rise / (2 * h)',
  '    print(name, gradient)',
];

/** @param {GraphFrame['nodes'][number]} leaf @param {Check} [check] */
function differencesOf({ id, shape }, check) {
  const row = check?.find(({ leaf }) => leaf === id);
  return row ? torchText({ shape, data: Float64Array.from(row.entries, ({ numeric }) => numeric) }) : '';
}

/** @param {GraphFrame} frame @param {string[]} lines @param {string} output @returns {CodeLine[]} */
function withGradients(frame, lines, output) {
  const prints = frame.nodes.filter(({ kind, names }) => kind === 'parameter' && frame.code.includes(`\nprint('${names[0]}.grad`)).map((leaf) => ({
    text: `print(${leaf.names[0]}.grad)${leaf.explanation ? `  # ${leaf.explanation.uses.length || leaf.id === frame.output ? torchText(gradientOf(leaf)) : 'None: nothing was computed of it'}` : ''}`,
    grad: leaf.names[0],
  }));
  return [...lines.map((text) => ({ text, name: assigned(text), backward: text === `${output}.backward()` })), ...prints];
}

/** Of one backward pass; zeros where none came. @param {GraphFrame['nodes'][number]} leaf @returns {Tensor} */
const gradientOf = ({ shape, value, explanation }) => ({ shape, data: explanation?.passGradient.length ? explanation.passGradient : new Float64Array(value.data.length) });

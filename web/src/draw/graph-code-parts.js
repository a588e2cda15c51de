// The parts of the core's PyTorch script, and numbers as PyTorch prints them.

/** @import { Tensor } from '../types.js' */

/** The script's head, its leaves with a gradient, and what is computed of them. @param {string} code */
export function partsOf(code) {
  const lines = code.split('\n').filter((line) => !line.startsWith('torch.set_printoptions'));
  const last = lines.findIndex((line) => /^\w+\.backward\(/.test(line));
  const start = lines.findIndex((line, at) => at > 0 && line !== '' && !/^(import|from|torch\.set)/.test(line));
  const body = lines.slice(start, last);
  const isLeaf = (/** @type {string} */ line) => line.endsWith(', requires_grad=True)');
  return { before: lines.slice(0, start), leaves: body.filter(isLeaf), rest: body.filter((line) => !isLeaf(line)), output: lines[last].split('.')[0] };
}

/** @param {string} line */
export const assigned = (line) => /^(\w+) = /.exec(line)?.[1];

/** The number or numbers as PyTorch prints them in four decimals, in one line; large ones by their shape. @param {Tensor} tensor */
export function torchText({ shape, data }) {
  if (data.length > 9) return `a tensor of shape (${shape.join(', ')})`;
  const finite = [...data].filter((x) => Number.isFinite(x) && x !== 0);
  const sizes = finite.map(Math.abs);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const whole = finite.every(Number.isInteger);
  const scientific = finite.length > 0 && (most / least > 1000 || most > 1e8 || (!whole && least < 1e-4));
  const text = (/** @type {number} */ x) => {
    if (!Number.isFinite(x)) return Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf';
    if (scientific) return x.toExponential(4).replace(/e([+-])(\d)$/, (_, sign, digit) => `e${sign}0${digit}`);
    return whole ? `${Object.is(x, -0) ? '-0' : x.toFixed(0)}.` : x.toFixed(4);
  };
  const width = Math.max(...finite.map((x) => text(x).length), 1);
  const nested = (/** @type {number} */ axis, /** @type {number} */ at) => {
    if (axis === shape.length) return text(data[at]).padStart(shape.length ? width : 0);
    const stride = shape.slice(axis + 1).reduce((count, size) => count * size, 1);
    /** @type {string} */
    const inside = Array.from({ length: shape[axis] }, (_, i) => nested(axis + 1, at + i * stride)).join(', ');
    return `[${inside}]`;
  };
  return `tensor(${nested(0, 0)})`;
}

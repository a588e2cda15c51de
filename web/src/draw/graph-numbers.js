// The numbers of a graph as text: scalars, matrices, and the product that one step of backward sends.

/** @import { GraphFrame, Tensor } from '../types.js' */
import { fillWords } from './fill-words.js';
import { formatNumber } from './format.js';
import { graphWords } from './graph-words.js';

/** Most rows and columns that are written out as numbers. */
export const MOST_CELLS = 6;

/** Short decimals as they are, others rounded. @param {number} x */
export function shortNumber(x, decimals = 4) {
  const size = Math.abs(x);
  const isShort = Number.isFinite(x) && size < 1e6 && Number(x.toFixed(decimals)) === x;
  return isShort ? String(x).replace('-', '−') : formatNumber(x, decimals);
}

/** A number, or small matrices as rows; larger ones by their shape. @param {Tensor | undefined} tensor */
export function tensorText(tensor, { nodes } = graphWords) {
  if (!tensor) return '';
  const { shape, data } = tensor;
  if (shape.length === 0) return shortNumber(data[0]);
  if (data.length > 12 || shape.length > 2) return fillWords(nodes.shape, { shape: shape.join(' × ') });
  const columns = shape.at(-1) ?? 1;
  const rows = Array.from({ length: data.length / columns }, (_, row) => [...data.slice(row * columns, (row + 1) * columns)].map((x) => shortNumber(x)).join('  '));
  return rows.join('\n');
}

/** @param {number[]} shape */
export function shapeText(shape, { nodes } = graphWords) {
  return shape.length === 1 ? fillWords(nodes.vector, { size: shape[0] }) : shape.join(' × ');
}

/** How a tensor lies in rows: a vector is one row, what has more than two dimensions is stacked. @param {number[]} shape */
export function rowsAndColumns(shape) {
  const columns = shape.at(-1) ?? 1;
  return { rows: shape.slice(0, -1).reduce((all, size) => all * size, 1), columns };
}

/** Whether its entries are written out. @param {number[]} shape */
export function isSmall(shape) {
  const { rows, columns } = rowsAndColumns(shape);
  return shape.length <= 2 && rows <= MOST_CELLS && columns <= MOST_CELLS;
}

/** Every entry in full, as the page's tests read it. @param {ArrayLike<number> | undefined} data */
export const inFull = (data) => (data ? Array.from(data).join() : '');

/**
 * What an operation hands back to one of its inputs: upstream × local = product, each a number of the core; else the rule.
 * @param {GraphFrame} frame @param {number} consumer @param {number} slot
 */
export function productText({ nodes }, consumer, slot) {
  const { explanation } = nodes[consumer];
  const edge = explanation?.edges[slot];
  if (!explanation || !edge) return '';
  const { local, contribution, back } = edge;
  const result = contribution.length === 1 ? ` = ${shortNumber(contribution[0], 3)}` : '';
  if (explanation.passGradient.length !== 1 || local.length !== 1 || !result) return back.symbols + result;
  return `${shortNumber(explanation.passGradient[0], 3)} × ${shortNumber(local[0], 3)}${result}`;
}

/** How wide a text is in monospace, in characters: marks above a letter take no room. @param {string} text */
export const charactersOf = (text) => [...text.normalize('NFD').replace(/\p{M}/gu, '')].length;

/** One number as text. @param {number} x */
export const scalarText = (x) => shortNumber(x);

/** With parentheses where it follows a sign. @param {number} x */
export const factorText = (x) => (x < 0 ? `(${scalarText(x)})` : scalarText(x));

// What a matrix of weights can show, and how strongly each quantity is coloured.

/** @import { ScaleMode } from '../types.js' */

/** @typedef {'weight' | 'gradient' | 'update' | 'change' | 'check'} Quantity */

/**
 * `full` has full colour on the frozen scale, and `span` is how many times smaller the asinh scale still tells apart; where full colour is the largest that
 * there is, weights need less of it.
 * @type {Record<Quantity, { name: string, full: number, span: number, fitted?: number, says: string }>}
 */
export const QUANTITIES = {
  weight: { name: 'w', full: 2.5, span: 100, fitted: 10, says: 'A row holds the weights into one unit, as in PyTorch; its bias stands apart at the end.' },
  gradient: { name: '∂L/∂w', full: 1, span: 1000, says: 'The mean over the batch. Where it is +, a larger weight means a larger loss, so the step lowers it.' },
  update: { name: 'Δw', full: 0.1, span: 1000, says: 'What the next step adds to each weight.' },
  change: { name: 'history', full: 1, span: 100, fitted: 10, says: 'How far each weight has moved: what training wrote over the start.' },
  check: { name: 'check', full: 1, span: 1000, says: '∂L/∂w beside (L(w + h) − L(w − h)) / 2h, measured by moving the weight.' },
};

/**
 * The size that has full colour, and the span of the scale below it.
 * @param {ScaleMode} mode @param {Quantity} quantity @param {number[]} largest of each layer, or of the one that is known @param {number} layer
 */
export function colorScale(mode, quantity, largest, layer) {
  const { full, span, fitted = span } = QUANTITIES[quantity];
  if (mode === 'frozen') return { full, span };
  return { full: mode === 'auto' ? Math.max(...largest, 0) : (largest[layer] ?? largest[0] ?? 0), span: fitted };
}

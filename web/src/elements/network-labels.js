// The numbers on the network picture: a and δ of the two units in question, the output, the loss.

/** @import { Frame } from '../types.js' */
/** @import { NetworkLayout } from '../draw/layout.js' */
import { nothing, svg } from 'lit';
import { unitName } from '../draw/walk.js';
import { label } from './network-picture.js';

/**
 * All of one example of the batch, the one that the card speaks of.
 * @param {NetworkLayout} layout @param {Frame} frame @param {number[]} widths
 */
export function nodeLabels(layout, frame, widths) {
  const { weight, example, status } = frame;
  const { columns, loss, compact } = layout;
  const decimals = compact ? 3 : 4;
  const last = columns.length - 1;
  const output = columns[last];
  /** @param {number} column @param {number} unit */
  const under = (column, unit) => ({ x: columns[column].x, y: columns[column].y[unit] + columns[column].size / 2 + 9, decimals });
  /** Beads stand left of a unit, so its number runs to the right. @param {number} column @param {number} unit */
  const beside = (column, unit) => ({ ...under(column, unit), x: columns[column].x - columns[column].size / 2, start: true });
  /** @param {'a' | 'delta'} what @param {number} layer @param {number} unit */
  const valueOf = (what, layer, unit) => ({
    name: what === 'a' ? 'a' : 'δ',
    key: `example.layers[${layer}].${what}[${unit}]`,
    value: example.layers[layer][what][unit],
    signed: what === 'delta',
  });
  const source = weight.layer === 0
    ? { name: unitName(0, weight.from, widths), key: `example.x[${weight.from}]`, value: example.x[weight.from] }
    : valueOf('a', weight.layer - 1, weight.from);
  const outer = { ...under(last, 0), x: compact ? output.x - 4 : output.x };
  // On a phone an input's name stands under it, and its value takes that place.
  const left = weight.layer === 0 && !compact ? under(0, weight.from) : beside(weight.layer, weight.from);
  return svg`
    ${label({ ...left, ...source })}
    ${weight.layer + 1 < last ? label({ ...beside(weight.layer + 1, weight.to), ...valueOf('delta', weight.layer, weight.to) }) : nothing}
    ${label({ ...outer, ...valueOf('a', last - 1, 0), name: 'ŷ' })}
    ${label({ ...outer, y: outer.y + 16, ...valueOf('delta', last - 1, 0) })}
    ${loss ? svg`
      <rect class="unit" x=${loss.x - loss.size / 2} y=${loss.y - loss.size / 2} width=${loss.size} height=${loss.size} rx="5" />
      <text class="loss" x=${loss.x} y=${loss.y} dy="0.34em" text-anchor="middle">L</text>
      ${label({ x: loss.x, y: loss.y + loss.size / 2 + 12, name: '', key: 'example.loss', value: example.loss })}
      ${label({ x: loss.x, y: loss.y + loss.size / 2 + 28, name: 'mean', key: 'status.loss', value: status.loss, decimals: 3 })}` : nothing}
  `;
}

/** Left of an input, or under it on a phone. @param {NetworkLayout} layout @param {number[]} widths */
export function inputNames({ columns: [{ x, y, size }], compact }, widths) {
  return y.map((centre, unit) => compact
    ? svg`<text class="input" x=${x} y=${centre + size / 2 + 11} text-anchor="middle">${unitName(0, unit, widths)}</text>`
    : svg`<text class="input" x=${x - size / 2 - 10} y=${centre} dy="0.32em" text-anchor="end">${unitName(0, unit, widths)}</text>`);
}

/** What stands under a layer that is too wide to be drawn. @param {NetworkLayout['columns'][number]} column */
export function undrawn({ x, y, total, size }) {
  if (total === y.length) return nothing;
  const below = y[y.length - 1] + size / 2;
  return svg`<text class="rest" x=${x} y=${below + 14} text-anchor="middle">${y.length} of ${total}</text>
    <text class="rest" x=${x} y=${below + 28} text-anchor="middle">units drawn</text>`;
}

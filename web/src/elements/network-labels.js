// The numbers on the network picture: a and δ of the two units in question, the output, the loss.

/** @import { Frame } from '../types.js' */
/** @import { NetworkLayout } from '../draw/layout.js' */
/** @import { Reached } from '../draw/ops.js' */
import { nothing, svg } from 'lit';
import { drawnUnits, pictureSide } from '../draw/drawn.js';
import { formatNumber } from '../draw/format.js';
import { trueClass } from '../draw/shade.js';
import { axisName, shorten, unitName } from '../draw/walk.js';
import { label } from './network-picture.js';

/**
 * All of one example of the batch, the one that the card speaks of.
 * @param {NetworkLayout} layout @param {Frame} frame @param {number[]} widths @param {Reached} reached what is not yet there has no number
 */
export function nodeLabels(layout, frame, widths, reached) {
  const { weight, example, status, data, settings } = frame;
  const { columns, loss, compact } = layout;
  const decimals = compact ? 3 : 4;
  const last = columns.length - 1;
  const output = columns[last];
  /** @param {number} column @param {number} unit */
  const under = (column, unit) => {
    const { x, y, units, size } = columns[column];
    return { x, y: y[units.indexOf(unit)] + size / 2 + 9, decimals };
  };
  /** Beads stand left of a unit, so its number runs to the right. @param {number} column @param {number} unit */
  const beside = (column, unit) => ({ ...under(column, unit), x: columns[column].x - columns[column].size / 2, start: true });
  /** @param {'z' | 'a' | 'delta'} what @param {number} layer @param {number} unit */
  const valueOf = (what, layer, unit) => ({
    name: what === 'delta' ? 'δ' : what,
    key: `example.layers[${layer}].${what}[${unit}]`,
    value: example.layers[layer][what][unit],
    signed: what === 'delta',
  });
  /** The activation, or before it the weighted sum. @param {number} layer @param {number} unit */
  const forward = (layer, unit) => valueOf(layer < reached.a ? 'a' : 'z', layer, unit);
  /** @param {number} from */
  const source = (from) => weight.layer === 0
    ? { name: unitName(0, from, widths, data), key: `example.x[${from}]`, value: example.x[from] }
    : forward(weight.layer - 1, from);
  const outer = { ...under(last, 0), x: compact ? output.x - 4 : output.x };
  // On a phone an input's name stands under it, and its value takes that place.
  const left = (/** @type {number} */ from) => (weight.layer === 0 && !compact ? under(0, from) : beside(weight.layer, from));
  const right = beside(weight.layer + 1, weight.to);
  return svg`
    ${!isDrawn(layout, weight.layer, weight.from) || weight.layer > reached.z ? nothing : nodeLabel(layout, weight.layer, { ...left(weight.from), ...source(weight.from) })}
    ${weight.layer + 1 < last && weight.layer >= reached.gradient && isDrawn(layout, weight.layer + 1, weight.to) ? nodeLabel(layout, weight.layer + 1, { ...right, ...valueOf('delta', weight.layer, weight.to) }) : nothing}
    ${output.total > 1 || reached.z < last ? nothing : label({ ...outer, ...forward(last - 1, 0), ...(reached.a < last ? {} : { name: 'ŷ' }) })}
    ${output.total > 1 || reached.gradient >= last ? nothing : label({ ...outer, y: outer.y + 16, ...valueOf('delta', last - 1, 0) })}
    ${loss ? svg`
      <rect class="unit" x=${loss.x - loss.size / 2} y=${loss.y - loss.size / 2} width=${loss.size} height=${loss.size} rx="5" />
      <text class="loss" x=${loss.x} y=${loss.y} dy="0.34em" text-anchor="middle">L</text>
      ${!reached.loss ? nothing : svg`${label({ x: loss.x, y: loss.y + loss.size / 2 + 12, name: '', key: 'example.loss', value: example.loss })}
      ${label({ x: loss.x, y: loss.y + loss.size / 2 + 28, name: settings.reduction, key: 'status.loss', value: status.loss, decimals: 3 })}`}` : nothing}
  `;
}

/** Is the unit on the picture? @param {NetworkLayout} layout @param {number} column @param {number | null} unit @returns {unit is number} */
const isDrawn = ({ columns }, column, unit) => unit !== null && columns[column].units.includes(unit);

/**
 * A unit's number stands under it; where the next unit is too near for that, beside it; where there is no room either, in the card alone.
 * @param {NetworkLayout} layout @param {number} column @param {Parameters<typeof label>[0]} under
 */
function nodeLabel({ columns }, column, under) {
  const { x, y, size } = columns[column];
  const room = columns[column + 1].x - columns[column + 1].size / 2 - (x + size / 2);
  if (y.length < 2 || y[1] - y[0] >= size + 16) return label(under);
  return room > 150 ? label({ ...under, x: x + size / 2 + 5, y: under.y - size / 2 - 9, start: true }) : nothing;
}

/** As wide as a character of a name gets, in px. */
const CHARACTER = 7;
const LONGEST = 17;
const fitted = (/** @type {string} */ name) => shorten(name, LONGEST);

/** What an input is called on the picture; there is no room for words on a phone. @param {Frame} frame @param {number[]} widths @param {boolean} compact */
function nameOf({ data }, widths, compact) {
  const words = !compact && !pictureSide(widths[0]) && !data.features.length;
  const wordOf = (/** @type {number} */ unit) => (widths[0] > 2 ? data.inputs[unit] : axisName(unit, data)) ?? '';
  return (/** @type {number} */ unit) => (words ? fitted(wordOf(unit)) : unitName(0, unit, widths, data));
}

/** Room that names need at the sides, for the layout. @param {Frame} frame @param {number[]} widths @param {boolean} compact */
export function namesRoom(frame, widths, compact) {
  const longest = (/** @type {string[]} */ names) => Math.max(...names.map((name) => name.length)) * CHARACTER;
  const classes = widths[widths.length - 1] > 1 ? frame.data.classes.map(fitted) : [];
  return {
    inputNames: !compact || widths[0] > 2 || frame.data.features.length ? longest(drawnUnits(widths)[0].map(nameOf(frame, widths, compact))) + 12 : 0,
    // Beside an output stands its value too, of eight characters.
    classNames: classes.length ? Math.max(longest(classes), compact ? 0 : 8 * CHARACTER) + (compact ? 0 : 12) : 0,
  };
}

/** Left of an input, or under it on a phone, where two need little height. @param {NetworkLayout} layout @param {Frame} frame @param {number[]} widths */
export function inputNames({ columns: [{ x, y, size, units }], compact }, frame, widths) {
  const name = nameOf(frame, widths, compact);
  const look = widths[0] > 2 && !frame.data.features.length ? 'name' : 'input';
  return y.map((centre, at) => compact && widths[0] <= 2
    ? svg`<text class="input" x=${x} y=${centre + size / 2 + 11} text-anchor="middle">${name(units[at])}</text>`
    : svg`<text class=${look} x=${x - size / 2 - (compact ? 4 : 10)} y=${centre} dy="0.32em" text-anchor="end">${name(units[at])}</text>`);
}

/** Right of each output, where there are several: its class and what it says of the example. @param {NetworkLayout} layout @param {Frame} frame @param {Reached} reached */
export function outputNames({ columns, besideOutput, compact }, { data, example }, reached) {
  if (!besideOutput) return nothing;
  const { x, y, size, units } = columns[columns.length - 1];
  const last = example.layers.length - 1;
  return y.map((centre, at) => {
    const unit = units[at];
    const value = example.layers[last].a[unit];
    const truth = trueClass(example.target) === unit ? 'true' : '';
    return svg`<text class="name ${truth}" x=${x + size / 2 + (compact ? 4 : 8)} y=${compact ? centre : centre - 3} dy=${compact ? '0.32em' : '0'}
        >${fitted(data.classes[unit] ?? '')}</text>
      ${compact || reached.a <= last ? nothing : svg`<text class="value" x=${x + size / 2 + 8} y=${centre + 11} data-key=${`example.layers[${last}].a[${unit}]`}
        data-value=${String(value)}>${formatNumber(value, 3)}</text>`}`;
  });
}

/** Under units that are 0 for all examples, where there is room. @param {NetworkLayout} layout @param {Frame} frame @param {Reached} reached */
export function deadLabels({ columns, compact }, { weight, instruments }, reached) {
  if (compact) return nothing;
  return columns.slice(1).map(({ x, y, units, size }, layer) => units.map((unit, at) => {
    const named = (layer === weight.layer && unit === weight.to) || (layer === weight.layer - 1 && unit === weight.from);
    const room = y.length < 2 || y[1] - y[0] >= size + 16;
    if (named || !room || layer + 1 > reached.a || !instruments.health?.layers[layer].deadUnits.includes(unit)) return nothing;
    return svg`<text class="rest" x=${x} y=${y[at] + size / 2 + 12} text-anchor="middle">dead</text>`;
  }));
}

/** What stands under a layer that is too wide to be drawn. @param {NetworkLayout['columns'][number]} column */
export function undrawn({ x, y, total, size }) {
  if (total === y.length) return nothing;
  const below = y[y.length - 1] + size / 2;
  return svg`<text class="rest" x=${x} y=${below + 14} text-anchor="middle">${y.length} of ${total}</text>
    <text class="rest" x=${x} y=${below + 28} text-anchor="middle">units drawn</text>`;
}

// Where every unit, weight and bead of the network picture stands; numbers in px, no DOM.

import { MAX_DRAWN, drawnUnits } from './drawn.js';
import { round } from './scale.js';

/**
 * @typedef {object} Column
 * @property {number} x centre
 * @property {number} size side of a unit's box
 * @property {number} total units of the layer
 * @property {number[]} units those drawn, counted in the whole layer
 * @property {number[]} y centres of those drawn
 */

/**
 * @typedef {object} Edge
 * @property {number} layer @property {number} to @property {number} from
 * @property {number} index to * inputs + from
 * @property {number} drawn the same, counted among the drawn units
 * @property {number} x1 @property {number} y1 @property {number} x2 @property {number} y2
 * @property {number} beadX @property {number} beadY
 */

/**
 * @typedef {object} NetworkLayout
 * @property {Column[]} columns input, hidden layers, output
 * @property {Edge[][]} edges by layer
 * @property {{ x: number, y: number, size: number } | undefined} loss no room for it on a phone
 * @property {number} besideOutput room for the names of classes, from the output's right edge; 0 where there are none
 * @property {number} beadLength factor
 * @property {number} beadHeight factor
 * @property {boolean} compact
 */

const ROOMY = { pitch: 61, input: 36, hidden: 40, output: 48, left: 46, right: 46, lossGap: 88, top: 0, bottom: 16, least: 42 };
const COMPACT = { pitch: 45, input: 26, hidden: 28, output: 36, left: 15, right: 24, lossGap: 0, top: 0, bottom: 16, least: 39 };

/**
 * @param {object} area
 * @param {number[]} area.widths units per layer, input first
 * @param {number} area.width @param {number} area.height
 * @param {boolean} area.compact on a phone
 * @param {number} [area.inputNames] room that they need left of the inputs
 * @param {number} [area.classNames] room that they need right of the outputs
 * @returns {NetworkLayout}
 */
export function layoutNetwork({ widths, width, height, compact, inputNames = 0, classNames = 0 }) {
  const look = compact ? COMPACT : ROOMY;
  const units = drawnUnits(widths);
  const drawn = units.map((column) => column.length);
  const room = height - look.top - bottomSpace(widths, look.bottom);
  const pitch = Math.min(look.pitch, room / Math.max(...drawn, 1));
  const middle = look.top + room / 2;
  const lossX = width - look.right;
  const outputX = lossX - look.lossGap - classNames;
  const left = Math.max(look.left, inputNames + look.input / 2);
  const columnPitch = (outputX - left) / (widths.length - 1);
  const largest = Math.min(pitch * (compact ? 0.65 : 0.71), columnPitch * 0.46);

  const columns = drawn.map((count, at) => {
    const kind = at === 0 ? look.input : at === widths.length - 1 ? look.output : look.hidden;
    const size = Math.min(kind, count === 1 ? Math.max(largest, look.hidden) : largest);
    const y = Array.from({ length: count }, (_, unit) => round(middle + (unit - (count - 1) / 2) * pitch));
    return { x: round(left + at * columnPitch), size: round(size), total: widths[at], units: units[at], y };
  });
  const edges = columns.slice(1).map((to, layer) => layerEdges(layer, columns[layer], to, compact));
  const tightest = Math.min(...drawn.slice(0, -1).map((n, at) => beadPitch(n, drawn[at + 1], pitch)));
  const gap = columnPitch - largest;
  return {
    columns,
    edges,
    besideOutput: classNames,
    loss: compact ? undefined : { x: lossX, y: middle, size: look.hidden },
    beadLength: round(Math.min(compact ? 0.78 : 1, Math.max(tightest / 5.5, 0.55), gap / 26)),
    beadHeight: round(Math.min(compact ? 0.78 : 1, Math.max(tightest / 7.2, 0.4))),
    compact,
  };
}

/** Below the last unit stands a number, or two lines about the units that are not drawn. @param {number[]} widths @param {number} usual */
function bottomSpace(widths, usual) {
  return Math.max(...widths) > MAX_DRAWN ? usual + 14 : usual;
}

/**
 * Share of the way at which beads stand: near the target they spread evenly, one row for each source.
 * @param {number} sources @param {number} targets
 */
function beadShare(sources, targets, compact = false) {
  if (targets === 1) return compact ? 0.5 : 0.66;
  return (sources + 1) / (sources + 2);
}

/** @param {number} sources @param {number} targets @param {number} pitch */
function beadPitch(sources, targets, pitch) {
  return sources === 1 ? pitch : pitch * (1 - beadShare(sources, targets));
}

/** @param {number} layer @param {Column} from @param {Column} to @param {boolean} compact @returns {Edge[]} */
function layerEdges(layer, from, to, compact) {
  const share = beadShare(from.y.length, to.y.length, compact);
  const x1 = round(from.x + from.size / 2);
  const x2 = round(to.x - to.size / 2);
  return to.y.flatMap((y2, target) =>
    from.y.map((y1, source) => ({
      layer,
      to: to.units[target],
      from: from.units[source],
      index: to.units[target] * from.total + from.units[source],
      drawn: target * from.y.length + source,
      x1,
      y1,
      x2,
      y2,
      beadX: round(x1 + share * (x2 - x1)),
      beadY: round(y1 + share * (y2 - y1)),
    })),
  );
}

/** Least height in which the picture can be read. @param {number[]} widths @param {boolean} compact */
export function leastHeight(widths, compact) {
  const most = Math.min(Math.max(...widths), MAX_DRAWN);
  const look = compact ? COMPACT : ROOMY;
  return look.top + bottomSpace(widths, look.bottom) + Math.max(most, 6) * (most > 8 ? 34 : look.least);
}

/**
 * The weight under a point: the nearest bead within `reach`, else the nearest edge within half of it.
 * @param {NetworkLayout} layout @param {number} x @param {number} y
 * @returns {Edge | undefined}
 */
export function weightAt(layout, x, y, reach = 12) {
  let best;
  let least = reach;
  for (const edge of layout.edges.flat()) {
    const toBead = Math.hypot(edge.beadX - x, (edge.beadY - y) * 1.6);
    const toEdge = distanceToEdge(edge, x, y) * 2 + reach * 0.3;
    const distance = Math.min(toBead, toEdge);
    if (distance < least) [best, least] = [edge, distance];
  }
  return best;
}

/**
 * The unit whose box a point is in, inputs left out: they have no bias.
 * @param {NetworkLayout} layout @param {number} x @param {number} y
 * @returns {{ layer: number, to: number } | undefined} layer counted as that of its weights
 */
export function unitAt({ columns }, x, y) {
  for (const [column, { x: middle, y: centres, size, units }] of columns.entries()) {
    const at = column > 0 && Math.abs(x - middle) <= size / 2 ? centres.findIndex((centre) => Math.abs(y - centre) <= size / 2) : -1;
    if (at >= 0) return { layer: column - 1, to: units[at] };
  }
  return undefined;
}

/** @param {Edge} edge @param {number} x @param {number} y */
function distanceToEdge({ x1, y1, x2, y2 }, x, y) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const t = Math.min(Math.max(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy), 0), 1);
  return Math.hypot(x1 + t * dx - x, y1 + t * dy - y);
}

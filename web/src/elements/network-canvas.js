// Paints the units' heat maps under the network picture.

/** @import { Frame } from '../types.js' */
/** @import { NetworkLayout } from '../draw/layout.js' */
/** @import { HeatMap, MapAtlas } from './map-atlas.js' */
import { colorLimit } from '../draw/colors.js';
import { themeColors } from './colors.js';
import { prepare } from './map-atlas.js';

const RADIUS = 5;

/** What the inputs are: the coordinates themselves over the square. @param {number} size @returns {HeatMap[]} */
function coordinateMaps(size) {
  const at = (/** @type {number} */ i) => ((i + 0.5) / size) * 2 - 1;
  const points = Array.from({ length: size * size }, (_, i) => i);
  const x = points.map((i) => at(i % size));
  const y = points.map((i) => -at(Math.floor(i / size)));
  return [x, y].map((values) => ({ values, limit: 1, middle: 0 }));
}

/**
 * The output is coloured between its targets, as the decision map is.
 * @param {Frame} frame @param {number} layer @param {Float32Array} values
 * @returns {HeatMap}
 */
function heatMap({ layers, targets }, layer, values) {
  if (layer === layers.length - 1) return { values, limit: targets.high - targets.boundary, middle: targets.boundary };
  return { values, limit: colorLimit(layers[layer].activation, values), middle: 0 };
}

/** A unit that is 0 over the whole square. @param {Float32Array} map */
export function isDead(map) {
  return map.every((value) => value === 0);
}

/**
 * @param {HTMLCanvasElement} canvas @param {MapAtlas} atlas @param {NetworkLayout} layout @param {Frame} frame
 * @param {number} width @param {number} height in CSS px
 */
export function drawUnits(canvas, atlas, layout, frame, width, height) {
  const { size, units } = frame.maps;
  const maps = units.map((layer, at) => layer.map((values) => heatMap(frame, at, values)));
  atlas.paint([...coordinateMaps(size), ...maps.flat()], size, themeColors().full);

  const context = prepare(canvas, width, height);
  // Exactly its own size: stretched by a fraction of a pixel, maps would no longer fill their boxes.
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  let at = 0;
  for (const { x, y, size: side } of layout.columns) {
    for (const centre of y) {
      context.save();
      context.beginPath();
      context.roundRect(x - side / 2, centre - side / 2, side, side, RADIUS);
      context.clip();
      atlas.draw(context, at++, x - side / 2, centre - side / 2, side);
      context.restore();
    }
  }
}

// Paints the units under the network picture: heat maps over the plane, or discs in the colour of one activation.

/** @import { Frame } from '../types.js' */
/** @import { Column, NetworkLayout } from '../draw/layout.js' */
/** @import { Reached } from '../draw/ops.js' */
/** @import { HeatMap, MapAtlas } from './map-atlas.js' */
import { colorLimit, paint } from '../draw/colors.js';
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

/**
 * @param {HTMLCanvasElement} canvas @param {MapAtlas} atlas @param {NetworkLayout} layout @param {Frame} frame
 * @param {number} width @param {number} height in CSS px @param {Reached} reached
 */
export function drawUnits(canvas, atlas, layout, frame, width, height, { a }) {
  const context = prepare(canvas, width, height);
  // Exactly its own size: stretched by a fraction of a pixel, maps would no longer fill their boxes.
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  // What no activation has reached is empty.
  const columns = layout.columns.slice(0, a + 1);
  if (frame.maps) drawMaps(context, atlas, columns, frame, frame.maps);
  else drawDiscs(context, columns, frame);
}

/** @param {CanvasRenderingContext2D} context @param {MapAtlas} atlas @param {Column[]} columns @param {Frame} frame @param {NonNullable<Frame['maps']>} maps */
function drawMaps(context, atlas, columns, frame, { size, units }) {
  const maps = units.map((layer, at) => layer.map((values) => heatMap(frame, at, values)));
  atlas.paint([...coordinateMaps(size), ...maps.flat()], size, themeColors().full);
  let at = 0;
  for (const { x, y, size: side } of columns) {
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

/** Where the inputs are no plane, a unit shows what it makes of the example. @param {CanvasRenderingContext2D} context @param {Column[]} columns @param {Frame} frame */
function drawDiscs(context, columns, { example, layers }) {
  const { full } = themeColors();
  columns.forEach(({ x, y, size, units }, column) => {
    const values = column === 0 ? example.x : example.layers[column - 1].a;
    const limit = colorLimit(column === 0 ? 'identity' : layers[column - 1].activation, values);
    const pixel = new Uint8ClampedArray(4);
    y.forEach((centre, at) => {
      paint(pixel, [values[units[at]]], limit, full);
      context.fillStyle = `rgb(${pixel.subarray(0, 3).join(' ')})`;
      context.beginPath();
      context.arc(x, centre, size / 2, 0, 7);
      context.fill();
    });
  });
}

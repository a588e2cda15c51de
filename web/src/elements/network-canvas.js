// Paints the units under the network picture: heat maps over the plane, or discs in the colour of one activation.

/** @import { Frame } from '../types.js' */
/** @import { Column, NetworkLayout } from '../draw/layout.js' */
/** @import { Reached } from '../draw/ops.js' */
/** @import { HeatMap, MapAtlas } from './map-atlas.js' */
import { colorLimit, colorOf } from '../draw/colors.js';
import { themeColors } from './colors.js';
import { prepare } from './map-atlas.js';

const RADIUS = 5;

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
 * @param {HTMLCanvasElement} canvas @param {{ inputs: MapAtlas, units: MapAtlas }} atlases @param {NetworkLayout} layout @param {Frame} frame
 * @param {number} width @param {number} height in CSS px @param {number} scale of the layout's pixels @param {Reached} reached
 */
export function drawUnits(canvas, atlases, layout, frame, width, height, scale, { a }) {
  const context = prepare(canvas, width, height, scale);
  // Exactly its own size: stretched by a fraction of a pixel, maps would no longer fill their boxes.
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  // What no activation has reached is empty.
  const columns = layout.columns.slice(0, a + 1);
  if (frame.maps) drawMaps(context, atlases, columns, frame, frame.maps);
  else drawDiscs(context, columns, frame);
}

/** @param {CanvasRenderingContext2D} context @param {{ inputs: MapAtlas, units: MapAtlas }} atlases @param {Column[]} columns @param {Frame} frame @param {NonNullable<Frame['maps']>} maps */
function drawMaps(context, atlases, columns, frame, { size, units }) {
  const { full } = themeColors(context.canvas);
  const inputs = frame.inputMaps ?? { size, units: [] };
  atlases.inputs.paint(inputs.units.map((values) => ({ values, limit: colorLimit('identity', values), middle: 0 })), inputs.size, full);
  atlases.units.paint(units.flatMap((layer, at) => layer.map((values) => heatMap(frame, at, values))), size, full);
  let at = 0;
  columns.forEach(({ x, y, size: side }, column) => {
    y.forEach((centre, unit) => {
      context.save();
      context.beginPath();
      context.roundRect(x - side / 2, centre - side / 2, side, side, RADIUS);
      context.clip();
      const [atlas, place] = column === 0 ? [atlases.inputs, unit] : [atlases.units, at++];
      atlas.draw(context, place, x - side / 2, centre - side / 2, side);
      context.restore();
    });
  });
}

/** Where the inputs are no plane, a unit shows what it makes of the example. @param {CanvasRenderingContext2D} context @param {Column[]} columns @param {Frame} frame */
function drawDiscs(context, columns, { example, layers }) {
  const { full } = themeColors(context.canvas);
  columns.forEach(({ x, y, size, units }, column) => {
    const values = column === 0 ? example.x : example.layers[column - 1].a;
    const limit = colorLimit(column === 0 ? 'identity' : layers[column - 1].activation, values);
    y.forEach((centre, at) => {
      context.fillStyle = colorOf(values[units[at]], limit, full);
      context.beginPath();
      context.arc(x, centre, size / 2, 0, 7);
      context.fill();
    });
  });
}

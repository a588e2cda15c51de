// <backprop-function-plot>: what the network makes of its one input, beside the points that it learns, the batch ringed.

/** @import { Points } from '../types.js' */
/** @import { MappedFrame } from './output-picture.js' */
import { html, svg } from 'lit';
import { formatTick } from '../draw/format.js';
import { niceLimit } from '../draw/scale.js';
import { themeColors } from './colors.js';
import { OutputPicture, sign } from './output-picture.js';
import { mark, MOST_DRAWN, ringBatch } from './points.js';

const DISC = 1;

export class FunctionPlot extends OutputPicture {
  constructor() {
    super();
    this.name = 'Output of the network over its input, with the data points';
  }

  /** @param {CanvasRenderingContext2D} context @param {MappedFrame} frame @param {number} side */
  draw(context, frame, side) {
    const { train, test } = frame.points;
    drawAxes(context, frame, side);
    if (this.test) drawPoints(context, test, place(frame, test, side), false);
    drawPoints(context, train, place(frame, train, side), true);
    ringBatch(context, frame, place(frame, train, side));
    drawCurve(context, frame, side);
  }

  place = place;

  colors() {
    return html`<span>${sign(svg`<path class="line" d="M0 5.5h11" />`)}ŷ of the network</span>`;
  }
}

/** How far up and down the data go. @param {MappedFrame} frame */
const highest = ({ points }) => niceLimit(points.train.y.reduce((most, y) => Math.max(most, Math.abs(y)), 0));

/** @param {MappedFrame} frame @param {Points} points @param {number} side @returns {(row: number) => [number, number]} */
function place(frame, { x, y }, side) {
  const { extent } = frame.maps;
  const most = highest(frame);
  return (row) => [((x[row] / extent + 1) / 2) * side, ((1 - y[row] / most) / 2) * side];
}

/** @param {CanvasRenderingContext2D} context @param {MappedFrame} frame @param {number} side */
function drawAxes(context, frame, side) {
  const { hairline, muted } = themeColors(context.canvas);
  const { extent } = frame.maps;
  context.strokeStyle = hairline;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, side / 2);
  context.lineTo(side, side / 2);
  context.moveTo(side / 2, 0);
  context.lineTo(side / 2, side);
  context.stroke();
  context.fillStyle = muted;
  context.font = '12px sans-serif';
  context.fillText(formatTick(highest(frame)), side / 2 + 5, 14);
  context.fillText(formatTick(-highest(frame)), side / 2 + 5, side - 6);
  context.fillText(formatTick(-extent), 5, side / 2 - 5);
  context.textAlign = 'right';
  context.fillText(formatTick(extent), side - 5, side / 2 - 5);
  context.textAlign = 'left';
}

/** @param {CanvasRenderingContext2D} context @param {Points} points @param {(row: number) => [number, number]} at @param {boolean} solid */
function drawPoints(context, { y }, at, solid) {
  const { muted } = themeColors(context.canvas);
  for (let row = 0; row < Math.min(y.length, MOST_DRAWN); row++) mark(context, at(row), DISC, muted, solid);
}

/** The map over one input is the same in each of its rows. @param {CanvasRenderingContext2D} context @param {MappedFrame} frame @param {number} side */
function drawCurve(context, frame, side) {
  const { size, units } = frame.maps;
  const most = highest(frame);
  context.strokeStyle = themeColors(context.canvas).ink;
  context.lineWidth = 2.4;
  context.lineJoin = 'round';
  context.beginPath();
  units[units.length - 1][0].subarray(0, size).forEach((value, at) => context.lineTo(((at + 0.5) / size) * side, ((1 - value / most) / 2) * side));
  context.stroke();
}
customElements.define('backprop-function-plot', FunctionPlot);

// <backprop-decision-map>: the network's output over the plane, the points, and the batch ringed.

/** @import { Points } from '../types.js' */
/** @import { MappedFrame } from './output-picture.js' */
import { html, svg } from 'lit';
import { colorOf, paintClasses, parseColor } from '../draw/colors.js';
import { formatTick } from '../draw/format.js';
import { axisName, shorten } from '../draw/walk.js';
import { themeColors } from './colors.js';
import { MapAtlas } from './map-atlas.js';
import { OutputPicture, sign } from './output-picture.js';
import { mark, MOST_DRAWN, ringBatch, valueMark } from './points.js';

export class DecisionMap extends OutputPicture {
  static properties = { ...OutputPicture.properties, crisp: { type: Boolean } };

  #atlas = new MapAtlas();

  constructor() {
    super();
    this.name = 'Output of the network over the plane, with the data points';
    /** Is the output told in as many colours as there are classes? */
    this.crisp = false;
  }

  /** @param {CanvasRenderingContext2D} context @param {MappedFrame} frame @param {number} side */
  draw(context, frame, side) {
    drawOutput(context, this.#atlas, frame, side, this.crisp);
    drawPoints(context, frame, side, this.test);
    nameAxes(context, frame, side);
  }

  place = plane;

  colors() {
    const { low, high } = this.frame?.targets ?? { low: -1, high: 1 };
    const { classes } = this.frame?.data ?? { classes: [] };
    if (classes.length > 2) return classes.map((name, at) => html`<span>${sign(SIGNS[at % SIGNS.length])}${name}</span>`);
    // Points that were drawn have the marks themselves as their classes.
    const named = classes.length === 2 && this.frame?.data.shipped && classes.every((name) => /[\p{L}\p{N}]/u.test(name));
    const [below, above] = named ? classes.map((name) => shorten(name, LONGEST)) : [low, high].map((value) => html`<span class="mono">${formatTick(value)}</span>`);
    return html`<span>${sign(SIGNS[0])}${below}<span class="bar ${this.crisp ? 'crisp' : ''}"></span>${above}${sign(SIGNS[1])}</span>`;
  }
}

/** The classes' marks, as `points.js` draws them. */
const SIGNS = [
  svg`<path class="negative" d="M5.5 0 11 5.5 5.5 11 0 5.5z" />`,
  svg`<circle class="positive" cx="5.5" cy="5.5" r="5" />`,
  svg`<path class="third" d="M5.5 0 11 10H0z" />`,
  svg`<path class="fourth" d="M1 1h9v9H1z" />`,
  svg`<path class="fifth" d="M5.5 11 0 1h11z" />`,
];

/** From the plane to pixels; y grows upwards in the plane. @param {MappedFrame} frame @param {Points} points @param {number} side @returns {(row: number) => [number, number]} */
function plane({ maps: { extent } }, { x }, side) {
  return (row) => [((x[2 * row] / extent + 1) / 2) * side, ((1 - x[2 * row + 1] / extent) / 2) * side];
}

/** @param {CanvasRenderingContext2D} context @param {MapAtlas} atlas @param {MappedFrame} frame @param {number} side @param {boolean} crisp */
function drawOutput(context, atlas, { maps: { size, units }, targets: { high, boundary } }, side, crisp) {
  const colors = themeColors(context.canvas);
  const outputs = units[units.length - 1];
  if (outputs.length > 1) {
    const classes = colors.classes.map(parseColor);
    atlas.paintBy(1, size, (pixels) => paintClasses(pixels, outputs, classes, parseColor(colors.surface), { strength: SOFT, crisp }));
  } else {
    atlas.paint([{ values: outputs[0], limit: crisp ? Number.MIN_VALUE : high - boundary, middle: boundary }], size, colors.soft);
  }
  atlas.draw(context, 0, 0, 0, side);
}

/** Share of their colour that maps have under marks. */
const SOFT = 0.62;

/** @param {CanvasRenderingContext2D} context @param {MappedFrame} frame @param {number} side @param {boolean} test */
function drawPoints(context, frame, side, test) {
  const { full, classes } = themeColors(context.canvas);
  const { points, data, targets: { high, boundary } } = frame;
  const sets = [...(test ? [{ set: points.test, solid: false }] : []), { set: points.train, solid: true }];
  for (const { set, solid } of sets) {
    const place = plane(frame, set, side);
    set.y.subarray(0, MOST_DRAWN).forEach((y, row) => {
      if (data.task === 'regression') valueMark(context, place(row), y < boundary ? 0 : 1, colorOf(y, high - boundary, full, boundary), solid);
      else mark(context, place(row), y, classes[y % classes.length], solid);
    });
  }
  ringBatch(context, frame, plane(frame, points.train, side));
}
/** Which coordinate runs which way, at the edges. @param {CanvasRenderingContext2D} context @param {MappedFrame} frame @param {number} side */
function nameAxes(context, { data }, side) {
  const { ink, surface } = themeColors(context.canvas);
  context.font = '12px sans-serif';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  const write = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) => {
    context.strokeStyle = surface;
    context.strokeText(text, x, y);
    context.fillStyle = ink;
    context.fillText(text, x, y);
  };
  write(`↑ ${shorten(axisName(1, data), LONGEST)}`, 5, 15);
  context.textAlign = 'right';
  write(`${shorten(axisName(0, data), LONGEST)} →`, side - 5, side - 6);
  context.textAlign = 'left';
}

/** Characters of an axis's name that are written. */
const LONGEST = 20;
customElements.define('backprop-decision-map', DecisionMap);

// Paints a weight matrix: one pixel a cell into a picture, that enlarged, and on large cells signs or numbers.

/** @import { MatrixLayout } from '../../draw/matrix-layout.js' */
/** @import { Frame, Weight } from '../../types.js' */
/** @import { Cells } from './matrix-stage.js' */
import { lookedUp, paintCells } from '../../draw/cell-colors.js';
import { formatNumber } from '../../draw/format.js';
import { cellBox, namesEvery, seenCells } from '../../draw/matrix-layout.js';
import { unitName } from '../../draw/walk.js';
import { themeColors } from '../colors.js';

/** @typedef {{ widths: number[], data: Frame['data'] | undefined }} Names units per layer, input first, and what inputs are called */
/** What the check says of one cell. @typedef {{ to: number, from: number | null, says: 'agrees' | 'disagrees' | 'kink' }} Mark */

/** Least cell that gets a sign, and that gets its number, in px. */
const SIGN = 10;
const [NUMBER_WIDE, NUMBER_HIGH] = [58, 18];
const MARKS = { agrees: '✓', disagrees: '✗', kink: '∧' };

/** The cells of a layer, a pixel each, the bias as the last column; that stays empty where there are none. */
export class CellImage {
  canvas = new OffscreenCanvas(1, 1);
  #context = /** @type {OffscreenCanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
  /** @type {ImageData | undefined} */
  #image;
  /** @type {Cells | undefined} */
  #painted;

  /** Does nothing while the cells are the same. @param {Cells} cells */
  paint(cells) {
    if (cells === this.#painted) return;
    this.#painted = cells;
    const { inputs, outputs, weight, bias, lookup } = cells;
    const width = inputs + 1;
    if (this.#image?.width !== width || this.#image.height !== outputs) {
      [this.canvas.width, this.canvas.height] = [width, outputs];
      this.#image = this.#context.createImageData(width, outputs);
    }
    const pixels = new Uint32Array(this.#image.data.buffer);
    paintCells(pixels, width, 0, weight, inputs, lookup);
    paintCells(pixels, width, inputs, bias, 1, lookup);
    this.#context.putImageData(this.#image, 0, 0);
  }
}

/**
 * @param {CanvasRenderingContext2D} context @param {CellImage} image @param {MatrixLayout} layout @param {Cells} cells @param {Names} names
 * @param {Weight | undefined} hovered @param {Weight | undefined} selected
 */
export function drawMatrix(context, { canvas }, layout, cells, names, hovered, selected) {
  const { rows, columns, cellWidth, cellHeight, biasWidth, left, top, biasLeft, room } = layout;
  const colors = themeColors(context.canvas);
  context.save();
  context.beginPath();
  context.rect(room.left, room.top, room.right - room.left, room.bottom - room.top);
  context.clip();
  // Cells smaller than a pixel are averaged, larger ones keep their edges.
  context.imageSmoothingEnabled = Math.min(cellWidth, cellHeight) * devicePixelRatio < 1;
  context.globalAlpha = cells.marks ? 0.35 : 1;
  context.drawImage(canvas, 0, 0, columns, rows, left, top, columns * cellWidth, rows * cellHeight);
  if (biasWidth > 0) context.drawImage(canvas, columns, 0, 1, rows, biasLeft, top, biasWidth, rows * cellHeight);
  context.globalAlpha = 1;
  context.strokeStyle = colors.border;
  context.lineWidth = 1;
  context.strokeRect(left - 0.5, top - 0.5, columns * cellWidth + 1, rows * cellHeight + 1);
  if (biasWidth > 0) context.strokeRect(biasLeft - 0.5, top - 0.5, biasWidth + 1, rows * cellHeight + 1);
  if (cells.marks) drawMarks(context, layout, cells.marks);
  else if (Math.min(cellWidth, cellHeight) >= SIGN) drawContents(context, layout, cells);
  for (const [cell, width] of /** @type {[Weight | undefined, number][]} */ ([[selected, 2.4], [hovered, 1.4]])) {
    if (cell) outline(context, cellBox(layout, cell), width);
  }
  context.restore();
  drawNames(context, layout, cells.layer, names, hovered ?? selected);
}

/** Signs, or numbers where there is room. @param {CanvasRenderingContext2D} context @param {MatrixLayout} layout @param {Cells} cells */
function drawContents(context, layout, { inputs, weight, bias, lookup }) {
  const { firstRow, endRow, firstColumn, endColumn } = seenCells(layout);
  const numbers = layout.cellWidth >= NUMBER_WIDE && layout.cellHeight >= NUMBER_HIGH;
  const arm = Math.min(Math.min(layout.cellWidth, layout.cellHeight) / 4, 5);
  context.font = '12px ui-monospace, monospace';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 1.3;
  /** Marks on dark cells and on light ones, each drawn in one go. */
  const paths = { '#000': new Path2D(), '#fff': new Path2D() };
  for (let to = firstRow; to < endRow; to++) {
    for (let at = firstColumn; at < endColumn + (bias.length > 0 ? 1 : 0); at++) {
      const from = at === endColumn ? null : at;
      const value = from === null ? bias[to] : weight[to * inputs + from];
      const { x, y, width, height } = cellBox(layout, { to, from });
      const ink = inkOn(lookup, value);
      const [middle, centre] = [x + width / 2, y + height / 2];
      if (numbers) {
        context.fillStyle = ink;
        context.fillText(formatNumber(value, 3), middle, centre + 0.5);
      } else if (value !== 0) {
        paths[ink].moveTo(middle - arm, centre);
        paths[ink].lineTo(middle + arm, centre);
        if (!(value > 0)) continue;
        paths[ink].moveTo(middle, centre - arm);
        paths[ink].lineTo(middle, centre + arm);
      }
    }
  }
  for (const [ink, path] of Object.entries(paths)) {
    context.strokeStyle = ink;
    context.stroke(path);
  }
}

/** Black or white, whichever is read on the colour of a value. @param {Uint32Array} lookup @param {number} value @returns {'#000' | '#fff'} */
function inkOn(lookup, value) {
  const light = [0.2126, 0.7152, 0.0722].reduce((sum, share, i) => sum + share * (lookedUp(lookup, value)[i] / 255) ** 2.2, 0);
  return light > 0.18 ? '#000' : '#fff';
}

/** Cells that were checked; small ones get a square that can be seen. @param {CanvasRenderingContext2D} context @param {MatrixLayout} layout @param {Mark[]} marks */
function drawMarks(context, layout, marks) {
  const colors = themeColors(context.canvas);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const mark of marks) {
    const box = cellBox(layout, mark);
    const size = Math.min(Math.max(Math.min(box.width, box.height), 5), 18);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (size >= SIGN) {
      context.font = `${mark.says === 'disagrees' ? 700 : 400} ${size}px system-ui, sans-serif`;
      context.fillStyle = colors.ink;
      context.fillText(MARKS[mark.says], x, y + 0.5);
      continue;
    }
    // A filled square disagrees, a ring stands at a kink.
    context.beginPath();
    if (mark.says === 'disagrees') context.rect(x - 4, y - 4, 8, 8);
    else context.arc(x, y, mark.says === 'kink' ? 2.5 : 1.5, 0, 7);
    context.fillStyle = mark.says === 'kink' ? colors.surface : colors.ink;
    context.strokeStyle = colors.ink;
    context.lineWidth = 1;
    context.fill();
    context.stroke();
  }
}

/** @param {CanvasRenderingContext2D} context @param {{ x: number, y: number, width: number, height: number }} box @param {number} width */
function outline(context, { x, y, width: across, height: down }, width) {
  const colors = themeColors(context.canvas);
  // A cell too small to be framed is framed with a margin.
  const grow = Math.max(0, (7 - Math.min(across, down)) / 2);
  for (const [color, line] of /** @type {[string, number][]} */ ([[colors.surface, width + 2], [colors.ink, width]])) {
    context.strokeStyle = color;
    context.lineWidth = line;
    context.strokeRect(x - grow, y - grow, across + 2 * grow, down + 2 * grow);
  }
}

/** Units at the ends of rows and columns; those of the chosen cell in bold. @param {CanvasRenderingContext2D} context @param {MatrixLayout} layout @param {number} layer @param {Names} names @param {Weight | undefined} chosen */
function drawNames(context, layout, layer, names, chosen) {
  const { room, rows, columns, cellWidth, cellHeight, biasWidth, left, top, biasLeft } = layout;
  const colors = themeColors(context.canvas);
  const write = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y, bold = false) => {
    context.font = `${bold ? 700 : 400} 12px system-ui, sans-serif`;
    context.fillStyle = bold ? colors.ink : colors.muted;
    context.fillText(text, x, y);
  };
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  const { firstRow, endRow, firstColumn, endColumn } = seenCells(layout);
  const isNamed = (/** @type {number} */ at, /** @type {number} */ every, /** @type {number | null | undefined} */ bold, /** @type {number} */ pitch, /** @type {number} */ least) =>
    at === bold || ((at === 0 || (at + 1) % every === 0) && (bold === null || bold === undefined || Math.abs(at - bold) * pitch >= least));
  const every = namesEvery(cellHeight, 15);
  for (let to = firstRow; to < endRow; to++) {
    const y = top + (to + 0.5) * cellHeight;
    if (y < room.top || y > room.bottom || !isNamed(to, every, chosen?.to, cellHeight, 13)) continue;
    write(unitName(layer + 1, to, names.widths, names.data), Math.max(left, room.left) - 6, y, to === chosen?.to);
  }
  context.textAlign = 'center';
  const wide = columns > 99 ? 34 : 24;
  const each = namesEvery(cellWidth, wide);
  for (let from = firstColumn; from < endColumn; from++) {
    const x = left + (from + 0.5) * cellWidth;
    if (x < room.left || x > room.right || !isNamed(from, each, chosen?.from, cellWidth, wide)) continue;
    write(unitName(layer, from, names.widths, names.data), x, room.top - 9, from === chosen?.from);
  }
  const bias = biasLeft + biasWidth / 2;
  if (biasWidth > 0 && rows > 0 && bias < room.right) write('bias', Math.min(bias, room.right - 13), room.top - 9, chosen?.from === null);
  context.textAlign = 'left';
  write('from →', Math.max(left, room.left), room.top - 26);
  context.textAlign = 'right';
  write('to ↓', Math.max(left, room.left) - 6, room.top - 26);
}

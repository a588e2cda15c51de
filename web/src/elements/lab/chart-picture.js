// A chart as a picture that stands alone: title, legend and plot on the theme's surface.

/** @import { ChartData } from '../../draw/chart-data.js' */
import { themeColors } from '../colors.js';

const MARGIN = 12;
const HEAD = 44;

/**
 * As it is on screen, pixel by pixel, with a head above.
 * @param {ChartData} data @param {HTMLCanvasElement} plot @returns {Promise<Blob>}
 */
export function chartPicture({ name, symbol, unit, lines }, plot) {
  const ratio = devicePixelRatio;
  const canvas = new OffscreenCanvas(plot.width + 2 * MARGIN * ratio, plot.height + (HEAD + 2 * MARGIN) * ratio);
  const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const { surface, ...colors } = themeColors(plot);
  const family = getComputedStyle(plot).fontFamily;
  pen.fillStyle = surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(plot, MARGIN * ratio, (HEAD + MARGIN) * ratio);
  pen.scale(ratio, ratio);
  pen.textBaseline = 'middle';
  pen.fillStyle = colors.ink;
  pen.font = `600 13px ${family}`;
  pen.fillText(`${name}${symbol ? ` ${symbol}` : ''} (${unit}), by step`, MARGIN, MARGIN + 8);
  pen.font = `12px ${family}`;
  let left = MARGIN;
  for (const line of lines) {
    const y = MARGIN + 30;
    pen.strokeStyle = colors[line.tone];
    pen.lineWidth = 2;
    pen.setLineDash(line.dash);
    pen.beginPath();
    pen.moveTo(left, y);
    pen.lineTo(left + 26, y);
    pen.stroke();
    pen.fillText(line.name, left + 32, y);
    left += 32 + pen.measureText(line.name).width + 14;
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

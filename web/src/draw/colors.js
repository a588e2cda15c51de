// Signed numbers as colours: one table of 256 entries from negative through the surface to positive.

/** @typedef {[number, number, number]} Rgb */

/** Reads `#rrggbb` or `rgb(r, g, b)`. @param {string} text @returns {Rgb} */
export function parseColor(text) {
  const hex = /^#([0-9a-f]{6})$/i.exec(text.trim());
  if (hex) {
    const value = Number.parseInt(hex[1], 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const [r, g, b] = (text.match(/[\d.]+/g) ?? ['0', '0', '0']).map(Number);
  return [r, g, b];
}

/** @param {Rgb} from @param {Rgb} to @param {number} t @returns {Rgb} */
export function mix(from, to, t) {
  const channel = (/** @type {number} */ i) => Math.round(from[i] + (to[i] - from[i]) * t);
  return [channel(0), channel(1), channel(2)];
}

/**
 * 256 × 4 bytes; entry 0 is fully negative, 255 fully positive. `strength` below 1 keeps room for marks on top.
 * @param {Rgb} negative @param {Rgb} middle @param {Rgb} positive
 */
export function signTable(negative, middle, positive, strength = 1) {
  const table = new Uint8ClampedArray(256 * 4);
  for (let i = 0; i < 256; i++) {
    const t = (i / 255) * 2 - 1;
    table.set([...mix(middle, t < 0 ? negative : positive, Math.abs(t) * strength), 255], i * 4);
  }
  return table;
}

/** The same bytes, a number a pixel. @param {Uint8ClampedArray} bytes */
const wholePixels = ({ buffer, byteOffset, length }) => new Uint32Array(buffer, byteOffset, length / 4);

/**
 * Paints values into RGBA pixels; `middle` ± `limit` are the ends of the table.
 * @param {Uint8ClampedArray} pixels @param {ArrayLike<number>} values @param {number} limit @param {Uint8ClampedArray} table
 */
export function paint(pixels, values, limit, table, middle = 0) {
  const [to, from] = [wholePixels(pixels), wholePixels(table)];
  for (let i = 0; i < values.length; i++) {
    const level = Math.round((((values[i] - middle) / limit + 1) / 2) * 255);
    to[i] = from[Math.min(Math.max(level, 0), 255)];
  }
}

/**
 * Paints each point in the colour of its largest output, the paler the less it is above the second; `crisp` paints without shades.
 * @param {Uint8ClampedArray} pixels @param {ArrayLike<number>[]} outputs @param {Rgb[]} colors of the classes @param {Rgb} paper
 * @param {{ strength: number, crisp: boolean }} look
 */
export function paintClasses(pixels, outputs, colors, paper, { strength, crisp }) {
  const leads = Array.from({ length: outputs[0].length }, (_, i) => leadOf(outputs, i));
  const most = leads.reduce((largest, { by }) => Math.max(largest, by), 0) || 1;
  leads.forEach(({ first, by }, i) => {
    const share = crisp ? 1 : by / most;
    pixels.set([...mix(paper, colors[first % colors.length], share * strength), 255], 4 * i);
  });
}

/** Which output is largest at a point, and by how much. @param {ArrayLike<number>[]} outputs @param {number} i */
function leadOf(outputs, i) {
  let first = 0;
  let second = -Infinity;
  for (let k = 1; k < outputs.length; k++) {
    const value = outputs[k][i];
    if (value > outputs[first][i]) [first, second] = [k, outputs[first][i]];
    else second = Math.max(second, value);
  }
  return { first, by: outputs[first][i] - second };
}

/** One value as a CSS colour. @param {number} value @param {number} limit @param {Uint8ClampedArray} table @param {number} [middle] */
export function colorOf(value, limit, table, middle = 0) {
  const pixel = new Uint8ClampedArray(4);
  paint(pixel, [value], limit, table, middle);
  return `rgb(${pixel.subarray(0, 3).join(' ')})`;
}

/**
 * What counts as full colour of a unit: 1 for bounded activations, else its largest value.
 * @param {string} activation @param {Float32Array | Float64Array} unit
 */
export function colorLimit(activation, unit) {
  if (activation === 'tanh' || activation === 'sigmoid') return 1;
  return /** @type {Float64Array} */ (unit).reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
}

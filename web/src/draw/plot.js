// The frame of a plot: round ticks, and where numbers lie in the picture.

/** @typedef {{ width: number, height: number, left: number, right: number, top: number, bottom: number }} Frame of a picture in px: its size and its margins */

/** At most so many round numbers between two others. @param {number} low @param {number} high */
export function ticksOf(low, high, most = 6) {
  const rough = (high - low) / most;
  if (!(rough > 0) || !Number.isFinite(rough)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? 10 * power;
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(high / step + 1e-9) - first + 1) }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** Where numbers of both axes lie, and back. @param {Frame} frame @param {[number, number]} xs @param {[number, number]} ys */
export function plotScale({ width, height, left, right, top, bottom }, [x0, x1], [y0, y1]) {
  const [w, h] = [width - left - right, height - top - bottom];
  return {
    x: (/** @type {number} */ x) => left + ((x - x0) / (x1 - x0)) * w,
    y: (/** @type {number} */ y) => top + (1 - (y - y0) / (y1 - y0)) * h,
    toX: (/** @type {number} */ px) => x0 + ((px - left) / w) * (x1 - x0),
    toY: (/** @type {number} */ px) => y0 + (1 - (px - top) / h) * (y1 - y0),
  };
}

/** A little more than what is to be seen. @param {number[]} values @returns {[number, number]} */
export function rangeOf(values, margin = 0.06) {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  if (finite.length === 0) return [0, 1];
  const space = (high - low || Math.abs(high) || 1) * margin;
  return [low - space, high + space];
}

/** A line through points, broken where a number is missing. @param {[number, number][]} points in px */
export function linePath(points) {
  let pen = 'M';
  return points.map(([x, y]) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return ((pen = 'M'), '');
    const part = `${pen}${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
    pen = 'L';
    return part;
  }).join('');
}

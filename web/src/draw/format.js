// Numbers as text: a proper minus sign, a bounded width, never more figures than were asked for.

/** Widest text that `formatNumber` and `formatSigned` return, in characters. */
export const NUMBER_WIDTH = 8;

/** @param {string} text */
const properMinus = (text) => text.replaceAll('-', '−').replace('e+', 'e');

/** @param {number} x @returns {string | undefined} */
function nonFinite(x) {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  return undefined;
}

/**
 * Four decimals where they say something, scientific where they would not: −0.3099, 12.345, 0.00452, −4.21e−6. An exact
 * zero is 0.
 * @param {number} x
 */
export function formatNumber(x, decimals = 4) {
  const special = nonFinite(x);
  if (special) return special;
  const size = Math.abs(x);
  if (size === 0) return '0';
  if (size < 0.001 || size >= 10 ** (decimals + 1)) return formatScientific(x, decimals - 2);
  const shift = size < 0.01 ? -1 : size < 1 ? 0 : Math.floor(Math.log10(size));
  return properMinus(x.toFixed(Math.max(0, decimals - shift)));
}

/** A two-digit exponent takes the place of a figure, so that columns keep their width. @param {number} x @param {number} figures */
function formatScientific(x, figures) {
  const text = x.toExponential(figures);
  const wide = /e[+-]\d\d/.test(text);
  return properMinus(wide ? x.toExponential(Math.max(0, figures - 1)) : text);
}

/** As `formatNumber`, with a plus sign on positive numbers. @param {number} x */
export function formatSigned(x, decimals = 4) {
  return x > 0 ? `+${formatNumber(x, decimals)}` : formatNumber(x, decimals);
}

/** Every figure of a float32, and no more: the shortest text that reads back as the same float. @param {number} x */
export function formatFloat32(x) {
  const special = nonFinite(x);
  if (special) return special;
  for (let digits = 1; digits < 9; digits++) {
    const text = x.toPrecision(digits);
    if (Math.fround(Number(text)) === x) return properMinus(String(Number(text)));
  }
  return properMinus(String(Number(x.toPrecision(9))));
}

/** One significant figure, for errors: 7e−12. @param {number} x */
export function formatTiny(x) {
  return nonFinite(x) ?? (x === 0 ? '0' : properMinus(x.toExponential(0)));
}

/** Whole numbers in groups of three: 12,304. @param {number} n */
export function formatCount(n) {
  return nonFinite(n) ?? properMinus(n.toFixed(0)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Rates in three figures: 870, 12.3 k, 1.25 M. @param {number} n */
export function formatRate(n) {
  if (n < 1000) return n.toFixed(0);
  const [scaled, unit] = n < 1e6 ? [n / 1e3, 'k'] : [n / 1e6, 'M'];
  return `${scaled.toFixed(scaled < 10 ? 2 : scaled < 100 ? 1 : 0)} ${unit}`;
}

/** Steps on an axis, without commas from ten thousand on: 5,000, 20 k, 1.5 M. @param {number} n */
export function formatSteps(n) {
  if (n < 1e4) return formatCount(n);
  return n < 1e6 ? `${n / 1e3} k` : `${n / 1e6} M`;
}

/** Sizes of files, as they are downloaded: 1.6 MB. @param {number} bytes */
export function formatMegabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Ticks in two figures at most: 0, 0.001, 0.2, 1.5, 3e−4. @param {number} x */
export function formatTick(x) {
  const size = Math.abs(x);
  if (size !== 0 && (size < 0.001 || size >= 1000)) return properMinus(x.toExponential(0));
  return properMinus(String(Number(x.toPrecision(2))));
}

/** @param {number} x @returns {'negative' | 'positive' | 'zero'} */
export function signOf(x) {
  if (x < 0) return 'negative';
  return x > 0 ? 'positive' : 'zero';
}

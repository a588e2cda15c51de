// Which units of a layer are drawn; what is not drawn trains all the same.

/** Units drawn per layer, at most. */
export const MAX_DRAWN = 12;

/** Side of the square picture that so many inputs are, or 0: 8 × 8 and larger are pictures. @param {number} inputs */
export function pictureSide(inputs) {
  const side = Math.round(Math.sqrt(inputs));
  return side >= 8 && side * side === inputs ? side : 0;
}

/**
 * Per layer the units that are drawn, in order: all, or the first twelve. Of a picture's pixels it is a grid of four rows and three columns
 * in the middle, as the first pixels are those of a margin that is always empty.
 * @param {number[]} widths units per layer, input first
 * @returns {number[][]}
 */
export function drawnUnits(widths) {
  return widths.map((total, column) => {
    const side = column === 0 ? pictureSide(total) : 0;
    return side > 0 ? middlePixels(side) : Array.from({ length: Math.min(total, MAX_DRAWN) }, (_, unit) => unit);
  });
}

/** @param {number} side */
function middlePixels(side) {
  const place = (/** @type {number} */ at, /** @type {number} */ of, /** @type {number} */ share) =>
    Math.floor(side * ((1 - share) / 2 + (share * (at + 0.5)) / of));
  return Array.from({ length: MAX_DRAWN }, (_, i) => place(Math.floor(i / 3), 4, 0.6) * side + place(i % 3, 3, 0.5));
}

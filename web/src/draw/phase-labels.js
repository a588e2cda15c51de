// Which names of the phases stand above the slider, and where, so that no two run into each other; numbers in px, no DOM.

const LOSS = 24;
/** How wide the names are in the least type, in the order of who stays where not all fit; that of the present phase, bold, always does. */
const LENGTHS = Object.entries({ forward: 47, backward: 58, zero: 27, update: 43, loss: LOSS });
const BOLD = 1.12;
const GAP = 4;
/** The last name may end so far beyond the ops, below which the thumb does too. */
const BEYOND = 8;

/**
 * @param {{ phase: string, count: number }[]} groups phases in their order, with their ops
 * @param {number} width of all ops @param {string} now the present phase @param {number} [scale] of the type
 * @returns {{ phase: string, from: number, length: number }[]} those that stay
 */
export function placePhaseLabels(groups, width, now, scale = 1) {
  const ops = groups.reduce((sum, { count }) => sum + count, 0);
  const places = new Map(groups.map(({ phase, count }, at) => {
    const before = groups.slice(0, at).reduce((sum, group) => sum + group.count, 0);
    return [phase, { start: (before * width) / ops, middle: ((before + count / 2) * width) / ops }];
  }));
  // Backward stands where it begins, right of the loss, which leaves room for the update.
  const afterLoss = (places.get('loss')?.middle ?? 0) + (LOSS * scale) / 2 + GAP;
  const ranked = LENGTHS.toSorted(([a], [b]) => Number(b === now) - Number(a === now));
  /** @type {{ phase: string, from: number, length: number }[]} */
  const placed = [];
  for (const [phase, usual] of ranked) {
    const { start, middle } = places.get(phase) ?? { start: 0, middle: 0 };
    const length = usual * scale * (phase === now ? BOLD : 1);
    const from = Math.min(Math.max(phase === 'backward' ? Math.max(start + 3, afterLoss) : middle - length / 2, 0), width + BEYOND - length);
    if (placed.every((other) => from + length + GAP <= other.from || other.from + other.length + GAP <= from)) placed.push({ phase, from, length });
  }
  return placed;
}

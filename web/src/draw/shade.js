// How dark a count is drawn: its share of all, in a few steps from paper to ink.

/** Steps from 0 to SHADES − 1; the last still lets text be read on it. */
export const SHADES = 10;

/** Nothing is paper, and a single one can be seen. @param {number} count @param {number} all */
export function shadeOf(count, all) {
  if (!(count > 0) || !(all > 0)) return 0;
  return Math.min(1 + Math.floor((count / all) * (SHADES - 1)), SHADES - 1);
}

/** The class that outputs name: the largest. @param {ArrayLike<number>} outputs */
export function namedClass(outputs) {
  const list = Array.from(outputs);
  return list.indexOf(Math.max(...list));
}

/** The class of an example: its target is that, or one number for each class. @param {ArrayLike<number>} target */
export function trueClass(target) {
  return target.length > 1 ? namedClass(target) : target[0];
}

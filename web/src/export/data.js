// What a configuration says of the data of a run on the page, so that a file of it can be trained elsewhere.

/** @import { Trainer } from '../types.js' */

/** @param {Trainer} trainer @param {string | undefined} name of data that the core does not make @param {boolean} ships */
export function dataEntry(trainer, name, ships) {
  if (!name) return undefined;
  if (ships) return name;
  const { train, test, split, inputs, classes } = trainer.data();
  const columns = inputs.length;
  const outputs = train.y.length / split.train.length;
  const rows = [train, test].flatMap(({ x, y }, part) =>
    Array.from(part === 0 ? split.train : split.test, (row, i) => ({ row, x: [...x.subarray(i * columns, (i + 1) * columns)], y: [...y.subarray(i * outputs, (i + 1) * outputs)] })));
  rows.sort((a, b) => a.row - b.row);
  return { x: rows.map(({ x }) => x), y: rows.map(({ y }) => (outputs === 1 ? y[0] : y)), ...(classes.length > 0 ? { classes } : {}) };
}

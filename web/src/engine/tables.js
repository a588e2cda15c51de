// CSV texts of one's own, read by the core: what they hold, what becomes of their cells, and what a network must be for them.

/** @import { Core } from '../types.js' */
/** @import { TableChoice } from '../data/own-data.js' */
import { firstRows } from '../data/first-rows.js';
import { messageOf } from '../message-of.js';
import { bytesOf } from './shelf.js';

/** @typedef {{ header?: boolean, delimiter?: string }} Reading what is not given is found out */
/** @typedef {ReturnType<Core['readCsv']> & { first: string[][] }} TableRead with the texts of its first cells, the header's too */
/** @typedef {ReturnType<Core['csvReport']> & { shape: import('../data/own-data.js').Table['shape'] }} TableReport */

/** Rows that a preview shows, and as many bytes as they surely fit. */
const SHOWN = 6;
const BEGINNING = 1 << 16;

/** @param {Core} core @param {Blob} csv @param {Reading} options @returns {Promise<TableRead>} */
export async function readTable(core, csv, options) {
  const bytes = await bytesOf(csv);
  const read = core.readCsv(bytes, options);
  const beginning = new TextDecoder().decode(bytes.subarray(0, BEGINNING));
  return { ...read, first: firstRows(beginning, read.delimiter, SHOWN + (read.header ? 1 : 0)) };
}

/** What the core refuses of a choice it throws, in its words. @param {Core} core @param {Blob} csv @param {TableChoice} choice @returns {Promise<TableReport>} */
export async function reportTable(core, csv, choice) {
  const data = { ...choice, csv: await bytesOf(csv) };
  return { ...core.csvReport(data), shape: shapeOfTable(core, data) };
}

/**
 * The ends of a network for a table. Which categories are left once rows are dropped only the core knows, and it says so where a network does not fit.
 * @param {Core} core @param {TableChoice & { csv: Uint8Array }} data
 */
function shapeOfTable(core, data) {
  let [inputs, outputs] = [1, data.target.length];
  for (;;) {
    try {
      const trainer = core.createTrainer({ layers: [inputs, outputs], standardize: true }, data);
      const { classes } = trainer.data();
      trainer.delete();
      return { inputs, outputs, classes };
    } catch (error) {
      const wanted = /^\[layers\] the (input|output) layer has \d+ units?; (\d+) would be right/.exec(messageOf(error));
      if (!wanted || (wanted[1] === 'input' ? inputs : outputs) === Number(wanted[2])) throw error;
      if (wanted[1] === 'input') inputs = Number(wanted[2]);
      else outputs = Number(wanted[2]);
    }
  }
}

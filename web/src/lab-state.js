// What the network lab knows and what can be asked of it; types only, nothing runs.

/** @import { Move } from './draw/ops.js' */
/** @import { Edit } from './engine/run-record.js' */
/** @import { Fault, Link } from './link/link.js' */
/** @import { Parts } from './link/parts.js' */
/** @import { KeptRun } from './kept-run.js' */
/** @import { Board } from './data/board.js' */
/** @import { Table } from './data/own-data.js' */
/** @import { Digit } from './data/digit.js' */
/** @import { Drawn } from './data/points.js' */
/** @import { Quantity } from './draw/quantities.js' */
/** @import { RowsWanted } from './engine/rows.js' */
/** @import { Frame, Points, ScaleMode, Settings, Weight } from './types.js' */

/**
 * @typedef {object} State
 * @property {Settings} settings of the run that stands
 * @property {Record<string, string>} errors option name → the core's words
 * @property {Frame | undefined} frame
 * @property {boolean | undefined} early whether Play was pressed before there is a frame; undefined where it cannot be
 * @property {Weight} selected stays until another is chosen
 * @property {Weight | undefined} hovered shown while the pointer is on it
 * @property {number} example index in the batch
 * @property {number | undefined} hoveredExample shown while the pointer is on it
 * @property {ScaleMode} scale
 * @property {{ discretise: boolean, test: boolean }} output how the output's map is shown: in as many colours as classes, with the test set
 * @property {View} view what the figure is
 * @property {Quantity} quantity what the matrix shows
 * @property {RowsWanted} table which rows, in which order
 * @property {string} panel the one that is open under the figure; empty for none
 * @property {number | null} phase the op of the step that was the last one, as `draw/ops.js` counts them; null at rest, when only the update is left
 * @property {number} speed of play, in steps a second; Infinity for as many as can be
 * @property {number | undefined} going the step that the run is on its way to
 * @property {KeptRun | undefined} unfinished a run of before a reload that takes long to make again
 * @property {Weight[]} pins weights and biases whose history is kept, at most 8
 * @property {CardState} card what the card shows of the chosen weight
 * @property {SliceState} slice the line along which the loss is drawn
 * @property {Record<string, Points>} samples of the data sets
 * @property {{ name: string, done: number, bytes: number } | undefined} download of a data set, under way
 * @property {Board | undefined} board while points are drawn on the decision map
 * @property {Digit} digit that was drawn, for the network to name
 * @property {{ undo: boolean, redo: boolean }} can
 * @property {string} failure why nothing runs; empty when all is well
 * @property {LinkState} link what the address says besides the run
 * @property {{ link: Link, refused: string, run?: number } | undefined} opened the run of a file that was asked for last, once it stands, with the number that frames give it, or why it was refused
 */

/**
 * @typedef {Pick<Link, 'theme' | 'lang'> & { parts: Parts, moment?: Moment, faults: Fault[] }} LinkState `parts` says what of the page is hidden or locked, `moment`
 *   is where the address leads, until the run goes on from there, `faults` what of it is not followed
 */

/** @typedef {{ step: number, edits: Edit[], lr: number }} Moment `lr` is the rate that the run began with */

/** @typedef {'network' | 'matrix' | 'table'} View */

/**
 * @typedef {object} CardState
 * @property {'batch' | 'example'} whose gradient is written out
 * @property {'why' | 'update'} below what stands under it
 * @property {number[]} trail units whose δ was asked for after the weight's own, one in each layer on the way to the loss
 */

/** @typedef {{ along: 'weight' | 'gradient' | 'update' | 'random', zoom: number }} SliceState zoom is a quarter of the axis */

/** @typedef {'play' | 'pause' | 'reset' | 'undo' | 'redo' | 'cancel' | 'halt' | 'resume' | 'keep' | 'release'} Action `cancel` ends a download, `halt` a long way through time,
 * `resume` makes what is unfinished; `keep` makes the run A of a comparison, `release` ends that */

/**
 * @typedef {object} Change what an element asks for; one of
 * @property {string} [setting] with `value`
 * @property {any} [value]
 * @property {string} [data] a data set to learn, with all settings that fit it
 * @property {Drawn | Table} [own] data of one's own to learn, with all settings that fit them
 * @property {Board | 'open' | null} [board] as it is from now on; 'open' with what was last drawn, null puts it away
 * @property {{ file?: Blob & { name?: string } }} [openTable] the dialog for a CSV text, with a file if one was dropped
 * @property {Digit} [digit]
 * @property {Settings} [settings] all of them, as an address has them
 * @property {Action} [action]
 * @property {number | 'next'} [speed] of play
 * @property {Weight} [weight]
 * @property {Weight | null} [hover]
 * @property {number} [example]
 * @property {number | null} [hoverExample]
 * @property {ScaleMode} [scale]
 * @property {State['output']} [output]
 * @property {View} [view]
 * @property {Quantity} [quantity]
 * @property {Partial<RowsWanted>} [table]
 * @property {string} [panel]
 * @property {Weight} [pin] is pinned, or no longer
 * @property {{ place: Weight, value: number }} [edit] of a weight or bias
 * @property {Partial<CardState>} [card]
 * @property {Partial<SliceState>} [slice]
 * @property {number} [goTo] a step
 * @property {Move} [by] forth or back
 * @property {number | null} [phase] of the step that stands
 * @property {string} [forget] a setting whose wrong text was taken back
 * @property {Partial<LinkState>} [link]
 * @property {Link} [open] the run of a file
 */

export {};

// The shapes of the graph page's state and of what its elements ask for; types only, nothing runs.

/** @import { GraphFrame, GraphPass, Tensor } from '../types.js' */
/** @import { Operand } from './additions.js' */
/** @import { Edited, Place, Program } from './draft.js' */
/** @import { Pick } from './pick.js' */

/**
 * @typedef {object} GraphState
 * @property {string} text as it stands in the editor
 * @property {{ begin: number, end: number } | undefined} selection in the text, of the last edit that did not come from its keys
 * @property {GraphFrame | undefined} frame of the last text that is a graph
 * @property {GraphFrame['errors']} errors of the text
 * @property {string} refusal why the last edit in the picture was not made; empty when it was
 * @property {GraphPass[]} passes what runs after forward
 * @property {number} count how many steps are taken
 * @property {number} steps how many there are
 * @property {boolean} playing
 * @property {number} speed steps a second in play
 * @property {number | undefined} selected the node that the panels speak of
 * @property {Pick | undefined} pick the operation whose operands are being chosen; while there is one, a node that is selected is an operand
 * @property {number} entry which of its numbers, row by row; 0 for a scalar
 * @property {number} why how often a gradient was asked why, which opens its panel
 * @property {Edge[]} lit the edges that are lit while a path is pointed at; none else
 * @property {Broken | undefined} broken the gradients of a mistake, while one is shown
 * @property {{ undo: boolean, redo: boolean }} can
 * @property {string} failure why nothing can run; empty when all is well
 */

/** @typedef {'play' | 'pause' | 'undo' | 'redo' | 'backward' | 'zero_grad' | 'cancel' | 'finish'} GraphAction
 * backward and zero_grad run once more after what ran; cancel and finish end the choice of operands */
/** @typedef {[from: number, to: number, slot: number]} Edge */
/**
 * @typedef {{ source: string, fault: string, first: number | undefined, differs: number[], wrong: (Tensor | null)[], right: (Tensor | null)[] }} Broken
 *   of the text `source`: by node what a mistake of the core's table makes of its gradient; the nodes where it differs, and the first that backward comes to
 */

/**
 * @typedef {object} GraphChange what an element asks for; one of
 * @property {string} [typed] the text, after a key in the editor, with `selection`
 * @property {{ begin: number, end: number }} [selection]
 * @property {(program: Program) => Edited | { error: string }} [edit] an edit in the picture, a function of `text-edits.js`
 * @property {string} [open] another text altogether, as from the gallery
 * @property {number} [to] so many steps
 * @property {number} [by] so many steps more
 * @property {number} [speed]
 * @property {number | null} [select] a node, or none
 * @property {string} [begin] the name of an operation, whose operands are then chosen
 * @property {Operand} [operand]
 * @property {number[]} [sizes] for an operation that needs them
 * @property {number} [entry] which of its numbers
 * @property {number} [why] a node whose gradient is asked why
 * @property {Edge[] | null} [light] a path that is pointed at
 * @property {Broken | null} [broken]
 * @property {GraphAction} [action]
 */

export {};

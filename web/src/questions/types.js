// The shapes of a question, of one variant of it, and of what the engine says about an answer; types only, nothing runs.

/** @typedef {import('../types.js').GraphCore} Core */
/** @typedef {import('../types.js').Graph} Graph */
/** @typedef {Record<string, number>} Numbers by name */

/**
 * @typedef {object} Range what a parameter is drawn from: `among` a list, or `from` … `to` in steps
 * @property {number} [from]
 * @property {number} [to]
 * @property {number} [step] 1 if left out
 * @property {number[]} [among]
 * @property {number[]} [not] what it may not be
 * @property {number} [first] what it is for seed 0
 */

/**
 * @typedef {object} Question data, as JSON could hold it; in its texts and expressions `{a}` stands for the parameter a. Expressions are of the graph
 *   language, and `x.grad` in them is the gradient that the core's backward gives x
 * @property {string} id
 * @property {'numeric' | 'expression' | 'choice' | 'graph'} kind
 * @property {Record<string, Range>} [parameters]
 * @property {string[]} [where] conditions between parameters, expressions that must not be 0
 * @property {string} [graph] a text that is a graph, whose last line names the output
 * @property {string} [answer] an expression; of the kind graph there is none
 * @property {Record<string, string>} [derived] more numbers for the text, by name
 * @property {Record<string, { from: number, to: number }>} [points] of an expression: its free names, and where it is compared
 * @property {Tolerance} [tolerance]
 * @property {Option[]} [options] of a choice
 * @property {Roles} [roles] what the question's numbers are to the mistakes that are formulas
 * @property {string[]} [mistakes] rows of the catalogue that can be made here, whose answers must all differ; if left out, all that give a number
 * @property {string[]} [steps] expressions that lead to the answer one by one
 * @property {string} [solution] an expression of the answer in the names of the question, to be shown; of the kind expression
 */

/** @typedef {{ absolute?: number, relative?: number }} Tolerance relative to the right answer; both are added */
/** @typedef {{ key: string, is: string, mistake?: string }} Option right where the expression `is` has the answer's value */
/**
 * @typedef {Partial<Record<'weight' | 'gradient' | 'rate' | 'loss' | 'velocity' | 'base' | 'exponent' | 'count' | 'layers' | 'passes' | 'percent'
 *   | 'rounded' | 'prediction' | 'target' | 'product' | 'sided' | 'halved' | 'place' | 'uncut'
 *   | 'input' | 'kinds' | 'written', string>> & Partial<Record<'factors' | 'errors' | 'weights' | 'turns', string[]>>} Roles expressions
 */

/** @typedef {{ question: Question, seed: number, parameters: Numbers, points: Numbers[] }} Variant points: one without names, but of an expression */
/** @typedef {{ mistake: string, node: number | undefined, values: number[] }} Wrong what a mistake would have given at each point, and the operation where it was made */
/** @typedef {{ right: number[], wrong: Wrong[] }} Outcomes */

/** @typedef {{ message: string, column: number, write?: string[] }} InputError in the core's words, or what to write where it can be read in more than one way; columns count from 1 */

/**
 * @typedef {object} Verdict about one answer
 * @property {'right' | 'wrong' | 'unread'} outcome
 * @property {string[]} mistakes the rows of the catalogue that give this answer, at most two
 * @property {number | undefined} node the operation where the mistake was made
 * @property {InputError} [error] of an answer that cannot be read
 * @property {{ compared: number }} [points] at how many points an expression was compared
 * @property {string} [option] the key of the one that was chosen
 * @property {string[]} [unknown] names that are not of the question
 */

/** @typedef {{ node: number, pass: 'forward' | 'backward' }} Cell of a graph that is filled in */
/** @typedef {Cell & { status: 'right' | 'wrong' | 'follows' | 'missing' | 'unread', error?: InputError }} CheckedCell follows: wrong, but right for what was entered before */
/**
 * @typedef {object} Filled about a graph that was filled in
 * @property {'right' | 'wrong' | 'unread' | 'incomplete'} outcome
 * @property {CheckedCell[]} cells in the order of the pass
 * @property {(Cell & { mistakes: string[] }) | undefined} first the first wrong step
 */

/** @typedef {{ symbols: string, numbers: string, name: string, node: number }} Step one line of the way to the answer */

export {};

// An operation of the palette on its way: it takes the selected node first, then each node or number that is chosen, until it has all that it needs.

/** @import { Operation, Program } from './draft.js' */
/** @import { Edit } from './edit.js' */
/** @import { Operand } from './additions.js' */
import { addOperation, needsSizes } from './text-edits.js';

/** @typedef {{ op: Operation & { symbol: string }, operands: Operand[], sizes?: number[] }} Pick */

const ORDER = ['first', 'second', 'third'];

/** @param {Pick} pick */
export const least = ({ op }) => op.inputs.length - op.optionalInputs;

/** Whether all operands are chosen. @param {Pick} pick */
export const hasOperands = ({ op, operands }) => operands.length >= op.inputs.length;

/** Whether what is missing can be left out. @param {Pick} pick */
export const canFinish = (pick) => !hasOperands(pick) && pick.operands.length >= least(pick);

/** Whether nothing is missing any more. @param {Pick} pick */
export const isComplete = (pick) => hasOperands(pick) && (!needsSizes(pick.op) || pick.sizes !== undefined);

/** What the reader is asked for. @param {Pick} pick */
export function pickQuestion({ op, operands }) {
  const sign = op.symbol === op.name ? op.name : `${op.symbol} (${op.name})`;
  if (operands.length >= op.inputs.length) return `Type the sizes of ${sign}`;
  const which = op.inputs.length === 1 ? '' : `${ORDER[operands.length]} `;
  return `Choose the ${which}operand of ${sign}`;
}

/** @param {Pick} pick @returns {(program: Program) => Edit} */
export const editOf = ({ op, operands, sizes }) => (program) => addOperation(program, op.name, operands, sizes);

// A numerical check: how near central and one-sided differences come to the derivative, for every width h.

/** @import { Core, Kind } from './kind.js' */
import { evaluate, wrong } from './kind.js';

/** @typedef {{ f: string, x: number, h: number }} DifferencesSpec */
/** @typedef {{ x: number, exponent: number }} DifferencesState exponent: h = 10 to this power */
/** @typedef {{ h: number, central: number, forward: number, centralError: number, forwardError: number }} Width */
/** @typedef {{ slope: number, widths: Width[], at: number }} DifferencesAnswer at: which of the widths is looked at */

/** h from 1 down to 1e-15, four to a decade; written out, as browsers differ in the last bit of a power. */
const EXPONENTS = Array.from({ length: 61 }, (_, step) => -step / 4);
const QUARTERS = ['1', '5.623413251903491', '3.1622776601683795', '1.7782794100389228'];
const WIDTHS = EXPONENTS.map((_, step) => Number(`${QUARTERS[step % 4]}e-${Math.ceil(step / 4)}`));

/** @type {Kind} */
export const differences = {
  tag: 'backprop-differences',
  attributes: {
    f: { type: 'text', default: 'sin(x)', help: 'the function, an expression of x' },
    x: { type: 'number', default: 1, help: 'where its derivative is taken' },
    h: { type: 'number', default: -1, from: -15, to: 0, help: 'the width h at the start, as a power of ten' },
  },
  controls: ['x', 'h'],

  /** @param {DifferencesSpec} spec @returns {DifferencesState} */
  begin: ({ x, h }) => ({ x, exponent: h }),

  /** @param {Core} core @param {DifferencesSpec} spec @param {DifferencesState} state @returns {DifferencesAnswer} */
  answer(core, { f }, { x, exponent }) {
    const h = WIDTHS;
    const { gradients, output } = evaluate(core, f, { x });
    if (output.length !== 1) throw wrong(differences, `f="${f}"`, 'an expression of x such as sin(x)');
    const slope = gradients.x[0];
    const at = (/** @type {string} */ place) => `(${f.replace(/\bx\b/g, `(${place})`)})`;
    const read = evaluate(core, [
      `central = (${at('v + h')} - ${at('v - h')}) / (2*h)`, `forward = (${at('v + h')} - ${at('v')}) / h`,
      'centralError = abs(central - slope)', 'forwardError = abs(forward - slope)', 'all = sum(centralError + forwardError)',
    ].join('\n'), { v: x, h, slope });
    const { central, forward, centralError, forwardError } = read.values;
    return {
      slope, at: EXPONENTS.findIndex((power) => power <= exponent + 1e-9),
      widths: h.map((each, index) => ({ h: each, central: central[index], forward: forward[index], centralError: centralError[index], forwardError: forwardError[index] })),
    };
  },
};

// Single numbers of a graph as text, the same everywhere on the graph page.

import { tensorText } from './graph-numbers.js';

/** @param {number} x */
export const scalarText = (x) => tensorText({ shape: [], data: Float64Array.of(x) });

/** With parentheses where it follows a sign. @param {number} x */
export const factorText = (x) => (x < 0 ? `(${scalarText(x)})` : scalarText(x));

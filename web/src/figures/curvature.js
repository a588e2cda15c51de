// The second derivative: the parabola that touches a loss at w, the step to its bottom, and the learning rate beyond which steps grow.

/** @import { Core, Kind } from './kind.js' */
import { evaluate, wrong } from './kind.js';

/** @typedef {{ loss: string, from: number, to: number, w: number, rate: number, most: number }} CurvatureSpec */
/** @typedef {{ w: number, rate: number }} CurvatureState */
/**
 * @typedef {object} CurvatureAnswer
 * @property {{ w: number, loss: number, parabola: number }[]} curve
 * @property {{ loss: number, gradient: number, curvature: number }} here
 * @property {{ w: number, loss: number }} next after a step of gradient descent
 * @property {number} newton where the parabola is lowest; NaN where it has no bottom
 * @property {number} limit 2 / curvature; infinite where the curvature is not positive
 */

const POINTS = 161;

/** @type {Kind} */
export const curvature = {
  tag: 'backprop-curvature',
  needs: 'graph',
  attributes: {
    loss: { type: 'text', default: '(w**2 - 4)**2 / 16 + w / 4', help: 'the loss, an expression of w' },
    from: { type: 'number', default: -3.2, help: 'the smallest w that is drawn' },
    to: { type: 'number', default: 3.2, help: 'the largest w that is drawn' },
    w: { type: 'number', default: 2.6, help: 'where w is' },
    rate: { type: 'number', default: 0.2, from: 0, to: 100, help: 'the learning rate' },
    most: { type: 'number', default: 1.5, from: 0, to: 100, help: 'the largest learning rate that the slider offers' },
  },
  controls: ['w', 'rate', 'step'],

  /** @param {CurvatureSpec} spec @returns {CurvatureState} */
  begin: ({ w, rate }) => ({ w, rate }),

  /** @param {Core} core @param {CurvatureSpec} spec @param {CurvatureState} state @returns {CurvatureAnswer} */
  answer(core, { loss, from, to }, { w, rate }) {
    if (!(from < to)) throw wrong(curvature, `from="${from}" to="${to}"`, 'from less than to');
    const { graph, output, leaves, errors } = core.parse(loss, { values: { w } });
    try {
      const leaf = leaves.find(({ name }) => name === 'w')?.node;
      if (errors.length > 0 || output === null || leaf === undefined) throw wrong(curvature, `loss="${loss}"${errors[0] ? `: ${errors[0].message}` : ''}`, 'an expression of w such as w**4 - w**2');
      graph.forward();
      graph.backward(output);
      const here = { loss: graph.value(output).data[0], gradient: graph.gradient(leaf)?.data[0] ?? NaN, curvature: 0 };
      here.curvature = graph.hessianVectorProduct(output, [1]).leaves[0].gradient.data[0];
      const at = Array.from({ length: POINTS }, (_, point) => from + ((to - from) * point) / (POINTS - 1));
      const given = { v: w, g: here.gradient, c: here.curvature, l: here.loss, r: rate };
      const parabola = evaluate(core, 'l + g*(u - v) + c*(u - v)**2/2', { ...given, u: at }, at.map(() => 1)).output;
      const losses = evaluate(core, loss, { w: at }, at.map(() => 1)).output;
      const { values } = evaluate(core, 'newton = v - g/c\nlimit = 2/c\nnext = v - r*g', given);
      const bowl = here.curvature > 0;
      const next = values.next[0];
      return {
        here, curve: at.map((each, point) => ({ w: each, loss: losses[point], parabola: parabola[point] })),
        next: { w: next, loss: evaluate(core, loss, { w: next }).output[0] }, newton: bowl ? values.newton[0] : NaN, limit: bowl ? values.limit[0] : Infinity,
      };
    } finally {
      graph.delete();
    }
  },
};

// The questions of the lessons, as data; their texts are in `en.js` and `de.js` beside this file, by id.

/** @import { Question } from '../types.js' */

const RATE = { among: [0.05, 0.1, 0.2, 0.3, 0.4, 0.5], first: 0.1 };
const UPDATE = ['along-gradient', 'rate-twice', 'forgot-rate', 'step-only'];

/** Two or more a lesson, by the lesson's name. @type {Record<string, Question[]>} */
export const lessons = {
  problem: [
    {
      id: 'problem-loss', kind: 'numeric', parameters: { a: { from: 3, to: 9, first: 3 }, b: { from: -8, to: -1, first: -1 } }, where: ['{a} != -{b}'],
      answer: '(({a})**2 + ({b})**2)/2', tolerance: { absolute: 0.01 }, roles: { count: '2', errors: ['{a}', '{b}'] },
      mistakes: ['square-signed', 'not-squared', 'absolute-error', 'sum-for-mean', 'wrong-sign'], steps: ['({a})**2', '({b})**2', '(({a})**2 + ({b})**2)/2'],
    },
    {
      id: 'problem-combinations', kind: 'numeric', parameters: { values: { from: 3, to: 10, first: 10 }, weights: { from: 3, to: 6, first: 3 } }, where: ['{values} != {weights}'],
      answer: '{values}**{weights}', tolerance: { absolute: 0 }, roles: { base: '{values}', exponent: '{weights}' },
      mistakes: ['exponent-as-factor', 'operands-swapped', 'miscounted'],
    },
    {
      id: 'problem-growth', kind: 'choice', parameters: { values: { from: 5, to: 12, first: 10 } }, answer: '1',
      options: [{ key: 'more', is: '2' }, { key: 'double', is: '3' }, { key: 'times', is: '1' }],
    },
    {
      id: 'problem-step', kind: 'numeric', parameters: { w: { from: -3, to: 4, step: 0.5, first: 2 }, target: { from: -4, to: 4, first: -1 }, rate: RATE }, where: ['{w} != {target}'],
      graph: 'w = {w}\nloss = (w - {target})**2', answer: 'w - {rate}*w.grad', tolerance: { absolute: 0.002 },
      roles: { weight: 'w', gradient: 'w.grad', rate: '{rate}', loss: 'loss' }, mistakes: [...UPDATE, 'gradient-only', 'forgot-two', 'value-for-gradient'], steps: ['w.grad', 'w - {rate}*w.grad'],
    },
    { id: 'problem-stuck', kind: 'choice', answer: '0', options: [{ key: 'lowest', is: '1' }, { key: 'over', is: '2' }, { key: 'stays', is: '0' }] },
  ],
  'chain-rule': [
    {
      id: 'chain-gears', kind: 'numeric', parameters: { outer: { from: 2, to: 9, first: 4 }, inner: { from: -6, to: 8, not: [-1, 0, 1], first: 3 }, x: { from: 1, to: 5, first: 2 } },
      graph: 'x = {x}\nu = {inner}*x\ny = {outer}*u', answer: 'x.grad', mistakes: ['added', 'outer-only', 'inner-only', 'reciprocal', 'value-for-gradient'],
    },
    {
      id: 'chain-sine', kind: 'expression', parameters: { a: { from: 2, to: 7, first: 3 } }, points: { x: { from: 0.2, to: 1.4 } },
      graph: 'u = {a}*x**2\ny = sin(u)', answer: 'x.grad', solution: 'cos({a}*x**2)*2*{a}*x', mistakes: ['outer-only', 'wrong-place', 'forgot-derivative', 'forgot-two', 'exponent-kept', 'wrong-sign', 'added'],
    },
    {
      id: 'chain-power', kind: 'expression', parameters: { a: { from: 2, to: 6, first: 2 }, b: { from: -4, to: 5, not: [0], first: 1 }, n: { from: 3, to: 5, first: 3 } }, points: { x: { from: 1.1, to: 2.6 } },
      graph: 'u = {a}*x + {b}\ny = u**{n}', answer: 'x.grad', solution: '{n}*({a}*x + {b})**({n} - 1)*{a}',
      mistakes: ['exponent-kept', 'exponent-not-multiplied', 'outer-only', 'inner-only', 'constant-kept', 'wrong-place', 'added'],
    },
    {
      id: 'chain-product', kind: 'expression', parameters: { a: { from: 1, to: 6, first: 1 }, b: { from: 1, to: 6, first: 2 } },
      graph: 'y = (x + {a})*(x**2 + {b})', answer: 'x.grad', solution: 'x**2 + {b} + (x + {a})*2*x', mistakes: ['product-of-derivatives', 'forgot-use', 'own-operand', 'forgot-two'],
    },
    {
      id: 'chain-quotient', kind: 'expression', parameters: { a: { from: 1, to: 6, first: 1 }, b: { from: 2, to: 6, first: 3 } },
      graph: 'y = ({b}*x)/(x**2 + {a})', answer: 'x.grad', solution: '({b}*(x**2 + {a}) - {b}*x*2*x)/(x**2 + {a})**2', mistakes: ['quotient-turned', 'forgot-use', 'forgot-two'],
    },
  ],
  composition: [
    {
      id: 'composition-tanh', kind: 'numeric', parameters: { w: { from: 0.2, to: 1.4, step: 0.1, first: 0.5 }, v: { from: -2, to: 3, step: 0.5, not: [0, 1], first: 2 }, x: { from: 0.5, to: 3, step: 0.5, not: [1], first: 1.5 } },
      graph: 'w = {w}\na = tanh({x}*w)\ny = {v}*a', answer: 'w.grad', tolerance: { absolute: 0.002, relative: 0.003 }, mistakes: ['forgot-derivative', 'wrong-place', 'outer-only', 'own-operand', 'value-for-gradient', 'added'],
    },
    { id: 'composition-layers', kind: 'choice', answer: '1', options: [{ key: 'between', is: '1' }, { key: 'own', is: '2', mistake: 'factor-missing' }, { key: 'sum', is: '3', mistake: 'added' }] },
  ],
  passes: [
    {
      id: 'passes-graph', kind: 'graph',
      parameters: { w: { from: -3, to: 4, not: [0, 1], first: 3 }, x: { from: 2, to: 5, first: 2 }, b: { from: -4, to: 4, not: [0], first: -1 }, target: { from: -3, to: 9, first: 1 } },
      where: ['{w}*{x} + {b} != {target}'], graph: 'w = {w}\nb = {b}\ny = w*{x} + b\nloss = (y - {target})**2',
    },
    {
      id: 'passes-error', kind: 'numeric', parameters: { prediction: { from: 0.5, to: 6, step: 0.5, first: 3.5 }, target: { from: 1, to: 6, first: 2 } }, where: ['{prediction} != {target}'],
      graph: 'p = {prediction}\nloss = (p - {target})**2', answer: 'p.grad', tolerance: { absolute: 0.01 },
      roles: { prediction: '{prediction}', target: '{target}', halved: '2' }, mistakes: ['forgot-two', 'swapped', 'value-for-gradient', 'exponent-kept'],
    },
    {
      id: 'passes-batch', kind: 'numeric',
      parameters: { w: { from: 1, to: 4, step: 0.5, first: 2 }, x1: { from: 1, to: 4, first: 1 }, x2: { from: 1, to: 5, first: 3 }, t1: { from: -3, to: 9, first: 1 }, t2: { from: -3, to: 9, first: 4 } },
      graph: 'w = {w}\nloss = mse(w*[{x1}, {x2}], [{t1}, {t2}])', answer: 'w.grad', tolerance: { absolute: 0.01 }, roles: { count: '2' }, mistakes: ['sum-for-mean', 'forgot-two', 'forgot-use', 'wrong-sign'],
    },
  ],
  direction: [
    {
      id: 'direction-sign', kind: 'choice', parameters: { gradient: { from: -2.5, to: 2.5, step: 0.5, not: [0], first: -1.5 } }, answer: 'sign(-({gradient}))',
      options: [{ key: 'raise', is: '1', mistake: 'along-gradient' }, { key: 'lower', is: '-1', mistake: 'along-gradient' }, { key: 'neither', is: '0' }],
    },
    {
      id: 'direction-change', kind: 'numeric', parameters: { w: { from: 2, to: 9, first: 4 }, gradient: { from: -5, to: 5, step: 0.5, not: [0, 1, -1], first: 2.5 }, percent: { from: 2, to: 5, first: 2 } },
      answer: '{gradient}*{w}*{percent}/100', tolerance: { absolute: 0.0005 }, roles: { percent: '{percent}', factors: ['{gradient}', '{w}', '{percent}/100'] },
      mistakes: ['percent', 'wrong-sign', 'factor-missing', 'added'], steps: ['{w}*{percent}/100', '{gradient}*({w}*{percent}/100)'],
    },
    {
      id: 'direction-sensitive', kind: 'choice', parameters: { a: { from: 0.2, to: 1.6, step: 0.2, first: 0.4 }, b: { from: -3, to: -0.5, step: 0.5, first: -2.5 } }, where: ['abs({a}) != abs({b})'],
      answer: '1 + (abs({b}) > abs({a}))', options: [{ key: 'first', is: '1' }, { key: 'second', is: '2' }, { key: 'same', is: '3' }],
    },
    {
      id: 'direction-drop', kind: 'numeric', parameters: { gradient: { from: -5, to: 5, step: 0.5, not: [0, 1, -1], first: -3 }, rate: RATE },
      answer: '-{rate}*({gradient})**2', tolerance: { absolute: 0.001 }, roles: { factors: ['-{rate}', '({gradient})', '({gradient})'] }, mistakes: ['wrong-sign', 'factor-missing'],
      steps: ['-{rate}*({gradient})', '-{rate}*({gradient})**2'],
    },
    {
      id: 'direction-rate', kind: 'choice', parameters: { curve: { from: 1, to: 4, first: 2 }, rate: { among: [0.1, 0.2, 0.4, 0.6, 0.8, 1.2], first: 0.4 } }, where: ['2*{rate}*{curve} != 1', '2*{rate}*{curve} != 2'],
      derived: { twice: '2*{curve}', factor: '1 - 2*{rate}*{curve}' }, answer: '1 + (2*{rate}*{curve} > 1) + (2*{rate}*{curve} > 2)', options: [{ key: 'smooth', is: '1' }, { key: 'over', is: '2' }, { key: 'away', is: '3' }],
    },
    {
      id: 'direction-two', kind: 'numeric',
      parameters: { g1: { from: -4, to: 5, not: [0, 1, -1], first: 3 }, g2: { from: -5, to: 4, not: [0, 1, -1], first: -2 }, d1: { from: -0.3, to: 0.4, step: 0.1, not: [0], first: 0.1 }, d2: { from: -0.3, to: 0.4, step: 0.1, not: [0], first: 0.2 } },
      where: ['{g1}*{d1} + {g2}*{d2} != 0', '{g1} != {g2}'], answer: '{g1}*({d1}) + {g2}*({d2})', tolerance: { absolute: 0.001 }, mistakes: ['wrong-sign'],
      steps: ['{g1}*({d1})', '{g2}*({d2})', '{g1}*({d1}) + {g2}*({d2})'],
    },
  ],
  graph: [
    {
      id: 'graph-polynomial', kind: 'graph', parameters: { x: { from: 2, to: 5, first: 3 }, b: { from: -5, to: 6, not: [0, 1], first: 4 }, c: { from: -5, to: 6, not: [0], first: 1 } },
      graph: 'x = {x}\ny = x**2 + {b}*x + {c}',
    },
    {
      id: 'graph-seven', kind: 'numeric', parameters: { x: { from: -4, to: 5, not: [0, 1], first: 2 }, b: { from: -5, to: 6, not: [0, 1, 2], first: 3 }, c: { from: -5, to: 6, not: [0], first: 1 } },
      graph: 'x = {x}\ny = x**2 + {b}*x + {c}', answer: 'x.grad', tolerance: { absolute: 0.01 }, mistakes: ['forgot-use', 'constant-kept', 'value-for-gradient', 'forgot-two', 'wrong-sign'],
    },
    {
      id: 'graph-twice', kind: 'numeric', parameters: { x: { from: -4, to: 6, not: [0, 1], first: 3 }, b: { from: 2, to: 7, first: 5 }, times: { from: 2, to: 4, first: 2 } },
      graph: 'x = {x}\ny = {b}*x**2', answer: '{times}*x.grad', tolerance: { absolute: 0.01 }, roles: { passes: '{times}' }, mistakes: ['not-added-up', 'value-for-gradient', 'wrong-sign', 'exponent-kept'],
      steps: ['x.grad', '{times}*x.grad'],
    },
    {
      id: 'graph-detach', kind: 'numeric', parameters: { x: { from: -4, to: 6, not: [0, 1, 2], first: 3 } },
      graph: 'x = {x}\nc = x.detach()\ny = c*x', answer: 'x.grad', tolerance: { absolute: 0 }, roles: { uncut: '2*({x})' }, mistakes: ['not-cut', 'all-cut', 'value-for-gradient', 'wrong-sign'],
    },
  ],
  efficiency: [
    {
      id: 'efficiency-count', kind: 'numeric', parameters: { layers: { from: 4, to: 30, first: 10 } }, answer: '{layers}*({layers} + 1)/2', tolerance: { absolute: 0 }, roles: { layers: '{layers}' },
      mistakes: ['every-path-whole', 'work-shared'],
    },
    {
      id: 'efficiency-growth', kind: 'numeric', parameters: { times: { from: 3, to: 12, first: 10 } }, answer: '{times}**2', tolerance: { absolute: 0 },
      roles: { layers: '{times}', base: '{times}', exponent: '2' }, mistakes: ['work-shared', 'exponent-as-factor'],
    },
    {
      id: 'efficiency-reuse', kind: 'numeric', parameters: { layers: { from: 4, to: 30, first: 10 } }, answer: '2*{layers} - 1', tolerance: { absolute: 0 }, roles: { layers: '{layers}' },
      mistakes: ['nothing-shared', 'weights-only', 'first-layer-too'], steps: ['{layers} - 1', '{layers} - 1 + {layers}'],
    },
    {
      id: 'efficiency-direction', kind: 'choice', parameters: { inputs: { among: [1, 3, 200, 5000], first: 5000 }, outputs: { among: [1, 2, 400, 9000], first: 1 } }, where: ['{inputs} != {outputs}'],
      answer: 'sign({inputs} - {outputs})', options: [{ key: 'backward', is: '1' }, { key: 'forward', is: '-1' }, { key: 'same', is: '0' }],
    },
    { id: 'efficiency-memory', kind: 'choice', answer: '1', options: [{ key: 'input', is: '1' }, { key: 'output', is: '2' }, { key: 'nothing', is: '3', mistake: 'factor-missing' }] },
  ],
  exercises: [
    {
      id: 'exercise-chain', kind: 'expression', parameters: { a: { from: 2, to: 9, first: 3 }, b: { from: -7, to: 8, not: [0], first: 2 } }, points: { x: { from: 1.2, to: 4 } },
      graph: 'u = {a}*x + {b}\ny = u**2', answer: 'x.grad', solution: '2*({a}*x + {b})*{a}',
      mistakes: ['outer-only', 'inner-only', 'forgot-two', 'exponent-kept', 'added', 'constant-kept', 'wrong-place', 'wrong-sign'],
    },
    {
      id: 'exercise-layers', kind: 'numeric',
      parameters: { output: { from: 0.3, to: 1.5, step: 0.1, not: [1], first: 0.5 }, c: { from: 0.2, to: 0.9, step: 0.1, first: 0.8 }, b: { from: 0.2, to: 0.9, step: 0.1, first: 0.6 }, a: { from: 0.2, to: 0.9, step: 0.1, first: 0.4 } },
      answer: '{output}*{c}*{b}*{a}', tolerance: { absolute: 0.0005 },
      roles: { factors: ['{output}', '{c}', '{b}', '{a}'], rounded: 'round(round(round({output}*{c}*10)/10*{b}*10)/10*{a}*10)/10' },
      mistakes: ['added', 'factor-missing', 'factor-twice', 'rounded-early'], steps: ['{output}*{c}', '{output}*{c}*{b}', '{output}*{c}*{b}*{a}'],
    },
    {
      id: 'exercise-update', kind: 'numeric', parameters: { w: { from: -3, to: 4, step: 0.5, not: [0], first: 2 }, gradient: { from: -2.5, to: 2.5, step: 0.1, not: [0], first: -0.5 }, rate: RATE },
      answer: '{w} - {rate}*{gradient}', tolerance: { absolute: 0.001 }, roles: { weight: '{w}', gradient: '{gradient}', rate: '{rate}' }, mistakes: UPDATE, steps: ['{rate}*{gradient}', '{w} - {rate}*{gradient}'],
    },
  ],
  'gradient-flow': [
    {
      id: 'flow-vanishing', kind: 'numeric', parameters: { slope: { from: 0.1, to: 0.25, step: 0.05, first: 0.25 }, layers: { from: 3, to: 6, first: 4 } }, answer: '{slope}**{layers}', tolerance: { relative: 0.02 },
      roles: { base: '{slope}', exponent: '{layers}' }, mistakes: ['exponent-as-factor', 'operands-swapped', 'miscounted'],
    },
    {
      id: 'flow-sigmoid', kind: 'numeric', parameters: { z: { from: -2.5, to: 2.5, step: 0.1, not: [0], first: 1.5 } }, graph: 'z = {z}\ny = sigmoid(z)', answer: 'z.grad', derived: { y: 'y' },
      tolerance: { absolute: 0.001 }, roles: { rounded: 'round(y*10)/10*(1 - round(y*10)/10)' }, mistakes: ['value-for-gradient', 'rounded-early', 'forgot-derivative', 'wrong-sign'],
    },
    {
      id: 'flow-either', kind: 'choice', parameters: { w: { from: 1, to: 6, step: 0.5, first: 5 }, slope: { among: [0.1, 0.15, 0.2, 0.25], first: 0.25 } }, where: ['{w}*{slope} != 1'], derived: { product: '{w}*{slope}' }, answer: 'sign({w}*{slope} - 1)',
      options: [{ key: 'grow', is: '1', mistake: 'factor-missing' }, { key: 'vanish', is: '-1', mistake: 'factor-missing' }, { key: 'same', is: '0' }],
    },
    {
      id: 'flow-residual', kind: 'numeric', parameters: { w: { from: 0.4, to: 2, step: 0.2, not: [1], first: 0.8 }, slope: { among: [0.1, 0.15, 0.2, 0.25], first: 0.25 } }, answer: '1 + {w}*{slope}', tolerance: { absolute: 0.0005 },
      roles: { product: '{w}*{slope}' }, mistakes: ['bypass-forgotten'], steps: ['{w}*{slope}', '1 + {w}*{slope}'],
    },
  ],
  beyond: [
    {
      id: 'beyond-momentum', kind: 'numeric',
      parameters: { w: { from: -3, to: 4, step: 0.5, not: [0], first: 1 }, gradient: { from: -3, to: 3, step: 0.5, not: [0], first: 2 }, velocity: { from: -3, to: 3, step: 0.5, not: [0], first: 3 }, rate: RATE },
      answer: '{w} - {rate}*(0.9*{velocity} + {gradient})', tolerance: { absolute: 0.001 },
      roles: { weight: '{w}', gradient: '(0.9*{velocity} + {gradient})', rate: '{rate}', velocity: '{velocity}' }, mistakes: ['no-momentum', 'along-gradient', 'forgot-rate', 'rate-twice'],
      steps: ['0.9*{velocity} + {gradient}', '{w} - {rate}*(0.9*{velocity} + {gradient})'],
    },
    {
      id: 'beyond-difference', kind: 'numeric', parameters: { x: { from: -3, to: 4, not: [0], first: 2 }, h: { among: [0.1, 0.2, 0.5], first: 0.1 } },
      answer: '(({x} + {h})**3 - ({x} - {h})**3)/(2*{h})', tolerance: { absolute: 0.003 }, roles: { sided: '(({x} + {h})**3 - ({x})**3)/{h}' }, mistakes: ['one-sided', 'half-distance', 'wrong-sign'],
      steps: ['({x} + {h})**3', '({x} - {h})**3', '(({x} + {h})**3 - ({x} - {h})**3)/(2*{h})'],
    },
  ],
};

/** Every question by its id. */
export const bank = Object.fromEntries(Object.values(lessons).flat().map((question) => [question.id, question]));

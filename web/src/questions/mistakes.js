// The catalogue of misconceptions: one row each, with how its wrong answer comes about. What is said to the reader is in `strings/`, by the row's name.
// `graph` takes the gradient of any graph apart; `formulas` are expressions of what the question says its numbers are, for the core to evaluate.

/** @import { Derivation } from './derivation.js' */
/** @import { Roles } from './types.js' */

/** @typedef {{ value: number, node?: number }} Site a wrong gradient, and the operation where the mistake was made */
/** @typedef {Required<Roles> & { answer: string }} Given every expression in parentheses */
/**
 * @typedef {object} Mistake
 * @property {string} name
 * @property {(of: Derivation) => Site[]} [graph]
 * @property {(keyof Roles)[]} [needs] roles without which the formulas say nothing
 * @property {(of: Given) => string[]} [formulas]
 * @property {Record<string, { op: string, turned?: boolean }>} [forward] what was computed in place of an operation, with its operands turned round or not
 */

/** @type {Mistake[]} */
export const mistakes = [
  {
    name: 'forgot-use',
    graph: (of) => of.edges.filter((edge) => of.edges.some((other) => other.input === edge.input && other.key !== edge.key)).map((edge) => of.with(edge, 0)),
  },
  {
    name: 'added',
    graph: (of) => (of.paths.some((path) => of.factors(path).length > 1) ? [{ value: sum(of.paths.map((path) => sum(of.factors(path).map(({ local }) => local)))) }] : []),
    needs: ['factors'],
    formulas: ({ factors }) => [factors.join(' + ')],
  },
  {
    name: 'forgot-derivative',
    graph: (of) => [...(of.functions.length > 1 ? [{ value: of.fault('forgotten_derivative') }] : []), ...of.functions.map((edge) => of.with(edge, 1))],
  },
  {
    name: 'outer-only',
    graph: (of) => keepOne(of, (factors) => factors.at(-1)),
    needs: ['factors'],
    formulas: ({ factors }) => [factors[0]],
  },
  {
    name: 'inner-only',
    graph: (of) => keepOne(of, (factors) => factors[0]),
    needs: ['factors'],
    formulas: ({ factors }) => [String(factors.at(-1))],
  },
  { name: 'wrong-sign', needs: [], formulas: ({ answer }) => [`-${answer}`] },
  { name: 'along-gradient', needs: ['weight', 'gradient', 'rate'], formulas: ({ weight, gradient, rate }) => [`${weight} + ${rate}*${gradient}`] },
  { name: 'rate-twice', needs: ['weight', 'gradient', 'rate'], formulas: ({ weight, gradient, rate }) => [`${weight} - ${rate}*${rate}*${gradient}`] },
  { name: 'forgot-rate', needs: ['weight', 'gradient', 'rate'], formulas: ({ weight, gradient }) => [`${weight} - ${gradient}`] },
  { name: 'step-only', needs: ['weight', 'gradient', 'rate'], formulas: ({ gradient, rate }) => [`-${rate}*${gradient}`, `${rate}*${gradient}`] },
  { name: 'gradient-only', needs: ['weight', 'gradient', 'rate'], formulas: ({ gradient }) => [gradient] },
  {
    name: 'value-for-gradient',
    graph: (of) => [{ value: of.value(of.output), node: of.output }],
    needs: ['weight', 'rate', 'loss'],
    formulas: ({ weight, rate, loss }) => [`${weight} - ${rate}*${loss}`],
  },
  {
    name: 'factor-missing',
    graph: (of) => single(of).map((edge) => of.with(edge, 1)),
    needs: ['factors'],
    formulas: ({ factors }) => factors.map((_, left) => factors.filter((_, at) => at !== left).join('*')),
  },
  {
    name: 'factor-twice',
    graph: (of) => single(of).map((edge) => of.with(edge, edge.local * edge.local)),
    needs: ['factors'],
    formulas: ({ factors }) => factors.map((factor) => `${factor}*${factors.join('*')}`),
  },
  { name: 'reciprocal', graph: (of) => [...of.edges.filter(({ local }) => local !== 1 && local !== 0).map((edge) => of.with(edge, 1 / edge.local)), { value: 1 / of.right }] },
  { name: 'exponent-kept', graph: (of) => of.powers.map(({ edge }) => of.with(edge, edge.local * of.value(edge.input))) },
  { name: 'exponent-not-multiplied', graph: (of) => of.powers.filter(({ exponent }) => exponent !== 2).map(({ edge, exponent }) => of.with(edge, edge.local / exponent)) },
  {
    name: 'forgot-two',
    graph: (of) => [
      ...of.powers.filter(({ exponent }) => exponent === 2).map(({ edge }) => of.with(edge, edge.local / 2)),
      ...(of.nodes.some(({ op }) => op === 'mse') ? [{ value: of.total((edge) => (of.op(edge) === 'mse' ? edge.local / 2 : edge.local)) }] : []),
    ],
  },
  { name: 'product-of-derivatives', graph: productOfDerivatives },
  { name: 'quotient-turned', graph: quotientTurned },
  {
    name: 'wrong-place',
    graph: (of) => of.functions.filter(({ input }) => input !== of.leaf).map((edge) => of.with(edge, of.localAt(edge, of.value(of.leaf)))),
    needs: ['place'],
    formulas: ({ place }) => [place],
  },
  { name: 'constant-kept', graph: constantKept },
  { name: 'own-operand', graph: (of) => of.edges.filter((edge) => of.op(edge) === 'mul' && of.value(edge.input) !== edge.local).map((edge) => of.with(edge, of.value(edge.input))) },
  { name: 'sum-for-mean', needs: ['count'], formulas: ({ answer, count }) => [`${answer}*${count}`] },
  { name: 'square-signed', needs: ['errors'], formulas: ({ errors }) => [mean(errors.map((error) => `${error}*abs${error}`))] },
  { name: 'not-squared', needs: ['errors'], formulas: ({ errors }) => [mean(errors)] },
  { name: 'absolute-error', needs: ['errors'], formulas: ({ errors }) => [mean(errors.map((error) => `abs${error}`))] },
  { name: 'layers-added', needs: ['input', 'weights'], formulas: ({ input, weights }) => [[input, ...weights].join(' + '), ...(weights.length > 1 ? [`${input}*${weights[0]} + ${weights.slice(1).join(' + ')}`] : [])] },
  { name: 'weights-added', needs: ['input', 'weights'], formulas: ({ input, weights }) => [weights.join(' + '), `(${weights.join(' + ')})*${input}`] },
  {
    name: 'layer-left-out',
    needs: ['input', 'weights'],
    formulas: ({ input, weights }) => [input, ...weights].map((_, left, all) => all.filter((_, at) => at !== left).join('*')),
  },
  { name: 'turns-added', needs: ['turns'], formulas: ({ turns }) => [turns.join(' + ')] },
  { name: 'one-wheel', needs: ['turns'], formulas: ({ turns }) => turns },
  { name: 'kinds-counted', needs: ['kinds'], formulas: ({ kinds }) => [kinds] },
  { name: 'naming-counted', needs: ['written'], formulas: ({ answer }) => [`${answer} + 1`] },
  { name: 'operands-counted', needs: ['written'], formulas: ({ written }) => [written] },
  { name: 'swapped', needs: ['prediction', 'target', 'halved'], formulas: ({ prediction, target, halved }) => [`${halved}*(${target} - ${prediction})`] },
  { name: 'percent', needs: ['percent'], formulas: ({ answer }) => [`${answer}*100`] },
  { name: 'rounded-early', needs: ['rounded'], formulas: ({ rounded }) => [rounded] },
  { name: 'not-added-up', needs: ['passes'], formulas: ({ answer, passes }) => [`${answer}/${passes}`] },
  { name: 'exponent-as-factor', needs: ['base', 'exponent'], formulas: ({ base, exponent }) => [`${base}*${exponent}`], forward: { pow: { op: 'mul' } } },
  {
    name: 'operands-swapped',
    needs: ['base', 'exponent'],
    formulas: ({ base, exponent }) => [`${exponent}**${base}`],
    forward: { sub: { op: 'sub', turned: true }, div: { op: 'div', turned: true }, pow: { op: 'pow', turned: true } },
  },
  { name: 'wrong-operation', forward: { add: { op: 'mul' }, mul: { op: 'add' }, sub: { op: 'add' }, div: { op: 'mul' } } },
  { name: 'miscounted', needs: ['base', 'exponent'], formulas: ({ base, exponent }) => [`${base}**(${exponent} - 1)`, `${base}**(${exponent} + 1)`] },
  { name: 'every-path-whole', needs: ['layers'], formulas: ({ layers }) => [`${layers}*${layers}`] },
  { name: 'work-shared', needs: ['layers'], formulas: ({ layers }) => [layers] },
  { name: 'nothing-shared', needs: ['layers'], formulas: ({ layers }) => [`${layers}*(${layers} + 1)/2`] },
  { name: 'weights-only', needs: ['layers'], formulas: ({ layers }) => [layers] },
  { name: 'first-layer-too', needs: ['layers'], formulas: ({ layers }) => [`2*${layers}`] },
  { name: 'bypass-forgotten', needs: ['product'], formulas: ({ product }) => [product] },
  { name: 'not-cut', needs: ['uncut'], formulas: ({ uncut }) => [uncut] },
  { name: 'all-cut', needs: ['uncut'], formulas: () => ['0'] },
  { name: 'no-momentum', needs: ['weight', 'rate', 'gradient', 'velocity'], formulas: ({ weight, rate, gradient, velocity }) => [`${weight} - ${rate}*(${gradient} - 0.9*${velocity})`] },
  { name: 'one-sided', needs: ['sided'], formulas: ({ sided }) => [sided] },
  { name: 'half-distance', needs: ['sided'], formulas: ({ answer }) => [`2*${answer}`] },
];

export const mistakeNamed = new Map(mistakes.map((mistake) => [mistake.name, mistake]));

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, x) => total + x, 0);

/** @param {string[]} expressions */
const mean = (expressions) => `(${expressions.join(' + ')})/${expressions.length}`;

/** The factors of the only path; none where there are several. @param {Derivation} of */
const single = (of) => (of.paths.length === 1 ? of.factors(of.paths[0]) : []);

/** Of the derivatives on each path but one is kept. @param {Derivation} of @param {(factors: Derivation['edges']) => Derivation['edges'][number] | undefined} choose @returns {Site[]} */
function keepOne(of, choose) {
  const kept = of.paths.map((path) => choose(of.factors(path)));
  if (!of.paths.some((path) => of.factors(path).length > 1)) return [];
  return [{ value: sum(kept.map((edge) => edge?.local ?? 1)), node: kept[0]?.consumer }];
}

/** (a · b)′ taken as a′ · b′. @param {Derivation} of @returns {Site[]} */
function productOfDerivatives(of) {
  return of.nodes.flatMap(({ op, inputs: [a, b] }, node) => {
    if (op !== 'mul' || !of.leads(a) || !of.leads(b)) return [];
    const [da, db] = [of.derivativeOf(a), of.derivativeOf(b)];
    return [{ value: of.right + of.gradient(node) * (da * db - da * of.value(b) - db * of.value(a)), node }];
  });
}

/** (a / b)′ with plus for minus, or with the difference turned round. @param {Derivation} of @returns {Site[]} */
function quotientTurned(of) {
  const divisors = of.edges.filter((edge) => of.op(edge) === 'div' && edge.slot === 1);
  return divisors.flatMap(({ consumer }) => [[1], [0, 1]].map((slots) => ({
    value: of.total((edge) => (edge.consumer === consumer && slots.includes(edge.slot) ? -edge.local : edge.local)), node: consumer,
  })));
}

/** (u + c)′ taken as u′ + c. @param {Derivation} of @returns {Site[]} */
function constantKept(of) {
  return of.nodes.flatMap(({ op, inputs }, node) => {
    if (op !== 'add' && op !== 'sub') return [];
    const slot = inputs.findIndex((input) => of.nodes[input].kind === 'constant');
    if (slot < 0 || !of.leads(inputs[1 - slot])) return [];
    const constant = of.value(inputs[slot]);
    return [{ value: of.right + of.gradient(node) * (op === 'sub' && slot === 1 ? -constant : constant), node }];
  });
}

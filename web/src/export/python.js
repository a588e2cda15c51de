// What the scripts in Python have in common: how numbers are written, what the settings mean, and the rate of each step.

/** @import { Settings } from '../types.js' */
/** @import { NetworkState, Parameter } from './state.js' */
/** @import { Reals } from './numbers.js' */
import { base64, lists, littleEndian, pythonNumber } from './numbers.js';

/** A tensor of more numbers is written as bytes. */
const MOST_WRITTEN = 4096;

/** Code of a tensor: `tensor` of lists, or `packed` of bytes. @param {Reals} values @param {number[]} shape */
export function tensorCode(values, shape) {
  const dtype = values instanceof Float64Array ? 'float64' : 'float32';
  if (values.length > MOST_WRITTEN) return `packed("${base64(littleEndian(values))}", (${shape.join(', ')},))`;
  return `tensor(${lists(values, shape, (x) => pythonNumber(x, dtype))})`;
}

/** A dictionary of tensors by name. @param {string} name @param {[string, Reals, number[]][]} entries */
export const dictionary = (name, entries) => `${name} = {\n${entries.map(([key, values, shape]) => `    "${key}": ${tensorCode(values, shape)},\n`).join('')}}`;

/** @param {NetworkState} state @param {(parameter: Parameter) => string} nameOf @param {(parameter: Parameter) => Reals} of @returns {[string, Reals, number[]][]} */
export const entriesOf = ({ parameters }, nameOf, of) => parameters.map((parameter) => [nameOf(parameter), of(parameter), parameter.shape]);

/** @param {number} x */
const number = (x) => pythonNumber(x, 'float64');

/** The learning rate of a step, the first of which is 0, as an expression. @type {Record<string, (options: Settings) => string>} */
const RATES = {
  constant: ({ lr }) => number(lr),
  step: ({ lr, gamma, step_size }) => `${number(lr)} * ${number(gamma)} ** (step // ${step_size})`,
  exponential: ({ lr, gamma }) => `${number(lr)} * ${number(gamma)} ** step`,
  cosine: ({ lr, eta_min, T_max }) => `annealed(${number(lr)}, ${number(eta_min)}, step / ${T_max})`,
  linear: ({ lr, start_factor, total_iters }) => `${number(lr)} * (${number(start_factor)} + (1 - ${number(start_factor)}) * min(step, ${total_iters}) / ${total_iters})`,
  one_cycle: ({ lr, div_factor, final_div_factor, pct_start, total_steps }) => {
    const [first, last, end] = [lr / div_factor, lr / div_factor / final_div_factor, total_steps - 1];
    const peak = pct_start * total_steps - 1;
    const rise = `annealed(${number(first)}, ${number(lr)}, ${peak > 0 ? `at / ${number(peak)}` : '1'})`;
    return `${rise} if (at := min(step, ${end})) <= ${number(peak)} else annealed(${number(lr)}, ${number(last)}, (at - ${number(peak)}) / ${number(end - peak)})`;
  },
};

/** @param {Settings} options */
export function rateCode(options) {
  const rate = RATES[options.schedule](options);
  const annealed = `def annealed(start, end, share):
    """Half a cosine from start at share 0 to end at share 1."""
    return end + (start - end) / 2 * (1 + math.cos(math.pi * share))


`;
  return `${rate.includes('annealed') ? annealed : ''}def rate(step):
    """The learning rate of a step, counted from 0."""
    return ${rate}`;
}

/** What a null in the settings stands for. @param {Settings} options */
export const settled = ({ optimizer, eps, weight_decay, ...rest }) => ({
  ...rest, optimizer, eps: eps ?? (optimizer === 'adagrad' ? 1e-10 : 1e-8), weight_decay: weight_decay ?? (optimizer === 'adamw' ? 0.01 : 0),
});

/** Why nothing can be proved of a state, if so. @param {NetworkState} state */
export function expectProvable({ options, finite }) {
  if (options.fault !== 'none') throw new Error(`[fault] with ${options.fault} the gradients are wrong on purpose, and no script could agree; fault none would be right`);
  if (!finite) throw new Error('[export] the next step is not finite, so there is nothing to compare; an earlier step would be right');
}

/** How near a gradient must be to float64's, beside the error that this script's own arithmetic makes. */
export const BOUND = { float32: '1e-5', float64: '1e-9' };

/** Lines in one sentence: what the network is. @param {NetworkState} state */
export const describe = ({ widths, options, step }) =>
  `A network of the backpropagation playground, ${widths.join('-')}, ${options.loss} by ${options.optimizer}, as it is after ${step} ${step === 1 ? 'step' : 'steps'}.`;

/** The examples and what they should give, for all scripts. @param {NetworkState} state */
export function rowsCode({ batch, training, widths, options }) {
  const code = (/** @type {import('./state.js').Rows} */ { x, target, count }) =>
    [tensorCode(x, [count, widths[0]]), tensorCode(target, options.loss === 'cross_entropy' ? [count] : [count, target.length / count])];
  const [batchX, batchTarget] = code(batch);
  const [x, target] = code(training);
  return `# The batch that the run is at, and all examples for training.
BATCH_X = ${batchX}
BATCH_TARGET = ${batchTarget}
TRAIN_X = ${x}
TRAIN_TARGET = ${target}`;
}

/** Indents all lines that are not empty. @param {string} code @param {number} spaces */
export const indented = (code, spaces) => code.replace(/^(?=.)/gm, ' '.repeat(spaces));

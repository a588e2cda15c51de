// A script for NumPy or JAX: everything but how a network's gradients are computed, in which the two differ.

/** @import { Settings } from '../types.js' */
/** @import { Memory, NetworkState } from './state.js' */
import { pythonNumber } from './numbers.js';
import { BOUND, describe, dictionary, entriesOf, expectProvable, rateCode, rowsCode, settled, tensorCode } from './python.js';

/** @typedef {{ module: 'np' | 'jnp', name: string, imports: string, gradients: string }} Dialect `gradients` defines loss_of and gradients_of(weights, x, target, masks) */

/** @param {number} x */
const number = (x) => pythonNumber(x, 'float64');

/** What each optimizer remembers, in the order in which its code takes them. @param {Settings} options @returns {Memory[]} */
function memoriesOf({ optimizer, momentum, centered, amsgrad }) {
  if (optimizer === 'sgd') return momentum > 0 ? ['velocity'] : [];
  if (optimizer === 'adagrad') return ['second'];
  if (optimizer === 'rmsprop') return ['second', ...(centered ? /** @type {Memory[]} */ (['first']) : []), ...(momentum > 0 ? /** @type {Memory[]} */ (['velocity']) : [])];
  return ['first', 'second', ...(amsgrad ? /** @type {Memory[]} */ (['largest']) : [])];
}

/** Lines that make an update of a gradient g. @type {Record<string, (options: Settings, np: string) => string[]>} */
const UPDATES = {
  sgd: ({ momentum, dampening, nesterov }) =>
    momentum > 0
      ? [`velocity = g if t == 1 else ${number(momentum)} * velocity + ${number(1 - dampening)} * g`, `update = -lr * ${nesterov ? `(g + ${number(momentum)} * velocity)` : 'velocity'}`]
      : ['update = -lr * g'],
  adagrad: ({ lr_decay, eps }, np) => ['second = second + g * g', `update = -lr / (1 + (t - 1) * ${number(lr_decay)}) * g / (${np}.sqrt(second) + ${number(eps)})`],
  rmsprop: ({ alpha, eps, momentum, centered }, np) => [
    `second = ${number(alpha)} * second + (1 - ${number(alpha)}) * g * g`,
    ...(centered ? [`first = ${number(alpha)} * first + (1 - ${number(alpha)}) * g`] : []),
    `update = g / (${np}.sqrt(${centered ? 'second - first * first' : 'second'}) + ${number(eps)})`,
    ...(momentum > 0 ? [`velocity = ${number(momentum)} * velocity + update`, 'update = -lr * velocity'] : ['update = -lr * update']),
  ],
  adam: ({ betas: [beta1, beta2], eps, amsgrad }, np) => [
    `first = ${number(beta1)} * first + (1 - ${number(beta1)}) * g`,
    `second = ${number(beta2)} * second + (1 - ${number(beta2)}) * g * g`,
    ...(amsgrad ? [`largest = ${np}.maximum(largest, second)`] : []),
    `update = -lr / (1 - ${number(beta1)}**t) * first / (${np}.sqrt(${amsgrad ? 'largest' : 'second'}) / math.sqrt(1 - ${number(beta2)}**t) + ${number(eps)})`,
  ],
  adamw: (options, np) => [...UPDATES.adam(options, np), `update = update - lr * ${number(options.weight_decay)} * weights[name]`],
};

/** @param {Settings} options settled @param {string} np */
function stepCode(options, np) {
  const { clip_norm, clip_value, weight_decay, optimizer, l1 } = options;
  const names = memoriesOf(options);
  const change = [
    ...(clip_norm === null ? [] : ['g = g * scale']),
    ...(clip_value === null ? [] : [`g = ${np}.clip(g, ${number(-clip_value)}, ${number(clip_value)})`]),
    ...(weight_decay > 0 && optimizer !== 'adamw' ? [`g = g + ${number(weight_decay)} * weights[name]`] : []),
    ...(l1 > 0 ? [`g = g + ${number(l1)} * ${np}.sign(weights[name])`] : []),
    ...(names.length ? [`${names.join(', ')}${names.length === 1 ? ',' : ''} = memory[name]`] : []),
    ...UPDATES[optimizer](options, np),
    ...(names.length ? [`remembered[name] = (${names.join(', ')}${names.length === 1 ? ',' : ''})`] : []),
    'updates[name] = update',
  ];
  return `def step_of(weights, gradients, memory, step):
    """The update of each tensor, and what the optimizer remembers then; t counts updates from 1."""
    lr, t = rate(step), step + 1
    updates, remembered = {}, {}
${clip_norm === null ? '' : `    norm = math.sqrt(sum(float((g * g).sum()) for g in gradients.values()))\n    scale = min(1.0, ${number(clip_norm)} / (norm + 1e-6))\n`}    for name, g in gradients.items():
${change.map((line) => `        ${line}\n`).join('')}    return updates, remembered`;
}

/** What the optimizer remembers. @param {NetworkState} state */
function memoryCode({ parameters, options, step, dtype }) {
  const names = memoriesOf(options);
  if (names.length === 0) return 'MEMORY = {}';
  const fresh = (/** @type {Memory} */ name, /** @type {number} */ size) =>
    new (dtype === 'float64' ? Float64Array : Float32Array)(size).fill(name === 'second' && options.optimizer === 'adagrad' ? options.initial_accumulator_value : 0);
  const rows = parameters.map(({ name, shape, value, memory }) =>
    `    "${name}": (${names.map((which) => tensorCode((step > 0 && memory[which]) || fresh(which, value.length), shape)).join(', ')},),\n`);
  return `# What the optimizer remembers: ${names.join(', ')}.\nMEMORY = {\n${rows.join('')}}`;
}

/** @param {NetworkState} state @param {Dialect} dialect */
export function arrayScript(state, { module: np, name: library, imports, gradients }) {
  expectProvable(state);
  const { options, dtype, step, lr, batch, widths } = state;
  const settings = settled(options);
  const called = (/** @type {{ name: string }} */ { name }) => name;
  const masks = batch.masks.map((mask, at) => tensorCode(mask, [batch.count, widths[at + 1]]));
  return `"""${describe(state)}

python network.py                 proves every gradient and the next step, then trains
python network.py --steps 0       the proof alone

It needs nothing but ${library}.
"""

import argparse
import base64
import math

${imports}
import numpy as np

DTYPE = np.${dtype}
STEP = ${step}


def tensor(numbers):
    return np.array(numbers, dtype=DTYPE)


def packed(text, shape):
    """Numbers as their bytes, the least significant first."""
    return np.frombuffer(base64.b64decode(text), dtype=np.dtype(DTYPE).newbyteorder('<')).astype(DTYPE).reshape(shape)


# W are (outputs, inputs), as in PyTorch.
${dictionary('WEIGHTS', entriesOf(state, called, ({ value }) => value))}
# Of the batch, as the playground computed them; and what its next step adds.
${dictionary('GRADIENTS', entriesOf(state, called, ({ gradient }) => gradient))}
${dictionary('UPDATES', entriesOf(state, called, ({ update }) => update))}
${memoryCode(state)}
${rowsCode(state)}
# What dropout keeps of each hidden layer in that batch.
MASKS = [${masks.join(', ')}]


${gradients}

${rateCode(options)}


${stepCode(settings, np)}


def prove_gradients():
    """Every gradient of the playground against float64's; how far ${dtype} is from that here says how far rounding may lead."""
    def gradients_in(dtype):
        found = gradients_of({name: w.astype(dtype) for name, w in WEIGHTS.items()}, BATCH_X.astype(dtype), BATCH_TARGET.astype(dtype), [m.astype(dtype) for m in MASKS])
        return {name: np.asarray(g, dtype=np.float64) for name, g in found.items()}

    exact, rounded = gradients_in(np.float64), gradients_in(DTYPE)
    count = 0
    for name, ours in GRADIENTS.items():
        bound = ${BOUND[dtype]} * abs(exact[name]).max() + 8 * abs(rounded[name] - exact[name]).max()
        error = abs(ours - exact[name]).max()
        assert error <= bound, f'the gradient of {name} is off by {error:.3g}, more than {bound:.3g}'
        count += ours.size
    print(f'{count} gradients agree.')


def prove_step():
    """From the same gradients, the same step."""
    assert math.isclose(rate(STEP), ${number(lr)}, rel_tol=1e-12), f'the rate is {rate(STEP)}, not ${number(lr)}'
    updates, _ = step_of(WEIGHTS, GRADIENTS, MEMORY, STEP)
    for name, ours in UPDATES.items():
        bound = ${BOUND[dtype]} * abs(ours).max() + ${dtype === 'float32' ? '2.5e-7' : '1e-15'} * abs(WEIGHTS[name]).max()
        error = abs(np.asarray(updates[name]) - ours).max()
        assert error <= bound, f'the step of {name} is off by {error:.3g}, more than {bound:.3g}'
    print('The next step agrees.')


def train(steps):
    """Goes on from here. The order of the examples is NumPy's own."""
    weights, memory = WEIGHTS, MEMORY
    chance = np.random.default_rng(${options.seed})
    order = np.arange(0)
    for step in range(STEP, STEP + steps):
        if len(order) == 0:
            order = ${options.shuffle ? 'chance.permutation(len(TRAIN_X))' : 'np.arange(len(TRAIN_X))'}
        rows, order = order[:${options.batch_size}], order[${options.batch_size}:]
        masks = [${options.dropout > 0 ? `((chance.random((len(rows), units)) >= ${number(options.dropout)}) / ${number(1 - options.dropout)}).astype(DTYPE) for units in ${JSON.stringify(widths.slice(1, -1))}` : ''}]
        gradients = gradients_of(weights, TRAIN_X[rows], TRAIN_TARGET[rows], masks)
        updates, memory = step_of(weights, gradients, memory, step)
        weights = {name: (w + updates[name]).astype(DTYPE) for name, w in weights.items()}
    print(f'After {STEP + steps} steps the loss on the training set is {float(loss_of(weights, TRAIN_X, TRAIN_TARGET)):.6g}.')
    return weights


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--steps', type=int, default=1000)
    parser.add_argument('--out', help='where to save the weights, such as weights.npz')
    given = parser.parse_args()
    prove_gradients()
    prove_step()
    weights = train(given.steps)
    if given.out:
        np.savez(given.out, **weights)


if __name__ == '__main__':
    main()
`;
}

// A PyTorch script: the network with its exact weights, a proof of every gradient and of the next step, then training, on one process or many.

/** @import { Settings } from '../types.js' */
/** @import { Memory, NetworkState } from './state.js' */
import { BOUND, describe, dictionary, entriesOf, expectProvable, rateCode, rowsCode, settled, tensorCode } from './python.js';
import { hasDropout } from './state.js';
import { LOSSES, MEMORIES, MODULES, number, OPTIMIZERS } from './torch-names.js';

const FUNCTION = `class Function(nn.Module):
    """A function as a layer."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


`;

const DROPPING = `class Dropping(nn.Sequential):
    """Layers in a row, whose dropout may be told what it keeps."""

    def forward(self, x, masks=()):
        masks = iter(masks)
        for layer in self:
            mask = next(masks, None) if isinstance(layer, nn.Dropout) else None
            x = layer(x) if mask is None else x * mask
        return x


`;

/** The layers. @param {NetworkState} state */
function networkCode({ parameters, widths, activations, options }) {
  const named = new Set(parameters.map(({ name }) => name));
  const layers = activations.flatMap((activation, at) => [
    `nn.Linear(${widths[at]}, ${widths[at + 1]}${named.has(`b${at + 1}`) ? '' : ', bias=False'})`,
    ...(activation === 'identity' ? [] : [MODULES[activation]]),
    ...(hasDropout(options, at, activations.length) ? [`nn.Dropout(${number(options.dropout)})`] : []),
  ]);
  const row = options.dropout > 0 ? 'Dropping' : 'nn.Sequential';
  return `${layers.some((layer) => layer.startsWith('Function')) ? FUNCTION : ''}${options.dropout > 0 ? DROPPING : ''}def build():
    """The network, with the weights of the run."""
    network = ${row}(
${layers.map((layer) => `        ${layer},\n`).join('')}    )
    network.to(DTYPE).load_state_dict(WEIGHTS)
    return network`;
}

/** What is done to gradients before the optimizer sees them. @param {Settings} options */
function clipCode({ clip_norm, clip_value, l1 }) {
  const lines = [
    ...(clip_norm === null ? [] : [`nn.utils.clip_grad_norm_(parameters, ${number(clip_norm)})`]),
    ...(clip_value === null ? [] : [`nn.utils.clip_grad_value_(parameters, ${number(clip_value)})`]),
    ...(l1 > 0 ? ['for parameter in parameters:', `    parameter.grad += ${number(l1)} * parameter.detach().sign()`] : []),
  ];
  return lines.map((line) => `    ${line}\n`).join('');
}

/** @param {NetworkState} state */
function memoryCode({ parameters, options, step }) {
  const called = MEMORIES[options.optimizer];
  const slots = /** @type {Memory[]} */ (Object.keys(parameters[0].memory));
  const dictionaries = slots.map((slot) => `${dictionary(`MEMORY_${slot.toUpperCase()}`, parameters.map(({ key, shape, memory }) => [key, /** @type {import('./numbers.js').Reals} */ (memory[slot]), shape]))}\n`);
  const steps = options.optimizer === 'sgd' ? '' : `'step': torch.tensor(${number(step)}), `;
  return {
    numbers: dictionaries.length ? `# What the optimizer remembers.\n${dictionaries.join('')}` : '',
    load: slots.length === 0 ? '' : `    for name, parameter in network.named_parameters():
        optimizer.state[parameter] = {${steps}${slots.map((slot) => `'${called[slot]}': MEMORY_${slot.toUpperCase()}[name].clone().to(DEVICE)`).join(', ')}}
`,
  };
}

/** @param {NetworkState} state */
export function toPyTorch(state) {
  expectProvable(state);
  const { options, dtype, step, lr, batch, widths } = state;
  const settings = settled(options);
  const memory = memoryCode(state);
  const key = (/** @type {{ key: string }} */ parameter) => parameter.key;
  const masks = batch.masks.length === 0 ? '' : `MASKS = [${batch.masks.map((mask, at) => tensorCode(mask, [batch.count, widths[at + 1]])).join(', ')}]\n`;
  const mean = options.reduction === 'mean';
  return `"""${describe(state)}

python network.py                              proves every gradient and the next step, then trains
torchrun --nproc_per_node=2 network.py         the same, on two processes or more
python network.py --steps 0                    the proof alone
python network.py --steps 5000 --out w.pt      trains for longer, and saves the weights

It needs nothing but PyTorch.
"""

import argparse
import base64
import math
import os

import torch
import torch.distributed
import torch.nn.functional as F
from torch import nn
from torch.nn.parallel import DistributedDataParallel

DTYPE = torch.${dtype}
STEP = ${step}
RANK = int(os.environ.get('RANK', 0))
PROCESSES = int(os.environ.get('WORLD_SIZE', 1))
DEVICE = torch.device('cuda', int(os.environ.get('LOCAL_RANK', 0))) if torch.cuda.is_available() else torch.device('cpu')


def tensor(numbers):
    return torch.tensor(numbers, dtype=DTYPE)


def packed(text, shape):
    """Numbers as their bytes, the least significant first."""
    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=DTYPE).reshape(shape)


${dictionary('WEIGHTS', entriesOf(state, key, ({ value }) => value))}
# Of the batch, as the playground computed them; and what its next step adds.
${dictionary('GRADIENTS', entriesOf(state, key, ({ gradient }) => gradient))}
${dictionary('UPDATES', entriesOf(state, key, ({ update }) => update))}
${memory.numbers}${rowsCode(state)}
${masks}

${networkCode(state)}


def loss_sum(output, target):
    """The loss of each example or output, added up."""
    return ${LOSSES[options.loss](options)}


${rateCode(options)}


def distributed(network):
    """The network on its device; of several processes, each has one, and their gradients are averaged."""
    network = network.to(DEVICE)
    return DistributedDataParallel(network) if PROCESSES > 1 else network


def share_of_loss(network, x, target, *masks):
    """The part of a batch's loss that this process computes. Gradients are averaged over processes, so each counts its part as often as there are any."""
    mine = slice(RANK, None, PROCESSES)
    output = network(x[mine].to(DEVICE)${masks ? ', *[[mask[mine].to(DEVICE) for mask in each] for each in masks]' : ''})
    return loss_sum(output, target[mine].to(DEVICE)) * (PROCESSES${mean ? ' / target.numel()' : ''})


def say(*words):
    if RANK == 0:
        print(*words)


def gradients_in(dtype):
    """The gradients of the batch, computed with numbers of this type."""
    network = build().to(dtype)
    whole = distributed(network)  # It averages while it is held.
    share_of_loss(whole, BATCH_X.to(dtype), BATCH_TARGET.to(dtype)${masks ? ', [mask.to(dtype) for mask in MASKS]' : ''}).backward()
    return {name: parameter.grad.detach().double().cpu() for name, parameter in network.named_parameters()}


def prove_gradients():
    """Every gradient of the playground against PyTorch's in float64; how far PyTorch's own ${dtype} is from that says how far rounding may lead."""
    exact, rounded = gradients_in(torch.float64), gradients_in(DTYPE)
    count = 0
    for name, theirs in GRADIENTS.items():
        bound = ${BOUND[dtype]} * exact[name].abs().max() + 8 * (rounded[name] - exact[name]).abs().max()
        error = (theirs.double() - exact[name]).abs().max()
        assert error <= bound, f'the gradient of {name} is off by {error:.3g}, more than {bound:.3g}'
        count += theirs.numel()
    say(f'{count} gradients agree.')


def optimizer_of(network, lr):
    parameters = list(network.parameters())
    optimizer = torch.optim.${OPTIMIZERS[options.optimizer](settings)}
${memory.load}    return optimizer


def make_step(network, optimizer, step):
    """An update from the gradients that the parameters have."""
    parameters = list(network.parameters())
${clipCode(options)}    for group in optimizer.param_groups:
        group['lr'] = rate(step)
    optimizer.step()


def prove_step():
    """From the same gradients, PyTorch's optimizer makes the same step."""
    assert math.isclose(rate(STEP), ${number(lr)}, rel_tol=1e-12), f'the rate is {rate(STEP)}, not ${number(lr)}'
    network = build().to(DEVICE)
    for name, parameter in network.named_parameters():
        parameter.grad = GRADIENTS[name].clone().to(DEVICE)
    make_step(network, optimizer_of(network, rate(STEP)), STEP)
    for name, parameter in network.named_parameters():
        before, update = WEIGHTS[name].double(), UPDATES[name].double()
        bound = ${BOUND[dtype]} * update.abs().max() + ${dtype === 'float32' ? '2.5e-7' : '1e-15'} * before.abs().max()
        error = (parameter.detach().double().cpu() - (before + update)).abs().max()
        assert error <= bound, f'after the step {name} is off by {error:.3g}, more than {bound:.3g}'
    say('The next step agrees.')


def train(steps):
    """Goes on from here. The order of the examples is PyTorch's own."""
    network = build()
    whole = distributed(network)
    optimizer = optimizer_of(network, rate(STEP))
    chance = torch.Generator().manual_seed(${options.seed})
    order = torch.empty(0, dtype=torch.long)
    for step in range(STEP, STEP + steps):
        if len(order) == 0:
            order = torch.${options.shuffle ? 'randperm(len(TRAIN_X), generator=chance)' : 'arange(len(TRAIN_X))'}
        rows, order = order[:${options.batch_size}], order[${options.batch_size}:]
        optimizer.zero_grad()
        share_of_loss(whole, TRAIN_X[rows], TRAIN_TARGET[rows]).backward()
        make_step(network, optimizer, step)
    network.eval()
    with torch.no_grad():
        total = loss_sum(network(TRAIN_X.to(DEVICE)), TRAIN_TARGET.to(DEVICE))${mean ? ' / TRAIN_TARGET.numel()' : ''}
    say(f'After {STEP + steps} steps the loss on the training set is {total.item():.6g}.')
    return network


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--steps', type=int, default=1000)
    parser.add_argument('--out')
    given = parser.parse_args()
    torch.manual_seed(${options.seed})
    if PROCESSES > 1:
        torch.distributed.init_process_group('nccl' if DEVICE.type == 'cuda' else 'gloo')
    prove_gradients()
    prove_step()
    network = train(given.steps)
    if given.out and RANK == 0:
        torch.save(network.state_dict(), given.out)
    if PROCESSES > 1:
        torch.distributed.destroy_process_group()


if __name__ == '__main__':
    main()
`;
}

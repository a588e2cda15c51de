// What PyTorch calls activations, losses, optimizers, and what these remember.

/** @import { Settings } from '../types.js' */
/** @import { Memory } from './state.js' */
import { pythonNumber } from './numbers.js';

/** @param {number} x */
export const number = (x) => pythonNumber(x, 'float64');

/** @type {Record<string, string>} */
export const MODULES = {
  tanh: 'nn.Tanh()', sigmoid: 'nn.Sigmoid()', relu: 'nn.ReLU()', leaky_relu: 'nn.LeakyReLU()', elu: 'nn.ELU()', selu: 'nn.SELU()', gelu: 'nn.GELU()',
  gelu_tanh: "nn.GELU(approximate='tanh')", silu: 'nn.SiLU()', mish: 'nn.Mish()', relu6: 'nn.ReLU6()', softplus: 'nn.Softplus()', softsign: 'nn.Softsign()',
  hardtanh: 'nn.Hardtanh()', logsigmoid: 'nn.LogSigmoid()', sin: 'Function(torch.sin)', square: 'Function(torch.square)',
};

/** The sum over a batch. @type {Record<string, (options: Settings) => string>} */
export const LOSSES = {
  mse: () => "F.mse_loss(output, target, reduction='sum')",
  l1: () => "F.l1_loss(output, target, reduction='sum')",
  huber: ({ delta }) => `F.huber_loss(output, target, reduction='sum', delta=${number(delta)})`,
  smooth_l1: () => "F.smooth_l1_loss(output, target, reduction='sum')",
  bce_with_logits: () => "F.binary_cross_entropy_with_logits(output, target, reduction='sum')",
  cross_entropy: () => "F.cross_entropy(output, target.long(), reduction='sum')",
  hinge: () => 'F.relu(1 - target * output).sum()',
};

/** @type {Record<string, (options: Settings) => string>} */
export const OPTIMIZERS = {
  sgd: ({ momentum, dampening, nesterov, weight_decay }) =>
    `SGD(parameters, lr=lr, momentum=${number(momentum)}, dampening=${number(dampening)}, nesterov=${nesterov && momentum > 0 ? 'True' : 'False'}, weight_decay=${number(weight_decay)})`,
  adagrad: ({ lr_decay, weight_decay, initial_accumulator_value, eps }) =>
    `Adagrad(parameters, lr=lr, lr_decay=${number(lr_decay)}, weight_decay=${number(weight_decay)}, initial_accumulator_value=${number(initial_accumulator_value)}, eps=${number(eps)})`,
  rmsprop: ({ alpha, eps, weight_decay, momentum, centered }) =>
    `RMSprop(parameters, lr=lr, alpha=${number(alpha)}, eps=${number(eps)}, weight_decay=${number(weight_decay)}, momentum=${number(momentum)}, centered=${centered ? 'True' : 'False'})`,
  adam: (options) => `Adam(${adam(options)})`,
  adamw: (options) => `AdamW(${adam(options)})`,
};

/** @param {Settings} options */
const adam = ({ betas, eps, weight_decay, amsgrad }) =>
  `parameters, lr=lr, betas=(${betas.map(number).join(', ')}), eps=${number(eps)}, weight_decay=${number(weight_decay)}, amsgrad=${amsgrad ? 'True' : 'False'}`;

/** What PyTorch calls what an optimizer remembers. @type {Record<string, Partial<Record<Memory, string>>>} */
export const MEMORIES = {
  sgd: { velocity: 'momentum_buffer' },
  adagrad: { second: 'sum' },
  rmsprop: { first: 'grad_avg', second: 'square_avg', velocity: 'momentum_buffer' },
  adam: { first: 'exp_avg', second: 'exp_avg_sq', largest: 'max_exp_avg_sq' },
  adamw: { first: 'exp_avg', second: 'exp_avg_sq', largest: 'max_exp_avg_sq' },
};

// Ten runs that are exported and read again: shallow and deep, each loss, each optimizer, and what changes a gradient or a rate.

/** @type {{ name: string, steps: number, config: Record<string, any> }[]} */
export const models = [
  { name: 'line', steps: 0, config: { dataset: 'reg-plane', layers: [2, 1], loss: 'mse', lr: 0.03 } },
  { name: 'xor', steps: 57, config: { dataset: 'xor', layers: [2, 4, 3, 1], activation: ['relu', 'tanh'], optimizer: 'adam', lr: 0.03, seed: 3 } },
  { name: 'spiral', steps: 200, config: { dataset: 'spiral', layers: [2, 8, 8, 2], activation: 'gelu', loss: 'cross_entropy', optimizer: 'adamw', weight_decay: 0.05, amsgrad: true, lr: 0.01, schedule: 'cosine', T_max: 500 } },
  { name: 'features', steps: 31, config: { dataset: 'circle', layers: [5, 4, 1], features: ['x', 'y', 'x^2', 'xy', 'sin(x)'], standardize: true, activation: 'selu', loss: 'bce_with_logits', momentum: 0.9, nesterov: true, weight_decay: 0.001, lr: 0.05 } },
  { name: 'hinge', steps: 40, config: { dataset: 'moons', layers: [2, 6, 1], activation: 'leaky_relu', loss: 'hinge', optimizer: 'rmsprop', momentum: 0.5, centered: true, reduction: 'sum', lr: 0.002, clip_norm: 1 } },
  { name: 'robust', steps: 25, config: { dataset: 'sin', layers: [1, 8, 8, 1], activation: ['mish', 'silu'], loss: 'huber', delta: 0.3, optimizer: 'adagrad', lr_decay: 0.01, initial_accumulator_value: 0.1, lr: 0.1, l1: 0.001, batch_size: 7 } },
  { name: 'deep', steps: 12, config: { dataset: 'abs', layers: [1, 3, 3, 3, 3, 3, 1], activation: ['tanh', 'softsign', 'softplus', 'elu', 'sin'], loss: 'smooth_l1', optimizer: 'adam', betas: [0.8, 0.99], eps: 1e-6, lr: 0.01, schedule: 'one_cycle', total_steps: 60, clip_value: 0.05 } },
  { name: 'double', steps: 77, config: { dataset: 'poly', layers: [1, 5, 5, 1], activation: ['gelu_tanh', 'hardtanh'], loss: 'l1', momentum: 0.8, dampening: 0.3, dtype: 'float64', bias: [true, false, true], schedule: 'step', step_size: 30, gamma: 0.5 } },
  { name: 'dropout', steps: 90, config: { dataset: 'gauss', layers: [2, 10, 6, 1], activation: ['relu6', 'logsigmoid'], output_activation: 'sigmoid', dropout: 0.25, optimizer: 'adam', lr: 0.02, schedule: 'linear', total_iters: 200 } },
  { name: 'iris', steps: 60, config: { data: 'iris', layers: [4, 80, 60, 3], activation: ['square', 'sigmoid'], loss: 'cross_entropy', init: 'xavier_normal', standardize: true, lr: 0.05, schedule: 'exponential', gamma: 0.999, batch_size: 16 } },
];

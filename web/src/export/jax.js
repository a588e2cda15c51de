// A JAX script: the network with its exact weights, and a proof that jax.grad gives the same gradients.

/** @import { NetworkState } from './state.js' */
import { arrayScript } from './array-script.js';
import { ACTIVATIONS, LOSSES } from './functions.js';

/** @param {NetworkState} state */
export function toJax(state) {
  const { parameters, activations, options } = state;
  const biased = new Set(parameters.map(({ name }) => name));
  const layers = activations.flatMap((activation, at) => [
    `    z = x @ weights['W${at + 1}'].T${biased.has(`b${at + 1}`) ? ` + weights['b${at + 1}']` : ''}\n`,
    `    x = ${ACTIVATIONS[activation].jax}${options.dropout > 0 && at < activations.length - 1 ? ` * (masks[${at}] if masks else 1)` : ''}\n`,
  ]);
  const gradients = `def forward(weights, x, masks):
${layers.join('')}    return x


def loss_of(weights, x, t, masks=()):
    p = forward(weights, x, masks)
    return ${LOSSES[options.loss](options).jax}${options.reduction === 'mean' ? ' / jnp.size(t)' : ''}


gradients_of = jax.jit(jax.grad(loss_of))

`;
  const imports = `import jax
import jax.numpy as jnp`;
  return arrayScript(state, { module: 'jnp', name: 'JAX', imports, gradients }).replace('\nDTYPE', "\njax.config.update('jax_enable_x64', True)  # The proof compares with float64.\nDTYPE");
}

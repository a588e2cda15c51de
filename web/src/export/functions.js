// Activations and losses as NumPy computes them, with their derivatives, and as JAX does.

/** @import { Settings } from '../types.js' */
import { pythonNumber } from './numbers.js';

const ALPHA = '1.6732632423543772';
const SCALE = '1.0507009873554805';
const INNER = 'math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)';

/** What NumPy lacks. */
export const HELPERS = {
  sigmoid: `def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
`,
  normal: `def normal(z):
    """The normal distribution's share below z."""
    return (1 + np.vectorize(math.erf, otypes=[float])(z / math.sqrt(2)).astype(z.dtype)) / 2
`,
  softmax: `def softmax(z):
    shifted = np.exp(z - z.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)
`,
};

/** Value and slope at z, and JAX's value. @type {Record<string, { value: string, slope: string, jax: string }>} */
export const ACTIVATIONS = {
  identity: { value: 'z', slope: 'np.ones_like(z)', jax: 'z' },
  tanh: { value: 'np.tanh(z)', slope: '1 - np.tanh(z)**2', jax: 'jnp.tanh(z)' },
  sigmoid: { value: 'sigmoid(z)', slope: 'sigmoid(z) * sigmoid(-z)', jax: 'jax.nn.sigmoid(z)' },
  relu: { value: 'np.maximum(z, 0)', slope: 'z > 0', jax: 'jax.nn.relu(z)' },
  leaky_relu: { value: 'np.where(z > 0, z, 0.01 * z)', slope: 'np.where(z > 0, 1, 0.01).astype(z.dtype)', jax: 'jax.nn.leaky_relu(z, 0.01)' },
  elu: { value: 'np.where(z > 0, z, np.expm1(np.minimum(z, 0)))', slope: 'np.exp(np.minimum(z, 0))', jax: 'jax.nn.elu(z)' },
  selu: {
    value: `${SCALE} * np.where(z > 0, z, ${ALPHA} * np.expm1(np.minimum(z, 0)))`, jax: 'jax.nn.selu(z)',
    slope: `${SCALE} * np.where(z > 0, np.ones_like(z), ${ALPHA} * np.exp(np.minimum(z, 0)))`,
  },
  gelu: { value: 'z * normal(z)', slope: 'normal(z) + z * np.exp(-z**2 / 2) / math.sqrt(2 * math.pi)', jax: 'jax.nn.gelu(z, approximate=False)' },
  gelu_tanh: {
    value: `z * (1 + np.tanh(${INNER})) / 2`, jax: 'jax.nn.gelu(z, approximate=True)',
    slope: `(1 + np.tanh(${INNER})) / 2 + z * (1 - np.tanh(${INNER})**2) / 2 * math.sqrt(2 / math.pi) * (1 + 0.134145 * z**2)`,
  },
  silu: { value: 'z * sigmoid(z)', slope: 'sigmoid(z) + z * sigmoid(z) * sigmoid(-z)', jax: 'jax.nn.silu(z)' },
  mish: {
    value: 'z * np.tanh(np.logaddexp(0, z))', jax: 'z * jnp.tanh(jax.nn.softplus(z))',
    slope: 'np.tanh(np.logaddexp(0, z)) + z * (1 - np.tanh(np.logaddexp(0, z))**2) * sigmoid(z)',
  },
  relu6: { value: 'np.clip(z, 0, 6)', slope: '(z > 0) & (z < 6)', jax: 'jax.nn.relu6(z)' },
  softplus: { value: 'np.logaddexp(0, z)', slope: 'sigmoid(z)', jax: 'jax.nn.softplus(z)' },
  softsign: { value: 'z / (1 + abs(z))', slope: '1 / (1 + abs(z))**2', jax: 'jax.nn.soft_sign(z)' },
  hardtanh: { value: 'np.clip(z, -1, 1)', slope: 'abs(z) < 1', jax: 'jax.nn.hard_tanh(z)' },
  logsigmoid: { value: '-np.logaddexp(0, -z)', slope: 'sigmoid(-z)', jax: 'jax.nn.log_sigmoid(z)' },
  sin: { value: 'np.sin(z)', slope: 'np.cos(z)', jax: 'jnp.sin(z)' },
  square: { value: 'z**2', slope: '2 * z', jax: 'z**2' },
};

/** The loss of outputs p for targets t, added up over the batch, and its slope by p; and JAX's loss. @type {Record<string, (options: Settings) => { value: string, slope: string, jax: string }>} */
export const LOSSES = {
  mse: () => ({ value: '((p - t)**2).sum()', slope: '2 * (p - t)', jax: '((p - t)**2).sum()' }),
  l1: () => ({ value: 'abs(p - t).sum()', slope: 'np.sign(p - t)', jax: 'abs(p - t).sum()' }),
  huber: ({ delta }) => huber(pythonNumber(delta, 'float64')),
  smooth_l1: () => huber('1.0'),
  bce_with_logits: () => ({ value: '(np.logaddexp(0, p) - t * p).sum()', slope: 'sigmoid(p) - t', jax: '(jax.nn.softplus(p) - t * p).sum()' }),
  cross_entropy: () => ({
    value: '-np.log(softmax(p)[np.arange(len(p)), t.astype(int)]).sum()', slope: 'softmax(p) - np.eye(p.shape[1], dtype=p.dtype)[t.astype(int)]',
    jax: '-jax.nn.log_softmax(p)[jnp.arange(len(p)), t.astype(int)].sum()',
  }),
  hinge: () => ({ value: 'np.maximum(1 - t * p, 0).sum()', slope: 'np.where(t * p < 1, -t, np.zeros_like(t))', jax: 'jax.nn.relu(1 - t * p).sum()' }),
};

/** @param {string} delta */
function huber(delta) {
  const value = (/** @type {string} */ np) => `${np}.where(abs(p - t) < ${delta}, (p - t)**2 / 2, ${delta} * (abs(p - t) - ${delta} / 2)).sum()`;
  return { value: value('np'), slope: `np.clip(p - t, -${delta}, ${delta})`, jax: value('jnp') };
}

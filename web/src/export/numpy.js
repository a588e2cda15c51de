// A NumPy script: the network with its exact weights, the backward pass written out, and a proof that both give the same gradients.

/** @import { NetworkState } from './state.js' */
import { arrayScript } from './array-script.js';
import { ACTIVATIONS, HELPERS, LOSSES } from './functions.js';

/** @param {NetworkState} state */
export function toNumPy(state) {
  const { parameters, activations, options } = state;
  const biased = new Set(parameters.map(({ name }) => name));
  const loss = LOSSES[options.loss](options);
  const used = [...new Set(activations)];
  const formulas = [...used.flatMap((name) => [ACTIVATIONS[name].value, ACTIVATIONS[name].slope]), loss.value, loss.slope].join(' ');
  const helpers = Object.entries(HELPERS).filter(([name]) => formulas.includes(`${name}(`)).map(([, code]) => `${code}\n\n`);
  const layers = activations.map((activation, at) => `('W${at + 1}', ${biased.has(`b${at + 1}`) ? `'b${at + 1}'` : 'None'}, '${activation}')`);
  const gradients = `# Of each layer its weights, its biases and what it makes of its weighted sums.
LAYERS = [${layers.join(', ')}]

${helpers.length ? '\n' : ''}${helpers.join('')}# Each activation at z, and its slope there.
ACTIVATIONS = {
${used.map((name) => `    '${name}': (lambda z: ${ACTIVATIONS[name].value}, lambda z: ${ACTIVATIONS[name].slope}),\n`).join('')}}


def forward(weights, x, masks):
    """The output, and of each layer its input and its weighted sums."""
    seen = []
    for at, (w, b, activation) in enumerate(LAYERS):
        z = x @ weights[w].T + (weights[b] if b else 0)
        seen.append((x, z))
        x = ACTIVATIONS[activation][0](z)
        if at < len(masks):
            x = x * masks[at]
    return x, seen


def loss_of(weights, x, t, masks=()):
    p, _ = forward(weights, x, masks)
    return ${loss.value}${options.reduction === 'mean' ? ' / t.size' : ''}


def gradients_of(weights, x, t, masks):
    """The backward pass: delta is the loss's slope by a layer's weighted sums."""
    p, seen = forward(weights, x, masks)
    upstream = (${loss.slope})${options.reduction === 'mean' ? ' / t.size' : ''}
    gradients = {}
    for at, (w, b, activation) in reversed(list(enumerate(LAYERS))):
        if at < len(masks):
            upstream = upstream * masks[at]
        x, z = seen[at]
        delta = upstream * ACTIVATIONS[activation][1](z)
        gradients[w] = delta.T @ x
        if b:
            gradients[b] = delta.sum(axis=0)
        upstream = delta @ weights[w]
    return gradients

`;
  return arrayScript(state, { module: 'np', name: 'NumPy', imports: '', gradients }).replace('\n\n\nimport numpy', '\n\nimport numpy');
}

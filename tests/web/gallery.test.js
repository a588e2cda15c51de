// The graphs of the gallery against numbers that were published, or that PyTorch 1.13.1 gives for the same thing written in its own words (F.batch_norm, F.cross_entropy, …).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { GraphSession } from '../../web/src/engine/graph-session.js';
import { gallery } from '../../web/src/graph/gallery.js';

/** @type {Record<string, { source: string, within: number, value: number, [leaf: string]: any }>} */
const known = {
  'One variable, used twice': { source: 'by hand: 2x + 3', within: 0, value: 11, x: [7] },
  'Chain rule': { source: 'torch.sin(x * x)', within: 1e-9, value: 0.5971954413623921, x: [1.2833532126148681] },
  'Shared node': { source: 'torch: d * exp(-d), d = x ** 2', within: 1e-9, value: 0.23714825526419475, x: [-0.3952470921069912] },
  'One neuron with tanh': { source: 'micrograd, trace_graph.ipynb and lecture: 0.7071; −1.5, 0.5, 1.0, 0.0, 0.5', within: 1e-9, value: 0.7071067811865476, x1: [-1.5],
    x2: [0.5], w1: [1], w2: [0], b: [0.5] },
  'Sigmoid in small parts': { source: 'CS231n notes, optimization-2: two decimals, of values rounded to two on the way', within: 0.0051, value: 0.73, w0: [-0.2],
    x0: [0.39], w1: [-0.39], x1: [-0.59], w2: [0.2] },
  'A whole small network': { source: 'mattmazur.com, 2015: nine decimals', within: 1e-8, value: 0.298371109, w5: [0.082167041], w1: [0.000438568] },
  'Matrix times vector': { source: 'F.linear(x, W, b).square().sum()', within: 1e-9, value: 9.25, W: [2, 1, 12, 6], x: [4, 16], b: [1, 6] },
  'Softmax and cross-entropy': { source: 'F.cross_entropy', within: 1e-9, value: 0.41703001627783354, z: [-0.3409988611140321, 0.2424329707047139, 0.0985658904093182] },
  'Log-sum-exp, kept from overflow': { source: 'torch.logsumexp', within: 1e-9, value: 1000.4076059644444, z: [0.6652409557747898, 0.24472847105478585, 0.09003057317037612] },
  'Batch normalization': { source: 'F.batch_norm, training=True', within: 1e-9, value: 0.049554712853069116, x: [0.94495672185512, -1.417434438498399, 0.4724777166432789],
    gamma: [-0.13363019143128724], beta: [0.5] },
  'Attention to three words': {
    source: 'torch.softmax(q @ K.T / 2**.5) @ v', within: 1e-9, value: 1.0063148032291984, q: [0.3186442586348211, 0.0014282792577203218],
    K: [-0.0014282792577204673, -0.0007141396288602337, -0.31864425863482126, -0.15932212931741063, 0.3200725378925416, 0.1600362689462708],
    v: [0.31986616586640043, 0.22460634363480048, 0.4555274904987992],
  },
  'Vanishing through sigmoids': { source: 'torch.sigmoid, six times', within: 1e-9, value: 0.6590249529909402, w: [0.00013662124279608198] },
  'Exploding product': { source: 'by hand: 7 · 3⁶ and 3⁷', within: 0, value: 2187, w: [5103], x: [2187] },
  'Dead relu': { source: 'torch: (relu(w * x + b) - 1) ** 2', within: 0, value: 1, x: [0], w: [0], b: [0] },
};
const session = new GraphSession(await load());

test('every graph of the gallery has numbers that it is held to, a sentence, and a title of its own', () => {
  assert.deepEqual(gallery.map(({ title }) => title), Object.keys(known));
  for (const { look } of gallery) assert.ok(look.length > 40 && look.length < 160 && look.endsWith('.'), look);
});

for (const { title, text } of gallery) {
  const { source, within, value, ...leaves } = known[title];
  test(`${title}: value and gradients are those of ${source}`, () => {
    const { nodes, output, errors, notice } = session.read(text);
    assert.deepEqual([errors, notice], [[], '']);
    const close = (/** @type {ArrayLike<number>} */ got, /** @type {number[]} */ wanted) =>
      wanted.forEach((x, at) => assert.ok(Math.abs(got[at] - x) <= within, `${got[at]} is not ${x}`));
    close(nodes[output].value.data, [value]);
    for (const [name, wanted] of Object.entries(leaves)) {
      const gradient = nodes.find(({ names }) => names.includes(name))?.explanation?.gradient ?? [];
      assert.equal(gradient.length, wanted.length);
      close(gradient, wanted);
    }
  });
}

test('what the sentences say in numbers is so', () => {
  const leaf = (/** @type {string} */ title, /** @type {string} */ name) => session.read(gallery.find((each) => each.title === title)?.text
    ?? '').nodes.find(({ names }) => names.includes(name))?.explanation?.gradient ?? [];
  assert.equal(Math.round(leaf('A whole small network', 'w5')[0] / leaf('A whole small network', 'w1')[0]), 187);
  assert.ok(Math.abs([...leaf('Batch normalization', 'x')].reduce((sum, x) => sum + x, 0)) < 1e-12);
  assert.ok(Math.abs([...leaf('Softmax and cross-entropy', 'z')].reduce((sum, x) => sum + x, 0)) < 1e-12);
});

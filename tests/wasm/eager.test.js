// The eager API: it reads like PyTorch, computes as it is written, and says what is wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { load } from '../../wasm/index.js';

const backprop = await load();

/** Runs `body` in a context of its own. */
function inContext(body) {
  const context = backprop.eager();
  try {
    return body(context);
  } finally {
    context.delete();
  }
}

test('a leaf takes the numbers of another tensor, and a tensor is printed as one', () => {
  const { tensor, noGrad, delete: free } = backprop.eager();
  const w = tensor(2, { requiresGrad: true });
  noGrad(() => w.set(w.sub(0.5)));
  assert.equal(w.value, 1.5);
  assert.equal(inspect(w), 'tensor(1.5)');
  assert.throws(() => noGrad(w), { message: '[noGrad] takes a function, as in noGrad(() => w.set(w.sub(0.1)))' });
  free();
});

test('y = x² + 3x + 1 at x = 2 is 11 and its gradient 7', () => {
  inContext(({ tensor }) => {
    const x = tensor(2, { requiresGrad: true });
    const y = x.pow(2).add(x.mul(3)).add(1);
    assert.equal(x.grad, null);
    y.backward();
    assert.deepEqual([y.value, y.item(), x.grad], [11, 11, 7]);
  });
});

test('gradients add up over calls until they are cleared, of one leaf or of all', () => {
  inContext(({ tensor, zeroGrad }) => {
    const x = tensor(2, { requiresGrad: true }), w = tensor(5, { requiresGrad: true });
    const y = x.mul(w);
    y.backward();
    y.backward();
    assert.deepEqual([x.grad, w.grad], [10, 4]);
    x.zeroGrad();
    assert.deepEqual([x.grad, w.grad], [0, 4]);
    y.backward();
    zeroGrad();
    assert.deepEqual([x.grad, w.grad], [0, 0]);
  });
});

test('methods and functions are the same, and take tensors, numbers and lists', () => {
  inContext(({ tensor, tanh, add, where, gt, maximum }) => {
    const x = tensor([0.5, -1], { requiresGrad: true });
    assert.deepEqual(tanh(x).value, x.tanh().value);
    assert.deepEqual(add(1, x).value, [1.5, 0]);
    assert.deepEqual(x.add([[1, 2], [3, 4]]).value, [[1.5, 1], [3.5, 3]]);
    assert.deepEqual(where(gt(x, 0), x, x.mul(0.1)).value, [0.5, -0.1]);
    assert.deepEqual(maximum(x, 0).value, [0.5, 0]);
    assert.equal(tanh(0).item(), 0);
  });
});

test('attributes come as an object at the end, or one by one after the inputs', () => {
  inContext(({ tensor, leaky_relu }) => {
    const x = tensor(-2);
    assert.deepEqual([x.leaky_relu().item(), x.leaky_relu(0.5).item(), leaky_relu(x, { negative_slope: 0.25 }).item()], [-0.02, -1, -0.5]);
    assert.deepEqual([x.clamp(-1).item(), x.clamp(-3, -2.5).item(), x.clamp({ min: 0 }).item()], [-1, -2.5, 0]);
  });
});

test('a matrix needs a cotangent, and leaves that the output does not depend on keep no gradient', () => {
  inContext(({ tensor }) => {
    const x = tensor([[1, 2], [3, 4]], { requiresGrad: true }), other = tensor(1, { requiresGrad: true });
    const y = x.square();
    assert.throws(() => y.backward(), /^Error: \[backward\] the output has shape \[2, 2\]; .* from a cotangent of that shape$/);
    y.backward([[1, 0], [0, -1]]);
    assert.deepEqual([x.grad, x.shape, other.grad, y.grad], [[[2, 0], [0, -8]], [2, 2], null, null]);
  });
});

test('noGrad records nothing to go back through, and ends with its function, whatever happens', async () => {
  const { tensor, noGrad, delete: free } = backprop.eager();
  const x = tensor(3, { requiresGrad: true });
  const y = noGrad(() => noGrad(() => x.square()).add(1));
  assert.deepEqual([y.value, y.requiresGrad], [10, false]);
  const message = /^Error: \[backward\] the tensor was computed inside noGrad\(\), .* outside would be right$/;
  assert.throws(() => y.backward(), message);
  assert.throws(() => y.mul(2).backward(), message);
  assert.throws(() => noGrad(() => { throw new Error('mine'); }), { message: 'mine' });
  assert.throws(() => noGrad(async () => { await null; throw new Error('late'); }), /^Error: \[noGrad\] the function is asynchronous/);
  await null;
  x.square().backward();
  assert.equal(x.grad, 6);
  free();
});

test('detach stops the gradient', () => {
  inContext(({ tensor }) => {
    const x = tensor(3, { requiresGrad: true });
    x.mul(x.detach()).backward();
    assert.equal(x.grad, 3);
    assert.equal(x.detach().requiresGrad, false);
  });
});

test('a hundred steps of gradient descent by set find the minimum of (w − 3)²', () => {
  inContext(({ tensor, zeroGrad }) => {
    const w = tensor(0, { requiresGrad: true });
    for (let step = 0; step < 100; ++step) {
      zeroGrad();
      w.sub(3).square().backward();
      w.set(w.value - 0.2 * w.grad);
    }
    assert.ok(Math.abs(w.value - 3) < 1e-12);
  });
});

test('going back through what was computed before a leaf was set is refused, through what was not is not', () => {
  inContext(({ tensor }) => {
    const x = tensor(2, { requiresGrad: true }), z = tensor(5, { requiresGrad: true });
    const y = x.square(), other = z.square();
    x.set(3);
    assert.deepEqual([x.value, y.value], [3, 4]);
    for (const stale of [y, y.add(1), y.mul(x)])
      assert.throws(() => stale.backward(), /^Error: \[backward\] a leaf was set after the tensor had been computed from it; /);
    other.backward();
    x.square().add(other).backward();
    assert.deepEqual([x.grad, z.grad], [6, 20]);
  });
});

test('what is wrong is said with its place and what would be right', () => {
  const context = backprop.eager(), second = backprop.eager();
  const x = context.tensor(2, { requiresGrad: true }), foreign = second.tensor(2);
  const wrong = [
    [() => x.add(foreign), '[add] a tensor belongs to another eager() context; tensors of one context would be right'],
    [() => context.add(x), '[add] takes 2 inputs, not 1'],
    [() => x.tanh(1), '[tanh] takes at most 1 arguments, not 2'],
    [() => x.tanh({ dim: 1 }), "[tanh] 'dim' is no attribute; it has none"],
    [() => x.add(null), '[tensor] null is not a tensor; a number, or equally long lists, nested up to three deep, would be right'],
    [() => x.add([1, 2]).item(), '[item] the tensor has shape [2]; a tensor of one number would be right'],
    [() => x.add(1).set(3), '[set] an operation computes its value; only a leaf can be set'],
    [() => context.tensor(1).backward(), '[backward] the output does not depend on any leaf that requires a gradient'],
    [() => context.tensor(x), '[tensor] the value is a tensor already; numbers, or detach(), would be right'],
    [() => context.tensor(1, { requires_grad: true }), "[tensor] 'requires_grad' is no option; { requiresGrad: true } would be right"],
    [() => context.tensor(1, { requiresGrad: 1 }), '[tensor] requiresGrad is no flag; true or false would be right'],
  ];
  for (const [call, message] of wrong) assert.throws(call, { name: 'Error', message });
  context.delete();
  const deleted = { message: '[eager] this context was deleted; a new one, by backprop.eager(), would be right' };
  for (const use of [() => x.value, () => x.grad, () => x.backward(), () => x.square(), () => context.tensor(1), () => context.delete()])
    assert.throws(use, deleted);
  assert.equal(foreign.value, 2);
  second.delete();
});

test('what was recorded can be explained by its graph, and is freed with its context', () => {
  const before = backprop.memoryUsed();
  inContext(({ tensor, graph }) => {
    const x = tensor(2, { requiresGrad: true });
    const y = x.mul(x);
    y.backward();
    assert.deepEqual(graph.explain(x.node).uses.map(({ edge }) => edge.contribution[0]), [2, 2]);
  });
  assert.equal(backprop.memoryUsed(), before);
});

test('every operation is a method and a function, typed under each of its names, and no other is', () => {
  const types = readFileSync(new URL('../../build/wasm/eager.d.ts', import.meta.url), 'utf8');
  const names = backprop.tables().ops.flatMap(({ name, aliases }) => [name, ...aliases]).sort();
  inContext((context) => {
    const x = context.tensor(1);
    const own = { Tensor: ['value', 'shape', 'requiresGrad', 'grad', 'node', 'T', 'item', 'set', 'backward', 'zeroGrad', 'toString'], Eager: ['tensor', 'noGrad', 'zeroGrad', 'graph', 'delete'] };
    for (const [type, object] of [['Tensor', x], ['Eager', context]]) {
      const [, body] = types.match(new RegExp(`interface ${type} \\{([^]*?)\\n\\}`));
      const typed = new Set([...body.matchAll(/^ {2}(?:readonly )?(\w+)[(:<]/gm)].map(([, name]) => name));
      assert.deepEqual([...typed].sort(), [...own[type], ...names].sort());
      for (const name of typed) assert.ok(name in object, name);
    }
  });
});

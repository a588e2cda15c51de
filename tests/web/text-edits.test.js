// Edits in the picture as texts: each kind on a table of examples.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDENTITIES, INPUT_WORDS, MORE_NAMES, RESERVED } from '../../web/src/graph/names.js';
import * as edits from '../../web/src/graph/text-edits.js';
import { programOf } from './program-of.js';

/** The node that a piece of the text made. @param {ReturnType<typeof programOf>} program @param {string | number} piece */
function nodeOf(program, piece) {
  if (typeof piece === 'number') return piece;
  const named = program.names.find(({ name }) => name === piece);
  if (named) return named.node;
  const node = program.spans.findLastIndex((span) => span && program.source.slice(span.begin, span.end) === piece);
  assert.ok(node >= 0, `${piece} in ${program.source}`);
  return node;
}

/** @param {string} source @param {(program: ReturnType<typeof programOf>, node: (piece: string | number) => number) => edits.Edit} change */
function after(source, change) {
  const program = programOf(source, { defaultValue: 1 });
  assert.deepEqual(program.errors, [], source);
  const edit = change(program, (piece) => nodeOf(program, piece));
  if ('error' in edit) return edit.error;
  assert.deepEqual(programOf(edit.source, { defaultValue: 1 }).errors, [], edit.source);
  return edit.source;
}

test('an operation is a new last line with a fresh name, before backward() where the text calls it', () => {
  /** @type {[string, string, (string | number)[], string | RegExp][]} */
  const rows = [
    ['x = 2  # in', 'tanh', ['x'], 'x = 2  # in\na = tanh(x)'],
    ['x = 2\n', 'add', ['x', 'x'], 'x = 2\na = x + x\n'],
    ['a = 2; b = 3', 'pow', ['a', 'b'], 'a = 2; b = 3\nc = a**b'],
    ['x = 2\nx**2', 'neg', ['x**2'], 'x = 2\na = x**2\nb = -a'],
    ['x = 2\ny = 3*(x + 1)  # c', 'exp', ['(x + 1)'], 'x = 2\na = x + 1\ny = 3*a  # c\nb = exp(a)'],
    ['x = 2\ny = 3*x', 'mul', ['3', 'x'], 'x = 2\na = tensor(3)\ny = a*x\nb = a * x'],
    ['x = 2\ny = x*x\ny.backward()', 'exp', ['y'], 'x = 2\ny = x*x\na = exp(y)\ny.backward()'],
    ['x = 2\nx = x + 1', 'exp', [0], 'x = 2\na = x\nx = x + 1\nb = exp(a)'],
    ['x = 2\ny = x*x\nx  # out', 'exp', ['y'], 'x = 2\ny = x*x\n# out\na = exp(y)'],
    ['x = 2', 'add', ['x'], /add takes 2 nodes, not 1/],
    ['x = 2', 'reshape', ['x'], /needs its sizes/],
  ];
  for (const [source, op, inputs, wanted] of rows) {
    const found = after(source, (program, node) => edits.addOperation(program, op, inputs.map(node)));
    if (typeof wanted === 'string') assert.equal(found, wanted);
    else assert.match(found, wanted);
  }
});

test('an operation is replaced in its own spelling, with brackets where signs need them and none where they do not', () => {
  /** @type {[string, string | number, string, string | RegExp][]} */
  const rows = [
    ['x = 2\ny = x*3 + 1', 'x*3 + 1', 'mul', 'x = 2\ny = x*3 * 1'],
    ['x = 2\ny = x*3 + 1', 'x*3', 'sub', 'x = 2\ny = x-3 + 1'],
    ['x = 2\ny = 5 - x*3', 'x*3', 'add', 'x = 2\ny = 5 - (x+3)'],
    ['x = 2\ny = -x + 1', '-x + 1', 'pow', 'x = 2\ny = (-x) ** 1'],
    ['x = 2\ny = (x + 1)*3', 'y', 'max', 'x = 2\ny = max(x + 1, 3)'],
    ['x = 2\ny = max(x + 1, 3)', 'y', 'mul', 'x = 2\ny = (x + 1) * 3'],
    ['x = 2\ny = x.tanh()**2', 'x.tanh()', 'relu', 'x = 2\ny = x.relu()**2'],
    ['x = 2\ny = x.tanh()**2', 'x.tanh()', 'neg', 'x = 2\ny = (-x)**2'],
    ['x = 2\ny = torch.tanh(x)', 'y', 'exp', 'x = 2\ny = torch.exp(x)'],
    ['x = [1, 2]\ny = x.sum(dim=0)', 'y', 'mean', 'x = [1, 2]\ny = x.mean(dim=0)'],
    ['x = 2\nx += 3', 'x', 'mul', 'x = 2\nx = x * 3'],
    ['x = 2\ny = -x', 'y', 'tanh', 'x = 2\ny = tanh(x)'],
    ['x = 2\ny = x*x', 'y', 'tanh', /tanh takes 1 input and mul has 2/],
    ['x = 2\ny = x*x', 'x', 'tanh', /a leaf has no operation/],
    ['x = 2\ny = tanh(3)', 'y', 'neg', /part of the number/],
    ['x = 2\ny = where_pos(x, 1, 2)', 'y', 'clamp', /stands for several/],
  ];
  for (const [source, node, op, wanted] of rows) {
    const found = after(source, (program, of) => edits.replaceOperation(program, of(node), op));
    if (typeof wanted === 'string') assert.equal(found, wanted);
    else assert.match(found, wanted);
  }
});

test('an operand becomes another node, by its name, with lines in the order that it needs', () => {
  /** @type {[string, string | number, number, string | number, string | RegExp][]} */
  const rows = [
    ['x = 2\nw = 3\ny = x*(x + 1)', 'y', 1, 'w', 'x = 2\nw = 3\ny = x*w'],
    ['x = 2\ny = tanh(x + 1)\nz = x**2', 'z', 0, 'x + 1', 'x = 2\na = x + 1\ny = tanh(a)\nz = a**2'],
    ['x = 2\na = x*2\nb = x + 1  # b\nc = a + b', 'a', 0, 'b', 'x = 2\nb = x + 1  # b\na = b*2\nc = a + b'],
    ['x = 2\nx = x + 1\ny = x*3', 'y', 1, 0, 'x = 2\na = x\nx = x + 1\ny = x*a'],
    ['x = 2\ny = (x # why\n + 1)*3', 'y', 0, 'x', 'x = 2\n# why\ny = x*3'],
    ['x = 2; y = x*x; y += 1', 'y', 0, 'x', 'x = 2; y = x*x; y = x + 1'],
    ['y = a*b\nz = exp(y)', 'z', 0, 'a', 'y = a*b\nz = exp(a)'],
    ['x = 2\ny = x*x\nz = y + 1', 'y', 0, 'z', /a circle/],
    ['x = 2\ny = x*x', 'y', 2, 'x', /inputs 1 to 2/],
  ];
  for (const [source, node, slot, other, wanted] of rows) {
    const found = after(source, (program, of) => edits.connect(program, of(node), slot, of(other)));
    if (typeof wanted === 'string') assert.equal(found, wanted);
    else assert.match(found, wanted);
  }
});

test('what is deleted leaves its first input, a leaf its value; comments stay', () => {
  /** @type {[string, string | number, string | RegExp][]} */
  const rows = [
    ['x = 2\ny = (x + 1)*3', '(x + 1)', 'x = 2\ny = x*3'],
    ['x = 2\ny = x*2  # twice\nz = exp(y)', 'y', 'x = 2\n# twice\nz = exp(x)'],
    ['x = 2\ny = x*2\n\nz = exp(y)', 'y', 'x = 2\n\nz = exp(x)'],
    ['x = 2\ny = x*2  # twice', 'y', 'x = 2\n# twice'],
    ['x = 2\nw = 3\ny = x*w  # twice', 'y', 'x = 2\nw = 3\nx  # twice'],
    ['x = 2\ny = exp(x)*2\nz = y*y', 'y', 'x = 2\ny = exp(x)\nz = y*y'],
    ['x = 2\ny = 3*x\nz = y*y', 'y', 'x = 2\ny = tensor(3)\nz = y*y'],
    ['x = -2  # in\ny = x**2 + x', 'x', '# in\ny = (-2)**2 + -2'],
    ['x = 2; y = x.tanh() - -x', 'x', 'y = (2).tanh() - neg(2)'],
    ['x = [1, 2]\ny = x*x', 'x', 'x = tensor([1, 2])\ny = x*x'],
    ['x = 2\ny = 3*x', '3', /number in an expression/],
  ];
  for (const [source, node, wanted] of rows) {
    const found = after(source, (program, of) => edits.deleteNode(program, of(node)));
    if (typeof wanted === 'string') assert.equal(found, wanted);
    else assert.match(found, wanted);
  }
});

test('leaves are set, names given and changed', () => {
  const { addLeaf, nameExpression, rename, setLeaf } = edits;
  assert.equal(after('x = 2_0.50  # a\ny = x', (p, of) => setLeaf(p, of('x'), 0.1)), 'x = 0.1  # a\ny = x');
  assert.equal(after('x = 2\ny = 3**x', (p, of) => setLeaf(p, of('3'), -1e21)), 'x = 2\ny = (-1e+21)**x');
  assert.equal(after('x = tensor([[1, 2], [3, 4]], requires_grad=True)', (p) => setLeaf(p, 0, 7, [1, 0])), 'x = tensor([[1, 2], [7, 4]], requires_grad=True)');
  assert.equal(after('y = x*2', (p, of) => setLeaf(p, of('x'), 5)), 'x = 5\ny = x*2');
  assert.match(after('x = 2\ny = x*x', (p, of) => setLeaf(p, of('y'), 5)), /follows from its inputs/);
  assert.equal(after('x = 2\ny = x*x # x\nx = y', (p) => rename(p, 0, 'x₁')), 'x₁ = 2\ny = x₁*x₁ # x\nx = y');
  assert.equal(after('x = 2; x += 1; x', (p) => rename(p, 0, 'z')), 'z = 2; x = z + 1; x');
  assert.match(after('x = 2; y = x', (p) => rename(p, 0, 'y')), /already/);
  assert.match(after('x = 2; y = x', (p) => rename(p, 0, 'tanh')), /is a function/);
  assert.match(after('x = 2; y = x', (p) => rename(p, 0, '2x')), /is no name/);
  assert.equal(after('x = 2\n  y = tanh(x + 1)', (p, of) => nameExpression(p, of('x + 1'))), 'x = 2\n  a = x + 1\n  y = tanh(a)');
  assert.equal(after('x = 2; y = (x\n+ 1)*x', (p, of) => nameExpression(p, of('(x\n+ 1)'), 'h')), 'x = 2; h = (x\n+ 1); y = h*x');
  assert.match(after('x = 2', (p) => nameExpression(p, 0)), /called `x` already/);
  assert.equal(after('# in\nx = 2\n\ny = x*x', (p) => addLeaf(p, -1)), '# in\nx = 2\n\na = -1\ny = x*x');
  assert.equal(after('', (p) => addLeaf(p, 1)), 'a = 1');
});

test('reserved names are those that the core refuses or reads as something else', () => {
  /** @param {string} source */
  const isRead = (source) => programOf(source).errors.length === 0;
  for (const word of RESERVED) {
    const hasMeaning = !programOf(`${word} = 2`).names.length || isRead(`y = ${word}`) || isRead(`y = ${word}.pi`) || isRead(`y = 1; ${word}(y)`);
    assert.ok(hasMeaning || ['True', 'False', 'None'].includes(word), word);
  }
});

test('the methods that are passed through, the words for inputs and the other names are those of the core', () => {
  /** @param {string} source */
  const isRead = (source) => programOf(source).errors.length === 0;
  const nodes = (/** @type {string} */ source) => programOf(source).nodes.map(({ op, inputs }) => `${op} ${inputs}`).join('; ');
  for (const method of IDENTITIES) assert.equal(nodes(`x = 2\ny = x.${method}()`), nodes('x = 2\ny = x'), method);
  for (const method of ['tanh', 'item', 'long', 'to']) assert.ok(!isRead(`x = 2\ny = x.${method}()`) || nodes(`x = 2\ny = x.${method}()`) !== nodes('x = 2'), method);
  const rows = { input: ['tanh', 'input=x', 'x'], other: ['sub', 'x, other=w', 'x, w'], target: ['mse_loss', 'x, target=w', 'x, w'], exponent: ['pow', 'x, exponent=w', 'x, w'], weight: ['linear', 'm, weight=n', 'm, n'], bias: ['linear', 'm, n, bias=v', 'm, n, v'] };
  assert.deepEqual(Object.keys(rows).sort(), [...INPUT_WORDS.keys()].sort());
  const given = 'x = 2\nw = 3\nm = [[1, 2]]\nn = [[1, 2], [3, 4]]\nv = [1, 2]\n';
  for (const [word, [op, byWord, byPlace]] of Object.entries(rows)) {
    assert.deepEqual(programOf(`${given}y = ${op}(${byWord})`).errors, [], word);
    assert.equal(nodes(`${given}y = ${op}(${byWord})`), nodes(`${given}y = ${op}(${byPlace})`), word);
    assert.equal(byPlace.split(', ').indexOf(/=(\w+)/.exec(byWord)?.[1] ?? ''), INPUT_WORDS.get(word), word);
  }
  const operands = { mm: 'n, n', mv: 'n, v', dot: 'v, v' };
  for (const [name, op] of MORE_NAMES) {
    const both = operands[/** @type {keyof typeof operands} */ (name)];
    assert.deepEqual(programOf(`${given}y = ${name}(${both})`).errors, [], name);
    assert.equal(nodes(`${given}y = ${name}(${both})`), nodes(`${given}y = ${op}(${both})`), name);
    assert.match(after(`${given}y = x*w`, (program, of) => edits.rename(program, of('y'), name)), /is a function/);
  }
});

test('new variables and constants stand after those that stand first, of any shape; operands are nodes, numbers or swapped', () => {
  const { addConstant, addLeaf, addOperation, swapOperands } = edits;
  assert.equal(after('x = 2\ny = x*x', (p) => addLeaf(p, -1, 'w', [2])), 'x = 2\nw = [-1, -1]\ny = x*x');
  assert.equal(after('', (p) => addLeaf(p, 2, 'W', [2, 2])), 'W = [[2, 2], [2, 2]]');
  assert.equal(after('x = 2\ny = x*x', (p) => addConstant(p, 3, 'k')), 'x = 2\nk = tensor(3)\ny = x*x');
  assert.match(after('x = 2', (p) => addLeaf(p, 2, 'x')), /already/);
  assert.equal(after('x = 2', (p) => addOperation(p, 'pow', [0, { number: -2 }])), 'x = 2\na = x**(-2)');
  assert.equal(after('x = 2', (p) => addOperation(p, 'pow', [{ number: -2 }, 0])), 'x = 2\na = (-2)**x');
  assert.match(after('x = 2', (p) => addOperation(p, 'neg', [{ number: 2 }])), /part of the number/);
  assert.match(after('x = 2', (p) => addOperation(p, 'exp', [{ number: NaN }])), /finite/);
  assert.equal(after('x = [1, 2]', (p) => addOperation(p, 'reshape', [0], [2, 1])), 'x = [1, 2]\na = reshape(x, (2, 1))');
  assert.equal(after('x = 2\ny = (x + 1) / x # c', (p, of) => swapOperands(p, of('y'))), 'x = 2\ny = x / (x + 1) # c');
  assert.equal(after('x = 2\ny = x - 3*x', (p, of) => swapOperands(p, of('y'))), 'x = 2\ny = 3*x - x');
  assert.match(after('x = 2\ny = exp(x)', (p, of) => swapOperands(p, of('y'))), /two operands/);
});

test('backward() goes with the last leaf that led to it, and stays where another does', () => {
  assert.equal(after('x = 2\ny = x*x\ny.backward()\n', (p) => edits.deleteNode(p, 0)), 'y = 2*2\n');
  assert.equal(after('x = 2\ny = 3*x\ny.backward()', (p, of) => edits.deleteNode(p, of('y'))), 'x = 2\ny = tensor(3)');
  assert.equal(after('x = 2\nw = 3\ny = x*w\ny.backward()', (p) => edits.deleteNode(p, 0)), 'w = 3\ny = 2*w\ny.backward()');
  assert.equal(after('x = 2\ny = exp(x)\ny.backward()', (p, of) => edits.deleteNode(p, of('y'))), 'x = 2\nx.backward()');
  assert.equal(after('x = 2', (p) => edits.deleteNode(p, 0)), '');
});

test('a node without a name is called in the text as in the picture, and nothing new is called so', () => {
  const program = { ...programOf('x = 2\ny = x**2 + 3*x'), shown: ['x', '2', 'a', '3', 'b', 'y'] };
  const made = edits.addOperation(program, 'exp', [4]);
  assert.equal('source' in made && made.source, 'x = 2\nb = 3*x\ny = x**2 + b\nc = exp(b)');
});

// Two hundred random edits in the picture: after each, the text is the graph on which the same edit was made, and undo leads back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as edits from '../../web/src/graph/text-edits.js';
import { picturedEdit, startPast, undo } from '../../web/src/graph/text-past.js';
import { comments } from '../../web/src/graph/tokens.js';
import * as models from './graph-model.js';
import { programOf } from './program-of.js';

const starts = [
  'x = 2  # the input\ny = x**2 + 3*x + 1',
  '# two leaves\na = 1.5; b = -0_2.50\n\nc = (a + b)*tanh(a - -b)  # shared\nd = c*c - exp(c)  # the end\n',
  'import torch\r\nσ = 0.5\r\n  h = torch.relu(σ*3 # inside\r\n    + 1)\r\nh += σ\r\ny = h.tanh() ** -σ\r\n# last',
  'x = 1\nx = x*2\nx = x*x + 1  # again x\nz = max(x, 0.5) / (x - 4)',
  'w = 0.1\nu = 3\nv = -w*u\nz = sigmoid(v + 1)\nL = (z - 1)**2',
  'p = 3; q = 0.5\ny = p - q*(p + 2*q - p/q**2)*-p**q + max(p - (q - 1), q/(p/q))**(p*q) - (p > q)*2 # deep',
];
const unary = ['tanh', 'exp', 'relu', 'neg', 'sigmoid', 'sin'];
const binary = ['add', 'sub', 'mul', 'div', 'pow', 'max', 'min', 'gt'];

/** @param {number} seed */
function randomNumbers(seed) {
  let state = seed;
  /** @param {number} below */
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** @param {ReturnType<typeof programOf>} program @param {(below: number) => number} random @param {boolean} early when signs change in what is still nested @returns {[edits.Edit, (model: models.Model) => void, string]} */
function randomEdit(program, random, early) {
  const { nodes } = program;
  const [node, other] = [random(nodes.length), random(nodes.length)];
  const { op, inputs } = nodes[node];
  const names = /(^|[\n;])[^\S\n]*([\p{L}_]\w*[^\S\n]*=[^\S\n]*)?[\p{L}_]\w*[^\S\n]*($|[\n\r;#])/u; // `a = x` and `x` alone: leaves that stand there
  const value = (random(2000) - 1000) / 64;
  switch (early ? 3 + random(2) : nodes.length < 8 ? 6 + random(4) : random(nodes.length > 40 ? 6 : 10)) {
    case 0:
    case 1:
      if (op === null && names.test(program.source)) return [{ error: 'a name for a leaf' }, () => {}, ''];
      return [edits.deleteNode(program, node), (model) => models.deleteNode(model, node), `delete ${node}`];
    case 2: {
      const slot = random(Math.max(inputs.length, 1));
      return [edits.connect(program, node, slot, other), (model) => models.connect(model, node, slot, other), `connect ${node}.${slot} to ${other}`];
    }
    case 3: {
      const list = inputs.length === 1 ? unary : binary;
      const name = list[random(list.length)];
      return [edits.replaceOperation(program, node, name), (model) => (model.vertices[node].op = name), `replace ${node} by ${name}`];
    }
    case 4:
      return [edits.setLeaf(program, node, value), (model) => (model.vertices[node].data = String(value)), `set ${node} to ${value}`];
    case 6:
      return [edits.addLeaf(program, value), (model) => model.vertices.push({ op: null, kind: 'parameter', data: String(value), inputs: [], root: true }), `leaf ${value}`];
    case 5:
      return [edits.nameExpression(program, node), (model) => (model.vertices[node].root = true), `name ${node}`];
    case 7:
      return [edits.rename(program, node, `n${random(1e6)}`), (model) => (model.vertices[node].root = true), `rename ${node}`];
    default: {
      const list = random(2) ? unary : binary;
      const name = list[random(list.length)];
      const operands = list === unary ? [node] : [node, other];
      return [edits.addOperation(program, name, operands), (model) => models.addOperation(model, name, operands), `add ${name} of ${operands}`];
    }
  }
}

for (const [index, start] of starts.entries())
  test(`random edits of text ${index + 1} are those of the graph, keep all comments, and are undone`, () => {
    const random = randomNumbers(index + 1);
    let past = startPast(start);
    let program = programOf(start);
    for (let done = 0, tries = 0; done < 200; tries++) {
      assert.ok(tries < 3000, 'too many edits are refused');
      const [edit, change, what] = randomEdit(program, random, done < 60);
      if ('error' in edit) continue;
      const said = `edit ${done}: ${what}\n${program.source}\n→\n${edit.source}`;
      const next = programOf(edit.source);
      assert.deepEqual(next.errors, [], said);
      assert.deepEqual(comments(edit.source).sort(), comments(start).sort(), said);
      const model = models.modelOf(program);
      change(model);
      const [found, wanted] = [models.signature(models.modelOf(next)), models.signature(model)];
      assert.deepEqual(found.all, wanted.all, said);
      if (wanted.output) assert.equal(found.output, wanted.output, `the output of ${said}`);
      const { begin, end } = edit.selection;
      assert.ok(0 <= begin && begin <= end && end <= edit.source.length, said);
      past = picturedEdit(past, edit);
      program = next;
      done++;
    }
    for (let step = 0; step < 200; step++) past = undo(past);
    assert.equal(past.now.source, start);
  });

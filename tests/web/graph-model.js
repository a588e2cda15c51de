// A graph as plain lists, edited structurally: what the edits of a text are compared with.

/** @typedef {{ op: string | null, kind: string, data: string, inputs: Vertex[], root: boolean }} Vertex */
/** @typedef {{ vertices: Vertex[], output: Vertex | undefined }} Model */

/** A node is a root if a statement of the text is all of it. @param {{ source: string, spans: ({ begin: number, end: number } | null)[], output: number | null, nodes: any[] }} program */
export function modelOf({ source, spans, output, nodes }) {
  /** @type {Vertex[]} */
  const vertices = [];
  nodes.forEach(({ op, kind, data, inputs }, node) => {
    const { begin, end } = spans[node] ?? { begin: 0, end: 0 };
    const starts = /(^|[\n;])[^\S\n]*([\p{L}_][\p{L}\w]*[^\S\n]*=[^\S\n]*)?$/u.test(source.slice(0, begin));
    const ends = /^[^\S\n]*($|[\n;#])/.test(source.slice(end));
    vertices.push({ op, kind, data, inputs: inputs.map((/** @type {number} */ input) => vertices[input]), root: starts && ends });
  });
  return { vertices, output: vertices[output ?? -1] };
}

/** @param {Model} model @param {Vertex} vertex */
const usersOf = ({ vertices }, vertex) => vertices.filter(({ inputs }) => inputs.includes(vertex));

/** What no statement names and nothing uses is not in the text. @param {Model} model */
function prune(model) {
  for (;;) {
    const kept = model.vertices.filter((vertex) => vertex.root || usersOf(model, vertex).length > 0);
    if (kept.length === model.vertices.length) return;
    model.vertices = kept;
  }
}

/** @param {Model} model @param {string} op @param {number[]} inputs */
export function addOperation(model, op, inputs) {
  const operands = inputs.map((input) => model.vertices[input]);
  for (const operand of operands) operand.root = true;
  model.output = { op, kind: 'operation', data: '', inputs: operands, root: true };
  model.vertices.push(model.output);
}

/** @param {Model} model @param {number} node @param {number} slot @param {number} other */
export function connect(model, node, slot, other) {
  if (model.vertices[node].inputs[slot] === model.vertices[other]) return;
  model.vertices[other].root = true;
  model.vertices[node].inputs[slot] = model.vertices[other];
  prune(model);
}

/** @param {Model} model @param {number} node */
export function deleteNode(model, node) {
  const gone = model.vertices[node];
  const [first] = gone.inputs;
  for (const user of usersOf(model, gone)) user.inputs = user.inputs.map((input) => (input === gone ? (first ?? clone(model, gone)) : input));
  if (first && gone.root && (usersOf(model, gone).length === 0 || !first.root)) first.root = true;
  if (model.output === gone) model.output = first;
  model.vertices = model.vertices.filter((vertex) => vertex !== gone);
  prune(model);
}

/** @param {Model} model @param {Vertex} leaf */
function clone(model, leaf) {
  const copy = { ...leaf, kind: 'constant', root: false };
  model.vertices.push(copy);
  return copy;
}

/** What two graphs that differ in their numbering alone have in common, and other graphs do not. @param {Model} model */
export function signature(model) {
  /** @type {Map<Vertex, string>} */
  let labels = new Map();
  for (const vertex of ordered(model)) labels.set(vertex, digest(`${vertex.op}|${vertex.kind}|${vertex.data}|${vertex.inputs.map((input) => labels.get(input))}`));
  for (let round = 0; round < 4; round++) {
    const before = labels;
    const users = new Map(model.vertices.map((vertex) => [vertex, /** @type {string[]} */ ([])]));
    for (const vertex of model.vertices) vertex.inputs.forEach((input, slot) => users.get(input)?.push(`${slot}${before.get(vertex)}`));
    labels = new Map(model.vertices.map((vertex) => [vertex, digest(`${before.get(vertex)}<${users.get(vertex)?.sort()}`)]));
  }
  return { all: [...labels.values()].sort(), output: model.output?.op ? labels.get(model.output) : '' };
}

/** @param {Model} model inputs before what uses them */
function ordered({ vertices }) {
  /** @type {Set<Vertex>} */
  const done = new Set();
  /** @param {Vertex} vertex */
  const visit = (vertex) => {
    if (done.has(vertex)) return;
    vertex.inputs.forEach(visit);
    done.add(vertex);
  };
  vertices.forEach(visit);
  return done;
}

/** @param {string} text */
function digest(text) {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (const character of text) {
    a = Math.imul(a ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    b = Math.imul(b + a, 0x85ebca6b) >>> 0;
  }
  return a.toString(36) + b.toString(36);
}

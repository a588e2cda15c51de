// Gradient descent on a text of the graph language, as figures show it: the loss and its gradient at a place, and where steps lead.

/** @import { Core } from './kind.js' */

/** @typedef {{ weights: number[], loss: number, gradients: number[] }} Stop where a step led */

/**
 * @param {Core} core @param {string} source whose output is one number, the loss @param {string[]} names of the weights, in order
 * @param {Record<string, number | number[]>} values of all names, the weights' at the start included @param {number} rate @param {number} steps
 * @returns {Stop[]} the start, and where each step led, until the loss is no finite number
 */
export function descend(core, source, names, values, rate, steps) {
  const loss = open(core, source, values);
  const update = open(core, 'w - r*g', { w: names.map(() => 0), g: names.map(() => 0), r: rate });
  try {
    const from = names.map((name) => Number(values[name]));
    /** @param {number[]} weights @returns {Stop} */
    const at = (weights) => {
      weights.forEach((weight, index) => loss.set(names[index], weight));
      const [value] = loss.run();
      loss.backward();
      return { weights, loss: value, gradients: names.map((name) => loss.gradient(name)) };
    };
    const path = [at(from)];
    while (path.length <= steps && Number.isFinite(path[path.length - 1].loss)) {
      const { weights, gradients } = path[path.length - 1];
      update.set('w', weights);
      update.set('g', gradients);
      path.push(at(update.run()));
    }
    return path;
  } finally {
    loss.close();
    update.close();
  }
}

/** A text that is computed again and again with other values. @param {Core} core @param {string} source @param {Record<string, number | number[]>} values */
function open(core, source, values) {
  const { graph, output, names, errors: [error] } = core.parse(source, { values });
  if (error || output === null) {
    graph.delete();
    throw new Error(error ? `"${source}" at column ${error.column}: ${error.message}` : `"${source}" has no output`);
  }
  const nodes = new Map(names.map(({ name, node }) => [name, node]));
  const nodeOf = (/** @type {string} */ name) => {
    const node = nodes.get(name);
    if (node === undefined) throw new Error(`"${source}" has no ${name}`);
    return node;
  };
  return {
    set: (/** @type {string} */ name, /** @type {number | number[]} */ value) => graph.set(nodeOf(name), value),
    run() {
      graph.rewind();
      graph.forward();
      return Array.from(graph.value(output).data);
    },
    backward() {
      graph.zeroGrad();
      graph.backward(output);
    },
    gradient: (/** @type {string} */ name) => graph.gradient(nodeOf(name))?.data[0] ?? 0,
    close: () => graph.delete(),
  };
}

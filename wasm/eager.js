// The eager API: tensors that are computed as they are written, and `backward()`, as in PyTorch. Thin over `Graph`.
import { nested } from './nested.js';

/** @import { Eager, Numbers, Tensor } from '../build/wasm/eager.js' */
/** @typedef {import('../build/wasm/backprop.js').MainModule} Module */
/** @typedef {ReturnType<Module['tables']>['ops'][number]} Op */

/** What `max(x)` and `min(x)` of one tensor mean. @type {Record<string, string>} */
export const ofOneTensor = { max: 'amax', min: 'amin' };

/** A tensor of any context. */
class AnyTensor {}

/** @param {unknown} value @returns {value is Record<string, any>} whether it is an object of attributes or options */
const isObject = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value) && !(value instanceof AnyTensor);

/**
 * A context: what is recorded in it stands on one graph, until `delete()`.
 * @param {Module} backprop
 * @returns {Eager}
 */
export function createEager(backprop) {
  const graph = new backprop.Graph();
  const { ops } = backprop.tables();
  const rows = new Map(ops.flatMap((op) => [op.name, ...op.aliases].map((name) => [name, op])));
  /** Tensors that keep a gradient. @type {Set<EagerTensor>} */
  const leaves = new Set();
  /** Leaf → how many nodes there were when it was set last. @type {Map<number, number>} */
  const changes = new Map();
  let lastChange = 0;
  let recording = true;
  let alive = true;

  /** The graph, as long as there is one. */
  function tape() {
    if (!alive) throw new Error('[eager] this context was deleted; a new one, by backprop.eager(), would be right');
    return graph;
  }

  class EagerTensor extends AnyTensor {
    /** @type {number} */
    #node;
    /** The first operation that it was computed by, over all its inputs. @type {number} */
    #first;
    /** @type {boolean} */
    #requiresGrad;
    /** Whether noGrad() is why it requires no gradient. @type {boolean} */
    #cut;
    #reached = false;

    /** @param {number} node @param {EagerTensor[]} [inputs] of an operation */
    constructor(node, inputs) {
      super();
      this.#node = node;
      this.#first = inputs ? Math.min(node, ...inputs.map((input) => input.#first)) : Infinity;
      this.#requiresGrad = graph.node(node).requiresGrad;
      const depends = inputs?.some((input) => input.#cut || (input.#requiresGrad && !recording));
      this.#cut = !this.#requiresGrad && Boolean(depends);
    }

    get node() {
      tape();
      return this.#node;
    }
    get value() {
      return nested(tape().value(this.#node));
    }
    get shape() {
      return tape().node(this.#node).shape;
    }
    get requiresGrad() {
      tape();
      return this.#requiresGrad;
    }
    get grad() {
      const gradient = this.#reached ? tape().gradient(this.#node) : (tape(), null);
      return gradient && nested(gradient);
    }
    get T() {
      return call('transpose', [this]);
    }

    item() {
      const { shape, data } = tape().value(this.#node);
      if (data.length !== 1) throw new Error(`[item] the tensor has shape [${shape.join(', ')}]; a tensor of one number would be right`);
      return data[0];
    }

    /** @param {Numbers | EagerTensor} value of a tensor its numbers are taken */
    set(value) {
      tape().set(this.#node, value instanceof EagerTensor ? value.value : value);
      lastChange = graph.size;
      changes.set(this.#node, lastChange);
    }

    /** @param {Numbers} [cotangent] */
    backward(cotangent) {
      tape();
      if (this.#cut) throw new Error('[backward] the tensor was computed inside noGrad(), which records no gradient; computing it outside would be right');
      if (this.#first < lastChange && usesChangedLeaf(this.#node))
        throw new Error('[backward] a leaf was set after the tensor had been computed from it; computing the tensor again would be right');
      graph.backward(this.#node, cotangent);
      for (const leaf of leaves) leaf.#reached ||= graph.node(leaf.#node).onPath;
    }

    zeroGrad() {
      tape().zeroGrad(this.#node);
    }

    toString() {
      return `tensor(${JSON.stringify(this.value)})`;
    }

    [Symbol.for('nodejs.util.inspect.custom')]() {
      return String(this);
    }
  }

  /** Whether an operation that leads to `output` is older than the value of a leaf it was computed from. @param {number} output */
  function usesChangedLeaf(output) {
    const seen = new Set([output]);
    for (const node of seen) // It grows on the way.
      for (const input of graph.node(node).inputs) {
        if ((changes.get(input) ?? 0) > node) return true;
        seen.add(input);
      }
    return false;
  }

  /** @param {Numbers} value @param {{ requiresGrad?: boolean }} [options] */
  function tensor(value, options = {}) {
    if (/** @type {unknown} */ (value) instanceof AnyTensor) throw new Error('[tensor] the value is a tensor already; numbers, or detach(), would be right');
    const wrong = isObject(options) ? Object.keys(options).find((name) => name !== 'requiresGrad') : String(options);
    if (wrong !== undefined) throw new Error(`[tensor] '${wrong}' is no option; { requiresGrad: true } would be right`);
    const { requiresGrad = false } = options;
    if (typeof requiresGrad !== 'boolean') throw new Error('[tensor] requiresGrad is no flag; true or false would be right');
    const leaf = new EagerTensor(requiresGrad ? tape().variable(value) : tape().constant(value));
    if (requiresGrad) leaves.add(leaf);
    return leaf;
  }

  /** An argument as a tensor of this context. @param {string} name @param {unknown} value */
  function asTensor(name, value) {
    if (value instanceof EagerTensor) return value;
    if (value instanceof AnyTensor) throw new Error(`[${name}] a tensor belongs to another eager() context; tensors of one context would be right`);
    return new EagerTensor(tape().constant(/** @type {Numbers} */ (value)));
  }

  /**
   * Records an operation and computes it.
   * @param {string} name
   * @param {unknown[]} given its inputs, then attributes in the order of its row or as an object
   */
  function call(name, given) {
    const { attributes: named, args } = split(given);
    if (args.length < 2 && name in ofOneTensor && !('b' in named)) name = ofOneTensor[name];
    const op = /** @type {Op} */ (rows.get(name));
    // A list of sizes is as good as the sizes one by one.
    if (op.attributes[0]?.kind === 'size' && Array.isArray(args[1])) args.splice(1, 1, ...args[1]);
    const { length } = op.inputs;
    for (const [i, input] of op.inputs.entries())
      if (Object.hasOwn(named, input) && args[i] === undefined && !op.attributes.some((each) => each.name === input)) {
        args[i] = named[input];
        delete named[input];
      }
    const most = length + op.attributes.length;
    if (args.length > most) throw new Error(`[${name}] takes at most ${most} arguments, not ${args.length}`);
    const inputs = args.slice(0, length).map((value) => asTensor(op.name, value));
    args.slice(length).forEach((value, i) => (named[op.attributes[i].name] = value));
    const node = tape().apply(op.name, inputs.map((input) => input.node), named);
    graph.forwardStep();
    return new EagerTensor(node, inputs);
  }

  /** Arguments with the object of attributes that may be the last, without what is left out at the end. @param {unknown[]} given */
  function split(given) {
    const args = [...given];
    const attributes = isObject(args.at(-1)) ? { .../** @type {object} */ (args.pop()) } : {};
    while (args.length > 0 && args.at(-1) === undefined) args.pop();
    return { args, attributes: /** @type {Record<string, any>} */ (attributes) };
  }

  /** @template Result @param {() => Result} compute @returns {Result} */
  function noGrad(compute) {
    if (typeof compute !== 'function') throw new Error('[noGrad] takes a function, as in noGrad(() => w.set(w.sub(0.1)))');
    const before = recording;
    recording = false;
    tape().setGradMode(false);
    let result;
    try {
      result = compute();
    } finally {
      recording = before;
      if (alive) graph.setGradMode(before);
    }
    const { then } = /** @type {any} */ (result ?? {});
    if (typeof then === 'function') {
      then.call(result, undefined, () => {}); // Nobody else can wait for it any more.
      throw new Error('[noGrad] the function is asynchronous, and what it does after its first await would be recorded with gradients; noGrad() around the synchronous parts would be right');
    }
    return result;
  }

  /** @type {Record<string, Function>} */
  const functions = {};
  for (const name of rows.keys()) {
    functions[name] = (/** @type {unknown[]} */ ...args) => call(name, args);
    Object.defineProperty(EagerTensor.prototype, name, {
      /** @this {Tensor} @param {unknown[]} args */
      value(...args) {
        return call(name, [this, ...args]);
      },
    });
  }
  const context = {
    ...functions,
    tensor,
    noGrad,
    graph,
    zeroGrad: () => tape().zeroGrad(),
    delete() {
      tape().delete();
      alive = false;
    },
  };
  return /** @type {any} */ (context);
}

// onnxruntime-web on one thread, for products alone: it does not train. Its users load a model, so one is written here.
import { factors, wrongProduct } from '../data.js';
import { workloads } from '../workloads.js';
import { need } from './need.js';

/** @import { Contestant, Session } from '../../../wasm/cli/bench/timing.js' */
/** @import { Product } from '../workloads.js' */

const ort = await need('onnxruntime-web');
// All who are measured have one thread.
ort.env.wasm.numThreads = 1;

/** A field of a protocol buffer: a number, or bytes with their length. @param {number} field @param {number | string | number[]} value @returns {number[]} */
function encode(field, value) {
  if (typeof value === 'number') return [...variable(field << 3), ...variable(value)];
  const bytes = typeof value === 'string' ? [...new TextEncoder().encode(value)] : value;
  return [...variable((field << 3) | 2), ...variable(bytes.length), ...bytes];
}

/** A number in groups of seven bits, the lowest first. @param {number} value @returns {number[]} */
const variable = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...variable(value >>> 7)]);

/** A model of one Gemm; field numbers and codes are those of onnx.proto3. @param {Product} product @param {[number, number][]} shapes of A, B and C */
function gemm({ layout }, shapes) {
  const float = 1, integer = 2;
  const tensor = (/** @type {string} */ name, /** @type {number[]} */ shape) => {
    const dimensions = shape.flatMap((size) => encode(1, encode(1, size)));
    return [...encode(1, name), ...encode(2, encode(1, [...encode(1, float), ...encode(2, dimensions)]))];
  };
  const flag = (/** @type {string} */ name, /** @type {boolean} */ value) => encode(5, [...encode(1, name), ...encode(3, Number(value)), ...encode(20, integer)]);
  const node = [...encode(1, 'A'), ...encode(1, 'B'), ...encode(2, 'C'), ...encode(4, 'Gemm'), ...flag('transA', layout === 'TN'), ...flag('transB', layout === 'NT')];
  const [a, b, c] = ['A', 'B', 'C'].map((name, i) => tensor(name, shapes[i]));
  const graph = [...encode(1, node), ...encode(2, 'product'), ...encode(11, a), ...encode(11, b), ...encode(12, c)];
  return Uint8Array.from([...encode(1, 8), ...encode(7, graph), ...encode(8, encode(2, 13))]);
}

/** @param {Product} product @returns {Promise<Session>} */
async function multiplication(product) {
  const { m, n, k } = product;
  const { a, b, aShape, bShape } = factors(product);
  const session = await ort.InferenceSession.create(gemm(product, [aShape, bShape, [m, n]]));
  const feeds = { A: new ort.Tensor('float32', a, aShape), B: new ort.Tensor('float32', b, bShape) };
  return {
    work: 2e-9 * m * n * k,
    run: async (turns) => {
      for (let turn = 0; turn < turns; ++turn) await session.run(feeds);
    },
    wrong: async () => wrongProduct((await session.run(feeds)).C.data, product),
    end: () => session.release(),
  };
}

/** @type {Contestant[]} */
export const contestants = workloads.flatMap(({ name: workload, product }) =>
  product ? [{ system: 'onnxruntime-web', workload, start: () => multiplication(product) }] : [],
);

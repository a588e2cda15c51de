// The network as an ONNX model: its inputs as the network takes them, its outputs as they come out, with any number of rows.
//
// Fields are numbered as in onnx.proto; the opset is 13, which every runtime of the last years reads.

/** @import { NetworkState } from './state.js' */
/** @import { Dtype } from './numbers.js' */
import { aboutOf } from './json.js';
import { joined, littleEndian } from './numbers.js';
import { bytes, message, single, text, whole } from './protobuf.js';

const IR_VERSION = 7;
const OPSET = 13;
/** TensorProto.DataType */
const TYPES = { float32: 1, float64: 11 };
/** AttributeProto.AttributeType */
const [FLOAT, INT] = [1, 2];

/** What a layer's sum z becomes: steps of an operation, its operands (z the sum, a number a constant, s0, s1 … earlier steps) and its attributes. @typedef {[string, (string | number)[], Record<string, number>?][]} Steps */

const HALF_ROOTS = Math.SQRT1_2;

/** @type {Record<string, Steps>} */
export const ACTIVATIONS = {
  identity: [],
  tanh: [['Tanh', ['z']]],
  sigmoid: [['Sigmoid', ['z']]],
  relu: [['Relu', ['z']]],
  leaky_relu: [['LeakyRelu', ['z'], { alpha: 0.01 }]],
  elu: [['Elu', ['z'], { alpha: 1 }]],
  selu: [['Selu', ['z'], { alpha: 1.6732632423543772, gamma: 1.0507009873554805 }]],
  gelu: [['Mul', ['z', HALF_ROOTS]], ['Erf', ['s0']], ['Add', ['s1', 1]], ['Mul', ['z', 0.5]], ['Mul', ['s3', 's2']]],
  gelu_tanh: [
    ['Mul', ['z', 'z']], ['Mul', ['s0', 'z']], ['Mul', ['s1', 0.044715]], ['Add', ['z', 's2']], ['Mul', ['s3', Math.sqrt(2 / Math.PI)]],
    ['Tanh', ['s4']], ['Add', ['s5', 1]], ['Mul', ['z', 0.5]], ['Mul', ['s7', 's6']],
  ],
  silu: [['Sigmoid', ['z']], ['Mul', ['z', 's0']]],
  mish: [['Softplus', ['z']], ['Tanh', ['s0']], ['Mul', ['z', 's1']]],
  relu6: [['Clip', ['z', 0, 6]]],
  softplus: [['Softplus', ['z']]],
  softsign: [['Softsign', ['z']]],
  hardtanh: [['Clip', ['z', -1, 1]]],
  logsigmoid: [['Neg', ['z']], ['Softplus', ['s0']], ['Neg', ['s1']]],
  sin: [['Sin', ['z']]],
  square: [['Mul', ['z', 'z']]],
};

/** @param {string} op @param {string[]} inputs @param {string} output @param {Record<string, number>} [attributes] */
const node = (op, inputs, output, attributes = {}) =>
  message(1, [
    ...inputs.map((input) => text(1, input)), text(2, output), text(3, output), text(4, op),
    ...Object.entries(attributes).map(([name, value]) => message(5, [text(1, name), ...(name === 'transB' ? [whole(3, value), whole(20, INT)] : [single(2, value), whole(20, FLOAT)])])),
  ]);

/** @param {string} name @param {number[]} shape @param {import('./numbers.js').Reals} values */
const tensor = (name, shape, values) =>
  message(5, [...shape.map((size) => whole(1, size)), whole(2, values instanceof Float64Array ? TYPES.float64 : TYPES.float32), text(8, name), bytes(9, littleEndian(values))]);

/** An input or output of any number of rows. @param {number} field @param {string} name @param {number} width @param {Dtype} dtype */
const port = (field, name, width, dtype) =>
  message(field, [text(1, name), message(2, [message(1, [whole(1, TYPES[dtype]), message(2, [message(1, [text(2, 'rows')]), message(1, [whole(1, width)])])])])]);

/** @param {NetworkState} state */
export function toOnnx(state) {
  const { parameters, activations, widths, dtype } = state;
  const Block = dtype === 'float64' ? Float64Array : Float32Array;
  /** @type {Uint8Array[]} */
  const nodes = [];
  const constants = new Map();
  const constant = (/** @type {number} */ value) => {
    const name = `constant_${value}`;
    constants.set(name, Block.of(value));
    return name;
  };
  const named = new Set(parameters.map(({ name }) => name));
  let below = 'x';
  for (const [at, activation] of activations.entries()) {
    const layer = at + 1;
    const last = layer === activations.length;
    const steps = ACTIVATIONS[activation];
    const z = last && steps.length === 0 ? 'output' : `z${layer}`;
    nodes.push(node('Gemm', [below, `W${layer}`, ...(named.has(`b${layer}`) ? [`b${layer}`] : [])], z, { transB: 1 }));
    below = z;
    for (const [i, [op, operands, attributes]] of steps.entries()) {
      const end = i === steps.length - 1;
      const output = end ? (last ? 'output' : `a${layer}`) : `a${layer}_${i}`;
      nodes.push(node(op, operands.map((operand) => (typeof operand === 'number' ? constant(operand) : operand === 'z' ? z : `a${layer}_${operand.slice(1)}`)), output, attributes));
      below = output;
    }
  }
  const graph = message(7, [
    ...nodes, text(2, 'network'),
    ...parameters.map(({ name, shape, value }) => tensor(name, shape, value)),
    ...[...constants].map(([name, value]) => tensor(name, [], value)),
    port(11, 'x', widths[0], dtype), port(12, 'output', /** @type {number} */ (widths.at(-1)), dtype),
  ]);
  const about = message(14, [text(1, 'state'), text(2, aboutOf(state))]);
  return joined([whole(1, IR_VERSION), text(2, 'backprop-playground'), graph, message(8, [text(1, ''), whole(2, OPSET)]), about]);
}

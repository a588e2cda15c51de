// Writes the types of the eager API, one method and one function an operation, as eager.d.ts beside the module and its tables.json:
// node write-eager-types.js <folder>.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ofOneTensor } from './eager.js';

const folder = process.argv[2];
const { ops } = JSON.parse(readFileSync(join(folder, 'tables.json'), 'utf8'));

const kinds = { number: 'number', flag: 'boolean', axis: 'number | null', reduction: "'mean' | 'sum' | 'none'", size: 'number' };

/** The ways to call an operation, as lists of parameters; without its first input for a method. */
function signatures(op, inputs) {
  const required = op.inputs.length - op.optionalInputs;
  const taken = inputs.map((name) => `${name}${op.inputs.indexOf(name) < required ? '' : '?'}: Input`);
  if (op.attributes.length === 0) return [taken];
  const named = op.attributes.map(({ name, kind }) => `${name}?: ${kinds[kind]}`);
  const lists = [[...taken, `attributes?: { ${named.join(', ')} }`]];
  // One by one they may follow only where no input can be left out before them.
  if (op.optionalInputs === 0) lists.push([...taken, ...named]);
  if (op.attributes[0].kind === 'size') lists.push([...taken, 'sizes: number[]']);
  return lists;
}

/** The lines of an operation's declaration under each of its names. */
function declarations(op, isMethod) {
  const own = isMethod ? op.inputs.slice(1) : op.inputs;
  const lists = signatures(op, own);
  const single = ops.find(({ name }) => name === ofOneTensor[op.name]);
  if (single) lists.push(...signatures(single, isMethod ? [] : single.inputs));
  const comment = `  /** y = ${op.formula.replaceAll('*/', '* /')} */`;
  return [op.name, ...op.aliases].flatMap((name) => [comment, ...lists.map((list) => `  ${name}(${list.join(', ')}): Tensor;`)]).join('\n');
}

writeFileSync(join(folder, 'eager.d.ts'), `// Types of backprop.eager(), written from the table of operations when the module was built.
import type { Graph } from './backprop.js';

export type Numbers = number | number[] | number[][] | number[][][];
export type Input = Tensor | Numbers;

export interface Tensor {
  /** A number, or nested lists. */
  readonly value: any;
  readonly shape: number[];
  readonly requiresGrad: boolean;
  /** Of a leaf that requires it: the sum over all backward passes so far; null before the first. */
  readonly grad: any;
  /** Its number in \`graph\`. */
  readonly node: number;
  readonly T: Tensor;
  /** The number in a tensor that holds one. */
  item(): number;
  /** Gives a leaf other numbers; what was computed from it stays as it is. */
  set(value: Numbers | Tensor): void;
  /** Adds ∂this/∂leaf to the gradient of every leaf; a tensor of several numbers takes a cotangent of its shape. */
  backward(cotangent?: Numbers): void;
  zeroGrad(): void;
  toString(): string;
${ops.map((op) => declarations(op, true)).join('\n')}
}

export interface Eager {
  tensor(value: Numbers, options?: { requiresGrad?: boolean }): Tensor;
  /** What \`compute\` records requires no gradient. */
  noGrad<Result>(compute: () => Result): Result;
  /** Clears the gradient of every leaf. */
  zeroGrad(): void;
  /** All that was recorded, to be explained: \`graph.explain(y.node)\`. */
  readonly graph: Graph;
  /** Frees the context and all its tensors. */
  delete(): void;
${ops.map((op) => declarations(op, false)).join('\n')}
}
`);

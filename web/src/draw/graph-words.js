// What a graph's picture and its steps say, in English; a lesson in another language brings a table of its own.

/**
 * @typedef {object} GraphWords
 * @property {(text: string) => string} write numbers in a text, as one writes them there
 * @property {typeof steps} steps
 * @property {typeof sentences} sentences what a step does
 * @property {typeof nodes} nodes
 * @property {Record<string, string>} reasons rules by the core's word for them; one that is left out stays
 */

const nodes = {
  picture: 'Graph. Left and right walk its nodes, up goes to an operand, down to a use.',
  scrolls: 'Picture of the graph, wider than its place: left and right scroll it.',
  constant: 'constant',
  noGradient: 'no gradient',
  leaf: 'leaf',
  twice: 'leaf, used twice',
  often: 'leaf, used {uses} times',
  from: 'from {name}',
  manyFrom: '{count} from {name}',
  paths: '{count} paths',
  operation: '1 operation',
  operations: '{count} operations',
  leaves: '{count} leaves',
  vector: 'vector of {size}',
  shape: 'shape {shape}',
  drag: 'drag to change',
  valueOf: 'value of {name}',
  gradientOf: 'gradient of {name}',
  value: 'value',
  gradient: 'gradient',
  more: 'and {count} more',
  fold: 'fold {name}',
  unfold: 'unfold {name}',
  why: 'why?',
  wrong: 'wrong, by the mistake that is shown',
  saidConstant: 'Constant {name}{size}, no gradient.',
  saidVariable: 'Variable {name}',
  said: '{what}{size}: {value}, {gradient}.',
  saidValue: 'value {value}',
  saidGradient: 'gradient {gradient}',
  noValueYet: 'not computed yet',
  noGradientYet: 'no gradient yet',
  saidLayer: 'Layer {name}: {count} values, {operations}, folded.',
  saidNeuron: 'Folded, {operations}: {said}',
};

const steps = {
  step: 'Step', play: 'Play', pause: 'Pause', back: 'Step back', next: 'Step forward', reset: 'Reset',
  count: 'step {at} of {steps}',
  counted: 'step {at} of {steps}: {sentence}',
  empty: 'There is nothing to step through yet.',
  zero: 'zero', forward: 'forward', seed: 'seed', backward: '◂ backward', update: 'update',
};

const sentences = {
  nothing: 'Nothing is computed yet.',
  zero: 'Every gradient starts at 0.',
  forward: '{name} = {expression}{rule}.',
  seed: '{name} is the output itself: ∂{name}/∂{name} = {gradient}.',
  backward: '{name} = {expression} sends back to {target} upstream × local{products}{sum}.',
  and: ' and ',
  added: '; {target} has a gradient already, so it is added: {before} becomes {after}',
  update: 'Each weight moves against its gradient: {moves}.',
  move: '{name} = {before} − {rate} · {gradient} = {after}',
};

/** @type {GraphWords} */
export const graphWords = { write: (text) => text, steps, sentences, nodes, reasons: {} };

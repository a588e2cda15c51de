// The shapes that travel between the core, the store and the elements; types only, nothing runs.

/** @typedef {import('../../build/wasm/backprop.js').MainModule} Core */
/** @typedef {import('../../wasm/graph.js').GraphModule} GraphCore what graphs need of it: the small module has no more */
/** @typedef {import('../../build/wasm/backprop.js').Trainer} Trainer */

/** @typedef {ReturnType<Core['tables']>} Tables the core's tables, written beside the module when it is built */
/** @typedef {Tables['options'][number]} Option one setting of a run */
/** @typedef {NonNullable<Parameters<Core['createTrainer']>[1]>} Data what a run learns, if the core does not make it */
/** @typedef {Record<string, any>} Settings option name → value */

/** @typedef {ReturnType<Trainer['status']>} Status */
/** @typedef {ReturnType<Trainer['evaluate']>} Evaluation */
/** @typedef {ReturnType<Trainer['network']>['targets']} Targets */
/** @typedef {ReturnType<Trainer['data']>['train']} Points x holds pairs of coordinates, or one input each; y the class, counted from 0, or the value */
/** @typedef {ReturnType<Trainer['weight']>} WeightDetail one weight or bias, with the reason of its gradient */
/** @typedef {ReturnType<Trainer['example']>} Example one example of the batch, forward and backward */
/** @typedef {{ step: number[], train: number[], test: number[] }} Curve */

/**
 * @typedef {object} Layer weight[to * inputs + from], as PyTorch's Linear
 * @property {number} inputs
 * @property {number} outputs
 * @property {string} activation
 * @property {Float32Array} weight
 * @property {Float32Array} weightGradient mean over the batch
 */

/** @typedef {{ layer: number, to: number, from: number | null }} Weight which weight, all counted from 0; `from` is null for the bias of `to` */

/** @typedef {{ step: number, before: number, after: number }} Edited when a parameter was changed, and what it was and is */

/**
 * @typedef {object} Frame everything that is drawn, at one moment of one run
 * @property {number} run grows with every new run
 * @property {Settings} settings of this run
 * @property {Omit<ReturnType<Trainer['data']>, 'train' | 'test'> & { shipped?: string, features: string[] }} data names, which set that ships it is, and
 *   what the network sees of it, none where that are its columns; comes once a run
 * @property {{ train: Points, test: Points } | undefined} points of the plane or of one input; comes once a run
 * @property {{ size: number, units: Float32Array[] } | undefined} inputMaps what each input is over the plane; comes once a run
 * @property {Status} status
 * @property {import('./engine/divergence.js').Divergence | undefined} divergence how the run came to a number that is not finite, before it was taken back here
 * @property {import('./engine/evaluations.js').Evaluated} evaluation
 * @property {Layer[]} layers reduced to the units that are drawn
 * @property {Targets} targets
 * @property {ReturnType<Trainer['batch']>} batch
 * @property {ReturnType<Trainer['maps']> | undefined} maps of the units that are drawn, over the plane or the line that the data are of
 * @property {Curve} curve
 * @property {WeightDetail} weight
 * @property {ReturnType<Trainer['anatomy']>} anatomy of that weight's next update
 * @property {Example} example
 * @property {import('./engine/instruments.js').Readings} instruments what panels want to know besides, by name
 * @property {Record<string, string>} refused why the core does not tell what is wanted, by the instrument's name
 * @property {import('./engine/run-record.js').RunRecord['plain']} record what it takes to make the run again, and how far it has been
 * @property {import('./engine/rival.js').Comparison | undefined} comparison with a run that was kept, as A; this one is B
 * @property {{ at: number, to: number } | undefined} travel a long way through time that is under way
 * @property {boolean} playing
 * @property {number} rate training samples a second, over the last second of play
 */

/** @typedef {import('../../build/wasm/backprop.js').Graph} Graph */
/** @typedef {ReturnType<Graph['value']>} Tensor */
/** @typedef {ReturnType<Graph['explain']>} Explanation */
/**
 * @typedef {ReturnType<Graph['node']> & { id: number, names: string[], span: { begin: number, end: number } | null, value: Tensor,
 *   explanation: Explanation | null }} GraphNode
 */

/** @typedef {ReturnType<Core['parse']>} Parsed */
/** @typedef {'backward' | 'zero_grad'} GraphPass */
/** @typedef {{ name: string, node: number, before: number[], gradient: number[], after: number[] }} Move of a leaf: after = before − rate · gradient */
/** @typedef {{ phase: 'zero' | 'seed' | 'backward', node: number, gradients: { node: number, gradient: Tensor }[] }} RecordedPass the gradients that changed, and to what */

/**
 * @typedef {object} GraphFrame a text as a graph, with everything that happens in it
 * @property {string} source
 * @property {number} output
 * @property {GraphNode[]} nodes in the order of recording; none while the text has errors
 * @property {Parsed['names']} names
 * @property {Parsed['spans']} spans
 * @property {Parsed['freeNames']} freeNames
 * @property {number} backwards how often the text calls backward()
 * @property {GraphPass[]} script what ran after forward
 * @property {RecordedPass[]} passes what happened then
 * @property {string} code for PyTorch
 * @property {Parsed['errors']} errors
 * @property {boolean} explained whether the nodes have their explanations
 * @property {{ rate: number, moves: Move[] }} [update] what gradient descent makes of leaves after backward, where it is shown
 * @property {string} notice why there is no backward pass; empty when there is one
 */

/** @typedef {'frozen' | 'auto' | 'per layer'} ScaleMode */

export {};

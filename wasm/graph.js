// The door to the small module: graphs alone, in float64, with the calls and the numbers of the large one.
import createModule from '../build/wasm-graph/backprop-graph.js';
import { doorTo } from './door.js';

/** What the small module has: graphs, and texts as graphs or as numbers. @typedef {import('../build/wasm-graph/backprop-graph.js').GraphModule} GraphModule */

/** Loads the small module, as `load` of index.js does the large one. It needs no SIMD. */
export const loadGraphs = doorTo(createModule);

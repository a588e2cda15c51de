// The door to the smallest module: texts as numbers, and nothing else. It has the operations that lessons compute most, and no words: of a
// text that it cannot read, or that is wrong, it says so and no more. Then ask the small one, which answers the same texts to the same bits.
import createModule from '../build/wasm-evaluate/backprop-evaluate.js';
import { doorTo } from './door.js';

/** What the smallest module has. @typedef {import('../build/wasm-evaluate/backprop-evaluate.js').EvaluateModule} EvaluateModule */

/** Loads the smallest module. */
export const loadEvaluate = doorTo(createModule);

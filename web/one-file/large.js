// In the place of the doors to the small modules: the large one has all that they have, and is there anyway.

import { load } from '../../wasm/index.js';

export const loadGraphs = () => load();
export const loadEvaluate = () => load();

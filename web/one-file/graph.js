// In the place of wasm/graph.js: the large module has all that the small one has, and is there anyway.

import { load } from '../../wasm/index.js';

export const loadGraphs = () => load();

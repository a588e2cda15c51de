// The door to the small module: graphs alone, in float64, with the calls and the numbers of the large one.
import createModule from '../build/wasm-graph/backprop-graph.js';

/** What the small module has: graphs, and texts as graphs or as numbers. @typedef {import('../build/wasm-graph/backprop-graph.js').GraphModule} GraphModule */

/** @type {Promise<GraphModule> | undefined} */
let loading;
/** @type {((file: string) => string) | undefined} */
let location;

/**
 * Loads the small module, as `load` of index.js does the large one. It needs no SIMD.
 * @param {{ locateFile?: (file: string) => string }} [options] says where backprop-graph.wasm lies, if not beside its script
 * @returns {Promise<GraphModule>}
 */
export async function loadGraphs({ locateFile } = {}) {
  if (!loading) {
    location = locateFile;
    loading = createModule(locateFile ? { locateFile } : {});
    loading.catch(() => (loading = undefined));
  } else if (locateFile && locateFile !== location) {
    throw new Error('[load] the module is loaded from another place already; load() or the same locateFile would be right');
  }
  return loading;
}

// The door to the module: loads it once. That of the small one is graph.js.
import createModule from '../build/wasm/backprop.js';
import { simd as hasSimd } from 'wasm-feature-detect';
import { createEager } from './eager.js';

/** @typedef {import('../build/wasm/backprop.js').MainModule & { eager(): import('../build/wasm/eager.js').Eager }} Module */
/** @typedef {import('../build/wasm/backprop.js').Trainer} Trainer */
/** @typedef {import('../build/wasm/backprop.js').Graph} Graph */
/** @typedef {import('../build/wasm/eager.js').Eager} Eager */
/** @typedef {import('../build/wasm/eager.js').Tensor} Tensor */
/** @typedef {(file: string) => string} LocateFile */
/** @typedef {import('./graph.js').GraphModule} GraphModule */

/** @type {Promise<Module> | undefined} */
let loading;
/** @type {LocateFile | undefined} */
let location;

/**
 * Loads the module; every later call gives the same one. An attempt that fails is forgotten, and the next call tries anew. Where there is no
 * SIMD, the module without it is loaded, more slowly to the same results; `simd: false` asks for it, to compare.
 * The first call says where backprop.wasm, or backprop-scalar.wasm, lies, if not beside its script; a later one may not say anything else.
 * `compiled` is backprop.wasm as a page or another worker has compiled it already.
 * `module: 'graph'` asks for the small module, which has graphs alone; where nothing else is wanted, `loadGraphs` of graph.js spares a bundle
 * the script of the large one.
 * @template {'graph'} [Kind=never]
 * @param {{ locateFile?: LocateFile, simd?: boolean, compiled?: WebAssembly.Module, module?: Kind }} [options]
 * @returns {Promise<[Kind] extends [never] ? Module : GraphModule>}
 */
export async function load({ locateFile, simd, compiled, module } = {}) {
  if (module === 'graph') return /** @type {any} */ ((await import('./graph.js')).loadGraphs({ locateFile }));
  if (module !== undefined) throw new Error(`[load] there is no module '${module}'; 'graph', or nothing for the large one, would be right`);
  if (!loading) {
    location = locateFile;
    loading = (compiled ? instantiate(compiled) : create(locateFile, simd)).then(withEager);
    loading.catch(() => (loading = undefined));
  } else if (locateFile && locateFile !== location) {
    throw new Error('[load] the module is loaded from another place already; load() or the same locateFile would be right');
  }
  return /** @type {any} */ (loading);
}

/** @param {LocateFile | undefined} locateFile @param {boolean | undefined} wanted whether SIMD is; by default where there is some */
async function create(locateFile, wanted) {
  if (wanted ?? (await hasSimd())) return createModule(locateFile ? { locateFile } : {});
  // Addresses that a bundler finds, and copies the files to.
  const script = new URL('../build/wasm-scalar/backprop-scalar.js', import.meta.url).href;
  const binary = new URL('../build/wasm-scalar/backprop-scalar.wasm', import.meta.url).href;
  const { default: createScalar } = await import(/* @vite-ignore */ script);
  return createScalar({ locateFile: locateFile ?? (() => binary) });
}

/** @param {WebAssembly.Module} compiled */
function instantiate(compiled) {
  /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance) => unknown} receive */
  const instantiateWasm = (imports, receive) => receive(new WebAssembly.Instance(compiled, imports));
  return createModule({ instantiateWasm });
}

/** Adds the eager API. @param {import('../build/wasm/backprop.js').MainModule} module @returns {Module} */
function withEager(module) {
  return Object.assign(module, { eager: () => createEager(module) });
}

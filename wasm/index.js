// The door to the module: loads it once, and turns the errors it returns into errors thrown.
import createModule from '../build/wasm/backprop.js';
import { simd as hasSimd } from 'wasm-feature-detect';
import { createEager } from './eager.js';

/** @typedef {import('../build/wasm/backprop.js').MainModule & { eager(): import('../build/wasm/eager.js').Eager }} Module */
/** @typedef {import('../build/wasm/backprop.js').Trainer} Trainer */
/** @typedef {import('../build/wasm/backprop.js').Graph} Graph */
/** @typedef {(file: string) => string} LocateFile */

/** @type {Promise<Module> | undefined} */
let loading;
/** @type {LocateFile | undefined} */
let location;

/**
 * Loads the module; every later call gives the same one. An attempt that fails is forgotten, and the next call tries anew. Where there is no
 * SIMD, the module without it is loaded, more slowly to the same results; `simd: false` asks for it, to compare.
 * The first call says where backprop.wasm, or backprop-scalar.wasm, lies, if not beside its script; a later one may not say anything else.
 * `compiled` is backprop.wasm as a page or another worker has compiled it already.
 * @param {{ locateFile?: LocateFile, simd?: boolean, compiled?: WebAssembly.Module }} [options]
 * @returns {Promise<Module>}
 */
export async function load({ locateFile, simd, compiled } = {}) {
  if (!loading) {
    location = locateFile;
    loading = (compiled ? instantiate(compiled) : create(locateFile, simd)).then(throwErrors).then(withEager);
    loading.catch(() => (loading = undefined));
  } else if (locateFile && locateFile !== location) {
    throw new Error('[load] the module is loaded from another place already; load() or the same locateFile would be right');
  }
  return loading;
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

/**
 * Wraps every function, method, getter and constructor of the module once: what comes back as an `Error` is thrown.
 * @param {import('../build/wasm/backprop.js').MainModule & { stackSave(): number, stackRestore(stack: number): void }} module
 */
function throwErrors(module) {
  /** @param {Function} call */
  const checked = (call) =>
    /** @this {any} @param {unknown[]} args */
    function (...args) {
      const stack = module.stackSave();
      let result;
      try {
        result = call.apply(this, args);
      } catch (error) {
        module.stackRestore(stack); // a failed check leaves C++ without giving its stack back
        if (this?.isDeleted?.()) throw new Error(`[${this.constructor.name.replace('64', '')}] was deleted; another one would be right`);
        throw error;
      }
      if (result instanceof Error) throw result;
      return result;
    };

  const members = /** @type {Record<string, any>} */ (module);
  for (const name of ['tables', 'dataset', 'createTrainer', 'readCsv', 'csvReport', 'parse', 'evaluate', 'memoryUsed', 'memoryPeak']) members[name] = checked(members[name]);
  const handles = Object.getPrototypeOf(members.Graph.prototype); // what embind gives all of them
  handles.delete = checked(handles.delete);
  for (const name of ['Graph', 'Trainer', 'Trainer64']) {
    const { prototype } = members[name];
    for (const [key, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
      if (member.get) Object.defineProperty(prototype, key, { ...member, get: checked(member.get) });
      else if (key !== 'constructor') prototype[key] = checked(member.value);
    members[name] = new Proxy(members[name], { construct: checked(Reflect.construct) });
  }
  return module;
}

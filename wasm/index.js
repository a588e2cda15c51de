// The door to the module: loads it once, and turns the errors it returns into errors thrown.
import createModule from '../build/wasm/backprop.js';

/** @typedef {import('../build/wasm/backprop.js').MainModule} Module */
/** @typedef {import('../build/wasm/backprop.js').Trainer} Trainer */
/** @typedef {import('../build/wasm/backprop.js').Graph} Graph */

/** @type {Promise<Module> | undefined} */
let loading;

/**
 * Loads the module; every later call gives the same one.
 * @param {{ locateFile?: (file: string) => string }} [options] where backprop.wasm lies, if not beside backprop.js
 * @returns {Promise<Module>}
 */
export function load(options) {
  loading ??= createModule(options)
    .then(throwErrors)
    .catch((error) => {
      loading = undefined; // so that the next call tries again
      throw error;
    });
  return loading;
}

/**
 * Wraps every function and method of the module once: what comes back as an `Error` is thrown.
 * @param {Module & { stackSave(): number, stackRestore(stack: number): void }} module
 * @returns {Module}
 */
function throwErrors(module) {
  /** @param {Function} call */
  const checked = (call) =>
    /** @this {unknown} @param {unknown[]} args */
    function (...args) {
      const stack = module.stackSave();
      let result;
      try {
        result = call.apply(this, args);
      } catch (error) {
        module.stackRestore(stack); // a failed check leaves C++ without giving its stack back
        throw error;
      }
      if (result instanceof Error) throw result;
      return result;
    };

  module.tables = checked(module.tables);
  module.createTrainer = checked(module.createTrainer);
  const classes = /** @type {{ prototype: any }[]} */ ([module.Graph, module.Trainer]);
  for (const { prototype } of classes)
    for (const name of Object.getOwnPropertyNames(prototype))
      if (name !== 'constructor' && typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === 'function')
        prototype[name] = checked(prototype[name]);
  return module;
}

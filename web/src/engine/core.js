// The core, as workers open it. The only module of the page that imports the WebAssembly boundary.

import { load } from '../../../wasm/index.js';

/** @param {WebAssembly.Module} [compiled] the module as the page has compiled it already */
export const openCore = (compiled) => load({ compiled });

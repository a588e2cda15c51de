// The core, as workers open it. The only module of the page that imports the WebAssembly boundary.

import { load } from '../../../wasm/index.js';

export const openCore = () => load();

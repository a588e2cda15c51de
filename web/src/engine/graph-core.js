// The small core, graphs alone, as workers open it that train nothing. The only module of the page that imports its door.

import { loadGraphs } from '../../../wasm/graph.js';

/** As `openCore` of core.js, with an eighth of the bytes. */
export const openGraphCore = () => loadGraphs();

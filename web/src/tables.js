// The core's tables, as the build wrote them: the page can draw its controls before the module answers.

import tables from '../../build/wasm/tables.json';

export default /** @type {import('./types.js').Tables} */ (tables);

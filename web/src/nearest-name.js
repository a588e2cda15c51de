// The name that was probably meant: the only module of the page that imports `wasm/nearest.js`, which is the command line's too.

import { edits } from '../../wasm/nearest.js';

export { nearest } from '../../wasm/nearest.js';

/** The one that takes the fewest letters to change, however many. @param {string} name @param {string[]} names at least one */
export function nearestName(name, names) {
  const lengths = names.map((each) => edits(name.toLowerCase(), each));
  return names[lengths.indexOf(Math.min(...lengths))];
}

// The name that was probably meant: the one that takes the fewest letters to change.

import { edits } from '../../../wasm/cli/nearest.js';

/** @param {string} name @param {string[]} names at least one */
export function nearestName(name, names) {
  const lengths = names.map((each) => edits(name.toLowerCase(), each));
  return names[lengths.indexOf(Math.min(...lengths))];
}

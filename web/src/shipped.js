// The data sets that ship with the module. The only module of the page that imports them; none is fetched before it is chosen.

/** @import { ShippedData } from '../../wasm/data.js' */
import { loadData, shippedData } from '../../wasm/data.js';

export { loadData };

/** @type {ShippedData[]} */
export const shipped = shippedData();

/** From this size on a set says what it will download, and shows how far it is. */
export const LARGE = 1e6;

/** @param {string | undefined} name */
export function shippedNamed(name) {
  return shipped.find((one) => one.name === name);
}

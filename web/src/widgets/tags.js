// The widgets, by their tag, and how what each shows is loaded: a page fetches those that stand on it.

import { elements } from '../course/elements.js';

/**
 * @typedef {object} Inside what a widget shows, made of what its author wrote
 * @property {{ new (...given: any[]): HTMLElement & { state?: object }, kind?: object }} Element with a `kind`, a figure
 * @property {(attributes: Record<string, string>) => unknown[]} [given] what its constructor takes; otherwise it has the attributes and the content
 */

/** @type {Record<string, () => Promise<Inside>>} */
export const tags = {
  ...Object.fromEntries(Object.entries(elements).map(([tag, load]) => [tag, async () => ({ Element: await load() })])),
  'backprop-graph': () => import('./graph.js'),
  'backprop-network': () => import('./network.js'),
};

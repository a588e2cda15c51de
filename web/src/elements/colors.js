// The tokens' colours as a canvas needs them: resolved for the theme that stands around it, kept until it changes.

/** @import { LitElement, ReactiveController } from 'lit' */
import { parseColor, signTable } from '../draw/colors.js';
import { watchTheme } from '../theme.js';

const NAMES = /** @type {const} */ (['surface', 'ink', 'muted', 'hairline', 'border', 'negative', 'positive', 'third', 'fourth', 'fifth']);

/** @typedef {Record<typeof NAMES[number], string> & { full: Uint8ClampedArray, soft: Uint8ClampedArray, classes: string[] }} Colors */

/** Of each place where tokens hold; and of each node that asked, as marks ask one by one. @type {WeakMap<Node, Colors>} */
let kept = new WeakMap();

/** Where tokens hold besides the page itself. @type {WeakSet<Node>} */
const places = new WeakSet();

/** In a widget's root the theme is the widget's own. @param {ParentNode} root */
export function themedApart(root) {
  places.add(root);
}

/** @param {Element} element that is drawn @returns {Colors} `full` and `soft` are tables for maps; marks stand out on the soft one; `classes` by their index */
export function themeColors(element) {
  const known = kept.get(element);
  if (known) return known;
  const place = placeOf(element);
  const colors = kept.get(place) ?? readColors(place);
  kept.set(place, colors);
  if (element.isConnected) kept.set(element, colors);
  return colors;
}

/** @param {Element} element @returns {ParentNode} */
function placeOf(element) {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return document.body;
  return places.has(root) ? root : placeOf(root.host);
}

/** @param {ParentNode} place @returns {Colors} */
function readColors(place) {
  const probes = document.createElement('div');
  for (const name of NAMES) probes.appendChild(document.createElement('span')).style.color = `var(--${name})`;
  place.append(probes);
  /** @type {Record<typeof NAMES[number], string>} */
  const colors = /** @type {any} */ (Object.fromEntries(NAMES.map((name, at) => [name, getComputedStyle(probes.children[at]).color])));
  probes.remove();
  const [negative, surface, positive] = [colors.negative, colors.surface, colors.positive].map(parseColor);
  return { ...colors, classes: [colors.negative, colors.positive, colors.third, colors.fourth, colors.fifth], full: signTable(negative, surface, positive), soft: signTable(negative, surface, positive, 0.62) };
}

/**
 * Redraws its element when the theme changes.
 * @implements {ReactiveController}
 */
export class ThemeColors {
  /** @param {LitElement} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    // Best read before there is much whose style would have to be found first.
    themeColors(this.host);
    this.stop = watchTheme(() => {
      kept = new WeakMap();
      this.host.requestUpdate();
    }, this.host);
  }

  hostDisconnected() {
    this.stop?.();
  }
}

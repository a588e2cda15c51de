// The tokens' colours as a canvas needs them: resolved for the theme that stands, kept until it changes.

/** @import { LitElement, ReactiveController } from 'lit' */
import { parseColor, signTable } from '../draw/colors.js';
import { watchTheme } from '../theme.js';

const NAMES = /** @type {const} */ (['surface', 'ink', 'muted', 'hairline', 'border', 'negative', 'positive', 'third', 'fourth', 'fifth']);

/** @typedef {Record<typeof NAMES[number], string> & { full: Uint8ClampedArray, soft: Uint8ClampedArray, classes: string[] }} Colors */

/** @type {Colors | undefined} */
let kept;

/** Where the tokens hold. @type {ParentNode} */
let place = document.body;

/** Colours are those of a part of the page. @param {ParentNode} part */
export function readColorsIn(part) {
  place = part;
  kept = undefined;
}

/** @returns {Colors} `full` and `soft` are tables for maps; marks stand out on the soft one; `classes` by their index */
export function themeColors() {
  return (kept ??= readColors());
}

/** @returns {Colors} */
function readColors() {
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
    themeColors();
    this.stop = watchTheme(() => {
      kept = undefined;
      this.host.requestUpdate();
    });
  }

  hostDisconnected() {
    this.stop?.();
  }
}

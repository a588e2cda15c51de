// <backprop-network lr="0.1" …>: the lab as a widget. Its attributes are the settings as a link has them; it tells the link of what a reader made of them.

import { themedApart } from '../elements/colors.js';
import { Lab } from '../elements/lab.js';

/** The lab as wide as its widget, not as the window. @implements {Pick<MediaQueryList, 'matches'>} */
class WidthQuery extends EventTarget {
  matches = false;

  /** @param {HTMLElement} element @param {string} query */
  constructor(element, query) {
    super();
    const [, least, , most] = /\(min-width: (\d+)px\)|(\(max-width: (\d+)px\))/.exec(query) ?? [];
    this.observer = new ResizeObserver(([{ contentRect: { width } }]) => {
      const matches = least ? width >= Number(least) : width <= Number(most);
      if (matches === this.matches) return;
      this.matches = matches;
      this.dispatchEvent(new Event('change'));
    });
    this.observer.observe(element);
  }
}

export class Element extends Lab {
  get embedded() {
    return true;
  }

  connectedCallback() {
    super.connectedCallback();
    themedApart(this.renderRoot);
  }

  /** @param {string} query */
  media(query) {
    return /** @type {any} */ (new WidthQuery(this, query));
  }

  /** @param {string} hash */
  settled(hash) {
    this.dispatchEvent(new CustomEvent('backprop-state', { detail: { widget: 'backprop-network', state: { hash } }, bubbles: true, composed: true }));
  }
}

/** @param {Record<string, string>} attributes @returns {unknown[]} the link's part after # */
export const given = ({ alt, lang, hash, ...settings }) => [hash ?? `#${new URLSearchParams(settings)}`];

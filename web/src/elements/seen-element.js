// An element that draws only while it is on screen, and catches up when it comes back.

import { LitElement } from 'lit';

export class SeenElement extends LitElement {
  #visible = true;
  #observer = new IntersectionObserver((entries) => {
    const { isIntersecting } = /** @type {IntersectionObserverEntry} */ (entries.at(-1));
    const came = isIntersecting && !this.#visible;
    this.#visible = isIntersecting;
    if (came) this.requestUpdate();
  });

  connectedCallback() {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#visible = true;
  }

  /** The first drawing is always made, so that there is something to come on screen. */
  get isSeen() {
    return this.#visible || !this.hasUpdated;
  }

  /** @param {Map<string, unknown>} _changed */
  shouldUpdate(_changed) {
    return this.isSeen;
  }
}

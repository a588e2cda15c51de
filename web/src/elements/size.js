// Tells an element its size in whole CSS pixels and draws it anew when that changes.

/** @import { ReactiveController, LitElement } from 'lit' */

/** @implements {ReactiveController} */
export class Size {
  width = 0;
  height = 0;

  /** @param {LitElement} host @param {() => Element | null} part measured instead of the host when given */
  constructor(host, part = () => host) {
    this.host = host;
    this.part = part;
    /** @type {Element | null} */
    this.observed = null;
    this.observer = new ResizeObserver((entries) => {
      const { contentRect } = entries[entries.length - 1];
      const [width, height] = [Math.floor(contentRect.width), Math.floor(contentRect.height)];
      if (width === this.width && height === this.height) return;
      this.width = width;
      this.height = height;
      host.requestUpdate();
    });
    host.addController(this);
  }

  /** An element that is moved in its page goes on. */
  hostConnected() {
    if (this.host.hasUpdated) this.hostUpdated();
  }

  hostUpdated() {
    const part = this.part();
    if (part && part !== this.observed) this.observer.observe(part);
    this.observed = part;
  }

  hostDisconnected() {
    this.observer.disconnect();
    this.observed = null;
  }
}

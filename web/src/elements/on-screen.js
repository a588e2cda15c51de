// Lets an element draw only while it is on screen, and catch up when it comes back.

/** @import { ReactiveController, LitElement } from 'lit' */

/** @implements {ReactiveController} */
export class OnScreen {
  visible = true;

  /** @param {LitElement} host */
  constructor(host) {
    this.host = host;
    this.observer = new IntersectionObserver((entries) => {
      const { isIntersecting } = /** @type {IntersectionObserverEntry} */ (entries.at(-1));
      const came = isIntersecting && !this.visible;
      this.visible = isIntersecting;
      if (came) host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected() {
    this.observer.observe(this.host);
  }

  hostDisconnected() {
    this.observer.disconnect();
    this.visible = true;
  }

  /** For `shouldUpdate`: the first drawing is always made, so that there is something to come on screen. */
  get wanted() {
    return this.visible || !this.host.hasUpdated;
  }
}

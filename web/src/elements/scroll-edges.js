// A part that scrolls sideways says so: its edges fade where more lies beyond, and the keyboard reaches it, as a group with a name; a page may have many, so that it is no landmark.

/** @import { ReactiveController, ReactiveControllerHost } from 'lit' */
import { css } from 'lit';

/** What is left of less than this, in px, is no reason to scroll. */
const LITTLE = 2;

/** @implements {ReactiveController} */
export class ScrollEdges {
  /** @type {HTMLElement | null} */
  #part = null;
  /** @type {Element | null} */
  #inside = null;
  #sizes = new ResizeObserver(() => this.#look());

  /** @param {ReactiveControllerHost & { renderRoot: ParentNode }} host @param {string} selector of the part, which has one child @param {() => string} name that a screen reader says */
  constructor(host, selector, name) {
    this.host = host;
    this.selector = selector;
    this.name = name;
    host.addController(this);
  }

  /** An element that is moved in its page is looked at again, though nothing in it has changed. */
  hostConnected() {
    this.hostUpdated();
  }

  hostUpdated() {
    /** @type {HTMLElement | null} */
    const part = this.host.renderRoot.querySelector(this.selector);
    const inside = part?.firstElementChild ?? null;
    if (part === this.#part && inside === this.#inside) return;
    this.hostDisconnected();
    this.#part = part;
    this.#inside = inside;
    if (!part || !inside) return;
    this.#sizes.observe(part);
    this.#sizes.observe(inside);
    part.addEventListener('scroll', this.#look, { passive: true });
  }

  hostDisconnected() {
    this.#sizes.disconnect();
    this.#part?.removeEventListener('scroll', this.#look);
    this.#part = this.#inside = null;
  }

  #look = () => {
    const part = this.#part;
    if (!part) return;
    const { scrollLeft, scrollWidth, clientWidth } = part;
    const most = scrollWidth - clientWidth;
    part.classList.toggle('more-before', most > LITTLE && scrollLeft > LITTLE);
    part.classList.toggle('more-after', most > LITTLE && scrollLeft < most - LITTLE);
    if (most > LITTLE === part.hasAttribute('tabindex')) return;
    for (const [attribute, value] of Object.entries({ tabindex: '0', role: 'group', 'aria-label': this.name() })) {
      if (most > LITTLE) part.setAttribute(attribute, value);
      else part.removeAttribute(attribute);
    }
  };
}

export const scrollEdgesCss = css`
  .more-before, .more-after { --before: 0px; --after: 0px; mask-image: linear-gradient(to right, transparent, #000 var(--before), #000 calc(100% - var(--after)), transparent); }
  .more-before { --before: 36px; }
  .more-after { --after: 36px; }
  @media print { .more-before, .more-after { mask-image: none; } }
`;

// A widget: an element that is small until it comes near the screen. Then what it shows is loaded, and stands in its shadow root with the tokens around it.

/** @import { Inside } from './tags.js' */
import { messageOf } from '../message-of.js';
import { ended, give, take } from './lease.js';
import { look } from './look.js';

/** How far from the screen a widget is loaded. */
const AHEAD = '600px';

/** What is the page's, not the content's. */
const OWN = /^(on.*|data-.*|aria-.*|id|class|style|slot|is|part|theme|state|hidden|tabindex|role)$/;

/** @type {IntersectionObserver | undefined} */
let near;

/** @param {Element} widget */
function watch(widget) {
  near ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) /** @type {Widget} */ (target).wake();
  }, { rootMargin: AHEAD });
  near.observe(widget);
}

export class Widget extends HTMLElement {
  /** Loads what it shows. @type {() => Promise<Inside>} */
  static load;

  /** @type {HTMLElement & { state?: object } | undefined} */
  #content;
  /** Of how many engines the content has seen the end. */
  #seen = 0;
  #awake = false;
  #frame = document.createElement('div');
  #written = new MutationObserver((changes) => this.#rewritten(changes));

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [look];
    this.#frame.className = 'widget';
    this.#frame.addEventListener('answered', (event) => this.#answered(/** @type {CustomEvent} */ (event)));
    root.append(this.#frame);
  }

  connectedCallback() {
    take();
    this.#written.observe(this, { attributes: true, childList: true, characterData: true, subtree: true });
    if (this.#content && this.#seen !== ended) this.#clear();
    if (!this.#content) watch(this);
  }

  disconnectedCallback() {
    give();
    this.#written.disconnect();
    near?.unobserve(this);
  }

  /** What a reader has changed, as `backprop-state` tells it. */
  get state() {
    return this.#content?.state;
  }

  /** It comes near the screen. */
  async wake() {
    near?.unobserve(this);
    if (this.#awake) return;
    this.#awake = true;
    try {
      const inside = await /** @type {typeof Widget} */ (this.constructor).load();
      if (this.isConnected) this.#show(await this.#made(inside));
      else this.#awake = false;
    } catch (error) {
      this.#fail(messageOf(error));
    }
  }

  /** @param {Inside} inside */
  async #made({ Element, given }) {
    const name = `${this.localName}-inside`;
    if (!customElements.get(name)) customElements.define(name, Element);
    const attributes = Object.fromEntries(this.getAttributeNames().filter((each) => !OWN.test(each)).map((each) => [each, this.getAttribute(each) ?? '']));
    const lang = languageOf(this);
    const state = stateOf(this.getAttribute('state'));
    if (given) return Object.assign(new Element(...given({ ...attributes, ...state })), { lang });
    const content = Object.assign(new Element(), { resume: state });
    if (Element.kind && !attributes.alt) attributes.alt = (await import('./about.js')).about[this.localName];
    for (const [each, value] of Object.entries({ ...attributes, lang })) content.setAttribute(each, value);
    content.append(...[...this.childNodes].map((node) => node.cloneNode(true)));
    return content;
  }

  /** @param {HTMLElement} content */
  #show(content) {
    this.#seen = ended;
    this.#content = content;
    this.#frame.replaceChildren(content);
  }

  #clear() {
    this.#content = undefined;
    this.#awake = false;
    this.#frame.replaceChildren();
  }

  /** @param {string} words */
  #fail(words) {
    this.#clear();
    this.#frame.append(Object.assign(document.createElement('p'), { className: 'failure', role: 'alert', textContent: words }));
  }

  /** Its author, or a script of the page, has written something else. A figure reads its attributes anew; all else is made anew. @param {MutationRecord[]} changes */
  #rewritten(changes) {
    const names = new Set(changes.map(({ target, attributeName }) => (target === this ? attributeName : null)).filter((name) => name === null || !OWN.test(name)));
    if (!this.#awake || names.size === 0) return;
    if (this.#content && 'spec' in this.#content && !names.has(null)) {
      for (const name of names) copyAttribute(String(name), this, this.#content);
      return;
    }
    this.#clear();
    watch(this);
  }

  /** @param {CustomEvent} event */
  #answered(event) {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('backprop-answer', { detail: { widget: this.localName, ...event.detail }, bubbles: true, composed: true }));
  }
}

/** @param {string} name @param {Element} from @param {Element} to */
function copyAttribute(name, from, to) {
  const value = from.getAttribute(name);
  if (value === null) to.removeAttribute(name);
  else to.setAttribute(name, value);
}

/** The nearest `lang` around an element, also outside of a shadow root. @param {Element} element @returns {string} */
function languageOf(element) {
  const near = /** @type {HTMLElement | null} */ (element.closest('[lang]'));
  if (near) return near.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : 'en';
}

/** What a reader had made of it, as `backprop-state` told. @param {string | null} text */
function stateOf(text) {
  if (!text) return {};
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new Error(`state="${text}" is no JSON; what an event backprop-state has told as its state would be right`);
  }
}

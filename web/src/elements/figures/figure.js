// The base of every figure of the course: reads its attributes, asks the core for what its state makes, draws the answer; works only while it is on screen.

/** @import { Kind } from '../../figures/kind.js' */
/** @import { Words } from '../../figures/speak.js' */
import { LitElement, html, nothing } from 'lit';
import { openLessonClient } from '../../engine/lesson-client.js';
import { formatNumber } from '../../draw/format.js';
import { glue } from '../../draw/glue.js';
import { readFigure } from '../../figures/kind.js';
import { fillWords, formatShort, languageOf, writer } from '../../figures/speak.js';
import common from '../../figures/words/figure.js';
import { messageOf } from '../../message-of.js';
import { number } from '../number.js';
import { rangeCss } from '../range-css.js';
import { sharedCss } from '../shared-css.js';
import '../segments.js';
import { figureCss } from './figure-css.js';

/** How far from the screen a figure gets ready. */
const AHEAD = '300px';

/**
 * @template {object} Spec what the attributes say @template {object} State what the reader can change
 * @template {object} Answer everything that is drawn, as the core computed it
 */
export class Figure extends LitElement {
  /** Its row of the catalogue. @type {Kind} */ static kind;
  /** Its sentences. @type {Words} */ static words;
  static styles = [sharedCss, rangeCss, figureCss];
  static properties = { answer: { state: true }, failure: { state: true }, playing: { state: true } };

  static get observedAttributes() {
    return [...super.observedAttributes, ...Object.keys(this.kind.attributes), 'alt', 'hide', 'lock'];
  }

  #near = false;
  #stale = true;
  #asking = false;
  #timer = 0;
  /** @type {IntersectionObserver | undefined} */
  #observer;

  constructor() {
    super();
    /** @type {Spec} */ this.spec = /** @type {any} */ ({});
    /** @type {State} */ this.state = /** @type {any} */ ({});
    /** @type {Answer | undefined} of the state, or of the one before while a newer is computed */ this.answer = undefined;
    this.failure = '';
    this.playing = false;
    this.alt = '';
    /** What a reader had changed before, to go on from. @type {object} */ this.resume = {};
    /** @type {string[]} */ this.hide = [];
    /** @type {string[]} */ this.lock = [];
  }

  get kind() {
    return /** @type {typeof Figure} */ (this.constructor).kind;
  }

  /** The reader's language, as far as this figure speaks it. */
  get language() {
    const tag = (/** @type {HTMLElement | null} */ (this.closest('[lang]')) ?? document.documentElement).lang;
    return languageOf(/** @type {typeof Figure} */ (this.constructor).words, tag);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#observer = new IntersectionObserver(([entry]) => this.#seen(entry.isIntersecting), { rootMargin: AHEAD });
    this.#observer.observe(this);
    addEventListener('beforeprint', this.prepare);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    removeEventListener('beforeprint', this.prepare);
    this.#near = false;
    this.pause();
  }

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    super.attributeChangedCallback(name, before, value);
    if (before !== value) this.#stale = true;
    if (this.#near) this.#read();
  }

  /** @param {boolean} near */
  #seen(near) {
    this.#near = near;
    if (!near) this.pause();
    else if (this.#stale) this.#read();
  }

  /** Asks for what it shows though it was never near the screen: it is printed too. */
  prepare = () => {
    if (this.#stale) this.#read();
  };

  /** What is written, from the start. */
  #read() {
    this.#stale = false;
    this.pause();
    try {
      const attributes = Object.fromEntries(this.getAttributeNames().map((name) => [name, this.getAttribute(name)]));
      const { spec, alt, hide, lock } = readFigure(this.kind, attributes);
      Object.assign(this, { spec, alt, hide, lock, failure: '' });
      this.state = resumed(/** @type {State} */ (this.kind.begin(spec)), this.resume);
      void this.#ask();
    } catch (error) {
      this.failure = messageOf(error);
    }
  }

  /** Is what stands there of a state before this one? */
  get behind() {
    return this.#asking;
  }

  /** One question at a time; what changes meanwhile is asked next. */
  async #ask() {
    if (this.#asking) return;
    this.#asking = true;
    try {
      const client = await openLessonClient();
      for (let asked; asked !== this.state; ) {
        asked = this.state;
        this.answer = /** @type {Answer} */ (await client.figure(this.kind.tag, this.spec, asked));
        this.failure = '';
      }
    } catch (error) {
      this.failure = messageOf(error);
    } finally {
      this.#asking = false;
    }
  }

  /** What the reader changed. @param {Partial<State>} patch */
  change(patch) {
    this.state = { ...this.state, ...patch };
    this.#changed();
  }

  /** As it was at first. */
  again() {
    this.pause();
    this.state = /** @type {State} */ (this.kind.begin(this.spec));
    this.#changed();
  }

  #changed() {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('backprop-state', { detail: { widget: this.kind.tag, state: { ...this.state } }, bubbles: true, composed: true }));
    void this.#ask();
  }

  /** Does something again and again, until it is paused or off the screen. @param {() => void} act @param {number} perSecond */
  play(act, perSecond) {
    this.pause();
    this.playing = true;
    this.#timer = Number(setInterval(() => !document.hidden && act(), 1000 / perSecond));
  }

  pause() {
    clearInterval(this.#timer);
    this.playing = false;
  }

  /** A sentence of this figure, or one that all have. @param {string} key @param {Record<string, string | number>} [values] */
  say(key, values = {}) {
    const { language } = this;
    const words = /** @type {typeof Figure} */ (this.constructor).words[language];
    const sentence = words[key] ?? /** @type {Words} */ (common)[language][key];
    return glue(fillWords(sentence, values, writer(language, formatShort)));
  }

  /** A number of the answer. @param {string} path into the answer @param {number} value @param {Parameters<typeof number>[2]} [look] */
  number(path, value, { format = formatNumber, ...look } = {}) {
    return number(path, value, { ...look, format: writer(this.language, format) });
  }

  /** A control, unless it is hidden. @param {string} name @param {() => unknown} draw */
  control(name, draw) {
    return this.hide.includes(name) ? nothing : draw();
  }

  /** A slider for one number of the state. @param {string} name of the control @param {number} value @param {{ from: number, to: number, step: number, label?: unknown, write?: (value: number) => string }} range
   * where the label is not the control's own word, and the number not what is to be read @param {(value: number) => void} change */
  slider(name, value, { from, to, step, label = this.say(name), write = writer(this.language, formatShort) }, change) {
    const fill = `--fill:${(100 * (value - from)) / (to - from)}%`;
    return this.control(name, () => html`<label class="control"><span>${label}</span><input type="range" min=${from} max=${to} step=${step} .value=${String(value)}
      ?disabled=${this.lock.includes(name)} .style=${fill} aria-valuetext=${write(value)}
      @input=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => change(Number(target.value))}><output aria-live="off">${write(value)}</output></label>`);
  }

  /** One of a few choices, each called as the words say. @param {string} name of the control @param {readonly string[]} choices @param {string} value @param {(value: any) => void} change */
  choice(name, choices, value, change) {
    const words = /** @type {typeof Figure} */ (this.constructor).words[this.language];
    const options = (this.lock.includes(name) ? [value] : choices).map((each) => ({ value: each, text: words[each] ?? each }));
    return this.control(name, () => html`<div class="control"><span aria-hidden="true">${this.say(name)}</span><backprop-segments label=${this.say(name)} .choices=${options} value=${value}
      @choose=${(/** @type {CustomEvent<string>} */ { detail }) => change(detail)}></backprop-segments></div>`);
  }

  /** @param {string} name of the control @param {unknown} label @param {() => void} act @param {boolean} [disabled] */
  button(name, label, act, disabled = false) {
    return this.control(name, () => html`<button type="button" ?disabled=${disabled || this.lock.includes(name)} @click=${act}>${label}</button>`);
  }

  /** The picture with its controls. @param {Answer} answer @returns {unknown} */
  draw(answer) {
    return answer && nothing;
  }

  render() {
    const { answer, failure, alt } = this;
    return html`<figure aria-label=${alt || nothing} aria-busy=${answer || failure ? 'false' : 'true'}>
      ${failure ? html`<p class="error" role="alert">${failure}</p>` : nothing}
      ${answer ? this.draw(answer) : failure ? nothing : html`<p class="waiting">${this.say('waiting')}</p>`}
      <figcaption><slot></slot></figcaption>
    </figure>`;
  }
}

/** The state at first, with what of another one fits it. @template {object} State @param {State} begin @param {object} given @returns {State} */
const resumed = (begin, given) => ({ ...begin, ...Object.fromEntries(Object.entries(given).filter(([key, value]) => typeof value === typeof /** @type {any} */ (begin)[key])) });

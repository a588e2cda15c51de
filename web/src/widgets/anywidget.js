// The widgets for notebooks, by the contract of anywidget: in Jupyter, marimo and MyST. The model says what is shown; state and answers go back into it.

import './main.js';

/**
 * @typedef {object} Model
 * @property {(name: string) => any} get `kind`, such as valley; `attributes` by name; `text` between the tags, if any
 * @property {(name: string, value: unknown) => void} set `state` and `answer`, as the events tell them
 * @property {() => void} save_changes
 * @property {(event: string, listener: () => void) => void} on
 * @property {(event: string, listener: () => void) => void} [off]
 */

/** @param {Model} model @param {HTMLElement} el */
function draw(model, el) {
  const kind = String(model.get('kind') ?? '');
  if (!customElements.get(`backprop-${kind}`)) throw new Error(`[anywidget] there is no widget '${kind}'; valley or question, say, would be right`);
  const widget = document.createElement(`backprop-${kind}`);
  for (const [name, value] of Object.entries(model.get('attributes') ?? {})) {
    if (value !== false && !/^on/i.test(name)) widget.setAttribute(name, value === true ? '' : String(value));
  }
  widget.textContent = String(model.get('text') ?? '');
  el.replaceChildren(widget);
}

/** Some hosts, such as MyST, have nothing that a model could write to. @param {Model} model @param {string} name @param {unknown} value */
function write(model, name, value) {
  try {
    model.set(name, value);
    model.save_changes();
  } catch {
    // What is shown goes on.
  }
}

export default {
  /** @param {{ model: Model, el: HTMLElement }} view @returns {() => void} ends it */
  render({ model, el }) {
    const again = () => draw(model, el);
    const own = ['kind', 'attributes', 'text'].map((name) => `change:${name}`);
    el.addEventListener('backprop-state', (event) => write(model, 'state', /** @type {CustomEvent} */ (event).detail.state));
    el.addEventListener('backprop-answer', (event) => write(model, 'answer', /** @type {CustomEvent} */ (event).detail));
    again();
    for (const event of own) model.on(event, again);
    return () => {
      for (const event of own) model.off?.(event, again);
      el.replaceChildren();
    };
  },
};

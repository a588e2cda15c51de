// The widgets for notebooks, by the contract of anywidget: in Jupyter, marimo and MyST. The model says what is shown; state and answers go back into it.
// Some hosts copy this file to a place of their own, so it stands alone, and the model may say where the site is.

/**
 * @typedef {object} Model
 * @property {(name: string) => any} get `kind`, such as valley; `attributes` by name; `text` between the tags, if any; `site`, the address of the site, if this
 *   file is not there any more
 * @property {(name: string, value: unknown) => void} set `state` and `answer`, as the events tell them
 * @property {() => void} save_changes
 * @property {(event: string, listener: () => void) => void} on
 * @property {(event: string, listener: () => void) => void} [off]
 */

/** @param {Model} model */
async function load(model) {
  const site = model.get('site');
  const folder = site ? `${String(site).replace(/\/$/, '')}/widgets/` : import.meta.url;
  await import(/* @vite-ignore */ new URL('backprop-playground.js', folder).href);
}

/** @param {Model} model @returns {HTMLElement} */
function draw(model) {
  const kind = String(model.get('kind') ?? '');
  if (!customElements.get(`backprop-${kind}`)) throw new Error(`[anywidget] there is no widget '${kind}'; valley or question, say, would be right`);
  const widget = document.createElement(`backprop-${kind}`);
  for (const [name, value] of Object.entries(model.get('attributes') ?? {})) {
    if (value !== false && !/^on/i.test(name)) widget.setAttribute(name, value === true ? '' : String(value));
  }
  widget.textContent = String(model.get('text') ?? '');
  return widget;
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
  /** @param {{ model: Model, el: HTMLElement }} view @returns {Promise<() => void>} ends it */
  async render({ model, el }) {
    const again = () => {
      try {
        el.replaceChildren(draw(model));
      } catch (error) {
        el.replaceChildren(Object.assign(document.createElement('p'), { role: 'alert', textContent: /** @type {Error} */ (error).message }));
      }
    };
    const own = ['kind', 'attributes', 'text'].map((name) => `change:${name}`);
    el.addEventListener('backprop-state', (event) => write(model, 'state', /** @type {CustomEvent} */ (event).detail.state));
    el.addEventListener('backprop-answer', (event) => write(model, 'answer', /** @type {CustomEvent} */ (event).detail));
    await load(model);
    again();
    for (const event of own) model.on(event, again);
    return () => {
      for (const event of own) model.off?.(event, again);
      el.replaceChildren();
    };
  },
};

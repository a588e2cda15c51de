// <backprop-graph text="…">: the graph workbench as a widget; it tells its text, and hears keys only while it has the focus.

import { GraphWorkbench } from '../elements/graph/workbench.js';

const LESSON = 'x = 2\ny = x**2 + 3*x + 1\n';

export class Element extends GraphWorkbench {
  #told;

  /** @param {string} [text] */
  constructor(text = LESSON) {
    const keyboard = new EventTarget();
    super(text, keyboard);
    this.#told = text;
    this.keyboard = this;
  }

  changed() {
    super.changed();
    const { text } = this.store.state;
    if (text === this.#told) return;
    this.#told = text;
    this.dispatchEvent(new CustomEvent('backprop-state', { detail: { widget: 'backprop-graph', state: { text } }, bubbles: true, composed: true }));
  }
}

/** @param {Record<string, string>} attributes */
export const given = ({ text }) => [text?.replaceAll(/;\s*/g, '\n')];

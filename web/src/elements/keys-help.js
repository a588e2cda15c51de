// <backprop-keys-help>: the list of keys, as a dialog.

import { LitElement, css, html } from 'lit';
import { dialogCss } from './dialog-css.js';
import { sharedCss } from './shared-css.js';

/** @type {Record<string, [string, string][]>} */
const KEYS = {
  network: [
    ['Space', 'play and pause; with Shift another speed: full, 10 steps or 1 step a second'],
    ['→ ←', 'one op forth and back; with Shift one phase, with Ctrl one batch'],
    ['Home', 'back to step 0, as the seed made it'],
    ['Ctrl+Z', 'undo a setting or an edited weight; with Shift, redo'],
    ['Tab', 'to the bar of the run, there:'],
    ['→ ←', 'one step, of which Page Up and Page Down make an epoch'],
    ['Tab', 'to the tools of its layers, where → and ← walk, and to the figure; there:'],
    ['↑ ↓', 'previous and next weight of a layer'],
    ['→ ←', 'along the signal into the next layer, and back'],
    ['Home End', 'in the matrix: first and last of a row; with Ctrl, of all'],
    ['B', 'the bias of that unit'],
    ['Esc', 'take back what was typed wrongly'],
    ['1 … 5', 'on the drawing board: the class; Enter draws, Delete erases'],
  ],
  graph: [
    ['Space', 'play and pause'],
    ['→ ←', 'one step forward and back; with Shift, one phase'],
    ['Home End', 'before the first step, after the last'],
    ['Ctrl+Z', 'undo, also of what was typed; with Shift, redo'],
    ['Tab', 'to the operations, the fields and the picture; there:'],
    ['→ ← ↑ ↓', 'walk the operations, or the nodes'],
    ['Enter', 'the operation, or the node: select it, or take it as operand'],
    ['Delete', 'delete the node'],
    ['Esc', 'no operand after all; nothing selected'],
  ],
};

export class KeysHelp extends LitElement {
  static properties = { page: { type: String } };

  static styles = [
    sharedCss,
    dialogCss,
    css`
      dialog { width: min(420px, calc(100vw - 32px)); }
      .top { display: flex; align-items: center; justify-content: space-between; margin-bottom: 12px; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 8px 16px; margin: 0; }
      dd { margin: 0; }
      kbd { font-family: var(--mono); font-size: var(--text); }
    `,
  ];

  constructor() {
    super();
    this.page = 'network';
  }

  show() {
    /** @type {HTMLDialogElement | null} */ (this.renderRoot.querySelector('dialog'))?.showModal();
  }

  render() {
    return html`
      <dialog aria-labelledby="title">
        <div class="top">
          <h2 id="title">Keys</h2>
          <form method="dialog"><button>Close</button></form>
        </div>
        <dl>${KEYS[this.page].map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl>
      </dialog>
    `;
  }
}
customElements.define('backprop-keys-help', KeysHelp);

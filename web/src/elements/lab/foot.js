// <backprop-lab-foot>: what stands under the whole lab, and the panel that is open.

/** @import { State } from '../../lab-state.js' */
/** @import { Store } from '../../store.js' */
import { LitElement, css, html, nothing } from 'lit';
import { slug } from '../../link/parts.js';
import { emitChange } from '../change.js';
import { ownTask } from '../own-task.js';
import { sharedCss } from '../shared-css.js';
import { panelsFor } from './panels.js';
import './layer-ribbon.js';
import './pin-board.js';

export class LabFoot extends LitElement {
  static properties = { state: { attribute: false }, ask: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; border-top: 1px solid var(--hairline); background: var(--surface); }
      .bar { display: flex; border-top: 1px solid var(--hairline); flex-wrap: wrap; gap: 4px 8px; align-items: center; padding: 3px 20px; }
      .bar button[aria-expanded="true"] { background: var(--ink); border-color: var(--ink); color: var(--surface); }
      .panel { min-height: 60dvh; padding: 16px 20px 20px; border-top: 1px solid var(--hairline); background: var(--page); overflow: auto; }
      @media (max-width: 699px) { .bar { padding: 6px 16px; } .panel { padding: 16px; } }
    `,
  ];

  #shown = '';

  constructor() {
    super();
    /** @type {State | undefined} */ this.state = undefined;
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
  }

  /** A panel that was opened is seen. */
  updated() {
    const open = this.state?.panel ?? '';
    if (open && open !== this.#shown) this.reveal();
    this.#shown = open;
  }

  /** From its beginning, as far as the page goes, once what is in it is drawn. */
  reveal() {
    requestAnimationFrame(() => this.renderRoot.querySelector('.panel')?.scrollIntoView({ block: 'start' }));
  }

  async scheduleUpdate() {
    await ownTask(this.state?.frame?.playing);
    super.scheduleUpdate();
  }

  render() {
    if (!this.state?.frame || !this.ask) return nothing;
    const { parts } = this.state.link;
    const panels = panelsFor(this.state).filter(({ name }) => !parts.hides(slug(name)));
    const open = panels.find(({ name }) => name === this.state?.panel);
    const { frame, pins, hovered, selected } = this.state;
    return html`${parts.hides('ribbon') ? nothing : html`<backprop-layer-ribbon .frame=${frame}></backprop-layer-ribbon>`}
      ${pins.length && !parts.hides('pins') ? html`<backprop-pin-board .frame=${frame} .pins=${pins} .chosen=${hovered ?? selected}></backprop-pin-board>` : nothing}
      ${panels.length === 0 ? nothing : html`<div class="bar" role="group" aria-label="Panels">
        ${panels.map(({ name }) => html`<button aria-expanded=${name === open?.name ? 'true' : 'false'} ?disabled=${parts.locks(slug(name))}
          @click=${() => emitChange(this, { panel: name === open?.name ? '' : name })}>${name}</button>`)}
      </div>`}
      ${open ? html`<section class="panel" aria-label=${open.name}>${open.view(this.state, this.ask)}</section>` : nothing}`;
  }
}
customElements.define('backprop-lab-foot', LabFoot);

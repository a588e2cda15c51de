// <backprop-export>: the network as it stands, as a file for elsewhere.

/** @import { Store } from '../../store.js' */
/** @import { Frame } from '../../types.js' */
/** @import { Format } from '../../export/formats.js' */
import { LitElement, css, html, nothing } from 'lit';
import { formatCount } from '../../draw/format.js';
import { messageOf } from '../../message-of.js';
import { saveFile } from '../save-file.js';
import { sharedCss } from '../shared-css.js';

/** The writers are loaded when they are first wanted. */
const loadFormats = () => import('../../export/formats.js');

export class Export extends LitElement {
  static properties = { frame: { attribute: false }, ask: { attribute: false }, formats: { state: true }, said: { state: true }, failure: { state: true } };

  static styles = [
    sharedCss,
    css`
      :host { display: grid; gap: 12px; max-width: 88ch; }
      p { margin: 0; }
      ul { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; margin: 0; padding: 0; list-style: none; }
      li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: center; }
      button { justify-content: flex-start; }
      @media (max-width: 480px) { ul, li { grid-template-columns: 1fr; } li { gap: 2px; } }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
    /** @type {Format[]} */ this.formats = [];
    this.said = '';
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    void loadFormats().then(({ networkFormats }) => (this.formats = networkFormats));
  }

  /** @param {Format} format */
  async #save({ title, extension, media, write }) {
    this.said = this.failure = '';
    try {
      const state = await /** @type {Store['ask']} */ (this.ask)('networkState');
      const name = `network-${state.step}.${extension}`;
      saveFile(name, new Blob([/** @type {BlobPart} */ (write(state))], { type: media }));
      this.said = `${title} saved as ${name}.`;
    } catch (error) {
      this.failure = messageOf(error);
    }
  }

  render() {
    if (!this.frame) return nothing;
    const { playing, status } = this.frame;
    return html`<p class="muted">${playing ? 'Pause to save the network.' : `The network as it is at step ${formatCount(status.step)}, every number to the bit. Scripts check themselves: they stop if a gradient differs.`}</p>
      <ul>${this.formats.map((format) => html`<li>
        <button ?disabled=${playing} aria-describedby=${format.name} @click=${() => this.#save(format)}>${format.title}</button>
        <span id=${format.name} class="muted">${format.holds}</span></li>`)}</ul>
      <p role="status">${this.said}</p>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}`;
  }
}
customElements.define('backprop-export', Export);

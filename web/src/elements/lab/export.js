// <backprop-export>: the network as it stands, as a file for elsewhere.

/** @import { Store } from '../../store.js' */
/** @import { Frame } from '../../types.js' */
/** @import { NetworkState } from '../../export/state.js' */
import { html, nothing } from 'lit';
import { formatCount } from '../../draw/format.js';
import { ExportPanel } from '../export-panel.js';

/** The writers are loaded when they are first wanted. */
const loadFormats = () => import('../../export/formats.js');

/** @extends {ExportPanel<NetworkState>} */
export class Export extends ExportPanel {
  static properties = { ...ExportPanel.properties, frame: { attribute: false }, ask: { attribute: false } };

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    void loadFormats().then(({ networkFormats }) => (this.formats = networkFormats));
  }

  render() {
    if (!this.frame) return nothing;
    const { playing, status } = this.frame;
    return html`<p class="muted">${playing ? 'Pause to save the network.' : `The network as it is at step ${formatCount(status.step)}, every number to the bit. Scripts check themselves: they stop if a gradient differs.`}</p>
      ${this.list(this.formats, (at) => this.#save(at), playing)}`;
  }

  /** @param {number} at */
  #save(at) {
    const { title, extension, media, write } = this.formats[at];
    const step = this.frame?.status.step;
    return this.save(title, `network-${step}.${extension}`, async () => {
      const state = await /** @type {Store['ask']} */ (this.ask)('networkState');
      return new Blob([/** @type {BlobPart} */ (write(state))], { type: media });
    });
  }
}
customElements.define('backprop-export', Export);

// <backprop-graph-export>: the graph as a file for elsewhere, the picture among them.

/** @import { GraphClient } from '../../engine/client.js' */
/** @import { GraphState } from '../../export/graph-state.js' */
/** @import { GraphState as PageState } from '../../graph/graph-state.js' */
import { html, nothing } from 'lit';
import { ExportPanel } from '../export-panel.js';

const PNG = { name: 'png', title: 'PNG', holds: 'the same picture in pixels, two for each' };
/** Pixels of the picture for each of its own, where there is room for as many. */
const SHARP = 2;
/** A canvas has no more on a side. */
const MOST_PIXELS = 16_000;

/** The writers are loaded when they are first wanted. */
const loadFormats = () => import('../../export/formats.js');

/** @extends {ExportPanel<GraphState>} */
export class GraphExport extends ExportPanel {
  static properties = { ...ExportPanel.properties, state: { attribute: false }, client: { attribute: false } };

  constructor() {
    super();
    /** @type {PageState | undefined} */ this.state = undefined;
    /** @type {GraphClient | undefined} */ this.client = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    void loadFormats().then(({ graphFormats }) => (this.formats = graphFormats));
  }

  render() {
    if (!this.state?.frame?.code) return html`<p class="muted">A graph is needed, to be saved.</p>`;
    const svg = this.formats.findIndex(({ name }) => name === 'svg');
    const rows = this.formats.length > 0 ? this.formats.toSpliced(svg + 1, 0, /** @type {any} */ (PNG)) : [];
    return html`<p class="muted">The graph with its values and gradients, after the backward pass.</p>
      ${rows.length > 0 ? this.list(rows, (at) => this.#save(rows[at].name)) : nothing}`;
  }

  /** @param {string} name */
  #save(name) {
    const format = this.formats.find((each) => each.name === (name === 'png' ? 'svg' : name));
    const frame = this.state?.frame;
    if (!format || !frame || !this.client) return;
    const { client } = this;
    const { title, extension, media, write } = format;
    return this.save(name === 'png' ? PNG.title : title, `graph.${name === 'png' ? 'png' : extension}`, async () => {
      const state = await client.ask('state', frame.source, { source: frame.source, names: frame.names });
      const content = write(/** @type {GraphState} */ (state));
      return name === 'png' ? pixelsOf(String(content)) : new Blob([/** @type {BlobPart} */ (content)], { type: media });
    });
  }
}
customElements.define('backprop-graph-export', GraphExport);

/** @param {string} svg @returns {Promise<Blob>} */
async function pixelsOf(svg) {
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await picture.decode();
  const scale = Math.min(SHARP, MOST_PIXELS / Math.max(picture.width, picture.height));
  if (scale < 1) throw new Error(`The picture has ${picture.width} by ${picture.height} pixels, more than a PNG can hold here; SVG would be right.`);
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d')).drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}

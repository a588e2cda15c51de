// <backprop-output>: what the network makes of the plane, and how well, side by side where there is room.

/** @import { Frame } from '../types.js' */
import { LitElement, css, html } from 'lit';
import { sharedCss } from './shared-css.js';
import './decision-map.js';
import './loss-chart.js';
import './scores.js';

export class Output extends LitElement {
  static properties = { frame: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; container-type: inline-size; }
      h2 { margin-bottom: 12px; }
      .curve { margin-top: 16px; padding-top: 16px; border-top: 1px solid var(--hairline); }
      backprop-scores { margin-top: 8px; }
      @container (min-width: 520px) {
        .parts { display: grid; grid-template-columns: minmax(0, 244px) minmax(0, 1fr); gap: 40px; }
        .curve { margin: 0; padding: 0; border: 0; }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
  }

  render() {
    return html`<div class="parts">
      <div>
        <h2>Output</h2>
        <backprop-decision-map .frame=${this.frame}></backprop-decision-map>
      </div>
      <div class="curve">
        <backprop-loss-chart .curve=${this.frame?.curve} .playing=${this.frame?.playing ?? false}></backprop-loss-chart>
        <backprop-scores .frame=${this.frame}></backprop-scores>
      </div>
    </div>`;
  }
}
customElements.define('backprop-output', Output);

// <backprop-own-data>: the ways to data of one's own, to draw points or to bring a table, and which of them are learnt.

import { LitElement, css, html, nothing } from 'lit';
import { ownData } from '../../data/own-data.js';
import { SIGNS } from '../../data/points.js';
import { formatCount } from '../../draw/format.js';
import { emitChange } from '../change.js';
import { sharedCss } from '../shared-css.js';

export class OwnDataButtons extends LitElement {
  static properties = { value: { type: String } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; margin-bottom: 12px; }
      .ways { display: flex; flex-wrap: wrap; gap: 8px; }
      [aria-pressed="true"] { outline: 2px solid var(--ink); outline-offset: -1px; border-color: transparent; }
      [aria-pressed="true"]:focus-visible { outline-offset: 3px; }
      p { margin: 6px 0 0; font-size: var(--tiny); line-height: 1.4; overflow-wrap: anywhere; }
    `,
  ];

  constructor() {
    super();
    /** The name of the data that are learnt, whatever they are. */
    this.value = '';
  }

  render() {
    const own = ownData.get(this.value);
    const pressed = (/** @type {unknown} */ part) => (part ? 'true' : 'false');
    return html`<div class="ways" role="group" aria-label="Your own data">
        <button aria-pressed=${pressed(own?.drawn)} @click=${() => emitChange(this, { board: 'open' })}>Draw own</button>
        <button aria-pressed=${pressed(own?.table)} @click=${() => emitChange(this, { openTable: {} })}>CSV</button>
      </div>
      ${own?.drawn ? html`<p>Points of your own: ${countsOf(own.drawn.points)}.</p>` : nothing}
      ${own?.table ? html`<p><bdi>${own.table.title}</bdi>: learns <bdi>${own.table.choice.target.join(', ')}</bdi>.</p>` : nothing}
      ${own?.examples ? html`<p><bdi>${own.examples.title}</bdi>: ${formatCount(own.examples.x.length)} examples of its run.</p>` : nothing}
      ${own?.kept === false ? html`<p class="error" role="status">Too large to be kept over a reload: a browser keeps 5 MB for a page. Bring the data again then.</p>` : nothing}`;
  }
}

/** How many there are of each class: 12 ◆ · 9 ●. @param {{ label: number }[]} points */
export function countsOf(points) {
  const counts = SIGNS.map((sign, label) => [sign, points.filter((point) => point.label === label).length]);
  return counts.filter(([, count]) => count).map(([sign, count]) => `${formatCount(Number(count))} ${sign}`).join(' · ');
}
customElements.define('backprop-own-data', OwnDataButtons);

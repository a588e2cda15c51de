// The figure in the middle of the lab: the network as a picture, as a matrix or as a table, and what each of them reads.

/** @import { State } from '../../lab-state.js' */
/** @import { Store } from '../../store.js' */
/** @import { Wants } from '../../engine/instruments.js' */
/** @import { LayerQuantity } from '../../engine/whole-layer.js' */
/** @import { FigureHead } from './figure-head.js' */
/** @import { Quantity } from '../../draw/quantities.js' */
import { html } from 'lit';
import { reachedAt } from '../../draw/ops.js';
import '../network-view.js';
import './figure-head.js';

/** What is read for each tab of the matrix: to see what changed, the present weights. @type {Record<Quantity, LayerQuantity>} */
const READ = { weight: 'weight', gradient: 'gradient', update: 'update', change: 'weight', check: 'gradient' };

/** @param {State} state @returns {Wants} */
export function wantsOfFigure({ view, quantity, selected, table }) {
  if (view === 'matrix') return { matrix: { layer: selected.layer, what: READ[quantity] } };
  return view === 'table' ? { rows: table } : {};
}

/** @param {State} state @param {Store['ask']} ask @param {{ compact: boolean, thread: boolean }} look */
export function figure(state, ask, { compact, thread }) {
  const { card, frame, settings, selected, hovered, scale, view, quantity, table, phase } = state;
  const head = html`<backprop-figure-head .frame=${frame} .view=${view} .scale=${scale} .compact=${compact} .parts=${state.link.parts}></backprop-figure-head>`;
  if (view === 'matrix') {
    return html`${head}<backprop-matrix-view .frame=${frame} .selected=${selected} .hovered=${hovered} .scale=${scale} .quantity=${quantity}
      .ask=${ask}></backprop-matrix-view>`;
  }
  if (view === 'table') {
    return html`${head}<backprop-table-view .frame=${frame} .selected=${selected} .hovered=${hovered} .order=${table}
      .compact=${compact}></backprop-table-view>`;
  }
  return html`${head}<backprop-network-view .frame=${frame} .settings=${settings} .selected=${selected} .hovered=${hovered} .trail=${card.trail}
    .scale=${scale} .compact=${compact} .thread=${thread} .fixed=${state.link.parts.locks('layers') || state.link.parts.hides('layers')} @factors=${passFactors} .reached=${reachedAt(frame?.layers.length ?? 0, phase)}></backprop-network-view>`;
}

/** The head's legend shows beads as the picture below draws them. @param {CustomEvent<FigureHead['factors']>} event */
function passFactors({ target, detail }) {
  const head = /** @type {FigureHead} */ (/** @type {Element} */ (target).previousElementSibling);
  head.factors = detail;
}

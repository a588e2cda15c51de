// The network as SVG: edges are weights, the beads on them are pushes, boxes are units.

/** @import { Frame, ScaleMode, Weight } from '../types.js' */
/** @typedef {ReturnType<typeof import('../draw/way.js').wayToLoss>} Way */
/** @import { Edge, NetworkLayout } from '../draw/layout.js' */
/** @import { Reached } from '../draw/ops.js' */
import { nothing, svg } from 'lit';
import { formatNumber, signOf } from '../draw/format.js';
import { arrowPath, bead, fullScale, weightWidth } from '../draw/scale.js';

/** @param {NetworkLayout} layout @param {Way} way */
export function bands(layout, way) {
  const { loss, columns } = layout;
  const output = columns[columns.length - 1];
  return svg`<g class="band">
    ${layout.edges.flat().filter(way.edge).map(({ x1, y1, x2, y2 }) => svg`<line x1=${x1} y1=${y1} x2=${x2} y2=${y2} />`)}
    ${loss && output.y.length === 1 && way.end >= columns.length - 2
      ? svg`<line x1=${output.x + output.size / 2} y1=${output.y[0]} x2=${loss.x - loss.size / 2} y2=${loss.y} />`
      : nothing}
  </g>`;
}

/** @param {NetworkLayout} layout @param {Frame} frame @param {Way} way */
export function edges(layout, frame, way) {
  return layout.edges.flat().map((edge) => {
    const weight = frame.layers[edge.layer].weight[edge.drawn];
    return svg`<line class="edge ${signOf(weight)} ${way.edge(edge) ? 'way' : ''}" x1=${edge.x1} y1=${edge.y1} x2=${edge.x2} y2=${edge.y2}
      stroke-width=${weightWidth(weight).toFixed(2)}
      data-key=${`layers[${edge.layer}].weight[${edge.index}]`} data-value=${String(weight)} />`;
  });
}

/** A gradient that is not yet there is 0, as zero_grad left it. @param {NetworkLayout} layout @param {Frame} frame @param {ScaleMode} mode @param {Reached} reached */
export function beads(layout, frame, mode, reached) {
  const full = fullScale(mode, frame.layers);
  return layout.edges.flat().map((edge) => {
    if (edge.layer < reached.gradient) return svg`<g class="bead" transform="translate(${edge.beadX} ${edge.beadY})">${beadMark(0, 1, layout)}</g>`;
    const gradient = frame.layers[edge.layer].weightGradient[edge.drawn];
    return svg`<g class="bead" transform="translate(${edge.beadX} ${edge.beadY})"
      data-key=${`layers[${edge.layer}].weightGradient[${edge.index}]`} data-value=${String(gradient)}
    >${beadMark(gradient, full[edge.layer], layout)}</g>`;
  });
}

/** @param {number} gradient @param {number} full @param {Pick<NetworkLayout, 'beadLength' | 'beadHeight'>} factors */
export function beadMark(gradient, full, { beadLength, beadHeight }) {
  const { shape, raises, length, height } = bead(gradient, full);
  if (shape === 'ring') return svg`<circle class="hollow" r=${Math.max(2.2 * beadHeight, 1.3).toFixed(2)} />`;
  const way = shape === 'hollow' ? 'hollow' : raises ? 'raises' : 'lowers';
  return svg`<path class=${way} d=${arrowPath(length * beadLength, height * beadHeight, raises)} />`;
}

/** @param {Edge} edge @param {NetworkLayout} layout @param {number} [bottom] where the thread to the card ends */
export function marker({ beadX, beadY }, layout, bottom) {
  const width = 27 * Math.max(layout.beadLength, 0.7);
  const height = 13 * Math.max(layout.beadHeight, 0.7);
  return svg`<g class="marker">
    ${bottom ? svg`<line x1=${beadX} y1=${beadY + height / 2} x2=${beadX} y2=${bottom} />` : nothing}
    <rect x=${beadX - width / 2} y=${beadY - height / 2} width=${width} height=${height} rx=${height / 2} />
  </g>`;
}

/** A bias has no bead: its thread starts at its unit, below the number there. @param {Weight} bias @param {NetworkLayout} layout @param {number} bottom */
export function biasThread({ layer, to }, { columns }, bottom) {
  const { x, y, size, units } = columns[layer + 1];
  const at = y[units.indexOf(to)];
  if (at === undefined) return nothing;
  const left = x - size / 2;
  return svg`<g class="marker"><path d="M${left} ${at}h-7V${bottom}" /></g>`;
}

/**
 * Units are square where they hold heat maps, round where they hold one activation.
 * @param {NetworkLayout} layout @param {Frame} frame @param {Way} way @param {Reached} reached
 */
export function boxes(layout, { maps, instruments }, way, reached) {
  const output = layout.columns.length - 1;
  return layout.columns.flatMap(({ x, y, size, units }, column) =>
    y.map((centre, at) => {
      const unit = units[at];
      const asked = way.unit(column, unit);
      const waits = column > reached.a;
      const dead = !waits && column > 0 && instruments.health?.layers[column - 1].deadUnits.includes(unit);
      const look = `${asked || (column === output && y.length === 1) ? 'asked' : ''} ${dead ? 'dead' : ''} ${waits ? 'waiting' : ''}`;
      return svg`<rect class="unit ${look}" x=${x - size / 2} y=${centre - size / 2} width=${size} height=${size} rx=${maps ? 5 : size / 2} />`;
    }),
  );
}

/** From the output to the loss; several are gathered first. @param {NetworkLayout} layout */
export function links({ loss, columns, besideOutput }) {
  if (!loss) return nothing;
  const { x, y, size } = columns[columns.length - 1];
  const from = x + size / 2 + besideOutput;
  return svg`<path class="link" d="M${from} ${loss.y}H${loss.x - loss.size / 2}" />
    ${y.length > 1 ? svg`<path class="link" d="M${from - 5} ${y[0] - 12}h5V${y[y.length - 1] + 12}h-5" />` : nothing}`;
}

/**
 * A number on the figure, on a patch of surface so that it can be read over an edge.
 * @param {object} at
 * @param {number} at.x @param {number} at.y of the text's middle
 * @param {string} at.name @param {string} at.key @param {number} at.value
 * @param {boolean} [at.signed] @param {number} [at.decimals]
 * @param {boolean} [at.start] x is the left end, not the middle
 */
export function label({ x, y, name, key, value, signed = false, decimals = 4, start = false }) {
  const text = formatNumber(value, decimals);
  const lead = name && `${name} `;
  const width = (lead.length + text.length) * 7.6 + 4;
  return svg`<g class="label" transform="translate(${x} ${y})">
    <rect x=${start ? -2 : -width / 2} y="-7.5" width=${width} height="15" rx="3" />
    <text class=${signed ? signOf(value) : ''} text-anchor=${start ? 'start' : 'middle'} dy="0.34em"
      >${lead}<tspan data-key=${key} data-value=${String(value)}>${text}</tspan></text>
  </g>`;
}

// The names of the layers above the network picture, and the way of the gradient.

/** @import { Frame } from '../types.js' */
/** @import { NetworkLayout } from '../draw/layout.js' */
import { html, nothing, svg } from 'lit';

/** @param {NetworkLayout} layout @param {Frame} frame @param {number} width @param {number} side of the tools that stand on the line @param {number} scale of the layout's pixels */
export function heads({ columns, loss, compact }, frame, width, side, scale) {
  const last = columns.length - 1;
  const tight = columns[1].x - columns[0].x < (compact ? 54 : 62);
  /** On a phone the outer names end where the picture does. @param {number} x @param {number} half of the name */
  const inside = (x, half) => (compact ? Math.min(Math.max(x, half), width - half) : x);
  const names = columns.map(({ x, total }, column) => {
    const activation = frame.layers[column - 1]?.activation;
    if (column === 0) return { x: inside(x, 16), name: 'Input', what: total === 1 ? '1 feature' : `${total} features` };
    const what = `${total} · ${activation}`;
    if (column === last) return { x: inside(x, 21), name: 'Output', what };
    return { x, name: tight ? String(column) : `Layer ${column}`, what };
  });
  if (loss) names.push({ x: loss.x, name: 'Loss', what: frame.settings.loss ?? 'mse' });
  const height = compact ? 20 : 34 + side;
  return html`<svg class="heads" viewBox="0 0 ${width} ${height}" width=${width * scale} height=${height * scale} aria-hidden="true">
    ${names.map(({ x, name, what }) => compact
      ? svg`<text class="head" x=${x} y="14" text-anchor="middle">${name}</text>`
      : svg`<text class="head" x=${x} y="13" text-anchor="middle">${name}</text>
            <text class="what" x=${x} y="29" text-anchor="middle">${what}</text>`)}
    ${compact ? nothing : backward(width, Math.round((columns[last].x + columns[last].size / 2 + (loss?.x ?? width)) / 2) - 4, 34 + side / 2)}
  </svg>`;
}

/** @param {number} width @param {number} middle of the word, where no tools stand @param {number} y */
function backward(width, middle, y) {
  return svg`<path class="backward" d="M8 ${y}H${middle - 32}M${middle + 32} ${y}H${width - 4}" />
    <path class="point" d="M2 ${y}l9-4.5v9z" />
    <text class="what" x=${middle} y=${y + 4} text-anchor="middle">backward</text>`;
}

// The names of the layers above the network picture, and the way of the gradient.

/** @import { Frame } from '../types.js' */
/** @import { NetworkLayout } from '../draw/layout.js' */
import { html, nothing, svg } from 'lit';

/** @param {NetworkLayout} layout @param {Frame} frame @param {number} width */
export function heads({ columns, loss, compact }, frame, width) {
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
  return html`<svg class="heads" width=${width} height=${compact ? 20 : 58} aria-hidden="true">
    ${names.map(({ x, name, what }) => compact
      ? svg`<text class="head" x=${x} y="14" text-anchor="middle">${name}</text>`
      : svg`<text class="head" x=${x} y="13" text-anchor="middle">${name}</text>
            <text class="what" x=${x} y="29" text-anchor="middle">${what}</text>`)}
    ${compact ? nothing : backward(width)}
  </svg>`;
}

/** @param {number} width */
function backward(width) {
  const middle = Math.round(width * 0.8);
  return svg`<path class="backward" d="M8 46H${middle - 46}M${middle + 46} 46H${width - 4}" />
    <path class="point" d="M2 46l9-4.5v9z" />
    <text class="what" x=${middle} y="50" text-anchor="middle">backward</text>`;
}

// The curve of a slice as SVG: axis, tangent, where the weight is and where the next step leads.

/** @import { Slice } from '../../draw/slice.js' */
import { nothing, svg } from 'lit';
import { formatNumber, formatTick } from '../../draw/format.js';
import { round } from '../../draw/scale.js';
import { sliceScale } from '../../draw/slice.js';

/** @param {Slice} slice @param {number} width @param {number} height of the curve alone @param {number} [dragged] point */
export function slicePicture(slice, width, height, dragged) {
  const { x, y, low, high } = sliceScale(slice, width, height);
  const at = (/** @type {number} */ place, /** @type {number} */ loss) => `${round(x(place))} ${round(y(loss))}`;
  const { here, lossHere, next, lossNext, slope } = slice;
  const ends = [slice.at[0], slice.at[slice.at.length - 1]];
  const reach = (ends[1] - ends[0]) / 5;
  const tangent = [here - reach, here + reach].map((place) => at(place, lossHere + slope * (place - here)));
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => ends[0] + share * (ends[1] - ends[0]));
  return svg`<svg width=${width} height=${height + 20} viewBox="0 0 ${width} ${height + 20}" aria-hidden="true">
    <line class="axis" x2=${width} y1=${height} y2=${height} />
    ${ticks.map((tick, i) => svg`<text x=${x(tick)} y=${height + 16} text-anchor=${i === 0 ? 'start' : i === 4 ? 'end' : 'middle'}>${formatTick(tick)}</text>`)}
    <text x="0" y="11">${formatNumber(high)}</text>
    <text class="what" x="76" y="11">loss of the batch</text>
    <text x="0" y=${height - 5}>${formatNumber(low)}</text>
    <path class="curve" d=${curve(slice, at)} />
    <path class="tangent" d="M${tangent.join('L')}" />
    ${arrow(x(here), y(lossHere), x(next), y(lossNext))}
    <circle class="here" cx=${x(here)} cy=${y(lossHere)} r="5" />
    ${dragged === undefined ? nothing : svg`<circle class="dragged" cx=${x(slice.at[dragged])} cy=${y(slice.loss[dragged])} r="6" />`}
  </svg>`;
}

/** @param {Slice} slice @param {(place: number, loss: number) => string} at */
function curve({ at: places, loss }, at) {
  let path = '';
  let pen = false;
  places.forEach((place, i) => {
    if (Number.isFinite(loss[i])) path += `${pen ? 'L' : 'M'}${at(place, loss[i])}`;
    pen = Number.isFinite(loss[i]);
  });
  return path;
}

/** From here to where the next step lands; too short to be seen, it is a head that shows the way. @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
function arrow(x1, y1, x2, y2) {
  if (x1 === x2 || !Number.isFinite(y2)) return nothing;
  const length = Math.hypot(x2 - x1, y2 - y1);
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const reach = Math.max(length, 16);
  return svg`<g class="step" transform="translate(${round(x1)} ${round(y1)}) rotate(${round(angle)})">
    <line x2=${reach - 6} /><path d="M${reach} 0l-9 -4.5v9z" />
  </g>`;
}

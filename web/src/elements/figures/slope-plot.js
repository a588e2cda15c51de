// One function of one number, plotted with where it is met, its slope there, and rise over run.

/** @import { Drawn, Spot } from '../../figures/chain.js' */
import { nothing, svg, html } from 'lit';
import { signOf } from '../../draw/format.js';
import { linePath, plotScale } from '../../draw/plot.js';
import { plotFrame } from './plot-frame.js';

const HEIGHT = 228;
const MARGINS = { left: 40, right: 22, top: 24, bottom: 28 };
/** Half of the length of a slope, in px. */
const REACH = 64;

/**
 * @param {Drawn} drawn @param {Spot | undefined} wrong where it is met by mistake
 * @param {{ width: number, ys: [number, number], names: { x: string, y: string }, write: (x: number) => string }} look
 */
export function slopePlot({ at, value, slope, curve, range }, wrong, { width, ys, names, write }) {
  const frame = { width, height: HEIGHT, ...MARGINS };
  const { x, y, toX } = plotScale(frame, range, ys);
  /** How far a slope reaches to the side. @param {number} steep */
  const reach = (steep) => REACH / Math.hypot(1, (y(steep) - y(0)) / (x(1) - x(0))) / (x(1) - x(0));
  const line = (/** @type {Spot} */ spot, /** @type {string} */ look) => {
    const far = reach(spot.slope);
    return svg`<line class="slope ${signOf(spot.slope)} ${look}" x1=${x(spot.at - far)} x2=${x(spot.at + far)} y1=${y(spot.value - spot.slope * far)} y2=${y(spot.value + spot.slope * far)} />`;
  };
  const run = at + reach(slope) * 0.72;
  const finite = Number.isFinite(value) && Number.isFinite(slope);
  const picture = html`<svg class="plot" .style=${`width:${width}px`} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true">${plotFrame(frame, range, ys, names, write)}
    <path class="curve" d=${linePath(curve.map((spot) => [x(spot.at), y(spot.value)]))} />
    ${finite ? svg`<path class="guide" fill="none" d="M${x(at)} ${HEIGHT - MARGINS.bottom}V${y(value)}H${MARGINS.left}" />
      <path class="run" d="M${x(at)} ${y(value)}H${x(run)}V${y(value + slope * (run - at))}" />${line({ at, value, slope }, wrong ? 'faint' : '')}` : nothing}
    ${wrong ? svg`${line(wrong, 'misplaced')}<circle class="misplaced-dot" cx=${x(wrong.at)} cy=${y(wrong.value)} r="6" />` : nothing}
    ${finite ? svg`<circle class="dot" cx=${x(at)} cy=${y(value)} r="6" />` : nothing}</svg>`;
  return { picture, toX };
}

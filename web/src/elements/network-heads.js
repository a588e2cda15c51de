// The names of the layers above the network picture, what ails a layer, and the way of the gradient.

/** @import { Frame } from '../types.js' */
/** @import { NetworkLayout } from '../draw/layout.js' */
import { html, nothing, svg } from 'lit';

/** As wide as a character of what stands under a name gets, and of a chip, in px. */
const CHARACTER = 6.8;
const CHIP = 6.4;

/** @param {NetworkLayout} layout @param {Frame} frame @param {number} width @param {number} side of the tools that stand on the line @param {number} scale of the layout's pixels */
export function heads({ columns, loss, compact }, frame, width, side, scale) {
  const last = columns.length - 1;
  const pitch = columns[1].x - columns[0].x;
  const tight = pitch < (compact ? 54 : 90);
  const chips = chipsOf(frame);
  const longest = Math.max(...columns.slice(1, -1).map(({ total }, at) => `${total} · ${frame.layers[at].activation}`.length * CHARACTER));
  let told = '';
  /** On a phone the outer names end where the picture does. @param {number} x @param {number} half of the name */
  const inside = (x, half) => (compact ? Math.min(Math.max(x, half), width - half) : x);
  /** @type {Head[]} */
  const names = columns.map(({ x, total }, column) => {
    const activation = frame.layers[column - 1]?.activation;
    const chip = chips.get(column - 1);
    if (column === 0) return { x: inside(x, 16), name: 'Input', what: tight ? String(total) : total === 1 ? '1 feature' : `${total} features` };
    if (column === last) return { x: inside(x, 21), name: 'Output', what: `${total} · ${activation}`, chip };
    // Where columns are narrow, an activation is told where it is another than before, and no chip is in its place.
    const room = [column - 2, column].every((near) => (longest + widthOf(chips.get(near) ?? '')) / 2 < pitch);
    const brief = longest > pitch && (activation === told || !room);
    if (!brief && !(tight && chip)) told = activation;
    return { x, name: tight ? String(column) : `Layer ${column}`, what: brief ? String(total) : `${total} · ${activation}`, chip };
  });
  if (loss) names.push({ x: loss.x, name: 'Loss', what: frame.settings.loss ?? 'mse' });
  const height = compact ? (chips.size ? 37 : 20) : 34 + side;
  return html`<svg class="heads" viewBox="0 0 ${width} ${height}" width=${width * scale} height=${height * scale} aria-hidden="true">
    ${names.map((head, at) => (compact ? phoneHead(head, width) : wideHead(head, pitch, !names[at - 1]?.chip && !names[at + 1]?.chip)))}
    ${compact ? nothing : backward(width, Math.round((columns[last].x + columns[last].size / 2 + (loss?.x ?? width)) / 2) - 4, 34 + side / 2)}
  </svg>`;
}

/** @typedef {{ x: number, name: string, what: string, chip?: string }} Head */

/** What ails each layer, if anything: the first that was found. @param {Frame} frame @returns {Map<number, string>} */
function chipsOf({ instruments }) {
  return new Map((instruments.health?.ailments ?? []).toReversed().map(({ layer, name }) => [layer, name]));
}

/** The chip is beside the name where there is room, else in the place of what stands under it. @param {Head} head @param {number} pitch @param {boolean} lonely no chip at either side */
function wideHead({ x, name, what, chip: word }, pitch, lonely) {
  const half = name.length * 4.2 + 4;
  const under = word !== undefined && pitch < 2 * (half + widthOf(word));
  const alone = lonely || (word !== undefined && widthOf(word) < pitch);
  return svg`<text class="head" x=${x} y="13" text-anchor="middle">${name}${under ? svg`<tspan class="of"> · ${what.split(' ')[0]}</tspan>` : nothing}</text>
    ${under ? nothing : svg`<text class="what" x=${x} y="29" text-anchor="middle">${what}</text>`}
    ${word === undefined ? nothing : under ? chip(x, 25, word, alone) : chip(x + half + widthOf(word) / 2, 9, word, true)}`;
}

/** @param {Head} head @param {number} width of the picture */
function phoneHead({ x, name, chip: word }, width) {
  return svg`<text class="head" x=${x} y="14" text-anchor="middle">${name}</text>
    ${word === undefined ? nothing : chip(Math.min(Math.max(x, widthOf(word) / 2), width - widthOf(word) / 2), 27, word, true)}`;
}

const widthOf = (/** @type {string} */ word) => word.length * CHIP + 12;

/** As the badge of the ribbon. @param {number} x @param {number} y centre @param {string} word @param {boolean} whole else the mark alone */
function chip(x, y, word, whole) {
  const text = whole ? word : '!';
  const width = whole ? widthOf(word) : 18;
  return svg`<g class="chip"><title>${word}</title><rect x=${x - width / 2} y=${y - 8} width=${width} height="16" rx="8" />
    <text x=${x} y=${y} dy="0.34em" text-anchor="middle">${text}</text></g>`;
}

/** @param {number} width @param {number} middle of the word, where no tools stand @param {number} y */
function backward(width, middle, y) {
  return svg`<path class="backward" d="M8 ${y}H${middle - 32}M${middle + 32} ${y}H${width - 4}" />
    <path class="point" d="M2 ${y}l9-4.5v9z" />
    <text class="what" x=${middle} y=${y + 4} text-anchor="middle">backward</text>`;
}

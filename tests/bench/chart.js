// The figures as one SVG picture: a panel a workload, a bar a system, a line from the smallest to the largest round.
import { figureOf, groups, ratio, short } from './report.js';
import { lessIsBetter } from './workloads.js';

/** @import { Figure } from './run.js' */
/** @import { Workload } from './workloads.js' */

const panelWidth = 420, nameWidth = 170, barWidth = 130, barHeight = 12, lineHeight = 18, gap = 24, perRow = 3;

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

/** @param {Figure[]} figures @param {string} machine */
export function drawChart(figures, machine) {
  /** @type {string[]} */
  const parts = [];
  let y = 50;
  for (const { family, columns, systems } of groups(figures)) {
    parts.push(`<text x="${gap}" y="${y}" class="family">${escaped(family)}</text>`);
    y += gap;
    for (let first = 0; first < columns.length; first += perRow) {
      const panels = columns.slice(first, first + perRow).map((workload, i) => drawPanel(figures, workload, systems, gap + i * panelWidth, y));
      parts.push(...panels.map(({ svg }) => svg));
      y += Math.max(...panels.map(({ height }) => height)) + gap;
    }
  }
  const width = perRow * panelWidth + gap;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}">
<style>
  text { font: 12px system-ui, sans-serif; fill: #333 }
  .family { font-size: 16px; font-weight: bold }
  .name { text-anchor: end }
  .title { font-weight: bold }
  .other { fill: #b0b8c4 }
  .ours { fill: #0b6bcb }
  .span { stroke: #333 }
</style>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${gap}" y="20">${escaped(machine)}. Bars are medians, lines reach from the least to the largest round; how many times as fast backprop-playground is stands behind.</text>
${parts.join('\n')}
</svg>
`;
}

/** @param {Figure[]} figures @param {Workload} workload @param {string[]} systems @param {number} left @param {number} top */
function drawPanel(figures, workload, systems, left, top) {
  const shown = systems.flatMap((system) => figureOf(figures, system, workload) ?? []);
  const most = Math.max(...shown.map(({ max }) => max), Number.MIN_VALUE);
  const x = (/** @type {number} */ value) => (barWidth * Math.max(0, value)) / most;
  const direction = lessIsBetter(workload) ? ' (shorter is better)' : '';
  const lines = shown.map(({ system, value, min, max }, i) => {
    const y = top + (i + 1) * lineHeight;
    const start = left + nameWidth + 6;
    const kind = system.startsWith('backprop-playground') ? 'ours' : 'other';
    const middle = y - barHeight / 2 + 2;
    const times = ratio(figures, system, workload);
    return `<text x="${left + nameWidth}" y="${y}" class="name">${escaped(system)}</text>
<rect x="${start}" y="${y - barHeight + 2}" width="${x(value).toFixed(1)}" height="${barHeight}" class="${kind}"/>
<line x1="${(start + x(min)).toFixed(1)}" y1="${middle}" x2="${(start + x(max)).toFixed(1)}" y2="${middle}" class="span"/>
<text x="${start + barWidth + 6}" y="${y}">${short(value)}${times && ` (${times})`}</text>`;
  });
  const svg = [`<text x="${left}" y="${top}" class="title">${escaped(`${workload.label}, ${workload.unit}${direction}`)}</text>`, ...lines].join('\n');
  return { svg, height: (shown.length + 1) * lineHeight };
}

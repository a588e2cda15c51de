// Figures as tables, which are Markdown too, and as bars of characters.
import { lessIsBetter, workloads } from './workloads.js';

/** @import { Figure } from './run.js' */
/** @import { Workload } from './workloads.js' */

const ours = 'backprop-playground';

/**
 * The families in order, each with its workloads and the systems that have a figure there: ours, then the others as the figures come,
 * which is the fastest first.
 * @param {Figure[]} figures
 */
export function groups(figures) {
  const measured = workloads.filter(({ name }) => figures.some(({ workload }) => workload === name));
  return [...new Set(measured.map(({ family }) => family))].map((family) => {
    const columns = measured.filter((workload) => workload.family === family);
    const rows = new Set(columns.flatMap(({ name }) => figures.filter(({ workload }) => workload === name).map(({ system }) => system)));
    const rank = (/** @type {string} */ system) => (system === ours ? 0 : system.startsWith(ours) ? 1 : 2);
    return { family, columns, systems: [...rows].sort((a, b) => rank(a) - rank(b)) };
  });
}

/** @param {Figure[]} figures @param {string} system @param {Workload} workload */
export const figureOf = (figures, system, { name }) => figures.find((figure) => figure.system === system && figure.workload === name);

/** Three digits that matter, with M and k for millions and thousands. @param {number} value */
export function short(value) {
  const [scaled, suffix] = Math.abs(value) >= 1e6 ? [value / 1e6, ' M'] : Math.abs(value) >= 1e4 ? [value / 1e3, ' k'] : [value, ''];
  const digits = Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2;
  return scaled.toFixed(digits) + suffix;
}

/** How many times as fast we are as a system, or '' where there is nothing to compare. @param {Figure[]} figures @param {string} system @param {Workload} workload */
export function ratio(figures, system, workload) {
  const [own, other] = [ours, system].map((name) => figureOf(figures, name, workload)?.value);
  if (system === ours || !own || !other || workload.unit === '%') return '';
  return `${short(lessIsBetter(workload) ? other / own : own / other)}×`;
}

/** @param {Figure[]} figures */
export function tables(figures) {
  const text = groups(figures).map(({ family, columns, systems }) => {
    const units = new Set(columns.map(({ unit }) => unit));
    const common = units.size === 1 ? `, ${[...units][0]}` : '';
    const head = ['', ...columns.map(({ label, unit }) => (common ? label : `${label}, ${unit}`))];
    const body = systems.map((system) => [
      system,
      ...columns.map((workload) => {
        const figure = figureOf(figures, system, workload);
        const times = ratio(figures, system, workload);
        return figure ? short(figure.value) + (times && ` (${times})`) : '–';
      }),
    ]);
    return `**${family}${common}**\n\n${table([head, ...body])}`;
  });
  const compared = figures.some(({ system }) => system === ours) && figures.some(({ system }) => system !== ours);
  return text.join('\n\n') + (compared ? `\n\nMedians of the rounds. (3.0×): ${ours} is 3 times as fast as this system.` : '\n\nMedians of the rounds.');
}

/** The first row is the head; the first column stands left, numbers right. @param {string[][]} rows */
function table([head, ...body]) {
  const widths = head.map((_, i) => Math.max(3, ...[head, ...body].map((row) => row[i].length)));
  const line = (/** @type {string[]} */ row) => `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...body.map(line)].join('\n');
}

/** One bar a figure, the longest of a workload as long as the others' longest. @param {Figure[]} figures */
export function bars(figures) {
  const width = 40;
  const indent = Math.max(...figures.map(({ system }) => system.length));
  return groups(figures)
    .flatMap(({ columns, systems }) => columns.map((workload) => ({ workload, systems })))
    .map(({ workload, systems }) => {
      const shown = systems.flatMap((system) => figureOf(figures, system, workload) ?? []);
      const most = Math.max(...shown.map(({ value }) => Math.abs(value)));
      const lines = shown.map(({ system, value, min, max }) => {
        const bar = '█'.repeat(Math.max(1, Math.round((width * Math.abs(value)) / most)));
        return `  ${system.padEnd(indent)} ${bar} ${short(value)}   (${short(min)} to ${short(max)})`;
      });
      return `${workload.name}, ${workload.unit}${lessIsBetter(workload) ? ', shorter is better' : ''}\n${lines.join('\n')}`;
    })
    .join('\n\n');
}

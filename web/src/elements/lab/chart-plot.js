// The drawing of a chart by uPlot: axes, lines, the cursor's points, the present step. Loaded apart, as the first training step does not wait for it.

/** @import { Line } from '../../draw/chart-data.js' */
import uPlot from 'uplot';
import { valueRange } from '../../draw/chart-data.js';
import { formatSteps, formatTick } from '../../draw/format.js';
import { logTicks } from '../../draw/scale.js';
import { themeColors } from '../colors.js';

/** What comes after the present step is drawn at this strength. */
const LATER = 0.4;

/**
 * @typedef {object} PlotLook what cannot change while the plot stands
 * @property {boolean} logX
 * @property {boolean} logY
 * @property {boolean} compact without the name of the axis
 * @property {Pick<Line, 'dash' | 'tone' | 'mark' | 'spans'>[]} lines
 * @property {(index: number | undefined) => void} onPoint the pointer is at this point, or has left
 */

export class ChartPlot {
  /** The step that is now. */
  #now = Infinity;
  /** The point that the cursor is at. @type {number | null} */
  #chosen = null;

  /** @param {HTMLElement} box @param {PlotLook} look @param {{ width: number, height: number }} size */
  constructor(box, look, size) {
    this.box = box;
    this.look = look;
    this.plot = new uPlot(this.#options(size), [[], ...look.lines.map(() => [])], box);
    const { over } = this.plot;
    const to = (/** @type {PointerEvent} */ event) => look.onPoint(this.plot.posToIdx(event.offsetX));
    over.addEventListener('pointerdown', to);
    over.addEventListener('pointermove', to);
    over.addEventListener('pointerleave', () => look.onPoint(undefined));
  }

  /** @param {{ width: number, height: number }} size @param {number[]} step @param {(number | null)[][]} columns @param {number} now */
  draw(size, step, columns, now) {
    this.#now = now;
    if (this.plot.width !== size.width || this.plot.height !== size.height) this.plot.setSize(size);
    // At once, as the cursor is placed on the new scales.
    this.plot.batch(() => this.plot.setData([step, ...columns]));
  }

  /** Puts the cursor on a point, or nowhere. @param {number | undefined} index */
  point(index) {
    const { plot } = this;
    this.#chosen = index ?? null;
    const left = index === undefined ? -10 : plot.valToPos(plot.data[0][index], 'x');
    plot.setCursor({ left, top: index === undefined ? -10 : 1 }, false);
  }

  get canvas() {
    return this.plot.ctx.canvas;
  }

  destroy() {
    this.plot.destroy();
  }

  /** @param {{ width: number, height: number }} size @returns {uPlot.Options} */
  #options(size) {
    const { logX, logY, lines } = this.look;
    return {
      ...size,
      legend: { show: false },
      cursor: this.#cursor(),
      padding: [6, 28, 0, 0],
      scales: {
        x: { time: false, distr: logX ? 3 : 1, range: (_, min, max) => (logX ? [min || 1, Math.max(max, 2 * (min || 1))] : [0, Math.max(max, 1)]) },
        y: { distr: logY ? 3 : 1, range: (_, min, max) => valueRange(min, max, logY) },
      },
      axes: this.#axes(),
      series: [{}, ...lines.map(({ tone, dash, spans }) => ({
        stroke: () => themeColors(this.box)[tone], width: tone === 'ink' ? 1.6 : 1.4, dash, spanGaps: spans ?? false, points: { show: false },
      }))],
      hooks: {
        draw: [(plot) => this.#fadeLater(plot), (plot) => this.#marks(plot)],
      },
    };
  }

  /** @returns {uPlot.Cursor} */
  #cursor() {
    return {
      y: false,
      drag: { setScale: false, x: false, y: false },
      bind: Object.fromEntries(['mousedown', 'mouseup', 'click', 'dblclick', 'mousemove', 'mouseleave', 'mouseenter'].map((name) => [name, () => null])),
      // Points can be closer together than pixels: keys walk all of them.
      dataIdx: () => this.#chosen,
      points: { size: 7, width: 1.5, fill: () => themeColors(this.box).surface, stroke: (_, line) => themeColors(this.box)[this.look.lines[line - 1].tone] },
    };
  }

  /** @returns {uPlot.Axis[]} */
  #axes() {
    const { logX, logY, compact } = this.look;
    const font = `12px ${getComputedStyle(this.box).fontFamily}`;
    /** @type {uPlot.Axis} */
    const axis = { font, stroke: () => themeColors(this.box).muted, ticks: { show: false }, gap: 4 };
    /** @param {'x' | 'y'} scale @returns {Partial<uPlot.Axis>} */
    const decades = (scale) => ({
      splits: ({ scales }) => logTicks(scales[scale].min ?? 0.1, scales[scale].max ?? 1),
      filter: (_, ticks) => ticks,
    });
    return [
      {
        ...axis, size: 22, grid: { show: false }, space: 60, incrs: stepIncrements(),
        ...(compact ? {} : { label: 'step', labelFont: font, labelSize: 16, labelGap: 0 }),
        ...(logX ? decades('x') : {}),
        values: (_, ticks) => ticks.map(formatSteps),
      },
      {
        ...axis, size: 44, grid: { stroke: () => themeColors(this.box).hairline, width: 1 }, space: 28,
        ...(logY ? decades('y') : {}),
        values: (_, ticks) => ticks.map(formatTick),
      },
    ];
  }

  /** Only looked at, the future of the present step stands back. @param {uPlot} plot */
  #fadeLater({ ctx, bbox, data, valToPos }) {
    if (!(this.#now < (data[0].at(-1) ?? 0))) return;
    const left = Math.max(valToPos(this.#now, 'x', true), bbox.left);
    ctx.save();
    ctx.globalCompositeOperation = 'destination-out';
    ctx.globalAlpha = 1 - LATER;
    ctx.fillStyle = '#000'; // Any that is opaque; uPlot leaves a transparent one.
    ctx.fillRect(left, bbox.top, bbox.left + bbox.width - left + 1, bbox.height);
    ctx.restore();
    ctx.fillStyle = themeColors(this.box).ink;
    ctx.fillRect(left, bbox.top, uPlot.pxRatio, bbox.height);
  }

  /** Names at the ends of lines, moved apart where they would touch. @param {uPlot} plot */
  #marks({ ctx, bbox, data, valToPos }) {
    const ratio = uPlot.pxRatio;
    const ends = this.look.lines.flatMap(({ mark, tone }, line) => {
      const value = data[line + 1].at(-1);
      return mark && typeof value === 'number' ? [{ mark, tone, y: valToPos(value, 'y', true) }] : [];
    });
    ends.sort((one, other) => one.y - other.y);
    const height = 11 * ratio;
    ends.forEach((end, i) => { end.y = Math.min(Math.max(end.y, (ends[i - 1]?.y ?? -Infinity) + height), bbox.top + bbox.height - (ends.length - 1 - i) * height); });
    ctx.save();
    ctx.font = `${11 * ratio}px ${getComputedStyle(this.box).fontFamily}`;
    ctx.textBaseline = 'middle';
    for (const { mark, tone, y } of ends) {
      ctx.fillStyle = themeColors(this.box)[tone];
      ctx.fillText(mark, bbox.left + bbox.width + 6 * ratio, y);
    }
    ctx.restore();
  }
}

function stepIncrements() {
  return Array.from({ length: 30 }, (_, i) => [1, 2, 5][i % 3] * 10 ** Math.floor(i / 3));
}

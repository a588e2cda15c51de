// <backprop-drawing-board>: the plane of the decision map as a board: points of each class are drawn, erased and trained on.

/** @import { Board } from '../../data/board.js' */
/** @import { Frame } from '../../types.js' */
import { LitElement, html, nothing } from 'lit';
import { canTravel, drawnFrom, travelled, used, withoutNearest, withPoints } from '../../data/board.js';
import { faultOf, GRID, SIGNS } from '../../data/points.js';
import { emitChange } from '../change.js';
import { ThemeColors } from '../colors.js';
import { redoIcon, undoIcon } from '../icons.js';
import { prepare } from '../map-atlas.js';
import { sharedCss } from '../shared-css.js';
import { Size } from '../size.js';
import { drawBoard } from './board-picture.js';
import { boardCss } from './board-css.js';
import { countsOf } from './own-data.js';

/** A drag leaves points so far apart, in steps of the grid; keys move as far, and with Shift four times. */
const APART = GRID / 20;

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class DrawingBoard extends LitElement {
  static properties = { board: { attribute: false }, frame: { attribute: false }, error: { type: String }, cross: { state: true }, fault: { state: true }, told: { state: true } };

  static styles = [sharedCss, boardCss];

  #size = new Size(this, () => this.renderRoot.querySelector('canvas'));
  /** Where the drag left its last point. @type {{ x: number, y: number } | undefined} */
  #last;
  /** Did this drag change anything yet? All of it is one step back. */
  #changed = false;

  constructor() {
    super();
    /** @type {Board | undefined} */ this.board = undefined;
    /** @type {Frame | undefined} */ this.frame = undefined;
    this.error = '';
    /** Where the keys are, on the grid. */
    this.cross = { x: 0, y: 0, shown: false };
    this.fault = '';
    /** What the last key did. */
    this.told = '';
    new ThemeColors(this);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('board')) this.fault = '';
  }

  updated() {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas && this.board && this.#size.width) drawBoard(prepare(canvas, this.#size.width, this.#size.width), this.#size.width, this.board, this.cross);
  }

  get #board() {
    return /** @type {Board} */ (this.board);
  }

  /** @param {Board} board */
  #ask(board) {
    if (board !== this.board) emitChange(this, { board });
  }

  /** On the grid. @param {PointerEvent} event */
  #place(event) {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const at = (/** @type {number} */ share) => Math.round(Math.min(Math.max(2 * share - 1, -1), 1) * GRID);
    return { x: at((event.clientX - box.left) / box.width), y: -at((event.clientY - box.top) / box.height) };
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) return;
    /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
    this.#changed = false;
    this.#use(this.#place(event));
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (!this.#last) return;
    const place = this.#place(event);
    if (Math.hypot(place.x - this.#last.x, place.y - this.#last.y) >= APART) this.#use(place);
  }

  /** @param {{ x: number, y: number }} place */
  #use(place) {
    this.#last = place;
    this.cross = { ...place, shown: false };
    const board = withPoints(this.#board, used(this.#board, place.x, place.y), this.#changed);
    this.#changed ||= board !== this.board;
    this.#ask(board);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const arrow = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrow) this.#walk(arrow, event.shiftKey ? 4 : 1);
    else if (event.key === 'Enter' || event.key === ' ') this.#put();
    else if (event.key === 'Delete' || event.key === 'Backspace') this.#erase();
    else if (event.key in SIGNS_BY_KEY) this.#ask({ ...this.#board, tool: SIGNS_BY_KEY[event.key] });
    else return;
    event.preventDefault();
  }

  /** @param {[number, number]} arrow @param {number} far */
  #walk([dx, dy], far) {
    const clamp = (/** @type {number} */ at) => Math.min(Math.max(at, -GRID), GRID);
    this.cross = { x: clamp(this.cross.x + dx * far * APART), y: clamp(this.cross.y + dy * far * APART), shown: true };
    this.told = this.#where;
  }

  get #where() {
    const { extent } = this.#board.drawn;
    const text = (/** @type {number} */ at) => ((at * extent) / GRID).toFixed(1).replace('-', '−');
    return `(${text(this.cross.x)}, ${text(this.cross.y)})`;
  }

  #put() {
    const { tool } = this.#board;
    this.cross = { ...this.cross, shown: true };
    this.#ask(withPoints(this.#board, used(this.#board, this.cross.x, this.cross.y)));
    this.told = tool === 'eraser' ? `erased around ${this.#where}` : `${SIGNS[tool]} at ${this.#where}`;
  }

  #erase() {
    this.#ask(withPoints(this.#board, withoutNearest(this.#board, this.cross.x, this.cross.y)));
    this.told = `erased the point nearest to ${this.#where}`;
  }

  #train() {
    this.fault = faultOf(this.#board.drawn);
    if (!this.fault) emitChange(this, { own: this.#board.drawn });
  }

  /** What the run has learnt until now, to draw on. */
  #take() {
    const { maps, points } = /** @type {Frame} */ (this.frame);
    const drawn = drawnFrom([points?.train, points?.test].filter((part) => part !== undefined), /** @type {NonNullable<Frame['maps']>} */ (maps).extent);
    this.#ask({ ...withPoints(this.#board, drawn.points), drawn });
  }

  render() {
    if (!this.board) return nothing;
    const { drawn, tool } = this.board;
    const can = canTravel(this.board);
    const travel = (/** @type {'undo' | 'redo'} */ way, /** @type {unknown} */ icon) => html`<button ?disabled=${!can[way]} aria-label="${way} drawing"
      @click=${() => this.#ask(travelled(this.#board, way))}>${icon}</button>`;
    const wrong = this.fault || this.error;
    return html`
      <fieldset class="tools">
        <legend class="unseen">what is drawn</legend>
        ${SIGNS.map((sign, label) => this.#tool(label, `class ${sign}`, sign, tool))}
        ${this.#tool('eraser', 'eraser', 'eraser', tool)}
      </fieldset>
      <div class="board" role="application" aria-label="Drawing board: arrow keys move, Enter draws, Delete erases, 1 to 5 choose the class" tabindex="0" @keydown=${this.#key}
        @blur=${() => (this.cross = { ...this.cross, shown: false })}>
        <canvas role="img" aria-label="Drawn points: ${countsOf(drawn.points) || 'none'}" @pointerdown=${this.#down} @pointermove=${this.#move}
          @pointerup=${() => (this.#last = undefined)} @pointercancel=${() => (this.#last = undefined)}></canvas>
      </div>
      <p role="status"><span class="unseen">${this.told}</span><span>${countsOf(drawn.points) || 'Click or drag to draw points of two or more classes.'}</span></p>
      ${wrong ? html`<p class="error" role="alert">${wrong}</p>` : nothing}
      <div class="ways">
        ${travel('undo', undoIcon)}${travel('redo', redoIcon)}
        <button ?disabled=${drawn.points.length === 0} @click=${() => this.#ask(withPoints(this.#board, []))}>Clear</button>
        ${this.frame?.points && this.frame.maps ? html`<button @click=${this.#take} title="Replaces the drawing by the points that the run learns">From this set</button>` : nothing}
      </div>
      <div class="actions">
        <button class="main" @click=${this.#train}>Train on these</button>
        <button @click=${() => emitChange(this, { board: null })}>Close</button>
      </div>`;
  }

  /** @param {Board['tool']} value @param {string} name @param {unknown} shown @param {Board['tool']} chosen */
  #tool(value, name, shown, chosen) {
    return html`<label title=${name}><input type="radio" name="tool" aria-label=${name} .checked=${value === chosen}
      @change=${() => this.#ask({ ...this.#board, tool: value })}><span>${shown}</span></label>`;
  }
}

/** @type {Record<string, number>} */
const SIGNS_BY_KEY = Object.fromEntries(SIGNS.map((_, label) => [String(label + 1), label]));
customElements.define('backprop-drawing-board', DrawingBoard);
